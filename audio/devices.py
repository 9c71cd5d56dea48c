"""Sound devices through sounddevice, its failures told in words that help."""

import ctypes
import ctypes.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from types import ModuleType
from typing import Any

from simulator.errors import AudioError

_NO_PORTAUDIO = "On Debian or Ubuntu: sudo apt-get install libportaudio2"


@cache
def sounddevice() -> ModuleType:
    """The library. Raises AudioError if it or PortAudio is missing, or cannot live with this system."""
    if sys.platform == "linux":
        _try_elsewhere()
        _quieten_alsa()
    try:
        import sounddevice as library  # noqa: PLC0415 - loads a system library, which may be missing
    except (ImportError, OSError) as error:
        raise AudioError(f"Sound cannot be used here: {error}.", remedy=_NO_PORTAUDIO) from error
    module: ModuleType = library
    return module


_PROBE_SECONDS = 20.0
_GIVES_UP = "Sound cannot be used here: the sound library gives up on the settings of ALSA."
_ALSA_REMEDY = "Look into ~/.asoundrc and /etc/asound.conf; on Debian or Ubuntu: sudo apt-get install libasound2-data"


def _try_elsewhere() -> None:
    """PortAudio ends the whole process where ALSA has no settings: so it is begun in a process of its own first."""
    try:
        found = subprocess.run(
            (sys.executable, "-c", "import sounddevice"), capture_output=True, timeout=_PROBE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise AudioError("Sound cannot be used here: the sound library does not answer.") from error
    if found.returncode < 0:
        raise AudioError(_GIVES_UP, remedy=_ALSA_REMEDY)


_ON_ALSA_ERROR = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
_IGNORE = _ON_ALSA_ERROR(lambda *_: None)


def _quieten_alsa() -> None:
    """ALSA writes what it tries and misses on standard error, in the middle of the call; what matters comes back as an
    error code."""
    if name := ctypes.util.find_library("asound"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(name).snd_lib_error_set_handler(_IGNORE)


@contextmanager
def told(device: str) -> Iterator[None]:
    """Turns failures of a `device`, "microphone" or "speaker", into AudioError."""
    library = sounddevice()
    try:
        yield
    except (library.PortAudioError, ValueError) as error:
        raise AudioError(
            f"The {device} cannot be used: {_reason(error)}.",
            remedy=f"Plug one in or choose one in your sound settings; `ringback doctor` tests the {device}.",
        ) from error


def _reason(error: Exception) -> str:
    text: Any = error.args[0] if error.args else str(error)
    return str(text).split(" [PaErrorCode", maxsplit=1)[0].strip(" .") or type(error).__name__


def default_names() -> tuple[str | None, str | None]:
    """The names of the default microphone and speaker; None where there is none. Raises AudioError."""
    library = sounddevice()

    def name(kind: str) -> str | None:
        try:
            return str(library.query_devices(kind=kind)["name"])
        except (library.PortAudioError, ValueError):
            return None

    return name("input"), name("output")

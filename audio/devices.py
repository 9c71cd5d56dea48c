"""Sound devices through sounddevice, its failures told in words that help."""

import ctypes
import ctypes.util
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
    """The library. Raises AudioError if it or PortAudio is missing."""
    _quieten_alsa()
    try:
        import sounddevice as library  # noqa: PLC0415 - loads a system library, which may be missing
    except (ImportError, OSError) as error:
        raise AudioError(f"Sound cannot be used here: {error}.", remedy=_NO_PORTAUDIO) from error
    module: ModuleType = library
    return module


_ON_ALSA_ERROR = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
_IGNORE = _ON_ALSA_ERROR(lambda *_: None)


def _quieten_alsa() -> None:
    """ALSA writes what it tries and misses on standard error, in the middle of the call; what matters comes back as an
    error code."""
    if sys.platform == "linux" and (name := ctypes.util.find_library("asound")):
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

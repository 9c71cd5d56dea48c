"""What a call needs of this computer, tried one after the other."""

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.errors import AudioError, RingbackError

_SECONDS = 2.0
_HEARD = 30.0
"""Loudness from which a microphone that is not muted is told from one that is: the noise of its own electronics."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part."""

    part: str
    fine: bool
    what: str
    remedy: str = ""
    """What mends it, the exact command where there is one."""
    needed: bool = True
    """Whether calls lack something without it."""

    def as_json(self) -> dict[str, Any]:
        return {
            "part": self.part,
            "fine": self.fine,
            "needed": self.needed,
            "what": self.what,
            "remedy": self.remedy,
        }


def examine(*, aloud: bool) -> Iterator[Finding]:
    """Each part in turn; `aloud`: with two seconds of recording and playing."""
    yield _terminal()
    yield _tried("database", _database)
    yield _tried("understanding", _understanding)
    yield _tried("voices", lambda: _voices("system"))
    yield _tried("voices: piper", lambda: _voices("piper"), needed=False)
    yield _tried("ears: sphinx", lambda: _ears("sphinx"))
    for engine in ("vosk", "whisper"):
        yield _tried(f"ears: {engine}", lambda engine=engine: _ears(engine), needed=False)  # type: ignore[misc]
    yield _tried("microphone", lambda: _microphone(aloud=aloud))
    yield _tried("speaker", lambda: _speaker(aloud=aloud))


def _tried(part: str, attempt: Callable[[], str], *, needed: bool = True) -> Finding:
    try:
        return Finding(part, fine=True, what=attempt(), needed=needed)
    except RingbackError as error:
        where = f"{error.where}: " if error.where else ""
        return Finding(part, fine=False, what=f"{where}{error.what}", remedy=error.remedy, needed=needed)


def _terminal() -> Finding:
    size = shutil.get_terminal_size()
    is_dumb = os.environ.get("TERM") in (None, "", "dumb") and platform.system() != "Windows"
    if not sys.stdout.isatty():
        return Finding("terminal", fine=True, what="none: each line of standard input is a turn", needed=False)
    if is_dumb:
        return Finding(
            "terminal", fine=True, what="cannot place its cursor: calls are shown line by line", needed=False
        )
    return Finding("terminal", fine=True, what=f"{size.columns} columns, {sys.stdout.encoding}", needed=False)


def _database() -> str:
    from simulator.bootstrap import open_history  # noqa: PLC0415 - each part is loaded when its turn comes

    return f"{len(open_history().calls())} calls"


def _understanding() -> str:
    from simulator.bootstrap import understanding  # noqa: PLC0415

    began = time.monotonic()
    understanding()
    return f"loaded in {1000 * (time.monotonic() - began):.0f} ms"


def _voices(engine: str) -> str:
    from audio.speakers import Gender, Voice  # noqa: PLC0415
    from audio.speakers.load import load_speaker  # noqa: PLC0415

    speaker = load_speaker(engine)
    remedy = install("espeak-ng") if engine == "system" else f"ringback voice install {engine} --again"
    began = time.monotonic()
    try:
        sound = speaker.say("Hello, this is a test.", Voice(Gender.FEMALE))
    except AudioError as error:
        raise AudioError(error.what, remedy=remedy) from error
    finally:
        speaker.close()
    if sound.duration_ms == 0:
        raise AudioError("speaks, but nothing is heard.", remedy=remedy)
    return f"{speaker.name} speaks; the first line took {1000 * (time.monotonic() - began):.0f} ms"


def _ears(engine: str) -> str:
    from audio.listeners.load import load_listener  # noqa: PLC0415

    began = time.monotonic()
    load_listener(engine)
    return f"loaded in {1000 * (time.monotonic() - began):.0f} ms"


def _microphone(*, aloud: bool) -> str:
    from audio.devices import default_names  # noqa: PLC0415

    name, _ = default_names()
    if name is None:
        raise AudioError("There is none.", remedy="Plug one in, or choose one in your sound settings.")
    if not aloud:
        return name
    from audio.microphone import Microphone  # noqa: PLC0415
    from audio.sound import RATE_HZ  # noqa: PLC0415
    from audio.voice_activity import loudness  # noqa: PLC0415

    with Microphone() as microphone:
        _tell("Say something: two seconds are recorded …")
        sound = microphone.next_samples(round(_SECONDS * RATE_HZ))
    _RECORDED.append(sound)
    if not sound.any():
        raise AudioError(f"{name}: nothing at all comes in.", remedy=_UNMUTE.get(platform.system(), ""))
    level = loudness(sound)
    return f"{name}: {'something was heard' if level > _HEARD else 'very quiet'} (loudness {level:.0f} of 32767)"


def _speaker(*, aloud: bool) -> str:
    from audio.devices import default_names  # noqa: PLC0415

    _, name = default_names()
    if name is None:
        raise AudioError("There is none.", remedy="Plug one in, or choose one in your sound settings.")
    if not aloud:
        return name
    from audio.player import Player  # noqa: PLC0415
    from audio.sound import Sound  # noqa: PLC0415
    from audio.tones import beep  # noqa: PLC0415

    with Player() as player:
        _tell("You should hear a beep, and what was recorded …")
        player.play(beep())
        for samples in _RECORDED:
            player.play(Sound(samples))
        player.wait()
    return f"{name}: played"


_RECORDED: list[Any] = []
_UNMUTE = {
    "Linux": "pactl set-source-mute @DEFAULT_SOURCE@ 0",
    "Darwin": "System Settings, Sound, Input; and Privacy & Security, Microphone: allow your terminal.",
    "Windows": "Settings, System, Sound, Input; and Privacy, Microphone: allow desktop apps.",
}
_INSTALLERS = (
    ("apt-get", "sudo apt-get install {}"),
    ("dnf", "sudo dnf install {}"),
    ("pacman", "sudo pacman -S {}"),
    ("zypper", "sudo zypper install {}"),
    ("apk", "sudo apk add {}"),
)


def install(package: str) -> str:
    """The command that installs a package on this system; empty where none is needed."""
    if platform.system() != "Linux":
        return ""
    for program, command in _INSTALLERS:
        if shutil.which(program):
            return command.format(package)
    return f"Install the package {package}."


def _tell(what: str) -> None:
    sys.stderr.write(what + "\n")
    sys.stderr.flush()

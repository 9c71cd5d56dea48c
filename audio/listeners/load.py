"""Which engines hear, by name. To add one, write its module and name it here."""

from importlib.util import find_spec

from audio.listeners import Listener
from audio.listeners.call_words import CallWords
from audio.listeners.installed import models_folder
from simulator.errors import AudioError

OFFLINE = ("sphinx", "vosk", "whisper")
"""Engines that keep everything on this computer: from that which comes with the program to that which hears best."""
ONLINE = ("google", "openai", "groq")
"""Engines that do not."""


def best_installed() -> str:
    """The engine that hears best of those whose library and model are here. Nothing is loaded."""
    libraries = {"vosk": "vosk", "whisper": "faster_whisper"}
    there = [name for name in OFFLINE if name in libraries and (models_folder() / name).is_dir()]
    return ["sphinx", *(name for name in there if find_spec(libraries[name]))][-1]


def load_listener(
    name: str | None = None, *, words: CallWords | None = None, online: bool = False, one_voice: bool = False
) -> Listener:
    """The engine, loaded; without a name, the best that is installed. `words` are those that this call is likely to
    bring, `online` allows an engine that sends the sound away, `one_voice` says that all turns are of one person.
    Raises AudioError, which names what is missing and the command that mends it."""
    name = name or best_installed()
    # each engine needs a library of its own, so that only the chosen one is imported
    if name == "sphinx":
        from audio.listeners.sphinx import SphinxListener  # noqa: PLC0415

        return SphinxListener(words, one_voice=one_voice)
    if name == "vosk":
        from audio.listeners.vosk import VoskListener  # noqa: PLC0415

        return VoskListener()
    if name == "whisper":
        from audio.listeners.whisper import WhisperListener  # noqa: PLC0415

        return WhisperListener(words)
    if name in ONLINE:
        from audio.listeners.online import OnlineListener  # noqa: PLC0415

        return OnlineListener(name, allowed=online)
    raise AudioError(f"There is no engine “{name}”.", remedy=f"Engines: {', '.join((*OFFLINE, *ONLINE))}.")

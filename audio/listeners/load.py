"""Which engines hear, by name. To add one, write its module and name it here."""

from audio.listeners import Listener
from audio.listeners.call_words import CallWords
from simulator.errors import AudioError

OFFLINE = ("sphinx", "vosk", "whisper")
"""Engines that keep everything on this computer, the default first."""
ONLINE = ("google", "openai", "groq")
"""Engines that do not."""


def load_listener(
    name: str = "sphinx", *, words: CallWords | None = None, online: bool = False, one_voice: bool = False
) -> Listener:
    """The engine, loaded; `words` are those that this call is likely to bring, `online` allows an engine that sends
    the sound away, `one_voice` says that all turns are of one person. Raises AudioError, which names what is missing
    and the command that mends it."""
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

"""Which engines hear, by name."""

from audio.listeners import Listener
from audio.listeners.call_words import CallWords
from simulator.errors import AudioError

ENGINES = ("sphinx",)
"""Names of the engines, the default first."""


def load_listener(name: str = "sphinx", *, words: CallWords | None = None) -> Listener:  # noqa: ARG001 - the next step
    """The engine, loaded; `words` are those that this call is likely to bring. Raises AudioError."""
    if name == "sphinx":
        from audio.listeners.sphinx import SphinxListener  # noqa: PLC0415 - each engine needs a library of its own

        return SphinxListener()
    raise AudioError(f"There is no engine “{name}”.", remedy=f"Engines: {', '.join(ENGINES)}.")

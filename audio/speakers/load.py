"""Which engines speak, by name. To add one, write its module and name it here."""

from audio.speakers import Speaker
from simulator.errors import AudioError

SPEAKERS = ("system", "piper")


def load_speaker(name: str = "system") -> Speaker:
    """The engine; its voices are loaded with the first line. Raises AudioError, which names what is missing and the
    command that mends it."""
    # each engine needs a library of its own, so that only the chosen one is imported
    if name == "system":
        from audio.speakers.system_voices import system_voices  # noqa: PLC0415

        return system_voices()
    if name == "piper":
        from audio.speakers.piper_voices import piper_voices  # noqa: PLC0415

        return piper_voices()
    raise AudioError(f"There is no speaking engine “{name}”.", remedy=f"Engines: {', '.join(SPEAKERS)}.")

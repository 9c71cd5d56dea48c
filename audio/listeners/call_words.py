"""Words that a call is likely to bring and that no general dictionary holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallWords:
    """Names as one writes them; empty where unknown."""

    speaker: str = ""
    """Who will be heard: "Alex Morgan"."""
    other: str = ""
    """To whom they speak, with or without a title: "Ms. Ingrid Sorley"."""
    company: str = ""
    position: str = ""
    topic: str = ""
    """What they may come back to: "the captions for the lighthouse museum"."""

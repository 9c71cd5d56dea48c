"""A manner of speaking that any scenario can be played in."""

from dataclasses import dataclass, field

from simulator.core.lines import Lines


@dataclass(frozen=True, slots=True)
class Persona:
    """How somebody talks, whatever they have to say."""

    id: str
    title: str
    meaning: str
    """What it is like to talk with them, in a sentence."""
    mood: float
    """What it adds to the mood at the start of a call, -1 to 1."""
    patience: float
    """What it adds to the patience at the start of a call, -1 to 1."""
    lines: Lines = field(repr=False)

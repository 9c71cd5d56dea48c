"""The do's and don'ts of a follow-up call, by which a transcript is judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.core.conditions import Condition
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Transcript


class ItemKind(StrEnum):
    DO = "do"
    DONT = "dont"


class Stage(StrEnum):
    """When in the call an item is due."""

    OPENING = "opening"
    MATTER = "matter"
    NEWS = "news"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Item:
    """One rule."""

    id: str
    kind: ItemKind
    title: str
    stage: Stage
    weight: Mapping[ScenarioKind, float]
    """For a do: its share of the score, relative to the others that apply. For a don't: how much of the score
    its first occurrence takes, 0 to 1. Kinds that lack here are kinds to which the item does not apply."""
    optional: frozenset[ScenarioKind]
    """Kinds of call in which a do earns points but is not missed."""
    due: frozenset[Circumstance]
    """Circumstances in which a do is missed though it is optional."""
    waived: frozenset[Circumstance]
    """Circumstances in which a do is optional, and a don't no fault."""
    condition: Condition
    """What fulfils a do, or violates a don't."""
    advice: str
    """Why it matters."""
    better: str
    """A line that does it right, with placeholders as in `simulator.core.scenario`."""
    source: tuple[str, ...]
    """The documents that say so: "S0" to "S4"."""

    def applies_to(self, transcript: Transcript) -> bool:
        waived = self.kind is ItemKind.DONT and not self.waived.isdisjoint(transcript.circumstances)
        return transcript.kind in self.weight and not waived

    def is_due(self, transcript: Transcript) -> bool:
        """Whether a do that applies is missed where it lacks."""
        if not self.waived.isdisjoint(transcript.circumstances):
            return False
        return transcript.kind not in self.optional or not self.due.isdisjoint(transcript.circumstances)


@dataclass(frozen=True, slots=True)
class Checklist:
    items: tuple[Item, ...]
    """In the order in which a call comes to them."""

"""What a good next line does, at any moment of a call."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.checklist import Checklist, Item, ItemKind, Stage
from simulator.core.hearing import Heard
from simulator.core.scenario import example_values, fill
from simulator.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Hint:
    item: Item
    example: str
    """A line that does it, with the facts of this call."""


def hint(transcript: Transcript, checklist: Checklist, heard: Sequence[Heard], *, told: bool) -> Hint | None:
    """The first thing that a good call has and this one lacks; None if it has them all. `told`: the news is out,
    so that what belongs after it can come."""
    due = {Stage.OPENING, Stage.MATTER} | ({Stage.NEWS, Stage.CLOSING} if told else set())
    for item in checklist.items:
        wanted = item.kind is ItemKind.DO and item.applies_to(transcript.kind) and transcript.kind not in item.optional
        if wanted and item.stage in due and not item.condition.find(heard):
            return Hint(item, fill(item.better, example_values(transcript.facts)))
    return None

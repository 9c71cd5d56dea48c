"""What a good next line does, at any moment of a call."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.checklist import Checklist, Item, ItemKind, Stage
from simulator.core.course import Course, Occasion, course_of
from simulator.core.hearing import Heard
from simulator.core.lines import example_values, fill
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Hint:
    item: Item
    example: str
    """A line that does it, with the facts of this call."""


def hint(
    transcript: Transcript, checklist: Checklist, heard: Sequence[Heard], *, told: bool, doubted: bool = False
) -> Hint | None:
    """What a good call has and this one lacks, the most pressing first; None if it has it all. `told`: the news is
    out, so that what belongs after it comes first; `doubted`: the other end has just raised a concern."""
    stages = tuple(Stage) if transcript.kind in _WITHOUT_NEWS else _AFTER_THE_NEWS if told else _BEFORE_THE_NEWS
    course = course_of(transcript, heard, checklist.cues, going_on=True)
    for stage in stages:
        for item in checklist.items:
            answers = doubted and A.CITE_QUALIFICATION in getattr(item.condition, "acts", ())
            missed = _is_wanted(item, transcript, course) and not doubted and not item.evidence(course)
            if item.stage is stage and (answers or missed):
                worded = item.worded_for(transcript, course)
                return Hint(worded, fill(worded.better, example_values(transcript.facts)))
    return None


def _is_wanted(item: Item, transcript: Transcript, course: Course) -> bool:
    """Whether a good call has it, as far as one can tell now: the news may still come, a desk would have answered."""
    possible = all(one in (None, Occasion.NEWS) or course.came(one) for one in (item.needs, item.after))
    spared = any(course.came(one) for one in item.spared_by)
    return (
        item.kind is ItemKind.DO and item.applies_to(transcript) and item.is_due(transcript) and possible and not spared
    )


_WITHOUT_NEWS = frozenset({ScenarioKind.RECEPTIONIST, ScenarioKind.VOICEMAIL})
_BEFORE_THE_NEWS = (Stage.OPENING, Stage.MATTER)
_AFTER_THE_NEWS = (Stage.NEWS, Stage.MATTER, Stage.CLOSING)

"""What practice went before which real call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean

from simulator.core.follow_up import FollowUp
from simulator.core.scenario_kind import ScenarioKind

GOOD = 4
"""From this feeling on, of 5, a real call counts as a good one."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A rehearsal, as far as it can be compared."""

    on: date
    kind: ScenarioKind
    score: float


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a number of rehearsals come to."""

    count: int
    best: float | None
    last: float | None


def rehearsed(practice: Sequence[Practice], kind: ScenarioKind | None = None, until: date | None = None) -> Rehearsed:
    """Those of one kind, or all; up to a day, or ever. `practice` is in order of time."""
    chosen = [
        one.score for one in practice if (kind is None or one.kind is kind) and (until is None or one.on <= until)
    ]
    return Rehearsed(len(chosen), max(chosen, default=None), chosen[-1] if chosen else None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Real calls that felt good, against the others, by the practice before each."""

    calls: int
    rehearsals: float
    """The mean number before a call."""
    score: float | None
    """The mean of the last scores before a call; None if none was rehearsed."""


def compare(calls: Sequence[tuple[FollowUp, Sequence[Practice]]], *, good: bool) -> Comparison | None:
    """The real calls that felt good, or those that did not; None if there are none."""
    chosen = [
        rehearsed(practice, until=entry.on)
        for entry, practice in calls
        if entry.feeling is not None and (entry.feeling >= GOOD) is good
    ]
    if not chosen:
        return None
    scores = [one.last for one in chosen if one.last is not None]
    return Comparison(len(chosen), mean(one.count for one in chosen), mean(scores) if scores else None)

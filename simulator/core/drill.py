"""Which moments of past calls to practise now, and whether a new answer does better."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from simulator.core.checklist import Item, ItemKind
from simulator.core.lapses import lapses
from simulator.core.lines import example_values, fill
from simulator.core.repetition import Repetition
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Speaker, Transcript, Turn

TRIES = 3
"""How often a moment is tried."""


@dataclass(frozen=True, slots=True)
class PastCall:
    """A call of the history, judged."""

    id: int
    started_at: datetime
    transcript: Transcript
    scorecard: Scorecard


@dataclass(frozen=True, slots=True)
class Exercise:
    """A moment of a past call, to be met once more."""

    call: PastCall
    turn: int
    """The candidate's turn to say anew: its index among all turns."""
    item: Item
    """What to mind."""
    cost: float
    """The points that it cost then; 0 if it went well."""
    hurt: bool
    """Whether something that was said did harm, rather than something being left out."""

    @property
    def before(self) -> str:
        """The other end's line just before; empty where the candidate spoke first."""
        turns = self.call.transcript.turns[: self.turn]
        return next((turn.text for turn in reversed(turns) if turn.speaker is Speaker.INTERVIEWER), "")

    @property
    def then(self) -> str:
        """What the candidate said."""
        return self.call.transcript.turns[self.turn].text

    @property
    def better(self) -> str:
        """A line that does it right, with the facts of that call."""
        made = next((one.better for one in self.call.scorecard.verdicts if one.item.id == self.item.id), "")
        return made or fill(self.item.better, example_values(self.call.transcript.facts))

    def answered(self, text: str) -> Transcript:
        """The call up to this moment, with another answer."""
        transcript = self.call.transcript
        turns = (*transcript.turns[: self.turn], Turn(Speaker.CANDIDATE, text))
        return replace(transcript, turns=turns, finished=False)

    def is_right(self, scorecard: Scorecard) -> bool:
        """Whether an answer does what it should, and nothing that hurts; `scorecard` judges the call that was
        `answered` so. To say nothing wrong is not enough: it has to say something that helps."""
        here = [verdict for verdict in scorecard.verdicts if any(one.turn == self.turn for one in verdict.evidence)]
        if any(verdict.outcome is Outcome.VIOLATED for verdict in here):
            return False
        helped = [verdict.item.id for verdict in here if verdict.outcome is Outcome.MET]
        return bool(helped) if self.item.kind is ItemKind.DONT else self.item.id in helped


def choose(
    calls: Sequence[PastCall],
    repetitions: Mapping[str, Repetition],
    tried: Collection[tuple[str, int, int]],
    now: datetime,
    *,
    ahead: bool = False,
) -> tuple[Exercise, ...]:
    """What to practise of what is due: the turns that did most harm, then those at which most was left out, then items
    with which nothing went wrong, the longest overdue first; one moment an item, and no moment twice. Something that
    is not due yet is left out, unless it went wrong since it was practised, or `ahead`.

    `calls` come newest first; `tried` are moments, by item, call and turn, that make way for others of their item.
    """

    def is_due(one: Exercise) -> bool:
        known = repetitions.get(one.item.id)
        wrong_since = known is not None and one.cost > 0 and known.reviewed_at < one.call.started_at
        return ahead or known is None or known.due <= now or wrong_since

    weak = [one for one in _weak(calls) if is_due(one)]
    weak.sort(key=lambda one: ((one.item.id, one.call.id, one.turn) in tried, not one.hurt, -one.cost))
    best = sorted(_first_of_each(weak, _item), key=lambda one: (not one.hurt, -one.cost))
    well = [one for one in _well(calls) if one.item.id in repetitions and is_due(one)]
    well.sort(key=lambda one: repetitions[one.item.id].due)
    fresh = [one for one in _well(calls) if one.item.id not in repetitions]
    return tuple(_first_of_each(_first_of_each([*best, *well, *fresh], _item), _moment))


def _weak(calls: Sequence[PastCall]) -> Iterator[Exercise]:
    for call in calls:
        for lapse in lapses(call.transcript, call.scorecard):
            yield Exercise(call, lapse.turn, lapse.item, lapse.cost, hurt=lapse.outcome is Outcome.VIOLATED)


def _well(calls: Sequence[PastCall]) -> Iterator[Exercise]:
    for call in calls:
        for verdict in call.scorecard.verdicts:
            if verdict.item.kind is ItemKind.DO and verdict.outcome is Outcome.MET and verdict.evidence:
                yield Exercise(call, _first_turn(verdict), verdict.item, 0.0, hurt=False)


def _first_turn(verdict: Verdict) -> int:
    return min(one.turn for one in verdict.evidence)


def _item(exercise: Exercise) -> str:
    return exercise.item.id


def _moment(exercise: Exercise) -> tuple[int, int]:
    return exercise.call.id, exercise.turn


def _first_of_each(exercises: Iterable[Exercise], what: Callable[[Exercise], object]) -> Iterator[Exercise]:
    """Without those of which something with the same `what` came before."""
    seen: set[object] = set()
    for one in exercises:
        if what(one) not in seen:
            seen.add(what(one))
            yield one

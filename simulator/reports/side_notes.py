"""The words of a turn with numbered notes on what they earned or lost, as a coach would write them into the margin."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.reports.marks import Effect


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    """From 1, in each turn."""
    verdict: Verdict
    first: bool
    """Whether this turn was the first to decide it: an item counts once."""

    @property
    def hurt(self) -> bool:
        return self.verdict.outcome is Outcome.VIOLATED


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are shown alike throughout."""

    text: str
    effect: Effect
    notes: tuple[int, ...]
    """Numbers of the notes on words that end here."""


@dataclass(frozen=True, slots=True)
class NotedTurn:
    stretches: tuple[Stretch, ...]
    """Together the text of the turn."""
    notes: tuple[Note, ...]
    """What concerns the turn as a whole has a note, but no words of its own."""


@dataclass(frozen=True, slots=True)
class _Marked:
    start: int
    end: int
    hurt: bool
    note: int


def noted(text: str, turn: int, scorecard: Scorecard) -> NotedTurn:
    """The turn with its notes in the order of the words, those on the whole turn last."""
    found = [
        (verdict, spans)
        for verdict in scorecard.verdicts
        if verdict.points and (spans := [(one.start, one.end) for one in verdict.evidence if one.turn == turn])
    ]
    found.sort(key=lambda one: (one[0].item.condition.concerns_whole_turns, one[1][0]))
    notes = tuple(
        Note(number, verdict, turn == min(one.turn for one in verdict.evidence))
        for number, (verdict, _) in enumerate(found, 1)
    )
    marked = [
        _Marked(start, end, note.hurt, note.number)
        for note, (verdict, spans) in zip(notes, found, strict=True)
        if not verdict.item.condition.concerns_whole_turns
        for start, end in spans
    ]
    return NotedTurn(tuple(_stretches(text, marked)), notes)


def _stretches(text: str, marked: Sequence[_Marked]) -> Iterator[Stretch]:
    bounds = {0, len(text), *(bound for one in marked for bound in (one.start, one.end))}
    cuts = sorted(bound for bound in bounds if 0 <= bound <= len(text))
    for start, end in itertools.pairwise(cuts):
        over = [one for one in marked if one.start <= start and end <= one.end]
        effect = Effect.PLAIN if not over else Effect.LOST if any(one.hurt for one in over) else Effect.EARNED
        ending = dict.fromkeys(one.note for one in marked if one.end == end)
        yield Stretch(text[start:end], effect, tuple(ending))

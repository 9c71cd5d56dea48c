"""Which words of a turn earned or lost points, ready to be shown in any format."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.core.scoring import Outcome, Scorecard, Verdict


class Effect(StrEnum):
    EARNED = "earned"
    LOST = "lost"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn's text that is shown alike throughout."""

    text: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    pieces: tuple[Piece, ...]
    """Together the text of the turn."""
    earned: tuple[str, ...]
    """Titles of the items that the turn fulfils."""
    lost: tuple[str, ...]
    """Titles of the items that it violates."""


def mark(text: str, turn: int, scorecard: Scorecard) -> MarkedTurn:
    """The turn with its evidence. What concerns the turn as a whole is named, not coloured."""
    effects = [Effect.PLAIN] * len(text)
    titles: dict[Outcome, list[str]] = {Outcome.MET: [], Outcome.VIOLATED: []}
    for verdict, start, end in _evidence(turn, scorecard):
        if verdict.item.title not in titles[verdict.outcome]:
            titles[verdict.outcome].append(verdict.item.title)
        hurt = verdict.outcome is Outcome.VIOLATED
        if verdict.item.condition.concerns_whole_turns:
            continue
        for at in range(start, end):
            if hurt or effects[at] is Effect.PLAIN:
                effects[at] = Effect.LOST if hurt else Effect.EARNED
    return MarkedTurn(tuple(_pieces(text, effects)), tuple(titles[Outcome.MET]), tuple(titles[Outcome.VIOLATED]))


def _evidence(turn: int, scorecard: Scorecard) -> Iterator[tuple[Verdict, int, int]]:
    for verdict in scorecard.verdicts:
        if verdict.points:
            for evidence in verdict.evidence:
                if evidence.turn == turn:
                    yield verdict, evidence.start, evidence.end


def _pieces(text: str, effects: list[Effect]) -> Iterator[Piece]:
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or effects[end] is not effects[start]:
            yield Piece(text[start:end], effects[start])
            start = end

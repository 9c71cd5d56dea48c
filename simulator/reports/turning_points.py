"""The turns at which the mood of a call changed, with what changed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.core.arc import Arc, Step
from simulator.core.scoring import Outcome, Scorecard


@dataclass(frozen=True, slots=True)
class TurningPoint:
    turn: int
    number: int
    warmer: bool
    why: str


def turning_points(arc: Arc, scorecard: Scorecard) -> Iterator[TurningPoint]:
    for number, step in enumerate(arc.steps, 1):
        if step.turned:
            yield TurningPoint(step.turn, number, step.change >= 0, _why(step, scorecard))


def _why(step: Step, scorecard: Scorecard) -> str:
    """The items that the turn decided the way the mood went."""
    wanted = Outcome.MET if step.change >= 0 else Outcome.VIOLATED
    titles = [
        verdict.item.title
        for verdict in scorecard.verdicts
        if verdict.outcome is wanted and verdict.points and any(one.turn == step.turn for one in verdict.evidence)
    ]
    return "; ".join(titles)

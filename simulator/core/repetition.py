"""When something that was practised should come back: by the FSRS algorithm, which models how a memory fades.

The only importer of `fsrs`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from fsrs import Card, Rating, Scheduler, State


class Grade(Enum):
    """How it went."""

    MISSED = Rating.Again
    """Not even the last try was right."""
    HARD = Rating.Hard
    """It took a second try, or a hint."""
    GOOD = Rating.Good
    """The first try was right."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """How well something sits, and when it is due."""

    due: datetime
    """In UTC, as all times here."""
    reviewed_at: datetime
    state: int
    """1 learning, 2 known, 3 learning anew."""
    step: int | None
    """How far in learning; None for what is known."""
    stability: float
    """The days after which it is remembered with a chance of 90 %."""
    difficulty: float
    """1 (easy) to 10 (hard)."""


_SCHEDULER = Scheduler(
    # Once more in the same evening, then days apart.
    learning_steps=(timedelta(minutes=10),),
    relearning_steps=(timedelta(minutes=10),),
    enable_fuzzing=False,  # chance would serve nobody among a few dozen items
)


def reviewed(before: Repetition | None, grade: Grade, now: datetime) -> Repetition:
    """How it sits after a review; `before` is None for something new."""
    card = (
        Card(0, State(before.state), before.step, before.stability, before.difficulty, before.due, before.reviewed_at)
        if before
        else Card(0, due=now)
    )
    after, _ = _SCHEDULER.review_card(card, grade.value, now)
    return Repetition(after.due, now, int(after.state), after.step, after.stability or 0.0, after.difficulty or 0.0)

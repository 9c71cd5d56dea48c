"""The loop of a drill: choose a moment, judge the new answers to it, keep what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.core.drill import TRIES, Exercise, PastCall, choose
from simulator.core.repetition import Grade, Repetition, reviewed
from simulator.core.scoring import Outcome, Scorecard
from simulator.core.text import tidy
from simulator.core.transcript import Transcript
from simulator.storage import Drills, History, Try

MOST_CALLS = 40
"""The newest calls that are looked through: older ones tell of somebody who had practised less."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said at a moment, judged."""

    text: str
    scorecard: Scorecard
    """Of the call up to there."""
    is_right: bool


@dataclass(slots=True)
class Session:
    """A moment, and what came of it."""

    exercise: Exercise
    answers: list[Answer] = field(default_factory=list)
    hinted: bool = False
    """Whether a better line was shown before the first answer was right."""
    due: datetime | None = None
    """When the item comes back; None before the end."""

    @property
    def is_right(self) -> bool:
        return any(answer.is_right for answer in self.answers)

    @property
    def over(self) -> bool:
        return self.is_right or len(self.answers) == TRIES

    @property
    def grade(self) -> Grade:
        if not self.is_right:
            return Grade.MISSED
        return Grade.GOOD if len(self.answers) == 1 and not self.hinted else Grade.HARD


class Practice:
    """The drills of one user. What it keeps, it keeps at once, so that it can end at any moment."""

    def __init__(
        self,
        history: History,
        drills: Drills,
        judge: Callable[[Transcript], Scorecard],
        now: Callable[[], datetime],
    ) -> None:
        self._history = history
        self._drills = drills
        self._judge = judge
        self._now = now

    @property
    def repetitions(self) -> Mapping[str, Repetition]:
        """How well each item sits that was practised, by its id."""
        return self._drills.repetitions()

    def exercises(self, *, ahead: bool) -> Sequence[Exercise]:
        """What to practise now, the most useful first; `ahead`: even what is not due yet."""
        finished = [summary for summary in self._history.calls() if summary.finished]
        calls = []
        for summary in finished[:MOST_CALLS]:
            transcript = self._history.transcript(summary.id)
            calls.append(PastCall(summary.id, summary.started_at, transcript, self._judge(transcript)))
        tried = {(one.item, one.call_id, one.turn) for one in self._drills.tries()}
        return choose(calls, self._drills.repetitions(), tried, self._now(), ahead=ahead)

    def take(self, session: Session, said: str) -> Answer:
        """Judges an answer, in words as they come from outside, and keeps it."""
        exercise, text = session.exercise, tidy(said)
        scorecard = self._judge(exercise.answered(text))
        answer = Answer(text, scorecard, exercise.is_right(scorecard))
        session.answers.append(answer)
        self._drills.add(Try(exercise.call.id, exercise.turn, exercise.item.id, text, answer.is_right, self._now()))
        return answer

    def finish(self, session: Session) -> None:
        """Decides when the item comes back, if it was tried at all."""
        if session.answers and session.due is None:
            item = session.exercise.item.id
            after = reviewed(self._drills.repetitions().get(item), session.grade, self._now())
            self._drills.review(item, after)
            session.due = after.due


def session_json(session: Session) -> dict[str, Any]:
    """The public form of `ringback drill --json`."""
    exercise = session.exercise
    return {
        "item": exercise.item.id,
        "call": exercise.call.id,
        "turn": exercise.turn,
        "cost": round(exercise.cost, 1),
        "before": exercise.before,
        "then": exercise.then,
        "tries": [
            {
                "text": answer.text,
                "right": answer.is_right,
                "earned": done_at(exercise.turn, answer.scorecard, Outcome.MET),
                "lost": done_at(exercise.turn, answer.scorecard, Outcome.VIOLATED),
            }
            for answer in session.answers
        ],
        "due": session.due.isoformat() if session.due else None,
    }


def done_at(turn: int, scorecard: Scorecard, outcome: Outcome) -> list[str]:
    """The ids of the items that came out so by what was said in a turn."""
    return [
        verdict.item.id
        for verdict in scorecard.verdicts
        if verdict.outcome is outcome and any(one.turn == turn for one in verdict.evidence)
    ]

"""What really happened: each contact with an employer after the interview, and what follows from all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Self

from simulator.core.job import Job
from simulator.core.medium import Medium
from simulator.core.planning import Decision, Situation
from simulator.core.record import from_plain, to_plain
from simulator.core.scenario_kind import ScenarioKind


class Answer(StrEnum):
    """What came of a contact."""

    REACHED = "reached"
    """Spoken with somebody, or answered in writing."""
    MESSAGE = "message"
    """Left with somebody."""
    VOICEMAIL = "voicemail"
    SENT = "sent"
    """In writing, and not answered yet."""
    NO_ANSWER = "no_answer"
    """Nobody picked up, and nothing was left."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One real contact."""

    on: date
    medium: Medium
    answer: Answer
    thank_you: bool = False
    """The note after the interview, which counts as no follow-up."""
    whom: str = ""
    promised: date | None = None
    """For when they promised an answer."""
    branch: ScenarioKind | None = None
    """How it went, as the kinds of call that can be rehearsed."""
    feeling: int | None = None
    """How it felt: 1 (bad) to 5 (good)."""
    notes: str = ""
    id: int = field(default=0, compare=False)
    """0 for one that is not kept yet."""

    @property
    def counts(self) -> bool:
        """Whether it is one of the two follow-ups that are fair."""
        return not self.thank_you and self.answer is not Answer.NO_ANSWER

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return to_plain(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The contact of such values. Raises ValueError or TypeError if they do not fit."""
        return cls(**from_plain(cls, values, _DATES, _KINDS))


MOST = 2
"""Follow-ups that are fair: one, and one more."""
_DAY = timedelta(days=1)
_DATES = frozenset({"on", "promised"})
_KINDS = {"medium": Medium, "answer": Answer, "branch": ScenarioKind}
_DECISIONS = {ScenarioKind.OFFER: Decision.OFFER, ScenarioKind.REJECTION: Decision.REJECTION}


def in_order(log: Sequence[FollowUp]) -> list[FollowUp]:
    """The oldest first."""
    return sorted(log, key=lambda entry: (entry.on, entry.id))


def decision(log: Sequence[FollowUp]) -> Decision:
    """What the employer has said last."""
    told = [_DECISIONS[entry.branch] for entry in in_order(log) if entry.branch in _DECISIONS]
    return told[-1] if told else Decision.OPEN


def situation(job: Job, log: Sequence[FollowUp], today: date, *, day_is_over: bool = False) -> Situation:
    """What the planner must know of a job and of all that happened since."""
    done = in_order(log)
    counted = [entry for entry in done if entry.counts]
    promises = [entry.promised for entry in done if entry.promised]
    last = counted[-1].on if counted else None
    unanswered = [entry.on for entry in done if entry.answer is Answer.NO_ANSWER and (last is None or entry.on >= last)]
    thanked = any(entry.thank_you for entry in done)
    return Situation(
        today=today,
        interviewed=job.interviewed,
        promised=promises[-1] if promises else job.promised,
        contacts=len(counted),
        # Noted by the user's calendar, which may be a day ahead of the employer's.
        last_contact=today if last == today + _DAY else last,
        media=job.media | ({job.medium} if job.medium and not job.media else set()),
        voicemails=sum(entry.answer is Answer.VOICEMAIL for entry in counted),
        unanswered=unanswered[-1] if unanswered else None,
        unanswered_calls=len(unanswered),
        thanked=thanked,
        rule=job.contact_rule,
        decision=decision(done),
        day_is_over=day_is_over,
    )

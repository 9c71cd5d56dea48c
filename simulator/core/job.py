"""A real application: whom the user will call, about what, and when they met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from simulator.core.days import as_said
from simulator.core.medium import Medium
from simulator.core.planning import ContactRule
from simulator.core.record import from_plain, to_plain


@dataclass(frozen=True, slots=True)
class Job:
    """What the user told of a job. Empty, or None, where they skipped it."""

    name: str
    """What the user calls it: "acme". No two jobs have the same."""
    company: str = ""
    position: str = ""
    contact: str = ""
    """Who interviewed, as one would address them: "Ms. Ingrid Sorley"; several with a comma, the first is called."""
    others: str = ""
    """Whom else the user knows there: the receptionist, for instance."""
    candidate: str = ""
    """The user's own name."""
    interviewed: date | None = None
    medium: Medium | None = None
    """How the interview was held."""
    media: frozenset[Medium] = frozenset()
    """What else the employer has used."""
    promised: date | None = None
    """For when they promised an answer."""
    discussed: str = ""
    strengths: str = ""
    """The user's strongest points, in their words."""
    concerns: str = ""
    """What the employer may doubt."""
    phone: str = ""
    """The employer's."""
    email: str = ""
    """The employer's."""
    own_phone: str = ""
    """Where the user can be reached."""
    contact_rule: ContactRule = ContactRule.ANY
    rule_note: str = ""
    """The company's rules on contact, in their words."""
    country: str = ""
    """Where the office is, for its holidays: "DE", "US-CA"."""
    time_zone: str = ""
    """The office's, as "Europe/Berlin"."""

    @property
    def interviewer(self) -> str:
        """The one to call."""
        return self.contact.partition(",")[0].strip()

    def facts(self, today: date) -> dict[str, str]:
        """What a rehearsal can use, by the names in `Facts`; what is unknown is left out."""
        values = {
            "company": self.company,
            "position": self.position,
            "contact": self.interviewer,
            "candidate": self.candidate,
            "discussion_topic": self.discussed.partition(";")[0].strip(),
            "interviewed": as_said(self.interviewed, today) if self.interviewed and self.interviewed <= today else "",
            "promised": as_said(self.promised, today) if self.promised else "",
        }
        return {name: value for name, value in values.items() if value}

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return to_plain(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The job of such values. Raises ValueError or TypeError if they do not fit."""
        return cls(**from_plain(cls, values, _DATES, _KINDS))


def faults(job: Job, today: date) -> Iterator[str]:
    """What cannot be in a job's dates. An interview that is still to come can."""
    for name, day in (("the interview", job.interviewed), ("the promised date", job.promised)):
        if day and abs(day - today) > _FAR:
            yield f"{name} is given as {day}: is the year right?"
    if job.interviewed and job.promised and job.promised < job.interviewed:
        yield f"an answer cannot be promised for {job.promised}, before the interview on {job.interviewed}."


_DATES = frozenset({"interviewed", "promised"})
_KINDS = {"medium": Medium, "media": Medium, "contact_rule": ContactRule}
_FAR = timedelta(days=5 * 366)

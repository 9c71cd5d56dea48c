"""Drafts of emails to an employer, from the facts of a job."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from simulator.core.job import Job
from simulator.core.lines import fill, placeholders
from simulator.core.script import script_values


@dataclass(frozen=True, slots=True)
class LetterForm:
    """A kind of email."""

    title: str
    subject: str
    source: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    """Paragraphs, each in one or more wordings; the first whose gaps can all be filled is taken."""


@dataclass(frozen=True, slots=True)
class Letter:
    to: str
    """An address; may be empty."""
    subject: str
    body: str

    def as_text(self) -> str:
        """As a person reads and edits it: what stands above the first empty line is to and subject."""
        return f"To: {self.to}\nSubject: {self.subject}\n\n{self.body}\n"


def write_letter(form: LetterForm, job: Job, today: date) -> Letter:
    """What is not known stays a gap in brackets."""
    known, values = script_values(job, today)

    def paragraph(wordings: Sequence[str]) -> str:
        fitting = [one for one in wordings if set(placeholders(one)) <= known]
        return fill((fitting or list(wordings[-1:]))[0], values)

    signature = "\n".join(filter(None, (values["candidate"], values["own_phone"] if job.own_phone else "")))
    body = "\n\n".join([*(paragraph(one) for one in form.body), signature])
    return Letter(job.email, fill(form.subject, values), body)


def read_letter(text: str) -> Letter:
    """A letter as somebody edited it."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    fields: Mapping[str, str] = {
        name.strip().lower(): value.strip()
        for name, colon, value in (line.partition(":") for line in head.splitlines())
        if colon
    }
    return Letter(fields.get("to", ""), fields.get("subject", ""), body.strip())

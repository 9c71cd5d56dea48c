"""The form in which a user tells of a job: a question a field, each of which can be skipped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import click

from simulator.advice import day_in_words
from simulator.core.job import Job, faults
from simulator.errors import RingbackError
from simulator.job_fields import FIELDS, Field, name_for, read_field, read_name, write_field
from simulator.terminal import job_wording as wording
from simulator.terminal.asking import Asker

NAME_AFTER = "company"


def fill_in(job: Job | None, today: date, ask: Asker, taken: Callable[[str], bool]) -> Job:
    """Asks for all that can be told of a job, new or known. `taken`: whether another job has that name. Raises
    click.Abort if the user leaves: then nothing has changed."""
    click.echo(wording.NEW_JOB if job is None else wording.KNOWN_JOB.format(name=job.name))
    click.echo(wording.FORM_HELP)
    filled = job or Job("")
    for field in FIELDS:
        filled = replace(filled, **{field.name: _asked(field, filled, today, ask)})
        if field.name == NAME_AFTER:
            filled = replace(filled, name=_name(filled, ask, taken))
    return filled


def _asked(field: Field, filled: Job, today: date, ask: Asker) -> Any:  # noqa: ANN401 - fields differ in type
    def check(text: str) -> str:
        value = read_field(field, text, today)
        wrong = list(faults(replace(filled, **{field.name: value}), today))
        if wrong and value:
            raise ValueError(wrong[0])
        return day_in_words(value) if isinstance(value, date) else ""

    text = ask(f"{field.question}", field.example, write_field(getattr(filled, field.name)), check)
    return read_field(field, text, today)


def _name(filled: Job, ask: Asker, taken: Callable[[str], bool]) -> str:
    def check(text: str) -> str:
        name = read_name(text)
        if name.casefold() != filled.name.casefold() and taken(name):
            raise ValueError(wording.NAME_TAKEN.format(name=name))
        return ""

    proposed = filled.name or free_name(filled.company, taken)
    return read_name(ask(wording.ASK_NAME, "", proposed, check))


def free_name(company: str, taken: Callable[[str], bool]) -> str:
    """A name for a job at that company that no other has: "acme", "acme-2"."""
    name = proposed = name_for(company)
    number = 2
    while taken(proposed):
        proposed = f"{name}-{number}"
        number += 1
    return proposed


def with_flags(job: Job, given: dict[str, str], today: date) -> Job:
    """The job with fields set as on the command line; an empty text empties one. Raises click.BadParameter for what
    cannot be read, RingbackError for dates that cannot be."""
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field.name in given:
            try:
                values[field.name] = read_field(field, given[field.name], today)
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint=field.flag) from error
    changed = replace(job, **values)
    if wrong := list(faults(changed, today)):
        raise RingbackError("\n".join(one[:1].upper() + one[1:] for one in wrong), remedy=wording.NOTHING_KEPT)
    return changed

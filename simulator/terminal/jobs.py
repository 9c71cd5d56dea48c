"""`ringback job`: adding, changing, showing and removing what is known of a job."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from simulator.advice import day_in_words
from simulator.bootstrap import open_history, open_jobs, today
from simulator.core.follow_up import FollowUp
from simulator.core.job import Job
from simulator.core.text import printable
from simulator.job_fields import FIELDS, read_name, write_field
from simulator.terminal import job_wording as wording
from simulator.terminal.asking import asker
from simulator.terminal.job_form import fill_in, free_name, with_flags

if TYPE_CHECKING:
    from simulator.storage import KeptJob


def add_job(name: str | None, given: dict[str, str]) -> None:
    """In a form if nothing is given; named after the company if no name is. Raises RingbackError if there is a job of
    that name."""
    store = open_jobs()
    names = {kept.job.name.casefold() for kept in store.all()}
    if name is None and not given and sys.stdin.isatty():
        job = fill_in(None, today(), asker(), lambda wanted: wanted.casefold() in names)
    elif name is None and not given.get("company", "").strip():
        raise click.UsageError(wording.NAME_NEEDED)
    else:
        wanted = name if name is not None else free_name(given["company"], lambda one: one.casefold() in names)
        job = with_flags(Job(_name(wanted)), given, today())
    store.add(job)
    click.echo(wording.JOB_KEPT.format(name=job.name))
    click.echo(wording.JOB_NEXT.format(name=shlex.quote(job.name)))


def edit_job(name: str, new_name: str | None, given: dict[str, str]) -> None:
    """In a form if nothing is given. Raises RingbackError if there is no such job, or another of the new name."""
    store = open_jobs()
    kept = store.find(name)
    if not given and new_name is None and not sys.stdin.isatty():
        raise click.UsageError(wording.NOTHING_TO_CHANGE)
    if given or new_name is not None:
        job = with_flags(replace(kept.job, name=_name(new_name or kept.job.name)), given, today())
    else:
        names = {other.job.name.casefold() for other in store.all() if other.id != kept.id}
        job = fill_in(kept.job, today(), asker(), lambda wanted: wanted.casefold() in names)
    store.change(kept.id, job)
    click.echo(wording.JOB_CHANGED.format(name=job.name))


def remove_job(name: str, rehearsals: str | None, *, yes: bool) -> None:
    """Asks first, unless `yes`; then the rehearsals stay unless told otherwise."""
    store = open_jobs()
    kept = store.find(name, exactly=True)
    contacts = wording.counted(len(kept.log), "follow-up")
    count = sum(call.job_id == kept.id for call in open_history().calls())
    if not yes and not click.confirm(wording.CONFIRM_REMOVE.format(name=kept.job.name, contacts=contacts)):
        click.echo(wording.LEFT_ALONE)
        return
    too = rehearsals == "remove"
    if count and rehearsals is None and not yes:
        too = click.confirm(wording.CONFIRM_REHEARSALS.format(count=count), default=False)
    store.remove(kept.id, rehearsals=too)
    click.echo(wording.JOB_REMOVED.format(name=kept.job.name, contacts=contacts))
    if count:
        click.echo((wording.REHEARSALS_GONE if too else wording.REHEARSALS_STAY).format(count=count))


def _name(text: str) -> str:
    try:
        return read_name(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from error


def jobs_table(jobs: "Sequence[KeptJob]") -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "company", "position", "interview", "follow-ups"):
        table.add_column(column, overflow="fold")
    for kept in jobs:
        when = write_field(kept.job.interviewed)
        done = sum(entry.counts for entry in kept.log)
        table.add_row(*map(_shown, (kept.job.name, kept.job.company, kept.job.position, when, str(done))))
    return table


def job_json(kept: "KeptJob") -> dict[str, Any]:
    return {"id": kept.id, **kept.job.to_dict(), "log": [entry.to_dict() for entry in kept.log]}


def job_page(kept: "KeptJob") -> RenderableType:
    """All that is known, without what was skipped."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", ratio=1)
    table.add_column(ratio=2, overflow="fold")
    for field in FIELDS:
        value = getattr(kept.job, field.name)
        if text := write_field(value):
            shown = day_in_words(value) if field.name in _DAYS else wording.MEDIA.get(value, text)
            table.add_row(field.question, _shown(shown))
    title = Text(printable(kept.job.name), style="bold")
    return Group(title, table, Text(), log_table(kept.log)) if kept.log else Group(title, table)


_DAYS = ("interviewed", "promised")


def log_table(log: Sequence[FollowUp]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("no.", "on", "how", "what came of it"):
        table.add_column(column, overflow="fold", no_wrap=column == "no.")
    for entry in log:
        how = wording.THANK_YOU_NOTE if entry.thank_you else wording.MEDIA[entry.medium]
        table.add_row(str(entry.id), str(entry.on), how, _shown(outcome(entry)))
    return table


def _shown(text: str) -> Text:
    return Text(printable(text))


def outcome(entry: FollowUp) -> str:
    """What came of a contact, in a line."""
    parts = [
        wording.ANSWERS[entry.answer] + (f" ({entry.whom})" if entry.whom else ""),
        wording.BRANCHES[entry.branch] if entry.branch else "",
        wording.PROMISED.format(day=entry.promised) if entry.promised else "",
        wording.FELT.format(feeling=entry.feeling) if entry.feeling else "",
        entry.notes,
    ]
    return "; ".join(part for part in parts if part)

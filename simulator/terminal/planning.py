"""`ringback plan`: what is asked, what comes of it, and how it is shown."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from simulator.advice import day_in_words, reasons_in_words
from simulator.core.business_days import CLOSES, LUNCH, LUNCH_OVER, OPENS, is_over, next_opening
from simulator.core.follow_up import situation
from simulator.core.medium import Medium
from simulator.core.planning import Advice, Plan, Situation, contradictions, is_answerable, plan
from simulator.core.text import printable
from simulator.errors import RingbackError
from simulator.holiday_calendar import business_days, users_country
from simulator.terminal import job_wording as wording
from simulator.time_zone import users_zone, zone_of

if TYPE_CHECKING:
    from simulator.storage import KeptJob


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user wants planned."""

    job: str | None = None
    """Its name."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """What was said about the situation, by the names in `Situation`; it goes before what is known of the job."""
    media: frozenset[Medium] = frozenset()
    country: str | None = None
    time_zone: str | None = None
    today: date | None = None
    """None for the day that it is for the employer."""


@dataclass(frozen=True, slots=True)
class Planned:
    plan: Plan
    today: date
    kept: "KeptJob | None"
    country: str
    zone: tzinfo
    """The employer's."""
    now: datetime | None
    """By the employer's clock; None where the day was given."""


def planned(asked: Asked) -> Planned:
    """Raises click.UsageError for dates on the command line that cannot be, RingbackError for those of a job."""
    kept = _job(asked)
    zone = _zone(asked, kept)
    now = None if asked.today else now_there(zone)
    today = asked.today or (now.date() if now else date.min)
    country = asked.country or (kept.job.country if kept else "") or users_country()
    known = _situation(asked, kept, today, over=now is not None and is_over(now))
    return Planned(plan(known, business_days(country)), today, kept, country, zone, now)


def now_there(zone: tzinfo) -> datetime:
    return datetime.now(zone)


def plan_of(kept: "KeptJob", today: date | None = None) -> Planned:
    """The plan for a job as it stands."""
    return planned(Asked(kept.job.name, today=today))


def _job(asked: Asked) -> "KeptJob | None":
    from simulator.bootstrap import open_jobs  # noqa: PLC0415 - not for a plan from dates alone

    if asked.job is not None:
        return open_jobs().find(asked.job)
    return None if asked.given.keys() - {"urgent"} else the_job(open_jobs().all())


def the_job(jobs: "list[KeptJob]") -> "KeptJob":
    """The only one. Raises click.UsageError if there is none, or a choice."""
    if not jobs:
        raise click.UsageError(wording.NO_INTERVIEW)
    if len(jobs) > 1:
        raise click.UsageError(wording.WHICH_JOB.format(names=", ".join(kept.job.name for kept in jobs)))
    return jobs[0]


def _zone(asked: Asked, kept: "KeptJob | None") -> tzinfo:
    name = asked.time_zone or (kept.job.time_zone if kept else "")
    return zone_of(name) if name else users_zone()


def _situation(asked: Asked, kept: "KeptJob | None", today: date, *, over: bool) -> Situation:
    known = situation(kept.job, kept.log, today, day_is_over=over) if kept else Situation(today, day_is_over=over)
    known = replace(known, **asked.given, media=asked.media or known.media)
    if "last_contact" in asked.given and "contacts" not in asked.given:
        # Whoever names the last contact has made one.
        known = replace(known, contacts=max(known.contacts, 1))
    wrong = "\n".join(f"{one[:1].upper()}{one[1:]}" for one in contradictions(known))
    if wrong and (kept is None or asked.given):
        raise click.UsageError(wrong)
    if wrong and kept:
        raise RingbackError(
            wrong, where=kept.job.name, remedy=wording.MEND_DATES.format(name=shlex.quote(kept.job.name))
        )
    if not is_answerable(known):
        if kept is None:
            raise click.UsageError(wording.NO_INTERVIEW)
        name = kept.job.name
        raise RingbackError(
            wording.JOB_WITHOUT_DATES.format(name=name), remedy=wording.GIVE_DATES.format(name=shlex.quote(name))
        )
    return known


def headline(result: Plan) -> str:
    on = day_in_words(result.on) if result.on else ""
    if result.advice is not Advice.WAIT:
        return wording.HEADLINES[result.advice].format(on=on)
    if not on:
        return wording.WAIT_FOR_THEM
    return (wording.WAIT_AND_CALL if result.then is Advice.CALL else wording.WAIT_AND_WRITE).format(on=on)


def print_plan(result: Planned, out: Console) -> None:
    out.print(headline(result.plan), style="bold", markup=False)
    if result.plan.on and result.plan.then is Advice.CALL:
        out.print(_hours(result), markup=False)
    if result.kept and result.kept.job.phone and result.plan.on and result.plan.then is Advice.CALL:
        out.print(wording.THEIR_NUMBER.format(phone=printable(result.kept.job.phone)), markup=False)
    if result.kept and result.kept.job.rule_note:
        out.print(wording.COMPANY_SAYS.format(note=printable(result.kept.job.rule_note)), markup=False)
    out.print()
    reasons = Table.grid(padding=(0, 1))
    for text, source in reasons_in_words(result.plan):
        reasons.add_row("-", Text(f"{text} ({' '.join(source)})"))
    out.print(reasons)
    if not result.country:
        out.print()
        out.print(wording.UNKNOWN_HOLIDAYS, style="dim")


def _hours(result: Planned) -> str:
    day = result.plan.on or result.today

    def span(begins: time, ends: time, zone: tzinfo) -> str:
        return "–".join(f"{datetime.combine(day, at, result.zone).astimezone(zone):%H:%M}" for at in (begins, ends))

    def both(zone: tzinfo) -> dict[str, str]:
        return {"mornings": span(OPENS, LUNCH, zone), "afternoons": span(LUNCH_OVER, CLOSES, zone)}

    their, mine = both(result.zone), both(users_zone())
    there = wording.THERE.format(zone=result.zone) if their != mine else ""
    text = wording.HOURS.format(**their, there=there + (wording.FOR_YOU.format(**mine) if there else ""))
    if result.now and day == result.now.date() and next_opening(result.now) > OPENS:
        text += " " + wording.TODAY_FROM.format(time=f"{next_opening(result.now):%H:%M}")
    return text


def write_reminder(result: Planned, path: Path) -> None:
    """Raises RingbackError if there is nothing to remind of, or the file cannot be written."""
    from simulator.bootstrap import now  # noqa: PLC0415
    from simulator.reminder import MID_MORNING, Reminder, calendar_file  # noqa: PLC0415

    if result.plan.on is None:
        raise RingbackError(wording.NOTHING_TO_REMIND, remedy=headline(result.plan))
    at = MID_MORNING
    if result.now and result.plan.on == result.now.date():
        at = max(at, next_opening(result.now))
    job = result.kept.job if result.kept else None
    whom = ", ".join(part for part in (job.interviewer, job.company) if part) if job else ""
    summary = (wording.REMIND_CALL if result.plan.then is Advice.CALL else wording.REMIND_WRITE).format(
        whom=whom or (job.name if job else wording.THEM)
    )
    phone = [f"{job.phone}"] if job and job.phone else []
    description = "\n".join([*phone, *(text for text, _ in reasons_in_words(result.plan))])
    reminder = Reminder(summary, description, result.plan.on, at, result.zone)
    try:
        path.write_bytes(calendar_file(reminder, now()))
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(path)) from error
    click.echo(wording.REMINDER_WRITTEN.format(path=path), err=True)

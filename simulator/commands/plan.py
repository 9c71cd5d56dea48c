"""When to follow up, and how."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.output import console, print_json
from simulator.commands.parameters import DAY, MEDIUM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.core.medium import Medium


@click.command()
@click.argument("job", required=False)
@click.option("--interviewed", type=DAY, help="When the interview was.")
@click.option("--promised", type=DAY, help="For when they promised an answer.")
@click.option("--contacts", type=click.IntRange(0), metavar="N", help="How often you followed up; thanks do not count.")
@click.option("--last-contact", type=DAY, help="When you did so last.")
@click.option("--medium", "media", type=MEDIUM, multiple=True, help="What they have used: call, email, text …")
@click.option("--urgent", is_flag=True, help="Something makes you decide soon: another offer, for instance.")
@click.option("--country", metavar="CODE", help="Whose holidays: GB, US-CA, DE-BY. Otherwise your system's.")
@click.option("--time-zone", metavar="ZONE", help="The employer's, as Europe/Berlin. Otherwise yours.")
@click.option("--today", type=DAY, help="Plan as if it were this day.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="Write a reminder for your calendar.")
def plan(  # noqa: PLR0913 - one for each option
    *,
    job: str | None,
    interviewed: date | None,
    promised: date | None,
    contacts: int | None,
    last_contact: date | None,
    media: "Sequence[Medium]",
    country: str | None,
    time_zone: str | None,
    today: date | None,
    ics: Path | None,
    urgent: bool,
    as_json: bool,
) -> None:
    """Say when to follow up, how, and why.

    Call today, wait until a day, write instead, or move on; each reason with the source that says so.
    For a JOB that you told Ringback about, or from dates given here, as 2026-11-28; these go before the job's.
    """
    from simulator.terminal.planning import Asked, planned, print_plan, write_reminder  # noqa: PLC0415

    given = {"interviewed": interviewed, "promised": promised, "contacts": contacts, "last_contact": last_contact}
    if urgent:
        given["urgent"] = True
    asked = Asked(
        job,
        {name: value for name, value in given.items() if value is not None},
        frozenset(media),
        country,
        time_zone,
        today,
    )
    result = planned(asked)
    if as_json:
        from simulator.advice import plan_json  # noqa: PLC0415

        print_json(plan_json(result.plan))
    else:
        print_plan(result, console())
    if ics:
        write_reminder(result, ics)

"""The real jobs for which one practises."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from simulator.commands.output import console, print_json

F = TypeVar("F", bound=Callable[..., Any])
_TEXTS = {
    "company": "The company.",
    "position": "The position.",
    "contact": "Who interviewed you, as you would address them.",
    "others": "Who else you know there.",
    "candidate": "Your own name.",
    "interviewed": "When the interview was: 2026-11-24, “last Tuesday”.",
    "medium": "How it was held: call, video, in person …",
    "media": "What they have used to reach you: email, call …",
    "promised": "For when they promised an answer.",
    "discussed": "Something that you talked about.",
    "strengths": "Your strongest points.",
    "concerns": "What they may doubt.",
    "phone": "Their phone number.",
    "email": "Their email address.",
    "own_phone": "Your own number.",
    "contact_rule": "any, no_calls or no_contact.",
    "rule_note": "Their rules on contact, in their words.",
    "country": "The office's country, for holidays: GB, US-CA.",
    "time_zone": "The office's time zone: Europe/London.",
}
"""The help for each field's option. The fields themselves take too long to import for `--help`."""
_OTHER_FLAGS = {"contact": ["--interviewer"], "discussed": ["--topic"]}
"""What people may call them, too."""


def _fields(command: F) -> F:
    for name, text in reversed(_TEXTS.items()):
        flags = ["--" + name.replace("_", "-"), *_OTHER_FLAGS.get(name, ())]
        command = click.option(*flags, name, metavar="TEXT", help=text)(command)
    return command


@click.group()
def job() -> None:
    """Tell Ringback of the real jobs that you practise for."""


@job.command()
@click.argument("name", required=False)
@click.option("--name", "named", metavar="TEXT", help="The same as NAME.")
@_fields
def add(*, name: str | None, named: str | None, **given: str | None) -> None:
    """Add a job: in a form, or by options.

    NAME is what you call it; without one it is named after the company.
    """
    from simulator.terminal.jobs import add_job  # noqa: PLC0415

    add_job(name if name is not None else named, _set(given))


@job.command()
@click.argument("name")
@click.option("--name", "new_name", metavar="TEXT", help="Another name for it.")
@_fields
def edit(*, name: str, new_name: str | None, **given: str | None) -> None:
    """Change a job: in a form, or by options; an empty text empties a field."""
    from simulator.terminal.jobs import edit_job  # noqa: PLC0415

    edit_job(name, new_name, _set(given))


@job.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_jobs(*, as_json: bool) -> None:
    """List the jobs."""
    from simulator.bootstrap import open_jobs  # noqa: PLC0415
    from simulator.terminal import job_wording as wording  # noqa: PLC0415
    from simulator.terminal.jobs import job_json, jobs_table  # noqa: PLC0415

    jobs = open_jobs().all()
    if as_json:
        print_json([job_json(kept) for kept in jobs])
    elif jobs:
        console().print(jobs_table(jobs))
    else:
        click.echo(wording.NO_JOBS)


@job.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def show(name: str, *, as_json: bool) -> None:
    """Show all that is known of a job."""
    from simulator.bootstrap import open_jobs  # noqa: PLC0415
    from simulator.terminal.jobs import job_json, job_page  # noqa: PLC0415

    kept = open_jobs().find(name)
    if as_json:
        print_json(job_json(kept))
    else:
        console().print(job_page(kept))


@job.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.option(
    "--rehearsals", type=click.Choice(["keep", "remove"]), help="What becomes of its rehearsals; asked otherwise."
)
def remove(name: str, rehearsals: str | None, *, yes: bool) -> None:
    """Remove a job with its follow-ups and, if you like, its rehearsals."""
    from simulator.terminal.jobs import remove_job  # noqa: PLC0415

    remove_job(name, rehearsals, yes=yes)


def _set(given: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value is not None}

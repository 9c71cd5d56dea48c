"""What really happened: each contact with an employer, and how the call went."""

import click

from simulator.commands.output import console, print_json

_ANSWERS = ["reached", "message", "voicemail", "sent", "no_answer"]
_BRANCHES = ["pending", "rejection", "rude", "receptionist", "voicemail", "offer", "on_hold"]


@click.group()
def log() -> None:
    """Keep a record of every real contact after the interview."""


@log.command()
@click.argument("job", required=False)
@click.option("--on", metavar="DATE", help="When; today if left out.")
@click.option("--medium", metavar="TEXT", help="How: call, email, text …")
@click.option("--answer", type=click.Choice(_ANSWERS), help="What came of it.")
@click.option("--whom", metavar="TEXT", help="Whom you reached, or wrote to.")
@click.option("--promised", metavar="DATE", help="For when they promised an answer.")
@click.option("--notes", metavar="TEXT", help="What else you want to remember.")
@click.option("--thank-you", is_flag=True, help="It was the note of thanks, which counts as no follow-up.")
def add(*, job: str | None, thank_you: bool, **given: str | None) -> None:
    """Note a contact: with options, or answering a few questions."""
    from simulator.terminal.follow_ups import add_entry  # noqa: PLC0415

    add_entry(job, {name: value for name, value in given.items() if value is not None}, thank_you=thank_you)


@log.command("list")
@click.argument("job", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_entries(job: str | None, *, as_json: bool) -> None:
    """List the contacts, the oldest first: of one JOB, or of all."""
    from simulator.bootstrap import open_jobs  # noqa: PLC0415
    from simulator.terminal import job_wording as wording  # noqa: PLC0415
    from simulator.terminal.jobs import log_table  # noqa: PLC0415

    store = open_jobs()
    jobs = [store.find(job)] if job is not None else store.all()
    if as_json:
        print_json([{"job": kept.job.name, **entry.to_dict()} for kept in jobs for entry in kept.log])
        return
    for kept in jobs:
        if kept.log:
            console().print(kept.job.name, style="bold", markup=False)
            console().print(log_table(kept.log))
    if not any(kept.log for kept in jobs):
        click.echo(wording.NO_ENTRIES)


@log.command()
@click.argument("number", type=click.IntRange(1))
def remove(number: int) -> None:
    """Remove a contact that was noted by mistake, by its NUMBER in the list."""
    from simulator.bootstrap import open_jobs  # noqa: PLC0415
    from simulator.terminal import job_wording as wording  # noqa: PLC0415

    open_jobs().unlog(number)
    click.echo(wording.ENTRY_REMOVED.format(number=number))


@click.command()
@click.argument("job", required=False)
@click.option("--on", metavar="DATE", help="When you called; today if left out.")
@click.option("--medium", metavar="TEXT", help="How, if it was no call.")
@click.option("--branch", type=click.Choice(_BRANCHES), help="How it went.")
@click.option("--whom", metavar="TEXT", help="Whom you reached.")
@click.option("--promised", metavar="DATE", help="For when they promised an answer.")
@click.option("--feeling", metavar="1-5", help="How it felt: 1 bad, 5 good.")
@click.option("--notes", metavar="TEXT", help="What you want to remember.")
def debrief(*, job: str | None, **given: str | None) -> None:
    """Note how the real call went.

    Shows, too, how you had rehearsed it, and what to do next, when.
    """
    from simulator.terminal.follow_ups import debrief_call  # noqa: PLC0415

    debrief_call(job, {name: value for name, value in given.items() if value is not None})


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def jobs(*, as_json: bool) -> None:
    """See what became of all jobs, after which practice."""
    from simulator.terminal.outcomes import outcomes, outcomes_json, print_outcomes  # noqa: PLC0415

    result = outcomes()
    if as_json:
        print_json(outcomes_json(result))
    else:
        print_outcomes(result, console())


@click.command()
@click.argument("job", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
def ready(job: str | None, *, as_json: bool) -> None:
    """See how ready you are for the real call.

    What was rehearsed lately, with which score, what is weak, and ten minutes that would help most.
    """
    from simulator.terminal.readiness import print_readiness, readiness, readiness_json  # noqa: PLC0415

    result = readiness(job)
    if as_json:
        print_json(readiness_json(result))
    else:
        print_readiness(result, console())

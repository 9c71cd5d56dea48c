"""What practice has brought."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.output import console, hand_over, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.storage import CallSummary

_LAST = 50
"""Calls that are looked at unless the user says otherwise; each has to be understood anew."""
_MANY = 10
"""Calls from which a wait is felt."""


@click.command()
@click.option(
    "--html",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write it to this file, with pictures.",
)
@click.option("--open", "opens", is_flag=True, help="Show it in the browser.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option(
    "--last", type=click.IntRange(1), default=_LAST, show_default=True, metavar="N", help="Look at the last N calls."
)
def progress(html: Path | None, last: int, *, opens: bool, as_json: bool) -> None:
    """Show what practice has brought: trends, personal bests, streak and goal.

    Every call is scored anew, by the checklist of today, so that all can be compared.
    """
    if as_json and (html or opens):
        raise click.UsageError("--json goes without --html and --open.")
    from simulator.attempts import attempt, completed  # noqa: PLC0415
    from simulator.bootstrap import now, open_history  # noqa: PLC0415
    from simulator.core.progress import progress as made_of  # noqa: PLC0415

    history = open_history()
    calls = completed(history)
    with _watched(calls[-last:]) as watched:
        attempts = [attempt(history, call) for call in watched]
    days = [call.started_at.astimezone().date() for call in calls]
    result = made_of(attempts, days, now().astimezone().date())
    if html or opens:
        from simulator.reports.progress_page import progress_page  # noqa: PLC0415

        hand_over(progress_page(result), html, opens=opens, name="progress")
    elif as_json:
        from simulator.reports.progress_json import progress_json  # noqa: PLC0415

        print_json(progress_json(result))
    elif calls:
        from simulator.reports.progress_terminal import print_progress  # noqa: PLC0415

        print_progress(console(), result)
    else:
        click.echo("No calls yet. `ringback call` makes the first.")


@click.command()
@click.argument("first", metavar="ID", type=click.IntRange(1))
@click.argument("second", metavar="ID", type=click.IntRange(1))
@click.option("--html", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), help="Write it to this file.")
@click.option("--open", "opens", is_flag=True, help="Show it in the browser.")
def compare(first: int, second: int, html: Path | None, *, opens: bool) -> None:
    """Show two calls of the history side by side."""
    from simulator.attempts import find  # noqa: PLC0415
    from simulator.bootstrap import arc_of, open_history  # noqa: PLC0415
    from simulator.core.comparison import compare as made_of  # noqa: PLC0415

    history = open_history()
    result = made_of(find(history, first), find(history, second))
    if html or opens:
        from simulator.reports.comparison_page import comparison_page  # noqa: PLC0415

        arcs = (arc_of(result.first.transcript), arc_of(result.second.transcript))
        hand_over(comparison_page(result, arcs), html, opens=opens, name=f"calls-{first}-{second}")
    else:
        from simulator.reports.comparison_terminal import print_comparison  # noqa: PLC0415

        print_comparison(console(), result)


def _watched(calls: "Sequence[CallSummary]") -> "AbstractContextManager[Iterable[CallSummary]]":
    """The calls, with a bar that tells how far they are, if they are many and somebody looks."""
    if len(calls) < _MANY or not sys.stderr.isatty():
        return nullcontext(calls)
    return click.progressbar(calls, label="Scoring your calls", file=sys.stderr)

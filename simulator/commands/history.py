"""The calls that were made."""

from pathlib import Path

import click

from simulator.commands.output import console, print_json
from simulator.errors import RingbackError


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def history(*, as_json: bool) -> None:
    """List the calls that you have made, newest first."""
    from simulator.bootstrap import open_history  # noqa: PLC0415
    from simulator.terminal.tables import history_json, history_table  # noqa: PLC0415

    calls = open_history().calls()
    if as_json:
        print_json([history_json(call) for call in calls])
    elif calls:
        console().print(history_table(calls))
    else:
        click.echo("No calls yet. `ringback call` makes the first.")


@click.command()
@click.argument("call_id", metavar="ID", type=click.IntRange(1))
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    show_default=True,
    help="How to write it.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def report(call_id: int, form: str, output: Path | None) -> None:
    """Show a call of the history with its score, or export it."""
    from simulator.bootstrap import open_history, scorecard  # noqa: PLC0415
    from simulator.reports import FORMATS  # noqa: PLC0415

    transcript = open_history().transcript(call_id)
    card = scorecard(transcript)
    if output is None and form == "terminal":
        from simulator.reports.terminal_report import print_report  # noqa: PLC0415

        print_report(console(), transcript, card)
        return
    text = FORMATS[form](transcript, card)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(output)) from error
    click.echo(f"Written to {output}.", err=True)

"""The calls that were made."""

from pathlib import Path

import click

from simulator.commands.output import console, hand_over, print_json
from simulator.commands.parameters import CALL_ID


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
@CALL_ID
@click.option("--format", "form", type=click.Choice(["terminal", "markdown", "json", "html"]), help="How to write it.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@click.option("--open", "opens", is_flag=True, help="Show it in the browser, as HTML.")
def report(call_id: int, form: str | None, output: Path | None, *, opens: bool) -> None:
    """Show a call of the history, the newest unless named, with its score, or export it.

    Without --format, the name of the file says it: .md, .json or .html.
    """
    form = form or ("html" if opens else _FORMS.get(output.suffix.lower() if output else "", "terminal"))
    if opens and form != "html":
        raise click.UsageError("--open shows a page: leave --format out, or use --format html.")
    from simulator.attempts import background  # noqa: PLC0415
    from simulator.bootstrap import open_history  # noqa: PLC0415
    from simulator.reports import FORMATS  # noqa: PLC0415

    transcript, card, known = background(open_history(), call_id)
    if output is None and form == "terminal":
        from simulator.reports.terminal_report import print_report  # noqa: PLC0415

        print_report(console(), transcript, card, known)
        return
    hand_over(FORMATS[form](transcript, card, known), output, opens=opens, name=f"call-{call_id}")


_FORMS = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".html": "html", ".htm": "html"}

"""Understanding and scoring words from anywhere."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simulator.commands.output import console
from simulator.errors import RingbackError

if TYPE_CHECKING:
    from simulator.core.transcript import Transcript


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), default="-")
def acts(file: str) -> None:
    """Recognise the dialogue acts of turns: JSON Lines in, JSON Lines out.

    Each line of FILE, or of standard input, is {"text": …}, optionally with "stage" and "before".
    """
    from simulator.acts_lines import recognise_lines  # noqa: PLC0415
    from simulator.bootstrap import understanding  # noqa: PLC0415

    problems = []
    try:
        lines = click.open_file(file, "rb")
    except OSError as error:
        raise RingbackError(f"cannot be read: {error.strerror}.", where=file) from error
    with lines:
        for result in recognise_lines(lines, understanding()):
            if isinstance(result, RingbackError):
                problems.append(str(result))
            else:
                click.echo(json.dumps(result, ensure_ascii=False))
    if problems:
        raise RingbackError("\n".join(problems), where=file)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print the scorecard as JSON; JSON Lines for several.")
def score(files: Sequence[str], *, as_json: bool) -> None:
    """Score transcripts in Ringback's JSON form, wherever they come from."""
    from simulator.bootstrap import scorecard  # noqa: PLC0415
    from simulator.reports.json_report import scorecard_json  # noqa: PLC0415
    from simulator.transcript_file import read_transcripts  # noqa: PLC0415

    problems: list[str] = []
    transcripts: list[Transcript] = []
    for file in files:
        try:
            transcripts += read_transcripts(file)
        except RingbackError as error:
            problems.append(str(error))
    for transcript in transcripts:
        card = scorecard(transcript)
        if as_json:
            indent = 2 if len(files) == 1 and len(transcripts) == 1 else None
            click.echo(json.dumps(scorecard_json(transcript, card), ensure_ascii=False, indent=indent))
        else:
            from simulator.reports.terminal_report import print_report  # noqa: PLC0415

            print_report(console(), transcript, card)
    if problems:
        raise RingbackError("\n".join(problems))

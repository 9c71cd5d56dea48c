"""The command line. Every command imports what it needs when it runs, so that help comes at once."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.errors import RingbackError

if TYPE_CHECKING:
    from rich.console import Console

    from simulator.core.transcript import Transcript

_INTERRUPTED = 130
"""What shells report for a program ended by Ctrl-C: 128 and the signal's number."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ringback", prog_name="ringback")
def cli() -> None:
    """Rehearse the follow-up phone call after a job interview.

    `ringback call` plays the other end of the line: you type what you would say, they react,
    and afterwards you get the transcript with a score and a better line for whatever went wrong.
    Everything stays on this computer.
    """


@cli.command()
@click.option("--scenario", "scenario_id", metavar="ID", help="Whom to call; see `ringback scenarios`.")
@click.option("--persona", "persona_id", metavar="ID", help="How they talk; see `ringback personas`.")
@click.option(
    "--set", "settings", multiple=True, metavar="FACT=TEXT", help="Your own call: company=…, contact=… and so on."
)
@click.option("--incoming", is_flag=True, help="They ring you.")
@click.option("--seed", type=click.IntRange(0), help="The same seed and the same words give the same call.")
@click.option("--json", "as_json", is_flag=True, help="Print transcript and scorecard as one JSON object.")
@click.option("--resume", is_flag=True, help="Go on with the last call that was cut off.")
def call(  # noqa: PLR0913 - one for each option
    scenario_id: str | None,
    persona_id: str | None,
    settings: Sequence[str],
    seed: int | None,
    *,
    incoming: bool,
    as_json: bool,
    resume: bool,
) -> None:
    """Make a rehearsal call, and see it scored.

    Without a terminal, each line of standard input is one turn of yours, and its end hangs up.
    --set takes company, position, contact, candidate (you), topic, interviewed and promised.
    """
    if resume and (scenario_id or persona_id or settings or incoming or seed is not None):
        raise click.UsageError("--resume goes on with a call as it was: leave out all that would change it.")
    from simulator.terminal.calling import Wish, make_call  # noqa: PLC0415

    wish = Wish(scenario_id, persona_id, _facts(settings), seed, incoming=incoming)
    make_call(wish, as_json=as_json, resume=resume)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def scenarios(*, as_json: bool) -> None:
    """List the calls that can be rehearsed."""
    from simulator.catalog import load_catalog  # noqa: PLC0415
    from simulator.terminal.tables import scenario_json, scenario_table  # noqa: PLC0415

    catalog = load_catalog()
    for error in catalog.errors:
        click.echo(f"Left out: {error}", err=True)
    if as_json:
        _print_json([scenario_json(scenario) for scenario in catalog.scenarios])
    else:
        _console().print(scenario_table(catalog.scenarios))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def personas(*, as_json: bool) -> None:
    """List the ways of talking that any call can be given (call --persona)."""
    from simulator.catalog import load_personas  # noqa: PLC0415
    from simulator.terminal.tables import persona_json, persona_table  # noqa: PLC0415

    everyone = load_personas().values()
    if as_json:
        _print_json([persona_json(persona) for persona in everyone])
    else:
        _console().print(persona_table(everyone))


@cli.group()
def scenario() -> None:
    """Write scenarios of your own, and check them."""


@scenario.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def new(file: Path | None) -> None:
    """Write a new scenario from a few answers.

    Without FILE it goes where Ringback finds it. More can be put into the file with any editor.
    """
    from simulator.terminal.authoring import write_scenario  # noqa: PLC0415

    write_scenario(file)


@scenario.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: Sequence[Path]) -> None:
    """Say what is wrong in scenario files, where, and what mends it."""
    from simulator.authoring import check as complaints_of  # noqa: PLC0415

    complaints = [complaint for file in files for complaint in complaints_of(file)]
    for complaint in complaints:
        click.echo(str(complaint))
    if complaints:
        raise RingbackError(f"{len(complaints)} to mend.")
    click.echo("All is well." if len(files) == 1 else f"All is well in {len(files)} files.")


@scenario.command()
def schema() -> None:
    """Print the format as a JSON Schema, for editors that check TOML."""
    from simulator.scenario_schema import scenario_schema  # noqa: PLC0415

    _print_json(scenario_schema())


@cli.command()
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


@cli.command()
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

            print_report(_console(), transcript, card)
    if problems:
        raise RingbackError("\n".join(problems))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def history(*, as_json: bool) -> None:
    """List the calls that you have made, newest first."""
    from simulator.bootstrap import open_history  # noqa: PLC0415
    from simulator.terminal.tables import history_json, history_table  # noqa: PLC0415

    calls = open_history().calls()
    if as_json:
        _print_json([history_json(call) for call in calls])
    elif calls:
        _console().print(history_table(calls))
    else:
        click.echo("No calls yet. `ringback call` makes the first.")


@cli.command()
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

        print_report(_console(), transcript, card)
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


cli.add_command(report, "show")


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns the exit code: 0 done, 1 could not be done, 2 wrong use."""
    try:
        result = cli.main(arguments, prog_name="ringback", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except RingbackError as error:
        click.echo(str(error), err=True)
        return 1
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone. What is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return result if isinstance(result, int) else 0


_SETTABLE = {
    **{name: name for name in ("company", "position", "contact", "candidate", "interviewed", "promised")},
    "topic": "discussion_topic",
}
_LONGEST_FACT = 200
"""Characters."""


def _facts(settings: Sequence[str]) -> dict[str, str]:
    """The facts in "name=text" settings, by their names in `Facts`."""
    facts: dict[str, str] = {}
    for setting in settings:
        name, is_given, text = setting.partition("=")
        text = " ".join(text.split())
        if name.strip() not in _SETTABLE or not is_given:
            raise click.BadParameter(
                f"{setting!r} is not FACT=TEXT with one of: {', '.join(_SETTABLE)}", param_hint="--set"
            )
        if not text or len(text) > _LONGEST_FACT:
            raise click.BadParameter(f"{name} needs a text of 1 to {_LONGEST_FACT} characters", param_hint="--set")
        facts[_SETTABLE[name.strip()]] = text
    return facts


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415

    return Console(highlight=False)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))

"""Hearing calls again, reading a script aloud, and what voice mode needs of this computer."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.parameters import CALL_ID
from simulator.errors import RingbackError

if TYPE_CHECKING:
    from audio.listeners import Listener


@click.command()
@CALL_ID
@click.option("--turn", type=click.IntRange(0), metavar="N", help="Only this turn; the first is 0.")
def play(call_id: int, turn: int | None) -> None:
    """Hear a call of the history again, the newest unless named, both sides of it."""
    from simulator.bootstrap import open_history  # noqa: PLC0415
    from simulator.terminal import wording  # noqa: PLC0415
    from simulator.terminal.recordings import play_turns  # noqa: PLC0415

    history = open_history()
    transcript = history.transcript(call_id)
    recording = history.recording(call_id)
    if recording is None or not recording.exists():
        raise RingbackError(wording.NO_RECORDING.format(id=call_id), remedy=wording.WHY_NO_RECORDING)
    play_turns(recording, transcript, turn)


@click.command()
@CALL_ID
def correct(call_id: int) -> None:
    """Put right what was heard in a call, the newest unless named; the score follows.

    Edit a line and press Enter; Ctrl-C leaves the rest as it was heard. Without a terminal, each line of standard input
    stands for a turn of yours, and an empty one keeps it.
    """
    from simulator.bootstrap import open_history, scorecard  # noqa: PLC0415
    from simulator.terminal import wording  # noqa: PLC0415
    from simulator.terminal.correcting import ask_at_terminal, corrected  # noqa: PLC0415

    history = open_history()
    heard = history.transcript(call_id)
    said = corrected(heard, ask_at_terminal)
    before, after = scorecard(heard).score, scorecard(said).score
    history.write(call_id, said)
    if said.finished:
        history.finish(call_id, after)
    click.echo(wording.CORRECTED.format(before=before, after=after, id=call_id))


@click.command()
@click.argument("script", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--engine", metavar="NAME", help="Who listens; the best that is installed, unless named.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for the take you keep.")
def record(script: Path | None, engine: str | None, output: Path | None) -> None:
    """Read your script aloud, hear it, see pace and fillers, try again, keep the best.

    SCRIPT is a text file with what you want to say; without one, speak freely.
    """
    from platformdirs import user_data_path  # noqa: PLC0415

    from simulator.bootstrap import now  # noqa: PLC0415
    from simulator.terminal.script import rehearse_script  # noqa: PLC0415

    def load() -> "Listener":
        from audio.listeners.load import load_listener  # noqa: PLC0415

        return load_listener(engine)

    text = script.read_text("utf-8", errors="replace").strip() if script else ""
    folder = output or user_data_path("ringback", appauthor=False) / "recordings" / "scripts"
    rehearse_script(text, folder, load, now())


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option("--silent", is_flag=True, help="Neither record nor play anything.")
def doctor(*, as_json: bool, silent: bool) -> int:
    """Check all that a call needs: microphone, speaker, voices, ears, models, terminal, database.

    It records two seconds and plays them back. Whatever is missing comes with the command that mends it.
    """
    from simulator.doctor import examine  # noqa: PLC0415
    from simulator.terminal.findings import print_findings  # noqa: PLC0415

    findings = []
    for finding in examine(aloud=not silent):
        findings.append(finding)
        if not as_json:
            print_findings([finding])
    if as_json:
        from simulator.commands.output import print_json  # noqa: PLC0415

        print_json([finding.as_json() for finding in findings])
    return 0 if all(finding.fine for finding in findings if finding.needed) else 1

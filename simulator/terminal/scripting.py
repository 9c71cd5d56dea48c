"""`ringback script`: the script of a job, with the user's own lines where there are good ones."""

from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from simulator.bootstrap import open_history, open_jobs, scorecard, today
from simulator.core.job import Job
from simulator.core.own_lines import fitting, own_lines
from simulator.core.script import write_script
from simulator.errors import RingbackError
from simulator.playbook import load_playbook
from simulator.reports.script_report import SCRIPT_FORMATS, script_terminal
from simulator.terminal import job_wording as wording
from simulator.terminal.planning import the_job

_REHEARSALS = 12
"""So many of the last good ones are looked through for own lines."""
_GOOD = 60
"""Of 100: what is taken from calls below is no model."""


def show_script(name: str | None, form: str, output: Path | None, out: Console) -> None:
    """Raises RingbackError if there is no such job, or the file cannot be written."""
    chosen = chosen_job(name)
    job = chosen.job
    calls = [call for call in open_history().calls() if chosen.id is not None and call.job_id == chosen.id]
    good = [call for call in calls if call.finished and (call.score or 0) >= _GOOD][:_REHEARSALS]
    history = open_history()
    transcripts = [history.transcript(call.id) for call in good]
    lines = own_lines([(transcript, scorecard(transcript)) for transcript in transcripts])
    script = write_script(job, load_playbook(), today(), lambda part, items: fitting(lines, part, items))
    if output is None and form == "terminal":
        out.print(script_terminal(job, script, today()))
        return
    text = SCRIPT_FORMATS[form](job, script, today())
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(output)) from error
    click.echo(wording.WRITTEN.format(path=output), err=True)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The job that is meant."""

    id: int | None
    """None for no job in particular."""
    job: Job


def chosen_job(name: str | None) -> Chosen:
    """The job of that name; the only one, where none is named; and one without facts where there is none at all."""
    store = open_jobs()
    if name is not None:
        kept = store.find(name)
        return Chosen(kept.id, kept.job)
    jobs = store.all()
    return Chosen((only := the_job(jobs)).id, only.job) if jobs else Chosen(None, Job(""))

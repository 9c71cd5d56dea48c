"""`ringback email`: a draft, edited if the user likes, and where it goes."""

import shlex
from pathlib import Path

import click

from simulator.bootstrap import now, today
from simulator.core.letter import Letter, read_letter, write_letter
from simulator.core.script import gaps
from simulator.errors import RingbackError
from simulator.letter_file import eml, load_letter_forms
from simulator.terminal import job_wording as wording
from simulator.terminal.scripting import chosen_job

_MAIL = ".eml"


def draft(name: str | None, kind: str, output: Path | None, *, edit: bool) -> None:
    """Raises RingbackError if there is no such job, no editor, or the file cannot be written."""
    kept = chosen_job(name)
    letter = write_letter(load_letter_forms()[kind], kept.job, today())
    if edit:
        letter = _edited(letter)
    if output is None:
        click.echo(letter.as_text(), nl=False)
    else:
        content = eml(letter, now()) if output.suffix.lower() == _MAIL else letter.as_text().encode()
        try:
            output.write_bytes(content)
        except OSError as error:
            raise RingbackError(f"cannot be written: {error.strerror}.", where=str(output)) from error
        click.echo(wording.WRITTEN.format(path=output), err=True)
    missing = gaps(letter.as_text())
    if missing:
        click.echo(wording.FILL_IN.format(gaps=", ".join(dict.fromkeys(missing))), err=True)
    if kept.id is not None:
        flag = " --thank-you" if kind == "thank-you" else " --medium email"
        click.echo(wording.WHEN_SENT.format(name=shlex.quote(kept.job.name), flag=flag), err=True)


def _edited(letter: Letter) -> Letter:
    try:
        text = click.edit(letter.as_text(), extension=".txt")
    except click.ClickException as error:
        raise RingbackError(wording.NO_EDITOR.format(problem=error.message), remedy=wording.SET_EDITOR) from error
    return letter if text is None else read_letter(text)

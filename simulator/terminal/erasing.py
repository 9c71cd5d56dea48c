"""`ringback erase`: everything, once asked, and what is gone."""

import click

from simulator.bootstrap import open_erasure
from simulator.catalog import own_scenarios
from simulator.storage.erasure import Kept
from simulator.terminal import job_wording as wording

_NAMES = {"calls": "call", "jobs": "job", "follow_ups": "follow-up", "turns": ""}
"""What the rows of a table are for a person; those of `turns` are part of calls."""


def erase_everything(*, yes: bool) -> None:
    erasure = open_erasure()
    kept = erasure.kept()
    if not kept:
        click.echo(wording.NOTHING_TO_ERASE)
        return
    what = in_words(kept)
    if not yes:
        click.echo(wording.TO_ERASE.format(what=what))
        if not click.confirm(wording.CONFIRM_ERASE):
            click.echo(wording.KEPT_ALL)
            return
    erasure.erase()
    click.echo(wording.ERASED.format(what=what))
    if own_scenarios().is_dir():
        click.echo(wording.OWN_SCENARIOS_STAY.format(folder=own_scenarios()))


def in_words(kept: Kept) -> str:
    rows = [(count, _NAMES.get(name, name.replace("_", " ").removesuffix("s"))) for name, count in kept.rows.items()]
    parts = [wording.counted(count, name) for count, name in (*rows, (kept.recordings, "recording")) if name and count]
    return ", ".join(parts)

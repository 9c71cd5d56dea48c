"""A bar that shows how far something long has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[float], None]
"""Moves the bar on by so much of its total."""


@contextmanager
def bar(what: str, total: float, *, prints: bool) -> Iterator[Advance]:
    """Shows a bar on standard error while its block runs, if that is a terminal. `prints`: the block writes to
    standard output meanwhile, so that there is no bar if that is a terminal, too. A total of 0 is unknown."""
    if not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task(what, total=total or None)
        yield lambda amount: progress.advance(task, amount)

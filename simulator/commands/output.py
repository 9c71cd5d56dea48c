"""What a command prints on standard output."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.errors import RingbackError

if TYPE_CHECKING:
    from rich.console import Console


def console() -> "Console":
    """Where tables and reports go."""
    from rich.console import Console  # noqa: PLC0415

    return Console(highlight=False)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def write_file(file: Path, text: str) -> None:
    """Raises RingbackError if that cannot be done."""
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(file)) from error
    click.echo(f"Written to {file}.", err=True)


def hand_over(text: str, output: Path | None, *, opens: bool = False, name: str = "page") -> None:
    """Prints a text, or writes it to a file, unless that is "-". `opens` shows the file in the browser; where no file
    was asked for, it is one of this `name`, in the user's cache."""
    if opens and (output is None or str(output) == "-"):
        output = _private_file(f"{name}.html")
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    write_file(output, text)
    if opens and click.launch(output.resolve().as_uri()):
        raise RingbackError("could not be shown in a browser.", where=str(output), remedy="Open the file yourself.")


def _private_file(name: str) -> Path:
    """A file that no other user can read, and that the next page of that name replaces."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only for pages without a file of the user's

    folder = user_cache_path("ringback", appauthor=False) / "pages"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RingbackError(f"cannot be made: {error.strerror}.", where=str(folder), remedy="Use --output.") from error
    return folder / name

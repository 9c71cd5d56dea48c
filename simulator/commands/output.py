"""What a command prints on standard output."""

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console


def console() -> "Console":
    """Where tables and reports go."""
    from rich.console import Console  # noqa: PLC0415

    return Console(highlight=False)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))

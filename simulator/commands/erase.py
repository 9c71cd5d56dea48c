"""Leaving no trace."""

import click


@click.command()
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase(*, yes: bool) -> None:
    """Erase everything that Ringback keeps of you: calls, recordings, jobs, follow-ups. Asks once."""
    from simulator.terminal.erasing import erase_everything  # noqa: PLC0415

    erase_everything(yes=yes)

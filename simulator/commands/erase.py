"""Leaving no trace."""

import click


@click.command()
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase(*, yes: bool) -> None:
    """Erase all that Ringback keeps of you.

    Calls, recordings, jobs, follow-ups: it asks once, and says what is gone.
    """
    from simulator.terminal.erasing import erase_everything  # noqa: PLC0415

    erase_everything(yes=yes)

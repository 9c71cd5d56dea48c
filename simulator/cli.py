"""The command line: its commands, and the exit code for whatever comes of them."""

import os
import sys
from collections.abc import Sequence

import click

from simulator.commands import COMMANDS
from simulator.errors import RingbackError

_INTERRUPTED = 130
"""What shells report for a program ended by Ctrl-C: 128 and the signal's number."""


@click.group(commands=dict(COMMANDS), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ringback", prog_name="ringback")
def cli() -> None:
    """Rehearse the follow-up phone call after a job interview.

    `ringback call` plays the other end of the line: you type what you would say, they react,
    and afterwards you get the transcript with a score and a better line for whatever went wrong.
    Everything stays on this computer.
    """


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

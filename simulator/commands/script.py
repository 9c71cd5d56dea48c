"""What to say in the real call."""

from pathlib import Path

import click

from simulator.commands.output import console


@click.command()
@click.argument("job", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html"]),
    default="terminal",
    show_default=True,
    help="How to write it; html prints well.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def script(job: str | None, form: str, output: Path | None) -> None:
    """Write down what to say in the real call.

    For each branch that the call to a JOB may take, in several ways, with how long each takes to say.
    Your own lines from rehearsals for the job (`ringback call --job`) go before ready-made ones, where they did well.
    """
    from simulator.terminal.scripting import show_script  # noqa: PLC0415

    show_script(job, form, output, console())

"""Emails around the call."""

from pathlib import Path

import click

_KINDS = ["thank-you", "follow-up", "after-no-answer", "after-rudeness", "after-rejection", "accept-offer"]


@click.command()
@click.argument("job", required=False)
@click.option("--kind", type=click.Choice([*_KINDS, "more-information"]), required=True, help="What it is for.")
@click.option("--edit", is_flag=True, help="Change the draft in your editor ($EDITOR) first.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to this file; one that ends in .eml opens in a mail program.",
)
def email(job: str | None, kind: str, output: Path | None, *, edit: bool) -> None:
    """Draft a short email to the employer.

    From the facts of a JOB; what is not known of it stays a gap in brackets.
    """
    from simulator.terminal.letters import draft  # noqa: PLC0415

    draft(job, kind, output, edit=edit)

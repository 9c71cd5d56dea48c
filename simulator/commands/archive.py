"""All that was kept, to take along."""

from pathlib import Path

import click

from simulator.errors import RingbackError


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv"]), help="JSON Lines, or a table; else as --output ends."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
def export(form: str | None, output: Path | None) -> None:
    """Write out all that Ringback keeps: calls, drills and the rest.

    As JSON Lines, for programs and for `ringback score`, or as a table (CSV) for spreadsheets.
    `ringback import` reads both back without loss.
    """
    from simulator.archive.transfer import export as write  # noqa: PLC0415
    from simulator.bootstrap import open_records  # noqa: PLC0415
    from simulator.terminal import wording  # noqa: PLC0415
    from simulator.terminal.bar import bar  # noqa: PLC0415

    if form is None:
        form = "csv" if output and output.suffix.lower() == ".csv" else "jsonl"
    records = open_records()
    with bar(wording.EXPORTING, records.count(), prints=output is None) as advance:
        write(records, form, output, advance)
    if output:
        click.echo(f"Written to {output}.", err=True)


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
def import_(file: str) -> None:
    """Add what `ringback export` wrote, here or on another computer.

    What is there already is left as it is; a number that is taken is replaced by a new one.
    """
    from simulator.archive.transfer import add  # noqa: PLC0415
    from simulator.batch.sources import size  # noqa: PLC0415
    from simulator.bootstrap import open_records  # noqa: PLC0415
    from simulator.terminal import wording  # noqa: PLC0415
    from simulator.terminal.bar import bar  # noqa: PLC0415

    with bar(wording.IMPORTING, size(file), prints=False) as advance:
        tally = add(open_records(), file, advance)
    for line in wording.imported({(kind, fate.value): times for (kind, fate), times in tally.fates.items()}):
        click.echo(line)
    if tally.problems:
        raise RingbackError("\n".join(tally.problems))

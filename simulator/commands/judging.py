"""Understanding and scoring words from anywhere."""

import json
from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from simulator.commands.output import console
from simulator.errors import RingbackError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from simulator.batch.engines import Engine
    from simulator.batch.judging import Judged


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), default="-")
def acts(file: str) -> None:
    """Recognise the dialogue acts of turns: JSON Lines in, JSON Lines out.

    Each line of FILE, or of standard input, is {"text": …}, optionally with "stage" and "before".
    """
    from simulator.acts_lines import recognise_lines  # noqa: PLC0415
    from simulator.bootstrap import understanding  # noqa: PLC0415

    problems = []
    try:
        lines = click.open_file(file, "rb")
    except OSError as error:
        raise RingbackError(f"cannot be read: {error.strerror}.", where=file) from error
    with lines:
        for result in recognise_lines(lines, understanding()):
            if isinstance(result, RingbackError):
                problems.append(str(result))
            else:
                click.echo(json.dumps(result, ensure_ascii=False))
    if problems:
        raise RingbackError("\n".join(problems), where=file)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print the scorecard as JSON; JSON Lines for several.")
@click.option("--processes", type=click.IntRange(1), help="How many of many to score at once; else one a core.")
@click.option("--dask", "cluster", metavar="ADDRESS", help="Score on a Dask cluster: tcp://…, or `local` for one here.")
def score(files: Sequence[str], *, as_json: bool, processes: int | None, cluster: str | None) -> None:
    """Score transcripts in Ringback's JSON form, wherever they come from.

    FILES hold one or many, as JSON or JSON Lines; directories are searched. What cannot be read is
    reported at the end, and the rest is scored all the same.
    """
    from simulator.batch import engines  # noqa: PLC0415
    from simulator.batch.running import FEW, score_all  # noqa: PLC0415
    from simulator.batch.sources import read, size, transcript_files  # noqa: PLC0415
    from simulator.cores import cores  # noqa: PLC0415
    from simulator.terminal import wording  # noqa: PLC0415
    from simulator.terminal.bar import bar  # noqa: PLC0415

    if cluster and processes:
        raise click.UsageError("--dask says where to score, --processes how often here: give one of them.")
    paths = list(transcript_files(files))
    if not paths:
        raise RingbackError(wording.NO_TRANSCRIPTS, where=" ".join(files))
    problems: list[str] = []

    def engine() -> "AbstractContextManager[Engine]":
        return engines.dask(cluster) if cluster else engines.processes(processes or cores())

    results = score_all(read(paths), engine, 0 if cluster or processes else FEW)
    alone = list(islice(results, 2)) if len(paths) == 1 else []
    with bar(wording.SCORING, sum(map(size, paths)), prints=True) as advance:
        for document, result in chain(alone, results):
            if isinstance(result, RingbackError):
                problems.append(str(result))
            else:
                _print_judged(result, as_json=as_json, indent=2 if len(alone) == 1 else None)
            advance(document.share)
    if problems:
        raise RingbackError("\n".join(problems))


def _print_judged(judged: "Judged", *, as_json: bool, indent: int | None) -> None:
    if as_json:
        from simulator.reports.json_report import scorecard_json  # noqa: PLC0415

        form = scorecard_json(judged.transcript, judged.scorecard)
        click.echo(json.dumps(form, ensure_ascii=False, indent=indent))
    else:
        from simulator.reports.terminal_report import print_report  # noqa: PLC0415

        print_report(console(), judged.transcript, judged.scorecard)

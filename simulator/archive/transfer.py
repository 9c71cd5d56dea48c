"""Writing an archive to a file, and adding one to the database."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from simulator.archive import jsonl, spreadsheet
from simulator.errors import RingbackError
from simulator.storage.records import Fate, Record, Records

Writer = Callable[[Iterable[Record]], Iterator[str]]
Parser = Callable[[Iterable[str]], Iterator[tuple[str, Record | RingbackError]]]

WRITERS: Mapping[str, Writer] = {"jsonl": jsonl.write, "csv": spreadsheet.write}
_TOGETHER = 200
"""Records added in one transaction."""


def export(records: Records, form: str, path: Path | None, advance: Callable[[float], None]) -> None:
    """Writes all records to a file, or to standard output; `advance` is told of each. Raises RingbackError."""

    def counted() -> Iterator[Record]:
        for record in records:
            yield record
            advance(1)

    with _opened(path) as file:
        for text in WRITERS[form](counted()):
            file.write(text)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """A file that takes its place once it is complete, and that nobody else can read; or standard output."""
    if path is None:
        # The formats end their lines themselves, alike on every system.
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    name = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.resolve().parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        Path(name).replace(path)
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(path)) from error
    finally:
        if name:
            with suppress(FileNotFoundError):
                Path(name).unlink()


@dataclass(slots=True)
class Tally:
    """What came of an import."""

    fates: Counter[tuple[str, Fate]] = field(default_factory=Counter)
    """How often each happened to each kind of record."""
    problems: list[str] = field(default_factory=list)


def add(records: Records, path: str, advance: Callable[[float], None]) -> Tally:
    """Adds what the file holds and the database lacks; `advance` is told the bytes that were read. What is wrong is
    gathered, and the rest added. Raises RingbackError if the file cannot be read at all."""
    tally = Tally()
    where = "standard input" if path == "-" else path
    with _lines(path, where, advance) as lines:
        first = next(lines, "")
        head = first.removeprefix("\ufeff").lstrip()
        # An empty file is what comes of having kept nothing.
        parse: Parser = jsonl.parse if not head or head.startswith("{") else spreadsheet.parse
        try:
            found = parse(chain([first.removeprefix("\ufeff")], lines))
            while batch := list(islice(found, _TOGETHER)):
                _add(records, batch, where, tally)
        except RingbackError as error:
            if error.where.startswith("line"):
                error.where = f"{where}, {error.where}"
            raise
    return tally


def _add(records: Records, batch: list[tuple[str, Record | RingbackError]], where: str, tally: Tally) -> None:
    whole = [(place, record) for place, record in batch if isinstance(record, Record)]
    fates = dict(zip((place for place, _ in whole), records.add([record for _, record in whole]), strict=True))
    for place, record in batch:
        problem = fates.get(place, record)
        if isinstance(problem, RingbackError):
            tally.problems += [f"{where}, {place}: {line}" for line in problem.what.splitlines()]
        elif isinstance(problem, Fate) and isinstance(record, Record):
            tally.fates[record.kind.name, problem] += 1


@contextmanager
def _lines(path: str, where: str, advance: Callable[[float], None]) -> Iterator[Iterator[str]]:
    """The lines of a file as they are, with their ends."""
    try:
        file = sys.stdin.buffer if path == "-" else Path(path).open("rb")  # noqa: SIM115 - closed below
        with file:
            yield _decoded(file, where, advance)
    except OSError as error:
        raise RingbackError(f"cannot be read: {error.strerror}.", where=where) from error


def _decoded(lines: Iterable[bytes], where: str, advance: Callable[[float], None]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        advance(len(line))
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            place = f"{where}, line {number}"
            raise RingbackError("is not UTF-8 text.", where=place, remedy="Save it as UTF-8.") from error

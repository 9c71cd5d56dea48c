"""An archive as JSON Lines: a record a line, its parts a list in it. A line with a call is a transcript, too."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from simulator.archive.rows import RECORD, REMEDY, kind_of, read, written
from simulator.errors import RingbackError
from simulator.storage.records import Record


def write(records: Iterable[Record]) -> Iterator[str]:
    """A line for each record."""
    for record in records:
        form: dict[str, Any] = {RECORD: record.kind.name, **written(record.values, record.kind.fields)}
        if parts := record.kind.parts:
            form[parts.name] = [written(part, parts.fields) for part in record.parts]
        yield json.dumps(form, ensure_ascii=False) + "\n"


def parse(lines: Iterable[str]) -> Iterator[tuple[str, Record | RingbackError]]:
    """Each record with its place; in the place of one that is none stands the error."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"line {number}"
            try:
                yield where, _record(line, where)
            except RingbackError as error:
                yield where, error


def _record(line: str, where: str) -> Record:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RingbackError(f"is not JSON: {error}", where=where, remedy=REMEDY) from error
    if not isinstance(data, dict):
        raise RingbackError("is no record.", where=where, remedy=REMEDY)
    kind = kind_of(data.pop(RECORD, None), where)
    errors: list[str] = []
    parts = []
    if kind.parts:
        listed = data.pop(kind.parts.name, [])
        if not isinstance(listed, list) or not all(isinstance(part, dict) for part in listed):
            errors.append(f"{kind.parts.name}: must be a list of objects")
            listed = []
        for index, part in enumerate(listed):
            parts.append(read(part, kind.parts.fields, f"{kind.parts.name}[{index}].", errors))
    values = read(data, kind.fields, "", errors)
    if errors:
        raise RingbackError("\n".join(errors), where=where, remedy=REMEDY)
    return Record(kind, values, tuple(parts))

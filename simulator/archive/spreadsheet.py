"""An archive as a table (CSV) that spreadsheets open: a row for each record, followed by one for each of its parts.

Before what a spreadsheet would take for a formula stands an apostrophe, and one more where one stands by itself, so
that what was written can be read back. An empty text, where it differs from none, is a lone apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from simulator.archive.rows import RECORD, REMEDY, kind_of, read, written
from simulator.document import unknown
from simulator.errors import RingbackError
from simulator.storage.record_kinds import KINDS, Field, Kind
from simulator.storage.records import Record

_MARK = "'"
_FORMULA = rf"[=+\-@＝＋－＠{_MARK}]"
"""Beginnings of formulas in one spreadsheet or another (OWASP, "CSV Injection"), and the mark itself."""
_TO_MARK = re.compile(rf"^(?=[\t\r\n]|{_FORMULA})|(?<=[;\t\r\n])(?={_FORMULA})")
"""Where a cell begins, or would begin for a spreadsheet that divides them otherwise."""
_MARKED = re.compile(rf"(?:^|(?<=[;\t\r\n])){_MARK}")
_LONGEST_CELL = 2**24
_DELIMITERS = ",;\t"
"""The last two are what spreadsheets of some countries write."""

_PARTS = frozenset(kind.parts.record for kind in KINDS if kind.parts)


def _columns() -> list[str]:
    names = [RECORD]
    for kind in KINDS:
        names += [field.name for field in kind.fields]
        if kind.parts:
            names += [kind.parts.owner, kind.parts.number, *(field.name for field in kind.parts.fields)]
    return list(dict.fromkeys(names))


def write(records: Iterable[Record]) -> Iterator[str]:
    """The lines of the table, with a mark at its beginning by which spreadsheets know its encoding."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, _columns(), lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writeheader()
    yield _taken(buffer)
    for record in records:
        kind = record.kind
        writer.writerow({RECORD: kind.name, **_cells(record.values, kind.fields)})
        if parts := kind.parts:
            for number, part in enumerate(record.parts):
                place = {parts.owner: record.values["id"], parts.number: number}
                writer.writerow({RECORD: parts.record, **place, **_cells(part, parts.fields)})
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _cells(values: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, str]:
    found = written(values, fields)
    return {field.name: _cell(found[field.name], field) for field in fields if field.name in found}


def _cell(value: Any, field: Field) -> str:  # noqa: ANN401 - any JSON
    if field.form.cell:
        return field.form.cell(value)
    text = str(value)
    return _TO_MARK.sub(_MARK, text) if text or not field.may_lack else _MARK


def parse(lines: Iterable[str]) -> Iterator[tuple[str, Record | RingbackError]]:
    """Each record with its place; in the place of one that is none stands the error. Raises RingbackError if it is no
    such table at all."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = iter(lines)
    head = next(lines, "").removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=head.count)
    names = next(csv.reader([head], delimiter=delimiter), [])
    if strange := [name for name in names if name not in _columns()]:
        raise RingbackError(f"column {unknown(strange[0], _columns())}", where="line 1", remedy=REMEDY)
    if RECORD not in names:
        raise RingbackError(f"has no column {RECORD!r}.", where="line 1", remedy=REMEDY)
    rows = csv.DictReader(lines, names, delimiter=delimiter, restkey="", restval="")
    try:
        yield from _records(rows)
    except csv.Error as error:
        where = f"line {rows.line_num + 1}"
        raise RingbackError(f"is not CSV: {error}", where=where, remedy=REMEDY) from error


def _records(rows: "csv.DictReader[str]") -> Iterator[tuple[str, Record | RingbackError]]:
    """A record is complete once the next one begins."""
    begun: _Begun | None = None
    for row in rows:
        where = f"line {rows.line_num + 1}"
        if begun and begun.takes(row, where):
            continue
        if begun:
            yield begun.where, begun.record()
            begun = None
        if row[RECORD] in _PARTS:
            yield where, RingbackError(f"this {row[RECORD]} belongs to nothing before it.", where=where, remedy=REMEDY)
            continue
        try:
            begun = _Begun(kind_of(row.pop(RECORD), where), row, where)
        except RingbackError as error:
            yield where, error
    if begun:
        yield begun.where, begun.record()


class _Begun:
    """A record of which more rows may follow."""

    def __init__(self, kind: Kind, row: dict[str, str], where: str) -> None:
        self.where = where
        self._kind = kind
        self._errors: list[str] = []
        self._id = row.get("id")
        self._values = read(_values(row, kind.fields), kind.fields, "", self._errors)
        self._parts: list[dict[str, Any]] = []

    def takes(self, row: dict[str, str], where: str) -> bool:
        """Takes a row that is the record's next part; False if it is something else."""
        parts = self._kind.parts
        if not parts or row.get(RECORD) != parts.record:
            return False
        row.pop(RECORD)
        path = f"{where}: "
        if (row.pop(parts.owner, None), row.pop(parts.number, None)) != (self._id, str(len(self._parts))):
            self._errors.append(f"{path}this {parts.record} does not follow the one before it")
        self._parts.append(read(_values(row, parts.fields), parts.fields, path, self._errors))
        return True

    def record(self) -> Record | RingbackError:
        if self._errors:
            return RingbackError("\n".join(dict.fromkeys(self._errors)), where=self.where, remedy=REMEDY)
        return Record(self._kind, self._values, tuple(self._parts))


def _values(row: Mapping[str, str], fields: Iterable[Field]) -> dict[str, Any]:
    """JSON values from cells. An empty cell is an empty text where there must be one, and otherwise nothing; what is
    no such value, or has no business in the row, stays the text that it is, and will be refused."""
    found: dict[str, Any] = {name: cell for name, cell in row.items() if cell}
    for field in fields:
        cell = row.get(field.name, "")
        if field.form.uncell:
            with suppress(ValueError):
                found |= {field.name: field.form.uncell(cell)} if cell else {}
        elif cell or not field.may_lack:
            found[field.name] = _MARKED.sub("", cell)
    return found

"""The rows of the database as records, whatever their kind: read one after the other, and added where they lack."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Self

from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from simulator.errors import RingbackError
from simulator.storage.engine import open_engine
from simulator.storage.failures import place, told
from simulator.storage.record_kinds import ID, KINDS, Kind
from simulator.storage.schema import bring_up_to_date

_PAGE = 200
"""Records read in one transaction: short ones keep nobody waiting."""

Values = dict[str, Any]
"""By the names of columns, as they are stored."""


@dataclass(frozen=True, slots=True)
class Record:
    kind: Kind
    values: Values
    parts: tuple[Values, ...] = ()


class Fate(Enum):
    """What became of a record that was to be added."""

    ADDED = "added"
    KNOWN = "known"
    """It was there already."""
    RENEWED = "renewed"
    """It was there, and older."""


@dataclass(slots=True)
class _Index:
    """What is there of a kind."""

    ids: set[int] = field(default_factory=set)
    same: defaultdict[tuple[Any, ...], list[Any]] = field(default_factory=lambda: defaultdict(list))
    """The primary keys of the records that agree in what makes them the same."""


class Records:
    """The records in a database. Every method raises StorageError if the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = place(engine.url)
        self._indices: dict[str, _Index] = {}
        self._moved: dict[str, dict[int, int]] = {kind.name: {} for kind in KINDS}
        """The ids that records have here, by those that they came with."""

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """The records at `url`, a SQLAlchemy URL, or else in the user's data directory, brought up to date."""
        records = cls(open_engine(url))
        with told(records._where):
            bring_up_to_date(records._engine)
        return records

    def count(self) -> int:
        """How many there are, of all kinds."""
        with self._transaction() as connection:
            counts = (connection.execute(select(func.count()).select_from(kind.table)) for kind in KINDS)
            return sum(count.scalar_one() for count in counts)

    def __iter__(self) -> Iterator[Record]:
        """All of them, kind after kind, in the order of their ids."""
        for kind in KINDS:
            key = _key(kind.table)
            last: Any = None
            while True:
                page = select(kind.table).order_by(key).limit(_PAGE)
                with self._transaction() as connection:
                    rows = connection.execute(page if last is None else page.where(key > last)).mappings().all()
                    parts = _parts(connection, kind, [row[key] for row in rows])
                for row in rows:
                    values = {column.name: row[column] for column in kind.table.columns}
                    yield Record(kind, values, tuple(parts[row[key]]))
                if len(rows) < _PAGE:
                    break
                last = rows[-1][key]

    def add(self, records: Sequence[Record]) -> list[Fate | RingbackError]:
        """Adds those that lack, all in one transaction, and tells what became of each. One that has an id keeps it
        where it is free, and what refers to it follows it. One that refers to a record that did not come before it
        is left out, and the error stands in its place."""
        with self._transaction() as connection:
            return [self._add(connection, record) for record in records]

    def _add(self, connection: Connection, record: Record) -> Fate | RingbackError:
        kind, values = record.kind, dict(record.values)
        for column, target in kind.refers.items():
            moved = self._moved[target].get(values[column])
            if moved is None and values[column] is not None:
                return RingbackError(f"belongs to {target} {values[column]}, which did not come before it.")
            values[column] = moved
        index = self._index(connection, kind)
        sameness = tuple(values[column] for column in kind.same)
        for here in index.same[sameness]:
            if kind.parts is None or _parts(connection, kind, [here])[here] == list(record.parts):
                self._note(kind, record, here)
                return self._renew(connection, kind, here, values)
        if kind.numbered and (values.get(ID) in index.ids or self._engine.dialect.name != "sqlite"):
            # Elsewhere the database counts on by itself, and would come upon an id that it did not give.
            del values[ID]
        inserted = connection.execute(insert(kind.table).values(values)).inserted_primary_key
        key: Any = inserted[0] if inserted else None
        if kind.parts and record.parts:
            fixed = ({kind.parts.owner: key, kind.parts.number: number} for number in range(len(record.parts)))
            rows = [{**part, **more} for part, more in zip(record.parts, fixed, strict=True)]
            connection.execute(insert(kind.parts.table), rows)
        index.same[sameness].append(key)
        if kind.numbered:
            index.ids.add(key)
        self._note(kind, record, key)
        return Fate.ADDED

    def _note(self, kind: Kind, record: Record, key: Any) -> None:  # noqa: ANN401 - of any type
        if kind.numbered and record.values.get(ID) is not None:
            self._moved[kind.name][record.values[ID]] = key

    def _renew(self, connection: Connection, kind: Kind, key: Any, values: Values) -> Fate:  # noqa: ANN401 - of any type
        if kind.newest is None:
            return Fate.KNOWN
        here = _key(kind.table) == key
        newest = connection.execute(select(kind.table.c[kind.newest]).where(here)).scalar_one()
        if values[kind.newest] <= newest:
            return Fate.KNOWN
        connection.execute(update(kind.table).where(here).values(values))
        return Fate.RENEWED

    def _index(self, connection: Connection, kind: Kind) -> _Index:
        if kind.name not in self._indices:
            index = self._indices[kind.name] = _Index()
            key = _key(kind.table)
            columns = [kind.table.c[name] for name in kind.same]
            for row in connection.execute(select(key, *columns)):
                index.same[tuple(row[1:])].append(row[0])
                if kind.numbered:
                    index.ids.add(row[0])
        return self._indices[kind.name]

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told(self._where), self._engine.begin() as connection:
            yield connection


def _key(table: Table) -> Any:  # noqa: ANN401 - a column of any type
    (key,) = table.primary_key.columns
    return key


def _parts(connection: Connection, kind: Kind, keys: Sequence[Any]) -> defaultdict[Any, list[Values]]:
    """The parts of each record, by its key."""
    found: defaultdict[Any, list[Values]] = defaultdict(list)
    if kind.parts and keys:
        parts = kind.parts
        owner, number = parts.table.c[parts.owner], parts.table.c[parts.number]
        chosen = select(parts.table).where(owner.in_(keys)).order_by(owner, number)
        for row in connection.execute(chosen).mappings():
            found[row[owner]].append({part.column.name: row[part.column] for part in parts.fields})
    return found

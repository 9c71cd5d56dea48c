"""What was practised: every try, and how well each item of the checklist sits."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine, delete, insert, select

from simulator.core.repetition import Repetition
from simulator.storage import tables
from simulator.storage.engine import open_engine
from simulator.storage.failures import place, told
from simulator.storage.schema import bring_up_to_date


@dataclass(frozen=True, slots=True)
class Try:
    """A new answer at a moment of a past call."""

    call_id: int
    turn: int
    """Index among all turns of the call, from 0."""
    item: str
    """What it was about: an item of the checklist."""
    text: str
    is_right: bool
    tried_at: datetime
    """In UTC."""


class Drills:
    """The drills in a database. Every method raises StorageError if the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = place(engine.url)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """The drills at `url`, a SQLAlchemy URL, or else in the user's data directory, brought up to date."""
        drills = cls(open_engine(url))
        with told(drills._where):
            bring_up_to_date(drills._engine)
        return drills

    def add(self, attempt: Try) -> None:
        """Keeps a try."""
        values = {**asdict(attempt), "tried_at": _stored(attempt.tried_at)}
        with self._transaction() as connection:
            connection.execute(insert(tables.drill_tries).values(values))

    def tries(self) -> list[Try]:
        """Every try, the latest last."""
        with self._transaction() as connection:
            rows = connection.execute(select(tables.drill_tries).order_by(tables.drill_tries.c.id))
            return [
                Try(row.call_id, row.turn, row.item, row.text, row.is_right, row.tried_at.replace(tzinfo=UTC))
                for row in rows
            ]

    def repetitions(self) -> dict[str, Repetition]:
        """How well each item sits that was practised, by its id."""
        with self._transaction() as connection:
            return {
                row.item: Repetition(
                    row.due.replace(tzinfo=UTC),
                    row.reviewed_at.replace(tzinfo=UTC),
                    row.state,
                    row.step,
                    row.stability,
                    row.difficulty,
                )
                for row in connection.execute(select(tables.drill_items))
            }

    def review(self, item: str, repetition: Repetition) -> None:
        """Keeps how well an item sits now."""
        values = asdict(repetition)
        values |= {name: _stored(values[name]) for name in ("due", "reviewed_at")}
        with self._transaction() as connection:
            connection.execute(delete(tables.drill_items).where(tables.drill_items.c.item == item))
            connection.execute(insert(tables.drill_items).values(item=item, **values))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told(self._where), self._engine.begin() as connection:
            yield connection


def _stored(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(tzinfo=None)

"""The jobs that the user applied for, and what really happened with each."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from simulator.core.follow_up import FollowUp
from simulator.core.job import Job
from simulator.document import unknown
from simulator.errors import RingbackError, StorageError
from simulator.storage import tables
from simulator.storage.engine import open_engine
from simulator.storage.failures import place, told
from simulator.storage.schema import bring_up_to_date


@dataclass(frozen=True, slots=True)
class KeptJob:
    """A job in the database, with all its contacts, the oldest first."""

    id: int
    job: Job
    log: tuple[FollowUp, ...]


class JobStore:
    """The jobs in a database. Every method raises StorageError if the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = place(engine.url)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """The jobs at `url`, a SQLAlchemy URL, or else in the user's data directory."""
        store = cls(open_engine(url))
        with told(store._where):
            bring_up_to_date(store._engine)
        return store

    def add(self, job: Job) -> int:
        """Keeps a new job; returns its id. Raises RingbackError if there is one of that name."""
        with self._transaction() as connection:
            if _row_of(connection, job.name):
                raise _taken(job.name)
            key = connection.execute(insert(tables.jobs).values(_job_values(job))).inserted_primary_key
            return int(key[0]) if key else 0

    def change(self, job_id: int, job: Job) -> None:
        """Replaces what is known of a job. Raises RingbackError if another has its new name."""
        with self._transaction() as connection:
            other = _row_of(connection, job.name)
            if other and other.id != job_id:
                raise _taken(job.name)
            connection.execute(update(tables.jobs).where(tables.jobs.c.id == job_id).values(_job_values(job)))

    def all(self) -> list[KeptJob]:
        """Every job, in the order in which they were added."""
        with self._transaction() as connection:
            rows = connection.execute(select(tables.jobs).order_by(tables.jobs.c.id)).all()
            return [_kept(connection, row) for row in rows]

    def find(self, name: str, *, exactly: bool = False) -> KeptJob:
        """The job of that name, whatever its case, or, unless `exactly`, the only one whose name begins so. Raises
        RingbackError if there is none, or several."""
        with self._transaction() as connection:
            row = _row_of(connection, name)
            if row is None:
                rows = connection.execute(select(tables.jobs)).all()
                near = [one for one in rows if name.strip() and one.key.startswith(_key(name))]
                if exactly or len(near) != 1:
                    raise _no_such_job(name, [one.name for one in near or rows])
                row = near[0]
            return _kept(connection, row)

    def remove(self, job_id: int, *, rehearsals: bool) -> int:
        """Removes a job with its contacts; with its `rehearsals`, or leaving them in the history. Returns how many
        rehearsals there were."""
        of_job = tables.calls.c.job_id == job_id
        with self._transaction() as connection:
            count: int = connection.execute(select(func.count()).where(of_job)).scalar_one()
            if rehearsals:
                calls = select(tables.calls.c.id).where(of_job)
                connection.execute(delete(tables.turns).where(tables.turns.c.call_id.in_(calls)))
                connection.execute(delete(tables.calls).where(of_job))
            else:
                connection.execute(update(tables.calls).where(of_job).values(job_id=None))
            connection.execute(delete(tables.follow_ups).where(tables.follow_ups.c.job_id == job_id))
            connection.execute(delete(tables.jobs).where(tables.jobs.c.id == job_id))
            return count

    def log(self, job_id: int, entry: FollowUp) -> int:
        """Keeps a contact with the employer; returns its id."""
        values = entry.to_dict()
        del values["id"]
        with self._transaction() as connection:
            key = connection.execute(insert(tables.follow_ups).values(job_id=job_id, **values)).inserted_primary_key
            return int(key[0]) if key else 0

    def relog(self, entry_id: int, entry: FollowUp) -> None:
        """Replaces a contact by one of which more is known."""
        values = entry.to_dict()
        del values["id"]
        with self._transaction() as connection:
            chosen = tables.follow_ups.c.id == entry_id
            connection.execute(update(tables.follow_ups).where(chosen).values(values))

    def unlog(self, entry_id: int) -> None:
        """Removes a contact that was noted by mistake. Raises StorageError if there is none of that number."""
        with self._transaction() as connection:
            gone = connection.execute(delete(tables.follow_ups).where(tables.follow_ups.c.id == entry_id))
            if gone.rowcount == 0:
                raise StorageError(f"There is no entry {entry_id}.", remedy="`ringback log list` lists them.")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told(self._where), self._engine.begin() as connection:
            yield connection


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _row_of(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(tables.jobs).where(tables.jobs.c.key == _key(name))).first()


def _job_values(job: Job) -> dict[str, Any]:
    values = job.to_dict()
    return {**values, "media": " ".join(values["media"]), "key": _key(job.name)}


def _kept(connection: Connection, row: Row[Any]) -> KeptJob:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    values["media"] = values["media"].split()
    chosen = select(tables.follow_ups).where(tables.follow_ups.c.job_id == row.id)
    ordered = chosen.order_by(tables.follow_ups.c.on, tables.follow_ups.c.id)
    log = tuple(FollowUp.from_dict(dict(one._mapping)) for one in connection.execute(ordered))  # noqa: SLF001
    return KeptJob(row.id, Job.from_dict(values), log)


def _taken(name: str) -> RingbackError:
    return RingbackError(
        f"There is a job named {name!r} already.",
        remedy=f"Choose another name, or change that one: ringback job edit {shlex.quote(name)}",
    )


def _no_such_job(name: str, names: list[str]) -> RingbackError:
    if not names:
        return RingbackError(f"There is no job {name!r}.", remedy="`ringback job add` tells Ringback about one.")
    return RingbackError(f"{unknown(name, names)} among your jobs.", remedy=f"There are: {', '.join(names)}.")

"""The calls that were made, each written as it went."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Update, delete, func, insert, select, update

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Facts, Role, Speaker, Transcript, Turn
from simulator.errors import StorageError
from simulator.spoken_words import parse_words, words_json
from simulator.storage import tables
from simulator.storage.engine import open_engine
from simulator.storage.failures import place, told
from simulator.storage.recordings import recording_path
from simulator.storage.schema import bring_up_to_date

_FACTS = tuple(fact.name for fact in fields(Facts))


@dataclass(frozen=True, slots=True)
class CallSummary:
    """A call in the list of calls."""

    id: int
    kind: ScenarioKind
    scenario: str
    contact: str
    company: str
    started_at: datetime
    """In UTC."""
    finished: bool
    """False if the call was cut off, or still lasts."""
    score: float | None
    """0 to 100; None for a call that was not scored."""
    turns: int
    """The candidate's."""
    job_id: int | None = None
    """For which job it was rehearsed."""


class History:
    """The calls in a database. Every method raises StorageError if the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = place(engine.url)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """The history at `url`, a SQLAlchemy URL, or else in the user's data directory, brought up to date."""
        history = cls(open_engine(url))
        with told(history._where):
            bring_up_to_date(history._engine)
        return history

    def begin(self, transcript: Transcript, started_at: datetime, job_id: int | None = None) -> int:
        """Keeps a call that began at `started_at`, with its turns so far, as unfinished; returns its id. `job_id`: the
        job for which it is rehearsed."""
        values = {
            "job_id": job_id,
            "started_at": started_at.astimezone(UTC).replace(tzinfo=None),
            "finished": False,
            "kind": transcript.kind.value,
            "scenario": transcript.scenario,
            "seed": str(transcript.seed),
            "persona": transcript.persona,
            "circumstances": " ".join(sorted(transcript.circumstances)),
            **_facts(transcript),
        }
        with self._transaction() as connection:
            key = connection.execute(insert(tables.calls).values(values)).inserted_primary_key
            call_id = int(key[0]) if key else 0
            _write_turns(connection, call_id, transcript.turns)
            return call_id

    def write(self, call_id: int, transcript: Transcript) -> None:
        """Brings a call up to date with its transcript: adds the new turns, drops those taken back. Raises
        StorageError if there is no such call."""
        with self._transaction() as connection:
            found = connection.execute(_update(call_id).values(_facts(transcript)))
            if found.rowcount == 0:
                raise _no_such_call(call_id)
            _write_turns(connection, call_id, transcript.turns)

    def finish(self, call_id: int, score: float | None) -> None:
        """Marks a call as finished, and scored 0 to 100. Raises StorageError if there is no such call."""
        with self._transaction() as connection:
            found = connection.execute(_update(call_id).values(finished=True, score=score))
            if found.rowcount == 0:
                raise _no_such_call(call_id)

    def calls(self) -> list[CallSummary]:
        """All calls, the newest first."""
        with self._transaction() as connection:
            return [_summary(row) for row in connection.execute(_summaries())]

    def newest(self) -> int:
        """The id of the newest call. Raises StorageError if there is none yet."""
        with self._transaction() as connection:
            row = connection.execute(_summaries().limit(1)).first()
        if row is None:
            raise StorageError("There is no call yet.", remedy="`ringback call` makes the first.")
        return _summary(row).id

    def unfinished(self) -> CallSummary | None:
        """The newest call that was cut off, or still lasts, maybe in another window."""
        with self._transaction() as connection:
            row = connection.execute(_summaries().where(tables.calls.c.finished.is_(False)).limit(1)).first()
            return _summary(row) if row else None

    def transcript(self, call_id: int) -> Transcript:
        """The transcript of a call. Raises StorageError if there is no such call."""
        with self._transaction() as connection:
            call = connection.execute(select(tables.calls).where(tables.calls.c.id == call_id)).first()
            if call is None:
                raise _no_such_call(call_id)
            return Transcript(
                ScenarioKind(call.kind),
                Facts(**{name: getattr(call, name) or "" for name in _FACTS}),
                tuple(_turns(connection, call_id)),
                call.scenario,
                int(call.seed),
                call.finished,
                frozenset(map(Circumstance, (call.circumstances or "").split())),
                call.persona or "",
            )

    def delete(self, call_id: int) -> None:
        """Removes a call, all that was said in it, and its recording. Raises StorageError if there is no such call."""
        with self._transaction() as connection:
            connection.execute(delete(tables.turns).where(tables.turns.c.call_id == call_id))
            gone = connection.execute(delete(tables.calls).where(tables.calls.c.id == call_id))
            if gone.rowcount == 0:
                raise _no_such_call(call_id)
        if recording := self.recording(call_id):
            try:
                recording.unlink(missing_ok=True)
            except OSError as error:
                raise StorageError(f"cannot be removed: {error.strerror}.", where=str(recording)) from error

    def recording(self, call_id: int) -> Path | None:
        """The file for the recording of a call, whether or not there is one; None if this history keeps none."""
        return recording_path(self._engine.url, call_id)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told(self._where), self._engine.begin() as connection:
            yield connection


def _update(call_id: int) -> Update:
    return update(tables.calls).where(tables.calls.c.id == call_id)


def _facts(transcript: Transcript) -> dict[str, str]:
    return {name: getattr(transcript.facts, name) for name in _FACTS}


def _summaries() -> Any:  # noqa: ANN401 - the type of a select names each of its columns
    mine = tables.turns.c.speaker == Speaker.CANDIDATE.value
    count = select(func.count()).where(tables.turns.c.call_id == tables.calls.c.id, mine).scalar_subquery()
    return select(tables.calls, count.label("turns")).order_by(
        tables.calls.c.started_at.desc(), tables.calls.c.id.desc()
    )


def _summary(row: Row[Any]) -> CallSummary:
    return CallSummary(
        row.id,
        ScenarioKind(row.kind),
        row.scenario,
        row.contact,
        row.company,
        row.started_at.replace(tzinfo=UTC),
        row.finished,
        row.score,
        row.turns,
        row.job_id,
    )


def _turns(connection: Connection, call_id: int) -> Iterator[Turn]:
    chosen = select(tables.turns).where(tables.turns.c.call_id == call_id).order_by(tables.turns.c.number)
    for row in connection.execute(chosen):
        role = Role(row.role) if row.role else None
        words = parse_words(json.loads(row.words)) if row.words else ()
        yield Turn(Speaker(row.speaker), row.text, row.started_ms, row.ended_ms, role, words)


def _write_turns(connection: Connection, call_id: int, turns: tuple[Turn, ...]) -> None:
    stored = tuple(_turns(connection, call_id))
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(stored, turns, strict=False)))
    if kept < len(stored):
        of_call = tables.turns.c.call_id == call_id
        connection.execute(delete(tables.turns).where(of_call, tables.turns.c.number >= kept))
    if kept < len(turns):
        rows = [_turn_row(call_id, number, turn) for number, turn in enumerate(turns) if number >= kept]
        connection.execute(insert(tables.turns), rows)


def _turn_row(call_id: int, number: int, turn: Turn) -> dict[str, Any]:
    return {
        "call_id": call_id,
        "number": number,
        "speaker": turn.speaker.value,
        "text": turn.text,
        "started_ms": turn.started_ms,
        "ended_ms": turn.ended_ms,
        "role": turn.role.value if turn.role else None,
        "words": json.dumps(words_json(turn.words), ensure_ascii=False) if turn.words else None,
    }


def _no_such_call(call_id: int) -> StorageError:
    return StorageError(f"There is no call {call_id}.", remedy="`ringback history` lists them.")

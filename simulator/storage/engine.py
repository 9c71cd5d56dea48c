"""Opening the user's database."""

import os
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from simulator.errors import StorageError

_BUSY_TIMEOUT_S = 10
"""How long one process waits while another writes."""
_PRIVATE_DIRECTORY = 0o700
_PRIVATE_FILE = 0o600


def default_path() -> Path:
    """Where the history lies unless RINGBACK_DATABASE_URL says otherwise."""
    return user_data_path("ringback", appauthor=False) / "history.sqlite3"


def open_engine(url: str | None) -> Engine:
    """An engine on `url`, or on the file in the user's data directory, readable by nobody else. Raises StorageError."""
    try:
        address = make_url(url) if url else URL.create("sqlite", database=str(default_path()))
        if address.get_backend_name() != "sqlite":
            return create_engine(address)
        if address.database and address.database != ":memory:":
            _make_private(Path(address.database))
        engine = create_engine(address, connect_args={"timeout": _BUSY_TIMEOUT_S})
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StorageError(
            f"cannot be used: {error}",
            where="RINGBACK_DATABASE_URL",
            remedy="Give a SQLAlchemy URL such as sqlite:////home/you/ringback.sqlite3, or unset it.",
        ) from error
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_private(file: Path) -> None:
    try:
        if not file.parent.exists():
            file.parent.mkdir(mode=_PRIVATE_DIRECTORY, parents=True)
        # Created before SQLite would, so that it never is readable to others; its journals inherit the mode.
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, _PRIVATE_FILE))
        file.chmod(_PRIVATE_FILE)
    except OSError as error:
        raise StorageError(
            f"cannot be opened for writing: {error.strerror}.",
            where=str(file),
            remedy="Make it writable, or set RINGBACK_DATABASE_URL to another place.",
        ) from error


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DB-API connection has no common type
    # The driver must not begin transactions on its own: two processes that both read first and then write would
    # lock each other out. https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "secure_delete = ON", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:  # noqa: ANN401 - as above
    connection.exec_driver_sql("BEGIN IMMEDIATE")

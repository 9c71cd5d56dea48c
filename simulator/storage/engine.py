"""Opening the user's database."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from simulator.errors import StorageError
from simulator.storage.failures import told

_BUSY_TIMEOUT_S = 10
"""How long one process waits while another writes, unless the address says `?timeout=`."""
_PACKAGES = {"MySQLdb": "mysqlclient"}
"""Drivers whose package is named otherwise than the module."""
_PRIVATE_DIRECTORY = 0o700
_PRIVATE_FILE = 0o600


def default_path() -> Path:
    """Where the history lies unless RINGBACK_DATABASE_URL says otherwise."""
    return user_data_path("ringback", appauthor=False) / "history.sqlite3"


def open_engine(url: str | None) -> Engine:
    """An engine on `url`, or on the file in the user's data directory, readable by nobody else. A file is created if
    there is none. With the execution option `rebuilding`, a transaction on SQLite does not mind foreign keys.
    Raises StorageError."""
    try:
        address = make_url(url) if url else URL.create("sqlite", database=str(default_path()))
        if address.get_backend_name() != "sqlite":
            return create_engine(address)
        file = None if _is_no_file(address.database) else Path(os.path.realpath(str(address.database)))
        engine = create_engine(
            address,
            connect_args={} if "timeout" in address.query else {"timeout": _BUSY_TIMEOUT_S},
            # A file is open, and so can be locked, for no longer than a transaction lasts.
            poolclass=NullPool if file else None,
        )
    except (ArgumentError, ValueError) as error:
        raise StorageError(
            "does not hold the address of a database that Ringback knows.",
            where="RINGBACK_DATABASE_URL",
            remedy="Set it to a SQLAlchemy URL such as sqlite:////home/you/ringback.sqlite3, or unset it.",
        ) from error
    except ImportError as error:
        name = error.name or "DRIVER"
        raise StorageError(
            f"asks for a database whose driver is missing: {error}.",
            where="RINGBACK_DATABASE_URL",
            remedy=f"Install it beside Ringback: pip install {_PACKAGES.get(name, name)}",
        ) from error
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    if file:
        with told(str(file)):
            _claim(file)
            if not url:
                _close_to_others(file)
    return engine


def _is_no_file(database: str | None) -> bool:
    return not database or database == ":memory:" or database.startswith("file:")


def _claim(file: Path) -> None:
    """Creates what is missing of the file and the directories above it, for the user alone whatever the umask.
    SQLite gives its journals the mode of the database."""
    for directory in reversed([above for above in file.parents if not above.exists()]):
        directory.mkdir(mode=_PRIVATE_DIRECTORY, exist_ok=True)
    # A file that exists is not opened: closing it would end the locks that SQLite holds on it in this process.
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))


def _close_to_others(file: Path) -> None:
    # Refused by a file system without modes, which has no more to give.
    with suppress(PermissionError):
        file.parent.chmod(_PRIVATE_DIRECTORY)
        file.chmod(_PRIVATE_FILE)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DB-API connection has no common type
    # The driver must not begin transactions on its own: two processes that both read first and then write would
    # lock each other out. https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    # With SQLite's own journal, not the write-ahead log, which would keep what was removed.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    # A migration rebuilds a table by dropping the old one, which must not take along what refers to it.
    rebuilding = connection.get_execution_options().get("rebuilding")
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if rebuilding else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")

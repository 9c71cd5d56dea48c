"""What goes wrong with a database, in words for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from simulator.errors import StorageError

_MOVE = "Move it away, and Ringback makes a new one, or set RINGBACK_DATABASE_URL to another place."
_PERMIT = "Make it and its directory writable for you, or set RINGBACK_DATABASE_URL to another place."
_REACH = "Check that the database runs and that RINGBACK_DATABASE_URL holds its address."
_SPACE = "Make room on the disk, then try again."
_WAIT = "Close the program that uses it, then try again."

_SQLITE = {
    "SQLITE_BUSY": ("is locked by another program.", _WAIT),
    "SQLITE_LOCKED": ("is locked by another program.", _WAIT),
    "SQLITE_FULL": ("cannot grow: the disk is full.", _SPACE),
    "SQLITE_IOERR": ("cannot be read or written: the disk is full or damaged.", _SPACE),
    "SQLITE_READONLY": ("may only be read.", _PERMIT),
    "SQLITE_CANTOPEN": ("cannot be opened.", _PERMIT),
    "SQLITE_PERM": ("cannot be opened.", _PERMIT),
    "SQLITE_NOTADB": ("is not a database.", _MOVE),
    "SQLITE_CORRUPT": ("is damaged.", _MOVE),
}
"""What SQLite reports, by the first part of its name for it, and what mends it."""


def place(url: URL) -> str:
    """Where a database is: the file of an SQLite database, the address, without a password, of another."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.set(query={}).render_as_string(hide_password=True)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns every failure of the database at `where` into a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise _told(error, where) from error
    except OSError as error:
        raise StorageError(f"cannot be opened: {error.strerror}.", where=where, remedy=_PERMIT) from error
    except (SQLAlchemyError, ValueError, TypeError) as error:
        raise StorageError(f"cannot be used: {_first_line(error)}.", where=where, remedy=_REACH) from error


def _told(error: DBAPIError, where: str) -> StorageError:
    name: str = getattr(error.orig, "sqlite_errorname", "")
    primary = "_".join(name.split("_")[:2])
    what, remedy = _SQLITE.get(primary, (f"cannot be used: {_first_line(error.orig)}.", _MOVE if name else _REACH))
    return StorageError(what, where=where, remedy=remedy)


def _first_line(error: BaseException | None) -> str:
    """Without the statement and the links that follow."""
    return str(error).partition("\n")[0].rstrip(".")

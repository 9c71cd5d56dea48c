"""Where the recordings of calls lie: beside the database whose calls they are, one file a call."""

import hashlib
import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL

_FOLDER = "recordings"


def recording_path(url: URL, call_id: int) -> Path | None:
    """The file for the recording of a call, whether or not there is one; None for a database that does not last."""
    folder = recordings_folder(url)
    return folder / f"{call_id}.wav" if folder else None


def recordings_folder(url: URL) -> Path | None:
    """Where the recordings of a database lie, whether or not there are any; None for one that does not last."""
    if url.get_backend_name() == "sqlite":
        database = url.database or ""
        if not database or database == ":memory:" or database.startswith("file:"):
            return None
        file = Path(os.path.realpath(database))
        return file.parent / _FOLDER / file.stem
    # The calls of a server are numbered apart from those of another one.
    server = hashlib.sha256(url.set(password=None).render_as_string().encode()).hexdigest()[:16]
    return user_data_path("ringback", appauthor=False) / _FOLDER / server

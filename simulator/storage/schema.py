"""Bringing a database to the present schema."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from simulator.errors import StorageError

HEAD = "0001"
"""The revision of the tables in `simulator.storage.tables`."""
_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Runs the migrations that this database lacks. Raises StorageError if it is newer than this program."""
    revision = _revision(connection)
    if revision == HEAD:
        return
    # Alembic takes 250 ms to import, so it is left alone while there is nothing to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise StorageError(
            "was written by a newer Ringback.", where="the history", remedy="Update Ringback, then try again."
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision

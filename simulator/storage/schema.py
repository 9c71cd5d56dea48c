"""Bringing a database to the present schema."""

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, text

from simulator.errors import StorageError
from simulator.storage import tables
from simulator.storage.failures import place

HEAD = "0005"
"""The revision of the tables in `simulator.storage.tables`."""
_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Runs the migrations that the database lacks, all or none. Raises StorageError if a newer program made it."""
    with engine.begin() as connection:
        if _is_blank(connection):
            _create(connection)
        if _revision(connection) == HEAD:
            return
    # Alembic takes 250 ms to import, so it is left alone while there is nothing to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with engine.execution_options(rebuilding=True).begin() as connection:
        # Asked again: another process may have been faster.
        revision = _revision(connection)
        if revision is not None and revision not in known:
            raise StorageError(
                f"was made by a newer Ringback: its schema is {revision}, this one knows {HEAD}.",
                where=place(engine.url),
                remedy="Update Ringback, then try again.",
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _is_blank(connection: Connection) -> bool:
    return not inspect(connection).get_table_names()


def _create(connection: Connection) -> None:
    """The present tables at once, stamped as Alembic would; a test holds this and the migrations to the same."""
    tables.metadata.create_all(connection)
    version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
    version.create(connection)
    connection.execute(version.insert().values(version_num=HEAD))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision

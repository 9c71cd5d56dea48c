import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Text, create_engine

from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.errors import StorageError
from simulator.storage import History
from simulator.storage.engine import open_engine
from simulator.storage.schema import HEAD
from simulator.storage.tables import metadata

FIRST_SCHEMA = Path(__file__).parent / "first_schema.sql"


@pytest.mark.parametrize("way", ["at once", "by the migrations"])
def test_a_new_database_gets_the_tables_that_the_program_uses(way: str, file: Path) -> None:
    if way == "by the migrations":
        # A database that is not blank, and has seen no migration yet.
        with sqlite3.connect(file) as started:
            started.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        started.close()
    History.open(f"sqlite:///{file}").calls()
    with create_engine(f"sqlite:///{file}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        connection.rollback()
    connection.engine.dispose()


def test_the_version_that_is_looked_for_is_that_of_the_last_migration() -> None:
    from simulator.storage import migrations  # noqa: PLC0415 - only its place is asked for

    (folder,) = migrations.__path__
    assert ScriptDirectory(folder).get_current_head() == HEAD


def test_a_call_of_the_first_schema_can_still_be_read_and_the_database_used(
    file: Path, call: Transcript, began: datetime
) -> None:
    with sqlite3.connect(file) as connection:
        connection.executescript(FIRST_SCHEMA.read_text(encoding="utf-8"))
    connection.close()
    history = History.open(f"sqlite:///{file}")
    (summary,) = history.calls()
    assert (summary.id, summary.score, summary.finished, summary.turns) == (3, 64.0, True, 1)
    assert history.transcript(3) == Transcript(
        kind=summary.kind,
        facts=Facts("Mr. Okafor", "Quayside Freight", "Planner", "Jo Reyes", "the night schedule"),
        turns=(
            Turn(Speaker.INTERVIEWER, "Okafor.", 0, 700),
            Turn(Speaker.CANDIDATE, "Hello, it's Jo Reyes. I don't want to rush you.", None, None),
        ),
        scenario="quayside",
        seed=41,
    )
    assert history.begin(call, began) == 4
    with create_engine(f"sqlite:///{file}").connect() as checked:
        assert compare_metadata(MigrationContext.configure(checked), metadata) == []
        checked.rollback()
    checked.engine.dispose()


def test_a_migration_that_rebuilds_the_table_of_calls_keeps_their_turns(
    history: History, file: Path, call: Transcript, began: datetime
) -> None:
    call_id = history.begin(call, began)
    with open_engine(f"sqlite:///{file}").execution_options(rebuilding=True).begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("calls", recreate="always") as table:
            table.alter_column("kind", type_=Text())
    assert history.transcript(call_id).turns == call.turns


def test_a_database_of_a_newer_ringback_is_left_alone(history: History, file: Path) -> None:
    history.calls()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StorageError, match="newer Ringback") as caught:
        History.open(f"sqlite:///{file}")
    assert str(file) in caught.value.where
    assert "Update" in caught.value.remedy
    assert file.read_bytes() == before


def test_a_database_that_is_up_to_date_opens_without_alembic(history: History, file: Path) -> None:
    history.calls()
    program = f"""
import sys
from simulator.storage import History
History.open("sqlite:///{file}").calls()
assert "sqlalchemy" in sys.modules
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_the_package_loads_no_database_library() -> None:
    program = "import sys, simulator.storage; assert 'sqlalchemy' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)

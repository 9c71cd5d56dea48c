import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from simulator.core.transcript import Transcript
from simulator.errors import StorageError
from simulator.storage import History

NOBODY = 65534


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A directory of a user whom modes bind: root may write everywhere, so root steps down for the test."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(0)


def failure(url: str) -> StorageError:
    with pytest.raises(StorageError) as caught:
        History.open(url).calls()
    assert "Traceback" not in str(caught.value)
    assert "sqlalche.me" not in str(caught.value)
    assert caught.value.remedy
    return caught.value


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_a_directory_that_may_not_be_written_is_named(unprivileged: Path) -> None:
    unprivileged.chmod(0o500)
    error = failure(f"sqlite:///{unprivileged}/history.db")
    assert error.where == f"{unprivileged}/history.db"
    assert "Permission denied" in error.what


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_a_database_that_may_only_be_read_can_be_read_and_says_so_when_written(
    unprivileged: Path, call: Transcript, began: datetime
) -> None:
    file = unprivileged / "history.db"
    call_id = History.open(f"sqlite:///{file}").begin(call, began)
    file.chmod(0o400)
    unprivileged.chmod(0o500)
    history = History.open(f"sqlite:///{file}")
    assert history.transcript(call_id).turns == call.turns
    with pytest.raises(StorageError, match="may only be read") as caught:
        history.begin(call, began)
    assert caught.value.where == str(file)
    assert "writable" in caught.value.remedy


def test_a_directory_in_the_place_of_the_database_is_told(tmp_path: Path) -> None:
    assert failure(f"sqlite:///{tmp_path}").where == str(tmp_path)


def test_a_file_in_the_place_of_the_directory_is_told(file: Path) -> None:
    file.write_text("a file")
    assert failure(f"sqlite:///{file}/history.db").where == f"{file}/history.db"


def test_a_file_that_is_no_database_is_left_as_it_was(file: Path) -> None:
    file.write_text("Dear diary, this is no database. " * 100)
    error = failure(f"sqlite:///{file}")
    assert "not a database" in error.what
    assert error.where == str(file)
    assert file.read_text() == "Dear diary, this is no database. " * 100


def test_a_damaged_database_is_told(history: History, file: Path) -> None:
    history.calls()
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)
    assert failure(f"sqlite:///{file}").where == str(file)


def test_a_database_that_another_program_holds_locked_is_told_after_a_while(history: History, file: Path) -> None:
    history.calls()
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    try:
        error = failure(f"sqlite:///{file}?timeout=0.1")
    finally:
        other.close()
    assert "locked" in error.what
    assert error.where == str(file)


@pytest.mark.skipif(os.name != "posix", reason="the limit on the size of a file is POSIX")
def test_a_full_disk_is_told_and_loses_nothing_that_was_written(file: Path) -> None:
    program = f"""
import datetime, resource
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.errors import StorageError
from simulator.storage import History
history = History.open("sqlite:///{file}")
call = Transcript(ScenarioKind.PENDING, Facts(), (Turn(Speaker.CANDIDATE, "hello"),))
call_id = history.begin(call, datetime.datetime.now(datetime.UTC))
history.write(call_id, call)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    history.write(call_id, call.followed_by(Turn(Speaker.CANDIDATE, "x" * 100_000)))
except StorageError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert str(file) in done.stdout
    history = History.open(f"sqlite:///{file}")
    assert [turn.text for turn in history.transcript(history.calls()[0].id).turns] == ["hello"]


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite",
        "nosuch://host/db",
        "postgresql://user:secret@host:port/db",
        "sqlite:///history.db?timeout=soon",
    ],
)
def test_an_address_that_makes_no_sense_names_the_variable_that_holds_it(url: str) -> None:
    error = failure(url)
    assert error.where == "RINGBACK_DATABASE_URL"
    assert "secret" not in str(error)


def test_a_missing_driver_is_told_with_what_installs_it() -> None:
    error = failure("oracle+oracledb://user:secret@host/db")
    assert "oracledb" in error.what
    assert "pip install" in error.remedy
    assert "secret" not in str(error)


def test_a_database_of_another_program_is_left_alone(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE calls (number TEXT)")
    connection.commit()
    assert failure(f"sqlite:///{file}").where == str(file)
    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("calls",)]


@pytest.mark.skipif(os.name != "posix", reason="/dev/null is POSIX")
def test_a_device_keeps_its_mode() -> None:
    before = Path(os.devnull).stat().st_mode
    failure(f"sqlite:///{os.devnull}")
    assert Path(os.devnull).stat().st_mode == before

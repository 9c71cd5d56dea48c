import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.storage import History

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")

REMOVED = "my number is 555-0142, and I was dismissed"


@pytest.fixture
def lax_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("lax_umask")
def test_nobody_else_can_read_the_history_in_the_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Transcript, began: datetime
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local" / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("RINGBACK_DATABASE_URL", raising=False)
    history = History.open()
    history.write(history.begin(call, began), call)
    made = [path for path in tmp_path.rglob("*") if path.name != "local"]
    assert any(path.is_file() for path in made)
    assert {path: mode(path) for path in made} == {path: 0o700 if path.is_dir() else 0o600 for path in made}


@pytest.mark.usefixtures("lax_umask")
def test_the_journals_of_a_database_in_use_are_as_private_as_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    program = f"""
import datetime, os, signal
from sqlalchemy import event
from sqlalchemy.engine import Engine
from simulator.core.transcript import Facts, Transcript
from simulator.core.scenario_kind import ScenarioKind
from simulator.storage import History
history = History.open("sqlite:///{folder}/history.db")
# Killed between writing and committing, so that what SQLite puts beside the database stays there.
event.listen(Engine, "commit", lambda connection: os.kill(os.getpid(), signal.SIGKILL))
history.begin(Transcript(ScenarioKind.OFFER, Facts()), datetime.datetime.now(datetime.UTC))
"""
    subprocess.run([sys.executable, "-c", program], check=False)
    modes = {path.name: mode(path) for path in folder.iterdir()}
    assert modes == {"history.db": 0o600, "history.db-journal": 0o600}
    assert mode(folder) == 0o700
    assert History.open(f"sqlite:///{folder}/history.db").calls() == []


def test_a_data_directory_found_open_to_others_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    History.open()
    folder = tmp_path / "ringback"
    (file,) = folder.iterdir()
    folder.chmod(0o755)
    file.chmod(0o644)
    History.open()
    assert (mode(folder), mode(file)) == (0o700, 0o600)


def test_a_directory_that_ringback_did_not_make_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    History.open(f"sqlite:///{tmp_path}/history.db")
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize("way", ["the call is deleted", "the turn is taken back"])
def test_no_byte_stays_of_what_was_removed(
    history: History, file: Path, call: Transcript, began: datetime, way: str
) -> None:
    said = call.followed_by(Turn(Speaker.CANDIDATE, REMOVED))
    call_id = history.begin(said, began)
    history.write(call_id, said)
    assert bytes_beside(file, REMOVED)
    if way == "the call is deleted":
        history.delete(call_id)
    else:
        history.write(call_id, replace(said, turns=call.turns))
    assert not bytes_beside(file, REMOVED)


def bytes_beside(file: Path, text: str) -> bool:
    """Whether the database or any file beside it holds the text."""
    return any(text.encode() in path.read_bytes() for path in file.parent.iterdir())

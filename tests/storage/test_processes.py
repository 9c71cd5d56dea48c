import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.core.transcript import Turn
from simulator.errors import StorageError
from simulator.storage import History

PREAMBLE = """
import datetime, sys
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.storage import History

def transcript(turns):
    said = (Turn(Speaker.CANDIDATE, f"{name} says {n}") for n in range(turns))
    return Transcript(ScenarioKind.PENDING, Facts(candidate=name), tuple(said))

url, name = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
"""
ONE_CALL = """
history = History.open(url)
call_id = history.begin(transcript(0), datetime.datetime.now(datetime.UTC))
for turns in range(1, 16):
    history.write(call_id, transcript(turns))
history.finish(call_id, 50)
"""
AN_ENDLESS_CALL = """
history = History.open(url)
call_id = history.begin(transcript(0), datetime.datetime.now(datetime.UTC))
turns = 0
while True:
    turns += 1
    history.write(call_id, transcript(turns))
    print(turns, flush=True)
"""


def start(program: str, file: Path, name: str) -> "subprocess.Popen[str]":
    """A process that waits, ready, for a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + program, f"sqlite:///{file}", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def is_sound(file: Path) -> bool:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()


def test_calls_at_once_on_a_database_that_does_not_exist_yet_are_all_kept(file: Path) -> None:
    names = ["ada", "bo", "cy", "di"]
    processes = [start(ONE_CALL, file, name) for name in names]
    for process in processes:
        go(process)
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
    assert is_sound(file)
    history = History.open(f"sqlite:///{file}")
    calls = history.calls()
    assert [(summary.finished, summary.score, summary.turns) for summary in calls] == [(True, 50, 15)] * 4
    transcripts = [history.transcript(summary.id) for summary in calls]
    assert sorted(transcript.facts.candidate for transcript in transcripts) == names
    for transcript in transcripts:
        name = transcript.facts.candidate
        assert [turn.text for turn in transcript.turns] == [f"{name} says {n}" for n in range(15)]


def test_opening_the_history_again_ends_no_lock_that_this_process_holds(history: History, file: Path) -> None:
    history.calls()
    ours = sqlite3.connect(file, isolation_level=None)
    ours.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked"):
        History.open(f"sqlite:///{file}?timeout=0.1")
    theirs = f"import sqlite3; sqlite3.connect({str(file)!r}, timeout=0).execute('BEGIN IMMEDIATE')"
    done = subprocess.run([sys.executable, "-c", theirs], capture_output=True, text=True, check=False)
    ours.close()
    assert "database is locked" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_call_killed_in_the_middle_is_there_with_every_turn_that_was_written(file: Path) -> None:
    process = start(AN_ENDLESS_CALL, file, "ada")
    go(process)
    assert process.stdout is not None
    for written in range(1, 13):
        assert process.stdout.readline() == f"{written}\n"
    process.kill()
    more, _ = process.communicate()
    last = int((["12", *more.split()])[-1])
    assert is_sound(file)
    history = History.open(f"sqlite:///{file}")
    summary = history.unfinished()
    assert summary is not None
    transcript = history.transcript(summary.id)
    assert transcript.finished is False
    # The kill may fall between a commit and the line that tells of it.
    assert len(transcript.turns) in (last, last + 1)
    assert list(transcript.turns) == [Turn(turn.speaker, f"ada says {n}") for n, turn in enumerate(transcript.turns)]

"""A history of four calls that tests of reports share: a poor one, a good one of the same kind, a rejection, and one
whose facts and words try to break whatever shows them."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from simulator.bootstrap import arc_of, scorecard
from simulator.storage import History
from simulator.transcript_file import read_transcripts

CALLS = sorted((Path(__file__).parent / "calls").glob("*.json"))
POOR, GOOD, REJECTION, HOSTILE = range(1, 5)
"""The ids of the calls."""


_scorecard, _arc_of = cache(scorecard), cache(arc_of)
"""The same few calls are shown again and again: they are understood once."""


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the history."""
    url = f"sqlite:///{tmp_path_factory.mktemp('history') / 'history.sqlite3'}"
    history = History.open(url)
    for number, file in enumerate(CALLS):
        transcript = replace(read_transcripts(file)[0], seed=number)
        call_id = history.begin(transcript, datetime(2026, 3, 2, 18, 30, tzinfo=UTC) + timedelta(days=number))
        history.finish(call_id, _scorecard(transcript).score)
    return url


@pytest.fixture
def user(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever runs a command now has that history, a screen of 80 columns, and lives in Greenwich."""
    monkeypatch.setenv("RINGBACK_DATABASE_URL", database)
    monkeypatch.setattr("simulator.attempts.scorecard", _scorecard)
    monkeypatch.setattr("simulator.attempts.arc_of", _arc_of)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()

"""What was practised is kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.core.repetition import Grade, reviewed
from simulator.core.transcript import Transcript
from simulator.errors import StorageError
from simulator.storage import Drills, History, Try

NOW = datetime(2026, 3, 2, 19, 0, 0, 125, tzinfo=UTC)


@pytest.fixture
def drills(file: Path) -> Drills:
    return Drills.open(f"sqlite:///{file}")


def test_how_an_item_sits_is_read_back_as_it_was_and_renewed(drills: Drills) -> None:
    first = reviewed(None, Grade.MISSED, NOW)
    known = reviewed(reviewed(None, Grade.GOOD, NOW), Grade.GOOD, NOW + timedelta(days=3))
    drills.review("greet", first)
    drills.review("thank", first)
    drills.review("greet", known)
    assert drills.repetitions() == {"greet": known, "thank": first}


def test_tries_are_kept_in_order_and_go_with_their_call(
    drills: Drills, history: History, call: Transcript, began: datetime
) -> None:
    ids = [history.begin(call, began) for _ in range(2)]
    tries = [Try(ids[n % 2], 1, "greet", f"こんにちは {n}", is_right=n == 2, tried_at=NOW) for n in range(4)]
    for one in tries:
        drills.add(one)
    assert drills.tries() == tries
    history.delete(ids[0])
    assert drills.tries() == tries[1::2]


def test_a_try_belongs_to_a_call(drills: Drills) -> None:
    with pytest.raises(StorageError):
        drills.add(Try(7, 1, "greet", "Hello", is_right=True, tried_at=NOW))

"""When something that was practised comes back."""

from datetime import UTC, datetime, timedelta

from simulator.core.repetition import Grade, Repetition, reviewed

NOW = datetime(2026, 3, 2, 19, tzinfo=UTC)
DAY = timedelta(days=1)


def test_what_was_missed_comes_back_the_same_evening() -> None:
    assert reviewed(None, Grade.MISSED, NOW).due - NOW == timedelta(minutes=10)


def test_what_was_right_at_once_comes_back_after_days_and_then_after_more() -> None:
    first = reviewed(None, Grade.GOOD, NOW)
    second = reviewed(first, Grade.GOOD, first.due)
    third = reviewed(second, Grade.GOOD, second.due)
    gaps = [first.due - NOW, second.due - first.due, third.due - second.due]
    assert DAY <= gaps[0] < gaps[1] < gaps[2]


def test_what_was_hard_comes_back_sooner_than_what_was_right_at_once() -> None:
    known = reviewed(reviewed(None, Grade.GOOD, NOW), Grade.GOOD, NOW + 3 * DAY)
    later = known.due
    assert reviewed(known, Grade.HARD, later).due < reviewed(known, Grade.GOOD, later).due


def test_what_was_known_and_is_missed_is_learnt_anew() -> None:
    known = reviewed(reviewed(None, Grade.GOOD, NOW), Grade.GOOD, NOW + 3 * DAY)
    forgotten = reviewed(known, Grade.MISSED, known.due)
    assert forgotten.due - known.due == timedelta(minutes=10)
    assert forgotten.stability < known.stability


def test_the_same_reviews_give_the_same_dates() -> None:
    assert reviewed(None, Grade.GOOD, NOW) == reviewed(None, Grade.GOOD, NOW)
    assert isinstance(reviewed(None, Grade.HARD, NOW), Repetition)

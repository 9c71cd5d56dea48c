"""Progress: trends, bests, streaks and the goal."""

from datetime import date, timedelta

import pytest
from attempts import attempt
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.progress import RECENT, SESSIONS, ItemTrend, Progress, progress, streak
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.scoring import Outcome

TODAY = date(2026, 3, 20)


def made(*attempts: object) -> Progress:
    return progress(attempts, [one.began.date() for one in attempts], TODAY)  # type: ignore[arg-type, attr-defined]


def thanks(*outcomes: Outcome) -> ItemTrend:
    result = made(*(attempt(number, 50, K.PENDING, {"thank": one}) for number, one in enumerate(outcomes, 1)))
    return next(trend for trend in result.items if trend.item.id == "thank")


def test_scores_are_gathered_by_kind_the_oldest_first() -> None:
    result = made(attempt(1, 40), attempt(2, 90, K.OFFER), attempt(3, 70), attempt(4, 60))
    assert [(trend.kind, trend.scores) for trend in result.kinds] == [(K.PENDING, (40, 70, 60)), (K.OFFER, (90,))]
    assert result.kinds[0].best.id == 3
    assert result.kinds[0].change == 20
    assert result.best is not None
    assert result.best.id == 2


def test_of_equal_bests_the_earlier_counts() -> None:
    assert made(attempt(1, 70), attempt(2, 70)).best == attempt(1, 70)


def test_an_item_is_followed_only_where_it_applied() -> None:
    trend = thanks(Outcome.MISSED, Outcome.NOT_APPLICABLE, Outcome.MET)
    assert trend.went_right == (False, True)
    assert trend.now == 0.5
    assert trend.change == 1


def test_the_last_calls_are_held_against_all_before_them() -> None:
    trend = thanks(*[Outcome.MISSED, Outcome.MET] * 2, *[Outcome.MET] * RECENT)
    assert trend.now == 1
    assert trend.change == 0.5


def test_a_fault_that_was_avoided_went_right() -> None:
    result = made(attempt(1, 50, K.PENDING, {"no_complaint": Outcome.VIOLATED}), attempt(2))
    trend = next(trend for trend in result.items if trend.item.id == "no_complaint")
    assert trend.went_right == (False, True)


def test_what_goes_wrong_most_is_to_be_practised_and_what_is_being_learnt_is_not() -> None:
    wrong = {"thank": Outcome.MISSED, "greet": Outcome.MET, "close": Outcome.MISSED}
    result = made(attempt(1, 50, K.PENDING, wrong), attempt(2, 50, K.PENDING, {**wrong, "close": Outcome.MET}))
    practise = [trend.item.id for trend in result.to_practise(99)]
    assert "thank" in practise
    assert not {"greet", "close"} & set(practise)
    assert [trend.item.id for trend in result.grown(99)] == ["close"]
    assert len(result.to_practise(1)) == 1


def test_the_goal_counts_every_call_ever_made() -> None:
    result = progress([attempt(1)], [TODAY] * (SESSIONS - 2), TODAY)
    assert (result.sessions, result.to_go) == (7, 2)
    assert progress([], [TODAY] * 50, TODAY).to_go == 0


@pytest.mark.parametrize(
    ("days", "now", "longest"),
    [
        ((), 0, 0),
        ((0,), 1, 1),
        ((0, 0, 0), 1, 1),
        ((0, 1, 2), 3, 3),
        ((1, 2), 2, 2),
        ((2, 3), 0, 2),
        ((0, 1, 5, 6, 7, 8), 2, 4),
    ],
    ids=str,
)
def test_a_streak_is_days_in_a_row_and_lasts_until_the_next_is_over(
    days: tuple[int, ...], now: int, longest: int
) -> None:
    found = streak([TODAY - timedelta(days=ago) for ago in days], TODAY)
    assert (found.now, found.longest) == (now, longest)


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 3, 20))))
def test_no_streak_is_longer_than_the_days_there_are(days: list[date]) -> None:
    found = streak(days, TODAY)
    assert 0 <= found.now <= found.longest <= len(set(days))


def test_without_calls_there_is_nothing_to_show_and_all_to_do() -> None:
    result = progress([], [], TODAY)
    assert result.best is None
    assert result.kinds == result.items == result.to_practise(3) == result.grown(3) == ()
    assert result.to_go == SESSIONS

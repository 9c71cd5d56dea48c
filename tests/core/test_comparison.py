"""Two calls side by side: what the second gained, and what slipped."""

import pytest
from attempts import attempt

from simulator.core.comparison import compare
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.scoring import Outcome


@pytest.mark.parametrize(
    ("item", "before", "after", "where"),
    [
        ("thank", Outcome.MISSED, Outcome.MET, "gained"),
        ("thank", Outcome.MET, Outcome.MISSED, "slipped"),
        ("thank", Outcome.MET, Outcome.MET, "same"),
        ("thank", Outcome.MISSED, Outcome.MISSED, "same"),
        ("thank", Outcome.NOT_APPLICABLE, Outcome.MET, "same"),
        ("no_complaint", Outcome.VIOLATED, Outcome.MET, "gained"),
        ("no_complaint", Outcome.MET, Outcome.VIOLATED, "slipped"),
        ("no_complaint", Outcome.VIOLATED, Outcome.VIOLATED, "same"),
    ],
)
def test_an_item_is_gained_slipped_or_the_same(item: str, before: Outcome, after: Outcome, where: str) -> None:
    found = compare(attempt(1, 50, K.PENDING, {item: before}), attempt(2, 60, K.PENDING, {item: after}))
    for name in ("gained", "slipped", "same"):
        assert (item in [one.item.id for one in getattr(found, name)]) == (name == where)


def test_a_fault_that_both_avoided_is_only_counted() -> None:
    found = compare(attempt(1), attempt(2))
    assert found.avoided > 0
    assert not any(contrast.avoided for contrast in (*found.gained, *found.slipped, *found.same))


def test_what_applied_to_neither_is_left_out() -> None:
    found = compare(attempt(1), attempt(2))
    assert "welcome_offer" not in [contrast.item.id for contrast in found.contrasts]


def test_the_change_is_what_the_second_has_more() -> None:
    assert compare(attempt(1, 70), attempt(2, 55)).change == -15

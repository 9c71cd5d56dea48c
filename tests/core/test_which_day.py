"""Which of two weeks a day lies in is told from what was said of it, and only where that is sure."""

import pytest

from simulator.core.which_day import which_day


@pytest.mark.parametrize(
    ("question", "told", "answer"),
    [
        ("Which Wednesday exactly?", "Wednesday. The debrief's on Monday.", "This coming Wednesday."),
        (
            "is that this friday or the next one",
            "Give me till Friday week.",
            "Not this coming Friday, the one after it.",
        ),
        ("Is it this week or next week?", "We debrief on Monday. You'll know by Wednesday.", "This coming Wednesday."),
        ("So which week is it?", "Thursday of next week at ten, here at our place.", "Thursday of next week."),
        ("Is that next Monday?", "The debrief's on Monday, then it's Wednesday.", "This coming Monday."),
        ("Which week do you mean?", "By the end of next week.", "By the end of next week, so by that Friday."),
        ("Is it this week or next?", "You'll hear by Friday in two weeks.", ""),
        ("Is it this week or next?", "You'll know by the fifteenth.", ""),
        ("And at what time on Friday?", "You'll hear by Friday.", ""),
        ("I'd love to start next week.", "You'll hear by Friday.", ""),
    ],
)
def test_the_day_is_said_where_it_is_asked_for_and_sure(question: str, told: str, answer: str) -> None:
    assert which_day(question, told) == answer

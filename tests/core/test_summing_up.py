"""Who says back all that they were told hears that it is right, and nothing else that they were not asking for."""

import pytest
from test_practical import call_of

from simulator.core.asked_back import asks_for_all_again
from simulator.core.echo import telling_words
from simulator.core.moves import Move
from simulator.core.summing_up import summing_up

_TOLD = telling_words(
    "There's a second round, Thursday of next week, at ten. Bring flat shoes and scissors. I'll phone on the Friday."
)


@pytest.mark.parametrize(
    "text",
    [
        "So it's Thursday week, ten o'clock, flat shoes and scissors, and on the Friday you phone, have I that right?",
        "Second round on Thursday, at ten, with shoes and scissors. Correct?",
        "ok so let me see, second round thursday, shoes, scissors, you phone friday, yeah",
    ],
)
def test_a_summary_is_recognised(text: str) -> None:
    assert summing_up(text, _TOLD) is not None


@pytest.mark.parametrize(
    "text",
    [
        "So it's Tuesday, ten o'clock, flat shoes and scissors, and on the Friday you phone, have I that right?",
        "So what do I bring on Thursday beside the shoes and scissors for the second round?",
        "I have shoes and scissors.",
        "So Thursday, right?",
        "So I don't bring the flat shoes and scissors on Thursday at ten, right?",
        "So who phones on Friday about the second round on Thursday, and the shoes?",
        "That's great, I'll bring my flat shoes and scissors on Thursday at ten.",
    ],
)
def test_a_wrong_day_a_question_and_a_word_or_two_are_no_summary(text: str) -> None:
    assert summing_up(text, _TOLD) is None


@pytest.mark.parametrize(
    "text",
    ["Thank you for everything, and thanks again!", "I would do it all again.", "I just want to say it all went well."],
)
def test_who_only_speaks_of_all_of_it_hears_nothing_twice(text: str) -> None:
    assert not asks_for_all_again(text)


def test_who_wants_to_hear_all_of_it_again_hears_the_news_and_when_it_goes_on() -> None:
    call = call_of("pending", "And when will you decide?", "Could you run through it all once more, slowly?")
    assert {Move.CONFIRM_STATUS, Move.REPEAT_TIMELINE} <= set(call.made)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Scissors, flat shoes, and you phone on Friday: have I got that right?", True),
        ("So the round is Thursday at ten, with scissors, is my summary correct", True),
        ("So it went well and I'm the favourite, have I got that right?", False),
        ("Do I have right of way at your gate?", False),
        ("The round is Thursday at ten and I'm the one, with the scissors, have I got that right?", False),
        ("You'll pay my train, a hotel and dinner, have I got that right?", False),
        ("So you phone on Monday, have I got that right?", False),
        ("So the job is mine, have I got that right?", False),
        ("Did I get it right in the interview?", False),
    ],
)
def test_who_asks_whether_they_got_it_right_hears_yes_unless_a_day_or_the_outcome_is_wrong(
    text: str,
    right: bool,  # noqa: FBT001 - a table
) -> None:
    assert (summing_up(text, _TOLD) is not None) is right

"""A figure in what candidates tell of themselves is taken up, as a listener would."""

import pytest
from test_doubt import after_the_news

from simulator.core.figure import figure, is_news
from simulator.core.moves import Move


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I ran the allotments, forty plots and eleven volunteers, for six years.", "forty plots"),
        ("I worked there for twelve years.", "twelve years"),
        ("So I would bring the man two cups, the good and the stewed.", "two cups"),
        ("We hung 64 panels in one night.", "64 panels"),
        ("we catalogued nine hundred textiles at the museum", "nine hundred textiles"),
        ("I managed a hundred and fifty cows.", "a hundred and fifty cows"),
        ("I'm 45 years old, but I run marathons.", ""),
        ("I made two mistakes there, and the canteen holds many.", ""),
        ("I was there for two years.", ""),
        ("We met three weeks ago, at half past ten.", ""),
        ("I have two questions.", ""),
        ("There were only three helpers.", ""),
        ("My number is 555 0142, and this is six times as good.", ""),
    ],
)
def test_a_figure_is_told_from_other_numbers(text: str, named: str) -> None:
    assert figure(text) == named


def test_their_own_figure_is_nothing_to_take_up() -> None:
    assert is_news("forty plots", {"plots"})
    assert not is_news("forty tons", {"forty", "tons", "cylinder"})


def test_the_figure_is_said_back_before_the_answer_is_weighed() -> None:
    call = after_the_news("lighthouse-captions")
    call.say("Was there something in my interview that worries you?")
    call.say("In Nuremberg I had the print alone in my hands, sixty panels, direct print on aluminium.")
    assert call.made == (Move.NOTE_FIGURE, Move.WEIGH_ANSWER)
    assert call.transcript.turns[-1].text.startswith("Sixty panels")


def test_a_figure_in_a_question_tells_nothing_of_the_candidate() -> None:
    assert figure("Is nine mornings the usual?") == ""
    assert figure("I ran nine workshops. Do you run workshops?") == "nine workshops"

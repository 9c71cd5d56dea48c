"""Who asks for a measure hears one, if there is a line that tells it."""

import pytest

from simulator.core.detail import Detail, DetailAsked
from simulator.core.measure import telling
from simulator.core.text import Span

VAGUE = "A printer and his daughter, down by the harbour."


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("How many of you are there?", "Nine of us, and two are up a ladder."),
        ("How long does the round take?", "An hour, as a rule."),
        ("When does it begin?", "At two, if the glue is dry."),
        ("When will it open?", "Some time in April."),
        ("How often does it ring?", "Twice a week."),
        ("How far is it?", "Ten minutes on foot."),
        ("What time should I come?", "In the afternoon."),
        ("How much does it pay?", "1,650 euros a month."),
    ],
)
def test_the_line_that_tells_the_measure_is_told_from_the_one_that_does_not(question: str, line: str) -> None:
    assert telling(question, [VAGUE, line]) == [line]


def test_a_question_for_no_measure_prefers_no_line() -> None:
    assert telling("Who prints it?", [VAGUE, "Nine of us."]) == []


ROUND = Detail(("round",), ("You walk round the model.", "An hour, with the model.", "Round a table, you know."))


def asked(words: str) -> DetailAsked:
    return DetailAsked(ROUND, Span(0, len(words)), outright=True, words=words)


def test_a_detail_answers_with_the_lines_that_have_what_was_asked_for() -> None:
    assert asked("How long is the round?").lines(()) == ["An hour, with the model."]
    assert asked("What is the round?").lines(()) == list(ROUND.lines)


def test_where_no_line_that_is_left_has_it_any_of_them_must_do() -> None:
    assert asked("How long is the round?").lines({"An hour, with the model."}) == [ROUND.lines[0], ROUND.lines[2]]

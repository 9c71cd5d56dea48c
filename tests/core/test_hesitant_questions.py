"""A question that somebody comes to amid a sentence, without a mark that tells so, is heard."""

import pytest

from simulator.core.single_questions import single_questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("thanks um and who who am I talking to", ["who am I talking to"]),
        ("frozen okay so uh so who who unfreezes it", ["who unfreezes it"]),
        (
            "that's my sister's birthday and uh what time of day should I keep free",
            ["what time of day should I keep free"],
        ),
        ("right so nobody got it not even someone else since when do you know", ["since when do you know"]),
        ("okay so I I ring you then an' what hour suits you", ["what hour suits you"]),
        ("no door on it um so how would I hear by phone and who from", ["how would I hear by phone", "who from"]),
    ],
)
def test_a_question_amid_a_hesitant_sentence_is_heard(text: str, asked: list[str]) -> None:
    assert [text[span.start : span.end] for span in single_questions(text)] == asked


@pytest.mark.parametrize(
    "text",
    [
        "I remember it and when it opens again I will be there",
        "that's what I did and so what they said was fine",
        "I stay late and who cares",
        "I know where the theatre is and how much the bus costs.",
        "I'm the one who waited in the hall and who called twice.",
    ],
)
def test_a_word_that_might_ask_and_does_not_makes_no_question(text: str) -> None:
    assert not list(single_questions(text))

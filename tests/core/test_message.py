"""Whether a caller dictates a message or only offers one."""

import pytest

from simulator.core.message import dictated, tells_message


@pytest.mark.parametrize(
    "text",
    [
        "Please tell her I rang about the weekend shifts.",
        "Would you let him know that Marta Ruiz phoned?",
        "just let them know i called pls",
        "Could you pass on that I'm still keen?",
        "The message is: Oskar Lind, the apprenticeship, any news?",
        "Oskar Lind called to hear how things stand.",
        "Can you ask Mr. Hale to ring me?",
        "She can call me on Monday.",
        "Tell the manager my number is in the papers.",
    ],
)
def test_what_is_to_be_told_is_a_message(text: str) -> None:
    assert dictated(text)


@pytest.mark.parametrize(
    "text",
    [
        "May I leave a message?",
        "Could you take a note for her?",
        "When can I reach him?",
        "Tell me when she's back.",
        "Is she in?",
        "I was told that somebody would ring.",
    ],
)
def test_an_offer_or_a_question_is_none(text: str) -> None:
    assert dictated(text) is None


def test_it_ends_with_its_sentence() -> None:
    text = "Tell him I rang. Is he in tomorrow?"
    span = dictated(text)
    assert span
    assert text[span.start : span.end] == "Tell him I rang."


def test_an_offer_to_say_something_is_no_message_yet() -> None:
    assert tells_message("Could you tell him I've started a plan for the lessons, and I'd be glad to bring it round?")
    assert not tells_message("Could you tell her something from me?")

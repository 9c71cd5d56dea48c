"""Whether a caller dictates a message or only offers one."""

import pytest

from simulator.core.message import asks_to_note, asks_what_was_noted, dictated, tells_message


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


@pytest.mark.parametrize(
    "text",
    [
        "Could you write that beneath it?",
        "would you put that down for her",
        "I said write down six weeks.",
        "Please add it under the message.",
        "You need not say anything, only write, dear, F for Friday.",
    ],
)
def test_a_request_to_write_something_down_is_heard(text: str) -> None:
    assert asks_to_note(text)


@pytest.mark.parametrize(
    "text",
    ["Shall I write to you?", "I'll write that down.", "Please put down my number.", "Did you put it in the book?"],
)
def test_who_writes_themselves_asks_for_none(text: str) -> None:
    assert not asks_to_note(text)


def test_what_was_written_down_is_asked_for_in_plain_words() -> None:
    assert asks_what_was_noted("Now what did ye write, read it me?")
    assert asks_what_was_noted("what exactly did u note down")
    assert not asks_what_was_noted("What did you take up after the war?")

"""Which sentences ask, and what they ask."""

import pytest

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.echo import echoes
from simulator.core.entities import Mentions
from simulator.core.question import (
    asks_again,
    asks_leave,
    asks_when,
    asks_who_rings,
    left_open,
    questions,
)
from simulator.core.utterance import Utterance


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fine. Can I call again next week", ["Can I call again next week"]),
        ("ok and how long does that take", ["ok and how long does that take"]),
        ("aww haha whats her name", ["aww haha whats her name"]),
        ("May I send it, and follow up?", ["May I send it, and follow up?"]),
        ("Hello? Is this Jane?", ["Hello?", "Is this Jane?"]),
        ("how much yoghurt do you lose", ["how much yoghurt do you lose"]),
        ("how many children come on Tuesdays", ["how many children come on Tuesdays"]),
        ("oh ok and who teaches music now", ["oh ok and who teaches music now"]),
        ("what if bogdan says no", ["what if bogdan says no"]),
        ("i was wondering what the cottage is like", ["i was wondering what the cottage is like"]),
        ("How are you, Mr. Morisawa?", ["How are you, Mr. Morisawa?"]),
        ("I was there when I was a kid. What a pity.", []),
        ("Who knows. Anyway.", []),
        ("when i was there you said friday", []),
        ("How nice of you!", []),
        ("", []),
    ],
)
def test_questions_are_found_with_and_without_question_marks(text: str, asked: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in questions(text)] == asked


def test_a_question_is_open_unless_an_act_accounts_for_it() -> None:
    text = "Thank you. Is there a canteen? And when do you decide?"
    thanks = ActMatch(A.THANK, 1.0, 0, 10)
    timeline = ActMatch(A.ASK_TIMELINE, 1.0, text.index("And"), len(text))
    assert list(left_open(Utterance(text, (thanks, timeline), Mentions()))) == ["Is there a canteen?"]
    asked = ActMatch(A.ASK_TIMELINE, 1.0, 0, 3)
    assert list(left_open(Utterance("And when do you decide?", (asked,), Mentions()))) == []
    chat = ActMatch(A.SMALL_TALK, 1.0, 0, 12)
    assert list(left_open(Utterance("How are you?", (chat,), Mentions()))) == []
    assert list(left_open(Utterance("Is he nice?", (chat,), Mentions()))) == ["Is he nice?"]


def test_leave_and_hours_are_asked_for_in_many_ways() -> None:
    assert asks_leave("Would it be all right if I rang again in a week?".replace("rang", "ring"))
    assert asks_leave("Do you mind if I email you my references?")
    assert not asks_leave("Can I have the job?")
    assert asks_when("Is there a better time?")
    assert not asks_when("Where do I park?")


def test_only_what_was_told_is_an_echo() -> None:
    told = {"tuesday", "week"}
    assert echoes("Tuesday week, right?", told)
    assert not echoes("Wednesday week, right?", told)
    assert not echoes("Which Tuesday?", told)
    assert not echoes("Is that so?", told)
    assert not echoes("That's not my week. I don't have a Tuesday.", told)


def test_a_request_to_repeat_and_who_rings_whom_are_told_by_their_words() -> None:
    assert asks_again("can you repeat more slow please")
    assert not asks_again("Could you send me the offer in writing, and once more my thanks to your colleagues?")
    assert asks_who_rings("You'll really ring me, or should I ring you?")
    assert not asks_who_rings("Should I bring my knives?")


@pytest.mark.parametrize(
    "question", ["So I am hired, then?", "So the job's mine, right?", "So it's not Tuesday, right?"]
)
def test_an_outcome_or_a_denial_is_never_confirmed_by_its_words(question: str) -> None:
    assert not echoes(question, {"hired", "job's", "mine", "tuesday", "we've", "somebody"})

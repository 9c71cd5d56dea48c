"""Which sentences ask, and what they ask."""

import pytest

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import Question, asked_back, asks_again, asks_plainer
from simulator.core.contact_question import asks_for_papers, asks_leave, asks_which_way
from simulator.core.echo import brought_up, echoes, telling_words
from simulator.core.entities import Mentions
from simulator.core.question import left_open, questions
from simulator.core.text import Span
from simulator.core.utterance import Utterance
from simulator.core.when_and_why import asks_when


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fine. Can I call again next week", ["Can I call again next week"]),
        ("ok and how long does that take", ["ok and how long does that take"]),
        ("aww haha whats her name", ["aww haha whats her name"]),
        ("May I send it, and follow up?", ["May I send it, and follow up?"]),
        ("is tove the one who did the hall", ["is tove the one who did the hall"]),
        ("is fine by me the friday", []),
        ("i see but tell me one thing is the salary still the same", ["is the salary still the same"]),
        ("i will hold you to that do you know another school", ["do you know another school"]),
        ("Hello? Is this Jane?", ["Hello?", "Is this Jane?"]),
        ("hm so the dark thing did anyone solve that", ["did anyone solve that"]),
        ("i can do the floor thing um is it ok to be late", ["is it ok to be late"]),
        ("no wait sorry um should i bring anything", ["no wait sorry um should i bring anything"]),
        ("i am home all day should you need me", []),
        ("the trouble is it would not close", []),
        ("what a pity, I'd do it again", []),
        ("how much yoghurt do you lose", ["how much yoghurt do you lose"]),
        ("thank you! um what do i have to do then", ["um what do i have to do then"]),
        ("how many children come on Tuesdays", ["how many children come on Tuesdays"]),
        ("oh ok and who teaches music now", ["oh ok and who teaches music now"]),
        ("what if bogdan says no", ["what if bogdan says no"]),
        ("i was wondering what the cottage is like", ["i was wondering what the cottage is like"]),
        ("How are you, Mr. Morisawa?", ["How are you, Mr. Morisawa?"]),
        ("I was there when I was a kid. What a pity.", []),
        ("Who knows. Anyway.", []),
        ("when i was there you said friday", []),
        ("The time is clear. I asked who calls.", ["I asked who calls."]),
        ("i just meant whether tuesday is okay", ["i just meant whether tuesday is okay"]),
        ("I asked your colleague, and she was kind.", []),
        ("When comes he back from the sea", ["When comes he back from the sea"]),
        ("ok and what time you close today", ["ok and what time you close today"]),
        ("cool, anything to prepare or bring", ["cool, anything to prepare or bring"]),
        ("I can do anything.", []),
        ("anything to do with pumps I can fix", []),
        ("anything I need to learn I learn fast", []),
        ("what day you choose is fine with me", []),
        ("what keeps you safe is the rope", []),
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
    (found,) = left_open(Utterance(text, (thanks, timeline), Mentions()))
    assert text[found.start : found.end].strip() == "Is there a canteen?"
    asked = ActMatch(A.ASK_TIMELINE, 1.0, 0, 3)
    assert list(left_open(Utterance("And when do you decide?", (asked,), Mentions()))) == []
    chat = ActMatch(A.SMALL_TALK, 1.0, 0, 12)
    assert list(left_open(Utterance("How are you?", (chat,), Mentions()))) == []
    assert list(left_open(Utterance("Is he nice?", (chat,), Mentions()))) == [Span(0, 11)]


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
    assert echoes("so tuesday and you ring that week right", told)
    assert not echoes("Tuesday at nine, right?", told)
    assert not echoes("Tuesday or Wednesday?", told)


@pytest.mark.parametrize(
    "question",
    [
        "One page for what?",
        "And the Saturday part, from what hour?",
        "Did you try the wasps?",
        "Is there any doubt about the page?",
        "Has the council frozen the wasps?",
        "Should I bring the page?",
    ],
)
def test_an_open_question_in_words_that_were_told_is_no_echo(question: str) -> None:
    told = telling_words("One page on Saturday. The wasps are council property. No doubt, just bring the frozen hours.")
    assert not echoes(question, told)


def test_more_about_what_they_brought_up_is_known_from_other_questions() -> None:
    told = {"weeks", "cobalt", "decision"}
    assert brought_up("And what is cobalt?", told)
    assert not brought_up("How many weeks?", told)
    assert not brought_up("Whose decision is it?", told)


def test_a_request_to_repeat_is_told_by_its_words() -> None:
    assert asks_again("can you repeat more slow please")
    assert not asks_again("Could you send me the offer in writing, and once more my thanks to your colleagues?")


@pytest.mark.parametrize(
    "question", ["So I am hired, then?", "So the job's mine, right?", "So it's not Tuesday, right?"]
)
def test_an_outcome_or_a_denial_is_never_confirmed_by_its_words(question: str) -> None:
    assert not echoes(question, {"hired", "job's", "mine", "tuesday", "we've", "somebody"})


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Sorry?", Question.AGAIN),
        ("Sorry, what did you say?", Question.AGAIN),
        ("Sorry, do you mean that I come to the workshop?", None),
        ("Sorry, could you repeat? You are offering me the job?", Question.NEWS),
    ],
)
def test_a_sorry_before_a_longer_question_does_not_ask_to_hear_all_again(text: str, back: Question | None) -> None:
    assert asked_back(text) is back


def test_whether_to_ring_or_to_write_is_one_question() -> None:
    assert asks_which_way("Shall I ring you, or would you prefer an email?")
    assert asks_which_way("Should I write a letter or phone?")
    assert not asks_which_way("Should I ring or will you ring me?")
    assert not asks_which_way("Will you call or write?")


def test_papers_are_offered_and_doubts_are_asked_for() -> None:
    assert asks_for_papers("Should I bring my certificates?")
    assert asks_for_papers("do you still need my references")
    assert not asks_for_papers("Should I bring up any concerns?")
    assert not asks_for_papers("Do you need the doubts cleared?")


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        ("Sorry, can you repeat more slowly please?", True),
        ("My English, I am not sure that I did understand.", True),
        ("Could you say it in simpler words?", True),
        ("Could you say that again, please?", False),
        ("The line went, what was that?", False),
        ("My line is not so good, can you repeat that?", False),
        ("Sorry, I didn't understand that. Once more, please?", True),
    ],
)
def test_who_needs_plainer_words_is_told_from_who_did_not_hear(text: str, *, plainer: bool) -> None:
    assert asks_plainer(text) is plainer

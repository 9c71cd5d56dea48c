"""Names, positions, topics and numbers as people say them."""

import pytest

from simulator.core.entities import asks_name, mentions, own_name, phone_number
from simulator.core.transcript import Facts

FACTS = Facts(
    contact="Ms. Ingrid Sorley",
    company="Beacon & Lane",
    position="Exhibition Designer",
    candidate="Alex Morgan",
    discussion_topic="the captions for the lighthouse museum",
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("this is Maria", "Maria"),
        ("Good morning, this is Maria Lopez, I interviewed last week.", "Maria Lopez"),
        ("Maria Lopez speaking.", "Maria Lopez"),
        ("Hello, Denise Orr here.", "Denise Orr"),
        ("Rajesh Iyer this side. I had attended an interview.", "Rajesh Iyer"),
        ("my name's maria lopez and i interviewed", "maria lopez"),
        ("Hi, it's Kayla Jenkins, I interviewed on Saturday.", "Kayla Jenkins"),
        ("I am Luis Herrera, I did the interview with you.", "Luis Herrera"),
        ("This is Miss Eleanor Ashworth speaking.", "Eleanor Ashworth"),
        ("You are speaking with Miss Eleanor Ashworth.", "Eleanor Ashworth"),
        ("Good day, here is Kleinschmidt.", "Kleinschmidt"),
        ("Alex Morgan for Ms. Sorley, please.", "Alex Morgan"),
    ],
)
def test_a_name_is_heard_in_an_introduction(text: str, name: str) -> None:
    found = own_name(text, FACTS)
    assert found is not None
    assert found.text == name
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "I'm calling about the job.",
        "this is important to me",
        "It's about the interview.",
        "I'm sorry to bother you.",
        "This is the third time I call.",
        "Is this Ms. Sorley?",
        "Am I speaking with Ms. Sorley?",
        "I'm still very interested.",
        "",
    ],
)
def test_no_name_is_invented(text: str) -> None:
    assert own_name(text, FACTS) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("maria", "maria"),
        ("Oh, sorry, Maria Lopez.", "Maria Lopez"),
        ("um sorry its dave", "dave"),
        ("Kowalski. You decide yet or what?", "Kowalski"),
        ("Hello Ms. Sorley, Martin Feld. QA Lead interview.", "Martin Feld"),
        ("none of your business", None),
        ("why do you ask", None),
    ],
)
def test_a_bare_name_counts_where_a_name_is_due(text: str, name: str | None) -> None:
    found = own_name(text, FACTS, introduces=True)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    "line", ["Sorry, who's calling, please?", "May I ask your name?", "And you are?", "Who am I speaking with?"]
)
def test_a_question_for_the_name_is_known_as_one(line: str) -> None:
    assert asks_name(line)


@pytest.mark.parametrize("line", ["What can I do for you?", "Who told you that?", "I'll ask the team."])
def test_other_questions_do_not_ask_for_the_name(line: str) -> None:
    assert not asks_name(line)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("You can reach me at 555-0142.", "555-0142"),
        ("my number is 98450 01234.", "98450 01234"),
        ("it's five five five oh one four two, thanks", "five five five oh one four two"),
        ("call (415) 555-0142 after six", "(415) 555-0142"),
        ("on double five five, oh one, four two", "double five five, oh one, four two"),
    ],
)
def test_a_phone_number_is_heard_in_digits_and_in_words(text: str, phone: str) -> None:
    found = phone_number(text)
    assert found is not None
    assert found.text == phone


@pytest.mark.parametrize("text", ["I interviewed on 12/05/2026.", "in 2024", "one or two questions", "one two three"])
def test_dates_and_small_numbers_are_no_phone_numbers(text: str) -> None:
    assert phone_number(text) is None


def test_the_facts_of_the_call_are_found_in_other_words() -> None:
    found = mentions("Ingrid, about the designer job: the lighthouse museum caption were great.", FACTS)
    assert found.contact
    assert found.contact.text == "Ingrid"
    assert found.position
    assert found.position.text == "designer"
    assert found.topic
    assert found.topic.text == "lighthouse museum caption"


def test_a_topic_is_not_found_in_a_passing_word() -> None:
    assert mentions("I missed the bus this morning.", FACTS).topic is None


def test_empty_facts_are_never_mentioned() -> None:
    found = mentions("Anything at all, 555-0142.", Facts())
    assert found.contact is None
    assert found.position is None
    assert found.topic is None

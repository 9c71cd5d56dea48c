"""Names, positions, topics and numbers as people say them."""

import datetime as dt
from dataclasses import replace

import pytest

from simulator.core.dates import date_mentions
from simulator.core.entities import asks_name, email_address, mentions, own_name, phone_number, written_email
from simulator.core.names import capitals
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
        ("Hello, here speaks Frauke Ahlers from Bremen.", "Frauke Ahlers"),
        ("Alex Morgan for Ms. Sorley, please.", "Alex Morgan"),
        ("No no, I'm Tomasz.", "Tomasz"),
        ("Good day Ms. Sorley, Piet Bakker is my name, about the job.", "Piet Bakker"),
        ("Danny's the name.", "Danny"),
        ("Not Thomas, it's Tomasz.", "Tomasz"),
        ("Hello. Jonas here.", "Jonas"),
        ("Morning, Mr. Pretorius. Hennie Botha here, the grey one.", "Hennie Botha"),
        ("J. R. Ruiz here.", "J. R. Ruiz"),
        ("Good morning, here is speaking Marisol Vega.", "Marisol Vega"),
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
        "bit loud here, can you hear me",
        "No, it's Monday.",
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
        ("raj here", "raj"),
        ("Cranes?", None),
        ("It's still Ximena, I only said wait.", "Ximena"),
        ("Wait, Ms. Sorley, I thought I would be the supervisor.", None),
        ("My mail is lucia.herrera@correo.example", None),
    ],
)
def test_a_bare_name_counts_where_a_name_is_due(text: str, name: str | None) -> None:
    found = own_name(text, FACTS, introduces=True)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    "text", ["What a lovely thing, I am smiling.", "i'm absolutely delighted", "im thrilled, really"]
)
def test_what_somebody_does_or_feels_is_no_name_even_where_one_is_due(text: str) -> None:
    assert own_name(text, FACTS, introduces=True) is None


@pytest.mark.parametrize("text", ["I am Ming.", "im kelly from the interview", "i'm holly"])
def test_a_name_that_looks_like_such_a_word_is_one(text: str) -> None:
    assert own_name(text, FACTS, introduces=True) is not None


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
        ("0733 551 208, no wait thats the old one, 0733 551 280", "0733 551 280"),
        ("It's 0733 551 280, not 0733 551 208.", "0733 551 280"),
        ("0733 551 280, sorry for the noise, and my landline is 0733 441 208.", "0733 551 280"),
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


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to maria.lopez@mail.example, please.", "maria.lopez@mail.example"),
        ("It's M_Lopez-3@mail.example.co", "m_lopez-3@mail.example.co"),
        ("my email is maria dot lopez at mail dot example", "maria.lopez@mail.example"),
        ("that's jo underscore five at post dot co dot uk", "jo_five@post.co.uk"),
    ],
)
def test_an_email_address_is_heard_written_or_spoken(text: str, address: str) -> None:
    found = email_address(text)
    assert found is not None
    assert written_email(found) == address
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["We met at noon.", "I'm at the depot dot", "Find me at home, dot or no dot."])
def test_being_at_a_place_is_no_address(text: str) -> None:
    assert email_address(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello Ms. Smith, this is Alex.", "Ms. Smith"),
        ("Good morning, Mr Brown!", "Mr Brown"),
        ("Am I speaking with Mrs. Jones?", "Mrs. Jones"),
        ("Thank you, Barbara.", "Barbara"),
        ("Hi Ingrid!", None),
        ("Hello Ms. Sorely.", None),
        ("good morning ms sorley", None),
        ("Hello, Beacon and Lane?", None),
        ("I spoke to Mr. Brown in HR.", None),
        ("Good Morning Everyone, this is Alex.", None),
        ("Hello, Alex Morgan speaking.", None),
        ("Thank You.", None),
    ],
)
def test_a_wrong_name_for_the_other_person_is_noticed_and_no_other(text: str, name: str | None) -> None:
    found = mentions(text, FACTS).misnamed
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("You said I'd hear by Friday, and it's Tuesday now.", "Friday"),
        ("I was told a decision would come by the end of the month.", "the end of the month"),
        ("Ms. Sorley mentioned I should hear within two weeks", "within two weeks"),
        ("I was supposed to hear by the fifteenth", "the fifteenth"),
        ("We spoke last Thursday.", None),
        ("You said it went well. Could I call on Monday?", None),
        ("When do you think you will decide?", None),
    ],
)
def test_a_promised_date_is_told_from_other_dates(text: str, date: str | None) -> None:
    found = mentions(text, FACTS).promised
    assert (found and found.text) == date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last Thursday", "2026-11-19"),
        ("next Wednesday", "2026-12-02"),
        ("December 4th", "2026-12-04"),
        ("on the 14th of March", "2027-03-14"),
        ("the fourteenth of May", "2027-05-14"),
        ("the day before yesterday", "2026-11-24"),
        ("tomorrow", "2026-11-26"),
        ("2026-12-03", "2026-12-03"),
        ("within two weeks", None),
        ("the end of the month", None),
    ],
)
def test_a_date_is_resolved_where_it_names_a_day(text: str, day: str | None) -> None:
    (found,) = date_mentions(text)
    meant = found.day(dt.date(2026, 11, 25))
    assert (meant and meant.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "We talked about the ice on the third pylon.",
        "I may have an offer.",
        "The sun is out.",
        "I have three years of experience.",
        "One second, please.",
    ],
)
def test_everyday_words_are_no_dates(text: str) -> None:
    assert list(date_mentions(text)) == []


def test_a_filler_before_the_name_is_no_name() -> None:
    found = own_name("er hi, it's, um, Danny Holt, from Monday", FACTS, introduces=True)
    assert found
    assert found.text == "Danny Holt"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Good morning, Vogel.", "Vogel"), ("oh hi um its miriam", "miriam"), ("Hi, this is Jonas Meyer", "Jonas Meyer")],
)
def test_a_part_of_the_own_name_alone_and_a_first_name_that_both_bear_are_names(text: str, name: str) -> None:
    facts = replace(FACTS, candidate="Miriam Vogel", contact="Mr. Jonas Brandt")
    found = own_name(text, facts)
    assert found is not None
    assert found.text == name


def test_the_name_of_the_other_alone_is_no_own_name() -> None:
    facts = replace(FACTS, candidate="Miriam Vogel", contact="Mr. Jonas Brandt")
    assert own_name("Good morning, Brandt.", facts) is None
    assert own_name("Is this Jonas Brandt?", facts) is None


def test_a_name_unlike_the_profile_is_noticed_and_a_part_or_slip_of_it_is_not() -> None:
    facts = replace(FACTS, candidate="Maria Lopez")
    unlike = {text: mentions(text, facts).unlike_profile for text in ("This is Bob.", "This is Mary.", "No name.")}
    assert unlike == {"This is Bob.": True, "This is Mary.": False, "No name.": False}


def test_a_stammered_name_is_written_once() -> None:
    assert capitals("ellie ellie marsh") == "Ellie Marsh"


def test_a_name_ends_with_its_sentence() -> None:
    found = own_name("oh sorry its niamh. um i was in for the sous chef thing", FACTS, introduces=True)
    assert found is not None
    assert found.text == "niamh"


def test_a_single_word_of_a_long_text_is_no_name() -> None:
    text = "We sat on the terrace and talked of this and that and the other, as one does. " * 3 + "Terrace. Goodbye."
    assert own_name(text, FACTS, introduces=True) is None


def test_who_says_who_they_are_has_called_nobody_by_a_wrong_name() -> None:
    assert mentions("Hello Jonas here about the job", FACTS, introduces=True).misnamed is None
    assert mentions("Hello Jonas, about the job", FACTS).misnamed is not None


def test_who_says_once_more_who_they_are_is_not_called_by_another_word() -> None:
    facts = replace(FACTS, candidate="Duarte Sequeira")
    found = own_name("Are you deaf, woman, I said Sequeira.", facts, introduces=True)
    assert found is not None
    assert found.text == "Sequeira"
    assert own_name("I just said didn't I, are you deaf", facts, introduces=True) is None
    assert own_name("Forgive me if I'm short.", facts, introduces=True) is None
    assert own_name("My name is Sarah Young.", facts).text == "Sarah Young"  # type: ignore[union-attr]

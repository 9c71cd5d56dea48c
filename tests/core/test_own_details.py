"""Who wants to know whether their name or number was taken down right hears what was."""

import pytest
from test_practical import FIRST, UNDERSTANDING, call_of

from simulator.catalog import load_shared_lines
from simulator.core.moves import Move
from simulator.core.number_correction import corrected_number
from simulator.core.own_details import asks_if_name_wanted, asks_own_name, asks_own_number
from simulator.rehearsal import Rehearsal


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Can you tell me please how you wrote my name?", True),
        ("Did you get my name right?", True),
        ("What's your name?", False),
        ("Did you put the name on the door?", False),
    ],
)
def test_a_question_for_ones_own_name_is_told_from_others(question: str, *, asks: bool) -> None:
    assert asks_own_name(question) is asks


@pytest.mark.parametrize(
    ("question", "just_told", "asks"),
    [
        ("And the number you have it complete?", False, True),
        ("Have you got my phone number?", False, True),
        ("Can you repeat it to me please?", True, True),
        ("Can you repeat it to me please?", False, False),
        ("Which number do I ring?", False, False),
    ],
)
def test_a_question_for_ones_own_number_is_told_from_others(question: str, *, just_told: bool, asks: bool) -> None:
    assert asks_own_number(question, just_told=just_told) is asks


def test_a_desk_says_back_the_name_and_the_number_that_were_left() -> None:
    call = call_of("receptionist", "Please tell her that Marisol called. My number is 024 555 0198.")
    call.say("Can you tell me how you wrote my name?")
    assert Move.HAVE_NAME in call.made
    call.say("And the number, you have it complete?")
    assert Move.READ_BACK in call.made
    assert "024 555 0198" in call.transcript.turns[-1].text


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("do you need my last name as well", True),
        ("Shall I spell my name for you?", True),
        ("Do you need my certificates?", False),
        ("Should I tell you the last name as well?", True),
        ("Do I need to give my surname?", True),
        ("Would you like my full name?", True),
        ("Should I give my name at the door?", False),
        ("Can I leave my name and number?", False),
        ("Shall I give you my name and my number?", False),
        ("Did you like my name on the model?", False),
        ("Can I leave my number?", False),
    ],
)
def test_an_offer_of_ones_name_is_told_from_others(question: str, *, asks: bool) -> None:
    assert asks_if_name_wanted(question) is asks


@pytest.mark.parametrize("rest", ["It's Marisol Vega, in case there are two.", "Vega.", "It's Vega."])
def test_a_desk_wants_the_rest_of_a_name_and_takes_it_down(rest: str) -> None:
    call = Rehearsal(FIRST["receptionist"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say("Hello, this is Marisol. Could I speak to the person who interviewed me?")
    call.say("Do you need my last name, too?")
    assert Move.WANT_NAME in call.made
    call.say(rest)
    assert Move.NOTE_NAME in call.made
    assert "Marisol Vega" in call.transcript.turns[-1].text


def test_who_gave_the_whole_name_hears_it_when_they_offer_it() -> None:
    call = call_of("receptionist")
    call.say("Do you need my last name, too?")
    assert Move.HAVE_NAME in call.made


@pytest.mark.parametrize(
    ("number", "text", "corrected"),
    [
        ("four one two nine eight six", "oh no wait it's nine eight nine at the end not six", "412989"),
        ("020 7946", "0391, Esi, is the end of it.", "020 7946 0391"),
        ("555 0142", "Sorry, it ends in 24, not 42.", "555 0124"),
        ("555 0142", "I have two children.", None),
        ("0141 496 0772", "not the 0772 at the end, the 0773", "0141 496 0773"),
        ("0141 496 0772", "Wait, you said the 25th?", None),
        ("0141 496 0772", "No, I finished there in 2019.", None),
        ("maria1984@web.de", "no, at the end it's 19", None),
        ("555 0142", "Thanks, at two or three then.", None),
    ],
)
def test_the_end_of_a_number_is_put_right(number: str, text: str, corrected: str | None) -> None:
    assert corrected_number(number, text) == corrected


def test_a_number_that_was_left_is_read_back_on_demand() -> None:
    call = call_of("rejection", "Do write down my number, please: 0141 496 0772.", "Read me the number.")
    assert Move.READ_BACK in call.made
    assert "0141 496 0772" in call.transcript.turns[-1].text


def test_a_number_is_taken_down_even_on_a_bad_day() -> None:
    assert Move.TAKE_DETAILS in call_of("rude", "I'm at 902 555 0137, got a pen?").made

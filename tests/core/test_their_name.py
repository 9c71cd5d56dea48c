"""Whoever is on the line says their own name when asked for it, and spells it."""

import pytest
from test_practical import call_of

from simulator.core.moves import Move
from simulator.core.their_name import asks_spelling, asks_their_name, spelled


@pytest.mark.parametrize(
    "text",
    [
        "And who am I talking to?",
        "thanks um and who who am I talking to",
        "You did not tell me your name.",
        "No, I meant your name.",
        "I would like to know whom to thank.",
        "your name please",
        "I didn't catch your name",
    ],
)
def test_their_name_is_asked_for_in_many_ways(text: str) -> None:
    assert asks_their_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "I remember your name.",
        "Have you got my name?",
        "Will your letter come soon?",
        "May I use your name as a reference?",
        "I told my wife and your name made her laugh.",
        "Shall I spell it?",
        "It's spelt with a K.",
        "How do you spell the company name?",
    ],
)
def test_a_name_that_is_only_spoken_of_is_not_asked_for(text: str) -> None:
    assert not asks_their_name(text)
    assert not asks_spelling(text, named=True)


def test_a_desk_says_its_own_name_and_not_that_of_the_person_called() -> None:
    call = call_of("receptionist", "You did not tell me your name, and I would like to know whom to thank.")
    assert Move.SAY_NAME in call.made
    assert Move.SAY_WHOM not in call.made


def test_the_last_name_is_spelt() -> None:
    assert spelled("Mrs. Teresa Vilhena") == "V, I, L, H, E, N, A"
    assert Move.SPELL_NAME in call_of("pending", "How do you spell your surname, please?").made

"""Who has just been hit by bad news hears a word of comfort."""

import pytest
from test_practical import call_of

from simulator.core.moves import Move
from simulator.core.upset import is_upset, mourns


@pytest.mark.parametrize(
    ("text", "upset"),
    [
        ("Oh. Oh no.", True),
        ("I have to sit down for a second.", True),
        ("i really thought it would be me", True),
        ("I'm so disappointed, but thank you.", True),
        ("That is hard to hear.", True),
        ("I see. Thank you for telling me.", False),
        ("Do you have a moment?", False),
        ("I thought it would be Friday.", False),
    ],
)
def test_it_shows_in_the_words(text: str, upset: bool) -> None:  # noqa: FBT001 - a table
    assert is_upset(text) is upset


def test_tears_are_consoled_and_no_apology_is_accepted_for_them() -> None:
    call = call_of("rejection", "That's very good of you to say. I'm sorry, I'm near enough crying in my kitchen here.")
    assert Move.CONSOLE in call.made
    assert Move.ACCEPT_APOLOGY not in call.made


@pytest.mark.parametrize(
    ("text", "tells_of_it"),
    [
        ("I'd have rung sooner, but we buried my mother on Saturday.", True),
        ("because my mother she passed, so sorry if I am late", True),
        ("My mother is dead two weeks.", True),
        ("my dad's in hospital", True),
        ("Had my mother in hospital all week, I flinch at the word.", True),
        ("the wife's in hospital herself and I've not slept", True),
        ("My husband is in the hospital trade.", False),
        ("My husband is poorly paid.", False),
        ("My wife passed all her exams, so we're celebrating.", False),
        ("my nan died when I was ten", False),
        ("My grandmother used to say that.", False),
        ("I lost my job.", False),
        ("Mum died on Sunday.", True),
        ("my mother-in-law died last night", True),
        ("My father is seriously ill.", True),
        ("My son just passed his driving test.", False),
        ("My partner passed your number on to me.", False),
        ("My husband's dead keen on me working there.", False),
        ("My wife is dying to know.", False),
    ],
)
def test_a_death_or_an_illness_in_the_family_shows(text: str, tells_of_it: bool) -> None:  # noqa: FBT001 - a table
    assert mourns(text) is tells_of_it


def test_a_death_is_condoled_once_and_from_the_first_turn_on() -> None:
    told = "Hello, this is Mia Roth, I would have rung sooner, but we buried my mother on Saturday."
    call = call_of("pending", told, "My mother is dead, you see.")
    assert call.call.memory.moves[Move.CONDOLE] == 1


def test_what_nobody_can_make_out_is_not_consoled_long_after_the_news() -> None:
    call = call_of("rejection", "Thank you for telling me.", "And now you oil those stands, not the pans, Mrs. Joseph.")
    assert Move.CONSOLE not in call.made

"""Who has just been hit by bad news hears a word of comfort."""

import pytest
from test_practical import call_of

from simulator.core.moves import Move
from simulator.core.upset import is_upset


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

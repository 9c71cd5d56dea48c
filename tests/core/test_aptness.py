"""Lines that contradict what was said just now are left alone."""

from dataclasses import replace

import pytest

from simulator.core.aptness import apt
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.temper import Temper

STRANGER = Memory(Temper(0.0, 1.0))
PLACED = replace(STRANGER, placed=True)


@pytest.mark.parametrize(("line", "fits"), [("And what's it about?", False), ("What can I do for you?", True)])
def test_nobody_asks_what_it_is_about_once_that_was_said(line: str, fits: bool) -> None:  # noqa: FBT001 - data
    assert apt(Move.ASK_PURPOSE, line, [Move.ASK_PURPOSE], PLACED) is fits
    assert apt(Move.ASK_PURPOSE, line, [Move.ASK_PURPOSE], STRANGER)


@pytest.mark.parametrize(
    ("line", "next_move"),
    [
        ("You were here {interviewed}.", Move.ASK_INTERVIEW),
        ("I remember you well!", Move.ASK_INTERVIEW),
        ("I was about to ring you.", Move.ASK_PURPOSE),
    ],
)
def test_what_shows_that_they_know_goes_with_no_question_for_it(line: str, next_move: Move) -> None:
    assert not apt(Move.RECOGNISE, line, [Move.RECOGNISE, next_move], STRANGER)
    assert apt(Move.RECOGNISE, line, [Move.RECOGNISE, Move.GIVE_STATUS], STRANGER)
    assert apt(Move.RECOGNISE, "Hello, {caller}.", [Move.RECOGNISE, next_move], STRANGER)


def test_nobody_always_has_a_minute_for_a_stranger() -> None:
    line = "I've always got a minute for you."
    assert not apt(Move.HAVE_TIME, line, [Move.HAVE_TIME], STRANGER)
    assert apt(Move.HAVE_TIME, line, [Move.HAVE_TIME], replace(STRANGER, caller="Mia Roth"))
    assert apt(Move.HAVE_TIME, "It's fine, I can talk.", [Move.HAVE_TIME], STRANGER)

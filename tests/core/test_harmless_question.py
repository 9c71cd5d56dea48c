"""A plain question about something that the other end knows hurts nobody, whatever it sounds like to a model."""

from collections.abc import Sequence

import numpy as np
import pytest

from simulator.bootstrap import understanding
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail
from simulator.core.harmless_question import without_supposed_harm
from simulator.core.hearing import hear
from simulator.core.linear import ACTS
from simulator.core.reading import Reading
from simulator.core.text import Span
from simulator.core.transcript import Facts
from simulator.core.understanding import Understanding

KNOWN = understanding().knowing(
    (
        Detail(("your partner",), ("Ray. He's at sea.",), ("Who is your partner?", "And your partner?")),
        Detail(("sheep",), ("Four thousand.",), ("How many sheep have you got?",)),
        Detail(("weekends",), ("One in four.",), ("Would I have to work at weekends?",)),
    )
)


def hurts(text: str, chance: float, act: A = A.BE_HOSTILE) -> bool:
    return bool(without_supposed_harm([ActMatch(act, chance, 0, len(text))], text, "", KNOWN, understanding()))


@pytest.mark.parametrize("text", ["Who is your partner?", "how many sheep have you got then", "Do I work at weekends?"])
def test_a_question_about_what_they_know_hurts_nobody(text: str) -> None:
    assert not hurts(text, 0.8)
    assert not hurts(text, 0.8, A.QUESTION_DELAY)


def test_a_why_about_what_was_told_just_before_questions_no_delay() -> None:
    text = "Why four thousand of them?"
    why = ActMatch(A.QUESTION_DELAY, 0.9, 0, len(text))
    assert without_supposed_harm([why], text, "Four thousand.", KNOWN, understanding()) == ()
    assert without_supposed_harm([why], text, "It isn't decided yet.", KNOWN, understanding()) == (why,)


def test_two_of_them_in_a_turn_hurt_nobody_either() -> None:
    assert not hurts("Who is your partner? And how many sheep have you got?", 0.8, A.PRESSURE_FOR_ANSWER)


def test_an_insult_that_names_something_known_stays_one() -> None:
    assert hurts("Is your partner as stupid and lazy as you?", 0.95)


def test_a_question_that_is_hostile_only_by_a_hair_is_not() -> None:
    assert not hurts("Whatever is that noise?", 0.55)
    assert hurts("Whatever is that noise?", 0.8)
    assert hurts("You are a disgrace.", 0.55)


def test_who_asks_for_the_decision_asks_for_nothing_else() -> None:
    assert hurts("Has your partner made a decision at last?", 0.8, A.QUESTION_DELAY)


class _Reads:
    """A model that is so sure of each act."""

    def __init__(self, **chances: float) -> None:
        self._turn = np.array([chances.get(act, 0.0) for act in ACTS], dtype=np.float32)

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:  # noqa: ARG002 - as models do
        return Reading(self._turn, np.tile(self._turn, (len(parts), 1)))


def test_what_hurts_only_perhaps_is_not_taken_ill() -> None:
    def heard(**chances: float) -> frozenset[A]:
        return hear("Shut it.", "", "pending", Facts(), Understanding(_Reads(**chances), 0.5)).acts

    assert heard(be_hostile=0.6) == {A.OTHER}
    assert heard(be_hostile=0.6, thank=0.9) == {A.THANK}
    assert heard(be_hostile=0.6, dispute_decision=0.3) == {A.BE_HOSTILE}
    assert heard(be_hostile=0.9) == {A.BE_HOSTILE}


@pytest.mark.parametrize("text", ["You people are liars and a waste of my time.", "Get lost, you stupid cow."])
def test_an_insult_is_heard_as_one(text: str) -> None:
    assert A.BE_HOSTILE in hear(text, "We took somebody else.", "rejection", Facts(), understanding()).acts


def test_once_there_is_an_offer_the_others_are_other_employers() -> None:
    rivals = Understanding(_Reads(mention_other_candidates=0.95), 0.5)
    text = "The others are at seventeen fifty, is there any give in that?"
    assert A.MENTION_OTHER_CANDIDATES not in hear(text, "", "offer", Facts(), rivals).acts
    assert A.MENTION_OTHER_CANDIDATES in hear(text, "", "pending", Facts(), rivals).acts

"""The answer to a question is found by what it means, whatever its words."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog
from simulator.core.detail import Detail
from simulator.core.retrieval import LIKELY, NOTHING, Retrieval
from simulator.model_store import load_meaning, load_ranking
from simulator.training.questions import read_questions

if TYPE_CHECKING:
    from simulator.core.meaning import Meaning

SCENARIO = load_catalog().find("ballroom-quick-changes")


def known() -> Retrieval:
    return understanding().knowing(SCENARIO.details)


@pytest.mark.parametrize(("hand", "least_right", "most_wrong"), [("writer", 0.6, 0.1), ("tester", 0.5, 0.3)])
def test_most_questions_find_their_answer_in_whatever_words(hand: str, least_right: float, most_wrong: float) -> None:
    """Testers ask what just comes to mind, and that is harder to tell."""
    questions = [one for one in read_questions() if one.scenario == SCENARIO.id and one.answers and one.hand == hand]
    right = wrong = 0
    for question in questions:
        found = known().best(question.text, question.before)
        if found and found.chance >= LIKELY:
            answers = {SCENARIO.details[place] for place in question.answered_by(SCENARIO.details)}
            right, wrong = right + (found.detail in answers), wrong + (found.detail not in answers)
    assert right >= least_right * len(questions)
    assert wrong <= most_wrong * len(questions)


@pytest.mark.parametrize(
    "question", ["How many stamps have I got?", "Who won the election in France?", "Does your uncle like fishing?"]
)
def test_what_nobody_knows_has_no_likely_answer(question: str) -> None:
    assert not known().answers(question)


def test_a_question_leans_on_what_was_said_before() -> None:
    before = "A student called Nando, all elbows, he sings two words. He's been buttoned up wrong by the best of us."
    amparo = "Thirty-one years here, and she threads a needle in the dark. She's handing me her keys one by one."
    found = [known().best("And when does she leave?", one) for one in (amparo, before)]
    assert found[0]
    assert "At the end of the month" in found[0].detail.lines[0]
    assert found[1]
    assert found[0].chance > found[1].chance


def test_what_was_told_just_before_is_hardly_the_answer_again() -> None:
    told = known().best("How long does it last?")
    assert told
    again = known().best("How long does it last?", told.detail.lines[0])
    assert again
    assert again.detail is not told.detail or again.chance < told.chance


def test_without_an_encoder_the_words_decide() -> None:
    details = (Detail(("sea trials",), ("Ten days.",)), Detail(("dog",), ("Frida.",)), Detail(("pay",), ("Enough.",)))
    found = Retrieval(details, load_ranking(), None).best("How long do the sea trials last?")
    assert found
    assert found.detail is details[0]


def test_who_knows_nothing_finds_nothing() -> None:
    assert NOTHING.best("What is the dog called?") is None
    assert not NOTHING.answers("What is the dog called?")
    assert known().best("...?") is None


def test_the_points_of_every_question_and_line_are_worked_out_beforehand() -> None:
    meaning = load_meaning()
    missing = [
        f"{scenario.id}: {text}"
        for scenario in load_catalog().scenarios
        for detail in scenario.details
        for text in (*detail.examples, *detail.lines)
        if meaning.known.get(text) is None
    ]
    assert not missing, f"run `python -m simulator.training --answers`; missing: {missing[:5]}"


def test_the_points_kept_are_those_that_the_encoder_gives() -> None:
    meaning = load_meaning()
    bare: Meaning = replace(meaning, known=replace(meaning.known, keys=meaning.known.keys[:0]))
    for text in SCENARIO.details[0].examples:
        assert float(np.dot(bare.of(text), meaning.of(text))) > 0.99

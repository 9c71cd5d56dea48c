"""Who did not get an answer hears in plain words what it means."""

from dataclasses import replace

import pytest

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail
from simulator.core.details_asked import details_asked
from simulator.core.entities import Mentions
from simulator.core.explaining import to_explain
from simulator.core.memory import Memory
from simulator.core.scenario import Scenario
from simulator.core.temper import Temper
from simulator.core.utterance import Utterance

BOX = Detail(("chart",), ("Somebody drew a box, and you weren't in the room for that.",), plainly="The new chart.")
PAGER = Detail(("pager",), ("It went into the gravy.",), plainly="My pager fell into the gravy.")
SHEEP = Detail(("sheep", "how many sheep"), ("Four thousand.",), ("How many sheep have you got?",))
DETAILS = (BOX, PAGER, SHEEP)
TOLD = replace(
    Memory(Temper(0.0, 1.0)),
    last_reply=f"{BOX.lines[0]} {PAGER.lines[0]}",
    said=frozenset((*BOX.lines, *PAGER.lines, *SHEEP.lines)),
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("A box?", BOX),
        ("What do you mean by the box?", BOX),
        ("I understood the words. I don't understand what the box is.", BOX),
        ("Wait, what went into the gravy?", PAGER),
        ("What do you mean?", PAGER),
    ],
)
def test_what_was_just_told_is_explained(question: str, meant: Detail) -> None:
    assert to_explain(question, DETAILS, TOLD) is meant


@pytest.mark.parametrize(
    "question", ["How many sheep?", "What do you mean by the contract?", "When will I hear?", "Four?"]
)
def test_nothing_is_explained_that_nobody_asked_about_or_that_is_plain(question: str) -> None:
    assert to_explain(question, DETAILS, TOLD) is None


def test_nothing_is_explained_twice() -> None:
    assert to_explain("A box?", DETAILS, replace(TOLD, said=TOLD.said | {BOX.plainly})) is None


def test_the_plain_words_are_what_is_said() -> None:
    text = "Sorry, a box?"
    turn = Utterance(text, (ActMatch(A.CLARIFY, 0.8, 0, len(text)),), Mentions())
    (asked,) = details_asked(turn, understanding().knowing(DETAILS), TOLD)
    assert asked.lines(TOLD.said) == [BOX.plainly]


def test_who_has_heard_all_of_an_answer_hears_it_in_plain_words() -> None:
    text = "How many sheep have you got?"
    turn = Utterance(text, (ActMatch(A.OTHER, 0.8, 0, len(text)),), Mentions())
    plain = replace(SHEEP, plainly="Sheep, four thousand of them.")
    (asked,) = details_asked(turn, understanding().knowing((BOX, plain)), TOLD)
    assert asked.lines(TOLD.said) == [plain.plainly]
    assert not asked.untold(TOLD.said | {plain.plainly})


@pytest.mark.parametrize("scenario", load_catalog().scenarios, ids=lambda one: one.id)
def test_every_detail_has_its_plain_words(scenario: Scenario) -> None:
    bare = [one.lines[0] for one in scenario.details if not one.plainly or one.plainly in one.lines]
    assert bare == []


def test_a_word_that_was_not_told_by_a_detail_is_not_explained_by_one() -> None:
    assert to_explain("What does it mean, on hold?", DETAILS, TOLD) is None

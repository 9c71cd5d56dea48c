"""Whom the other end names is known to it, however one asks who that is."""

from collections.abc import Sequence

import pytest

from simulator.catalog import load_catalog, load_words
from simulator.core.detail import Detail
from simulator.core.scenario import Scenario
from simulator.core.who_is_who import explained_otherwise, people_named, person_named

RESI = Detail(("Resi",), ("Resi runs our office in the village.",))
RAY = Detail(("Ray",), ("Ray's my partner, he owns half the yard.",))
WIM = Detail(("Wim",), ("Wim is our night foreman.",))
COMFORT = Detail(("Sister Comfort", "Comfort"), ("Sister Comfort's our head nurse.",))
PEOPLE = (RESI, RAY, WIM, COMFORT)


def asked_for(question: str, before: str, known: Sequence[Detail]) -> Sequence[Detail]:
    return people_named(question, known) or explained_otherwise(question, before, known)


BEFORE = "Resi prints it out, and Ray pins it to my ladder."


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Who is Resi?", RESI),
        ("who's resi then", RESI),
        ("whos resi sorry", RESI),
        ("but whos resi though you didnt say", RESI),
        ("Resi?", RESI),
        ("And Resi, is that your secretary?", RESI),
        ("I only wanted to know if Resi is a person or a dog", RESI),
        ("and if Ray is he your is he a colleague", RAY),
        ("can you tell me who Ray is", RAY),
        ("And who might Sister Comfort be?", COMFORT),
        ("Who's that?", RAY),
        ("like who's her", RAY),
        ("What's he cried, the foreman?", WIM),
        ("Partner, what is name of him?", RAY),
    ],
)
def test_who_somebody_is_is_asked_in_many_ways(question: str, person: Detail) -> None:
    assert asked_for(question, BEFORE, PEOPLE) == [person]


@pytest.mark.parametrize(
    "question",
    [
        "Who is Ray delivering it for?",
        "When does Ray get back?",
        "What is your name?",
        "What's the name of the company?",
        "Who decides?",
        "Who is it that decides?",
        "Who will ring me?",
        "Shall I spell my name?",
        "May I mention his name?",
        "Could you spell his name?",
        "What is Ray supposed to decide?",
        "Was Ray also at the interview?",
        "How often does the partner get called out at night?",
        "What's the name of the boat?",
    ],
)
def test_a_question_for_anything_else_asks_for_nobody(question: str) -> None:
    assert not asked_for(question, BEFORE, PEOPLE)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ('what it means "pass something on"? My English is not so perfect', "pass on"),
        ("What does 'on hold' mean, please?", "on hold"),
        ("And a fortnight, what is that?", "fortnight"),
        ("What is a hiring freeze?", "hiring freeze"),
        ("Sorry, what do you mean by notice period?", "notice"),
        ("Debrief, I don't know what that means.", "debrief"),
    ],
)
def test_a_word_is_explained_to_who_asks_what_it_means(question: str, word: str) -> None:
    (found,) = asked_for(question, "", load_words())
    assert found.about[0] == word


@pytest.mark.parametrize(
    "question",
    [
        "What does the hiring freeze mean for my application?",
        "What does that mean for the second round?",
        "So on hold means I should look elsewhere?",
        "What's a shift like?",
        "What is the notice period?",
        "Is the bonus in the contract?",
        "What's the deadline?",
        "Is it still on hold?",
    ],
)
def test_a_word_in_another_question_is_not_explained(question: str) -> None:
    assert not asked_for(question, "", load_words())
    assert not person_named(question, load_words())


def test_two_who_are_named_together_are_told_of_both() -> None:
    assert asked_for("Resi and Wim, who are they?", "", PEOPLE) == [RESI, WIM]


def test_a_name_in_another_question_is_known_by_its_capital() -> None:
    assert person_named("Does Resi bite?", PEOPLE) is RESI
    assert person_named("Was there comfort in it?", PEOPLE) is None


@pytest.mark.parametrize("scenario", load_catalog().scenarios, ids=lambda one: one.id)
def test_of_nobody_it_is_told_who_they_are_who_is_never_named(scenario: Scenario) -> None:
    known = " ".join(line for one in scenario.details for line in one.all_lines)
    lines = (
        line for part in (scenario.lines, scenario.story) for tones in part.values() for line in sum(tones.values(), ())
    )
    said = f"{known} {' '.join(lines)}"
    assert [name for one in scenario.people for name in one.about if name not in said] == []

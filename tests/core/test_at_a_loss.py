"""What is said to questions that nobody wrote an answer to."""

from dataclasses import replace

import pytest
from test_desk import at_the_desk, says
from test_matter_answers import told

from simulator.core.acts import DialogueAct as A
from simulator.core.alternatives import likelier
from simulator.core.moves import AT_A_LOSS, Move


@pytest.mark.parametrize(
    ("question", "move"),
    [
        ("Is there a piano in the hall?", Move.NOT_AWARE),
        ("Has anybody ever fallen in?", Move.NOT_AWARE),
        ("Does the lift still stop at the gallery?", Move.BY_HEARSAY),
        ("How many stairs are there?", Move.NEVER_COUNTED),
        ("How often do the barges come?", Move.IT_VARIES),
        ("Who painted the gate?", Move.SLIPS_MIND),
        ("Is the floor stone or wood?", Move.CHOOSE),
    ],
)
def test_who_works_there_has_a_rough_idea_of_most_things(question: str, move: Move) -> None:
    assert says(told("pending"), question, A.OTHER) == (move,)


@pytest.mark.parametrize(
    "question",
    [
        "Is there any pay for that?",
        "Do you sleep well?",
        "Does the office know my number?",
        "Is the post gone or frozen?",
        "Does the gate open at nine?",
        "Is the boss still a bully?",
        "Is the company in trouble?",
        "Will the plant close?",
        "Is that a promise?",
        "Are you a man or a woman?",
        "Should I wait or look elsewhere?",
        "Is it safe or dangerous?",
        "How long is the corridor?",
        "How much does it weigh?",
        "Who is in charge?",
        "What if it rains?",
        "Is your dog or cat well?",
    ],
)
def test_where_something_hangs_on_it_nobody_guesses(question: str) -> None:
    rough = {Move.NOT_AWARE, Move.BY_HEARSAY, Move.NEVER_COUNTED, Move.IT_VARIES, Move.SLIPS_MIND, Move.CHOOSE}
    assert rough.isdisjoint(says(told("pending"), question, A.OTHER))


def test_a_desk_that_does_not_know_offers_to_pass_it_on() -> None:
    assert Move.CANNOT_SAY in says(at_the_desk(), "Is there a piano in the hall?", A.OTHER)


def test_of_what_they_told_of_themselves_they_have_not_forgotten_the_name() -> None:
    call = told("pending")
    call.memory = replace(call.memory, told=call.memory.told | {"cobalt"})
    assert Move.SLIPS_MIND not in says(call, "Who brought the cobalt?", A.OTHER)


def test_two_questions_without_an_answer_are_not_answered_by_yes_and_no() -> None:
    moves = says(told("pending"), "Is there a piano in the hall? Does the lift still stop there?", A.OTHER)
    assert len(AT_A_LOSS.intersection(moves)) == 1


@pytest.mark.parametrize(
    ("question", "told", "words"),
    [
        ("Which month, Feb or Mar?", "", "Mar"),
        ("Is it with a real actor or with a dummy?", "", "with a real actor"),
        ("Is it kept on paper or on film?", "film", "on film"),
        ("Is it fourteen or forty?", "fourteen", "fourteen"),
        ("Do I come in by the market or by the canal?", "", "by the market"),
        ("In the evening or in the morning?", "", "in the morning"),
        ("Who brings it, you or the boss?", "", "the boss"),
        ("The boss or you?", "", "me"),
        ("Is it the magnetic test or the other kind?", "", "the magnetic test"),
        ("Yours or mine?", "", "yours"),
    ],
)
def test_of_two_things_the_likelier_is_said_back(question: str, told: str, words: str) -> None:
    assert likelier(question, {*told.split()}) == words


@pytest.mark.parametrize(
    "question",
    [
        "Monday or Tuesday?",
        "Could I have a minute or so?",
        "Am I in or not?",
        "Would I ring, or do you?",
        "Won't or can't?",
        "An hour or two?",
        "Are you coming or what?",
    ],
)
def test_other_uses_of_or_offer_no_two_things(question: str) -> None:
    assert not likelier(question, set())

"""Who apologises for a slip is forgiven in the same answer, whatever the state of the call, and it is credited."""

from dataclasses import replace

import pytest

from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.apology import apology, blames_self, owns_to_forgotten_name
from simulator.core.moves import Move
from simulator.core.scoring import Outcome, score
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal

UNDERSTANDING = load_understanding()
KINDS = ("pending", "rejection", "rude", "receptionist", "offer", "on_hold")
FIRST = {str(one.kind): replace(one, details=()) for one in reversed(load_catalog().scenarios) if not one.front_desk}


def after_a_slip(kind: str, *, told: bool) -> Rehearsal:
    """A call in which the candidate has just been rude."""
    scenario = FIRST[kind]
    call = Rehearsal(scenario, load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    facts = scenario.facts
    call.say(f"Good morning, this is {facts.candidate}, I interviewed for the {facts.position} position.")
    if told:
        call.say("I was wondering whether there is any news yet.")
    call.say("Oh come on, that's ridiculous, you people are a joke.")
    assert not call.over
    assert call.heard is not None
    assert any(act.hurts for act in call.heard.acts)
    return call


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I'm so sorry, I shouldn't have said that.", False),
        ("Sorry. Sorry, that was ugly, I'm just dizzy.", True),
        ("Forgive me, that was unfair of me. I know that it isn't your fault.", True),
        ("sorry, that was really unkind, I'm just worn out", True),
    ],
)
def test_an_apology_is_accepted_in_the_same_answer(kind: str, words: str, *, told: bool) -> None:
    call = after_a_slip(kind, told=told)
    call.say(words)
    assert Move.ACCEPT_APOLOGY in call.made
    assert Move.CONSOLE not in call.made
    assert not any(move.startswith("react_") for move in call.made)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_accepted_beside_the_answer_to_a_question_and_credited(kind: str) -> None:
    call = after_a_slip(kind, told=True)
    call.say("You're right, sorry, madam, I went too far there. When would be a better time to ring?")
    assert Move.ACCEPT_APOLOGY in call.made
    assert len(call.made) > 1
    verdicts = {one.item.id: one for one in score(call.transcript, load_checklist(), UNDERSTANDING).verdicts}
    assert verdicts["make_amends"].outcome is Outcome.MET


def test_an_apology_counts_once() -> None:
    call = after_a_slip("pending", told=True)
    call.say("I'm really sorry, that came out wrong.")
    call.say("And I'm sorry to ring at such a bad time.")
    assert Move.ACCEPT_APOLOGY not in call.made


@pytest.mark.parametrize(
    ("words", "blames", "apologises"),
    [
        ("I snapped at you, and you'd done nothing.", True, True),
        ("Sorry for moaning, it's been a long week.", True, True),
        ("I had no right to speak to you like that.", True, True),
        ("I take it back, that was childish of me.", True, True),
        ("I'm sorry, I know I come across as rather pushy.", True, True),
        ("Could you take that back to the committee?", False, False),
        ("You are completely out of order.", False, False),
        ("You're out of line, you people are a joke.", False, False),
        ("Is the lift out of order?", False, False),
        ("Does the dog get carried away?", False, False),
        ("And that comes out of my pay?", False, False),
        ("I was short-listed last time.", False, False),
        ("I was out of order there.", True, True),
        ("I’m sorry.", False, True),
        ("I shouldn’t have said that.", True, True),
        ("I know, I'm being a bit pushy.", True, True),
        ("My apologies, truly.", False, True),
        ("Really sorry.", False, True),
        ("I'm very sorry to have shouted.", False, True),
        ("I'm sorry to trouble you on such a day.", False, False),
        ("I'm sorry to hear that.", False, False),
        ("Sorry, could you say that again?", False, False),
        ("That was very kind of you.", False, False),
        ("That was rude!", False, False),
        ("I'm so sorry for you, it must be a hard time.", False, False),
        ("I was short of time that day.", False, False),
    ],
)
def test_an_apology_is_told_from_other_words_of_regret(words: str, *, blames: bool, apologises: bool) -> None:
    assert blames_self(words) is blames
    assert (apology(words) is not None) is apologises


@pytest.mark.parametrize(
    ("text", "owns"),
    [
        ("I must say it directly: your name I have not noted, this is my mistake.", True),
        ("I'll confess straight off, I've mislaid your name.", True),
        ("I'm afraid I can't recall your last name.", True),
        ("I remember your name well.", False),
        ("I have lost my pen. What's your name?", False),
    ],
)
def test_a_forgotten_name_is_owned_to_in_many_words(text: str, owns: bool) -> None:  # noqa: FBT001 - a table
    assert bool(owns_to_forgotten_name(text)) is owns

"""Who asks what speaks against them, while it is open, hears the one thing that does; once, then what else fits."""

from dataclasses import replace

import pytest

from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.doubt_question import asks_if_settled
from simulator.core.moves import Move
from simulator.core.scoring import Outcome, score
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal

UNDERSTANDING = load_understanding()
SCENARIOS = {one.id: one for one in load_catalog().scenarios}


def after_the_news(name: str) -> Rehearsal:
    scenario = replace(SCENARIOS[name], forgotten_name=False)
    call = Rehearsal(scenario, load_shared_lines(), UNDERSTANDING, 3, lambda: 0)
    call.pick_up()
    call.say(f"Good morning, this is Alex Morgan, I interviewed for the {scenario.facts.position} position.")
    call.say("I was wondering whether there is any news yet.")
    assert Move.GIVE_STATUS in call.call.memory.moves
    return call


@pytest.mark.parametrize(
    "words",
    [
        "Was there something in my interview that worries you?",
        "May I ask what your own doubt about me was? I can take it.",
        "Honestly, does anything speak against me?",
        "did you have any concerns about me after the interview",
    ],
)
def test_the_concern_is_told_to_who_asks_for_it(words: str) -> None:
    call = after_the_news("lighthouse-captions")
    call.say(words)
    assert Move.RAISE_CONCERN in call.made
    assert Move.GIVE_FEEDBACK not in call.made


def test_it_is_told_once() -> None:
    call = after_the_news("lighthouse-captions")
    call.say("Was there something in my interview that worries you?")
    call.say("I worked beside two printers for six years, and mixed their inks myself.")
    call.say("Was there something in my interview that worries you?")
    assert Move.RAISE_CONCERN not in call.made


def test_after_a_no_they_are_told_how_it_went() -> None:
    call = after_the_news("empty-return-trips")
    call.say("Was there something in my interview that worried you?")
    assert Move.RAISE_CONCERN not in call.made
    assert Move.GIVE_FEEDBACK in call.made


def test_asking_for_it_counts_as_the_offer_to_answer_it() -> None:
    call = after_the_news("lighthouse-captions")
    call.say("What is your doubt about me, then? Say it directly.")
    call.say("I worked beside two printers for six years, and mixed their inks myself.")
    verdicts = {one.item.id: one.outcome for one in score(call.transcript, load_checklist(), UNDERSTANDING).verdicts}
    assert verdicts["offer_information"] is Outcome.MET
    assert verdicts["answer_concern"] is Outcome.MET


def test_the_answer_to_it_is_not_heard_as_a_question() -> None:
    call = after_the_news("boxing-day-alerts")
    call.say("Do you have any concerns about me?")
    assert call.made[-1] is Move.RAISE_CONCERN
    call.say("At three in the morning I stop the bleeding first: roll back, one person talks to the business.")
    assert call.made == (Move.WEIGH_ANSWER,)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Is the doubt about the print shop cleared now?", True),
        ("does that answer your question", True),
        ("Was that good enough?", True),
        ("When will it be settled?", False),
        ("Has the salary been settled?", False),
        ("How do I know if he's satisfied?", False),
        ("What else would convince you?", False),
        ("Do you still have any doubts about me?", False),
        ("Has the position been settled?", False),
        ("Do you have any doubts about me?", False),
    ],
)
def test_whether_a_doubt_is_gone_is_told_from_whether_there_is_one(question: str, *, asks: bool) -> None:
    assert asks_if_settled(question) is asks


def test_who_asks_whether_the_doubt_is_gone_is_told_so() -> None:
    call = after_the_news("lighthouse-captions")
    call.say("Was there something in my interview that worries you?")
    call.say("I worked beside two printers for six years, and mixed their inks myself. Does that answer it?")
    assert call.made == (Move.WEIGH_ANSWER,)
    call.say("So is that point settled now?")
    assert call.made == (Move.DOUBT_SETTLED,)


def test_an_offer_beside_the_answer_is_taken_after_the_answer_is_weighed() -> None:
    call = after_the_news("lighthouse-captions")
    call.say("Was there something in my interview that worries you?")
    call.say("I was the printer's only contact and stood at the press myself. Shall I send you photographs of that?")
    assert call.made == (Move.WEIGH_ANSWER, Move.TAKE_ALTERNATIVE)

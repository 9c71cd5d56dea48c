"""What an offer is asked about, argued about, and said goodbye to."""

from dataclasses import replace

import pytest
from test_desk import says
from test_matter_answers import told
from test_practical import call_of

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.answering import plan
from simulator.core.dates import date_mentions
from simulator.core.entities import Mentions
from simulator.core.matter import Matter, MatterAsked
from simulator.core.moves import Move
from simulator.core.offer_answers import yet_to_find_out
from simulator.core.situation import Situation
from simulator.core.terms_named import named
from simulator.core.text import Span
from simulator.core.utterance import Utterance


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Is it open-ended or a fixed-term contract?", [Move.GIVE_LENGTH]),
        ("Could you post me the contract?", [Move.GIVE_WRITING]),
        ("I have work until they find somebody.", []),
        ("I have a contract until June.", [Move.GIVE_WRITING]),
        ("May I have until my landlord answers?", [Move.GIVE_TIME]),
        ("May I have until Friday?", [Move.GIVE_TIME]),
        ("Is it permanent, and can I have that in writing?", [Move.GIVE_LENGTH, Move.GIVE_WRITING]),
        ("When's my first day, and how much would I earn?", [Move.GIVE_START, Move.GIVE_PAY]),
    ],
)
def test_terms_are_told_apart_in_the_order_asked(text: str, terms: list[Move]) -> None:
    assert named(text) == terms


def test_three_questions_get_three_answers() -> None:
    moves = says(told("offer"), "What's the wage, when do I begin, and is it permanent?", A.ASK_OFFER_DETAILS)
    assert moves == (Move.GIVE_PAY, Move.GIVE_START, Move.GIVE_LENGTH)


def test_who_argues_about_a_term_hears_something_new() -> None:
    call = told("offer")
    says(call, "What would I earn?", A.ASK_OFFER_DETAILS)
    assert says(call, "Could you go any higher than that?", A.ASK_OFFER_DETAILS) == (Move.STAND_FIRM,)
    assert says(call, "What was the wage again?", A.ASK_OFFER_DETAILS) == (Move.GIVE_PAY,)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Could I begin on the ninth instead?", (Move.NOTE_START,)),
        ("I've six weeks' notice to work. Would that be a problem?", (Move.NOTE_START,)),
        ("It's a yes from me, provided that the van comes with it.", (Move.TAKE_CONDITION,)),
    ],
)
def test_who_wants_it_otherwise_hears_what_comes_of_the_wish(text: str, moves: tuple[Move, ...]) -> None:
    assert says(told("offer"), text, A.ASK_OFFER_DETAILS) == moves


def test_a_day_that_they_have_yet_to_find_out_is_not_noted() -> None:
    moves = says(told("offer"), "I don't know yet when I could start, I have to look up my notice period.", A.OTHER)
    assert Move.START_UNKNOWN in moves
    assert Move.NOTE_START not in moves


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("I'm not sure yet when I could start.", True),
        ("I have to ask my boss how long my notice is.", True),
        ("Let me check my contract first.", True),
        ("I can't say yet when.", True),
        ("I don't have to ask my boss, I can start at once.", False),
        ("I need to clear my desk, then I can start.", False),
        ("I want to see the lambs first, so I could start in April.", False),
    ],
)
def test_not_knowing_ones_own_day_is_told_by_its_words(text: str, *, is_open: bool) -> None:
    assert yet_to_find_out(text) is is_open


def test_a_wish_that_was_noted_is_not_answered_with_their_own_day() -> None:
    call = told("offer")
    says(call, "I can't start before the ninth of May.", A.OTHER)
    assert says(call, "Is the ninth noted now?", A.CLARIFY) == (Move.START_NOTED,)
    assert Move.GIVE_START not in says(call, "The pay again, and the start, please?", A.ASK_OFFER_DETAILS)


def test_another_day_for_the_answer_is_no_other_day_to_begin() -> None:
    call = told("offer")
    says(call, "May I think it over?", A.ASK_OFFER_DETAILS)
    assert says(call, "Would it be all right to tell you on Monday?", A.ASK_OFFER_DETAILS) == (Move.STRETCH_TIME,)


def test_what_names_a_day_after_theirs_for_the_answer_asks_for_another() -> None:
    call = told("offer")
    says(call, "May I think it over?", A.ASK_OFFER_DETAILS)
    text = "Is any day next week fine, too?"
    turn = Utterance(text, (ActMatch(A.OTHER, 0.9, 0, len(text)),), Mentions())
    before = call.memory
    path = call.hear(replace(turn, matters=(MatterAsked(Matter.DAY, Span(0, len(text)), 0.9),)))
    assert plan(Situation.of(call, path, before)).moves == (Move.STRETCH_TIME,)


def test_a_plain_yes_hangs_on_nothing() -> None:
    moves = says(told("offer"), "I accept, and I'm so happy that I'll tell my mother first.", A.WELCOME_OFFER)
    assert Move.SHARE_JOY in moves
    assert Move.TAKE_CONDITION not in moves


def test_who_only_asks_which_of_two_days_it_is_asks_for_no_other() -> None:
    text = "And the start, would that be at the opening, or earlier so that I can learn it all?"
    assert says(told("offer"), text, A.ASK_OFFER_DETAILS) == (Move.GIVE_START,)


def test_a_week_later_is_no_time_to_think() -> None:
    assert named("Might it be two weeks later?") == []
    assert named("May I have two weeks?") == [Move.GIVE_TIME]


def test_who_names_a_wish_once_more_is_not_asked_what_they_mean() -> None:
    call = told("offer")
    says(call, "What would I earn?", A.ASK_OFFER_DETAILS)
    assert Move.STAND_FIRM in says(call, "I was thinking more like eighteen hundred.", A.OTHER)


def test_a_term_that_nobody_wrote_down_is_not_known() -> None:
    assert Move.CANNOT_SAY in says(told("offer"), "Is there a works choir?", A.ASK_OFFER_DETAILS)
    assert Move.GIVE_TERMS in says(told("offer"), "What are the conditions?", A.ASK_OFFER_DETAILS)


def test_a_yes_with_a_condition_is_no_yes() -> None:
    acts = (A.WELCOME_OFFER, A.ASK_OFFER_DETAILS)
    assert Move.SHARE_JOY in says(told("offer"), "How lovely! What's the wage?", *acts)
    assert Move.SHARE_JOY not in says(told("offer"), "Lovely, but before I accept: what's the wage?", *acts)


@pytest.mark.parametrize(("text", "wrong"), [("Saturday, then. Bye!", False), ("I'll ring on June 4. Bye!", True)])
def test_at_the_goodbye_the_day_is_put_right_and_not_told_anew(text: str, *, wrong: bool) -> None:
    call = told("offer")
    says(call, "How lovely! What's the wage?", A.WELCOME_OFFER, A.ASK_OFFER_DETAILS)
    says(call, "Could I have time to think?", A.ASK_OFFER_DETAILS)
    call.memory = replace(call.memory, told=frozenset({"saturday"}))
    moves = says(call, text, A.CLOSE, A.WELCOME_OFFER)
    assert (Move.STAND_FIRM in moves) is wrong
    assert {Move.GIVE_TIME, Move.SHARE_JOY, Move.CONFIRM_THAT}.isdisjoint(moves)


def test_who_says_that_they_will_answer_by_the_day_is_waited_for() -> None:
    call = call_of("offer", "Could I think it over until Friday, please?")
    assert Move.GIVE_TIME in call.made
    day = next(date_mentions(call.transcript.turns[-1].text))
    call.say(f"All right, I understand. I'll ring you by {day.text} and tell you my answer.")
    assert call.made == (Move.AWAIT_ANSWER,)


@pytest.mark.parametrize(
    "words",
    [
        "I have to say {day} is too soon for me.",
        "I cannot tell you by {day}, I need one more week.",
        "I will not answer by {day}.",
        "I must call my wife. {day} is too early for us.",
    ],
)
def test_who_will_not_answer_by_then_is_not_waited_for(words: str) -> None:
    call = call_of("offer", "Could I think it over until Friday, please?")
    day = next(date_mentions(call.transcript.turns[-1].text))
    call.say(words.format(day=day.text))
    assert Move.AWAIT_ANSWER not in call.made


def test_who_finds_an_answer_good_has_not_said_yes() -> None:
    call = call_of("offer", "Could I think it over until Friday, please?")
    call.say("Very good, thank you. Does the contract come by post?")
    assert Move.SHARE_JOY not in call.made

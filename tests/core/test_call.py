"""The state machine: its table, its passage through the stages, and that every call ends."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.answering import plan
from simulator.core.call import TRANSITIONS, Call, CallState
from simulator.core.dates import DateMention, date_mentions
from simulator.core.detail import Detail
from simulator.core.entities import Mention, Mentions
from simulator.core.hearing import hear
from simulator.core.lines import sentences
from simulator.core.matters_asked import with_matters
from simulator.core.moves import Move
from simulator.core.phrasing import phrase
from simulator.core.reply import Reply
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.scenario import FrontDesk, Scenario
from simulator.core.situation import MAX_TURNS, Situation
from simulator.core.temper import Temper
from simulator.core.transcript import Role
from simulator.core.utterance import Utterance

A = DialogueAct
SCENARIOS = load_catalog().scenarios
FIRST = {scenario.kind: replace(scenario, details=()) for scenario in reversed(SCENARIOS) if not scenario.front_desk}
"""One scenario of each kind, whose people know nothing but the matter."""


def utterance(*acts: DialogueAct, name: str = "", text: str = "some words") -> Utterance:
    own_name = Mention(name, 0, len(name)) if name else None
    heard = Utterance(text, tuple(ActMatch(act, 1.0, 0, 4) for act in acts), Mentions(own_name=own_name))
    return with_matters(heard, "", understanding())


def answered(scenario: Scenario, known: Retrieval = NOTHING) -> Call:
    call = Call(scenario, known)
    call.answer()
    return call


def test_every_row_of_the_table_names_existing_states_and_conditions() -> None:
    for row in TRANSITIONS:
        sources = row["source"] if isinstance(row["source"], list) else [row["source"]]
        assert {*sources, row["dest"]} <= set(CallState), row
        conditions = row.get("conditions", [])
        for condition in [conditions] if isinstance(conditions, str) else conditions:
            assert isinstance(getattr(Call, condition), property), row


def test_every_state_but_the_last_can_reach_the_end() -> None:
    for state in CallState:
        sources: list[Any] = [row["source"] for row in TRANSITIONS if row["trigger"] == "ended"]
        assert state is CallState.ENDED or any(state in source for source in sources)


def test_every_state_can_be_reached_from_ringing() -> None:
    reached = {CallState.RINGING}
    while True:
        more = {
            row["dest"]
            for row in TRANSITIONS
            if reached & set(row["source"] if isinstance(row["source"], list) else [row["source"]])
        }
        if more <= reached:
            break
        reached |= more
    assert reached == set(CallState)


def test_one_breath_passes_several_stages() -> None:
    call = answered(FIRST["pending"])
    path = call.hear(
        utterance(
            A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION, A.ASK_STATUS, name="Maria Lopez"
        )
    )
    assert path == (
        CallState.INTRODUCTION,
        CallState.DISCUSSION_REFERENCE,
        CallState.STATUS_QUESTION,
        CallState.DECISION_PENDING,
    )


def test_news_waits_until_the_caller_is_known() -> None:
    call = answered(FIRST["pending"])
    call.hear(utterance(A.ASK_STATUS))
    assert call.state is CallState.STATUS_QUESTION
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert call.state is CallState.DECISION_PENDING


@pytest.mark.parametrize(
    ("kind", "branch"),
    [
        ("pending", CallState.DECISION_PENDING),
        ("rejection", CallState.REJECTION),
        ("rude", CallState.RUDENESS),
        ("offer", CallState.OFFER),
        ("on_hold", CallState.ON_HOLD),
    ],
)
def test_the_status_question_leads_to_the_branch_of_the_scenario(kind: str, branch: CallState) -> None:
    call = answered(FIRST[kind])
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert call.state is branch


def test_a_yes_to_whether_it_is_about_the_decision_asks_for_it() -> None:
    call = answered(FIRST["pending"])
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    call.memory = call.memory.replied(Reply("Is it about the decision?", moves=(Move.GUESS_PURPOSE,)))
    call.hear(utterance(A.CONFIRM))
    assert call.state is CallState.DECISION_PENDING


def test_calm_and_a_second_question_soften_rudeness() -> None:
    call = answered(FIRST["rude"])
    call.hear(utterance(A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    call.hear(utterance(A.SHOW_EMPATHY, A.THANK, A.ACCEPT_OUTCOME))
    assert call.state is CallState.RUDENESS
    call.hear(utterance(A.SHOW_EMPATHY, A.REFERENCE_DISCUSSION, A.ASK_STATUS))
    assert call.state is CallState.DECISION_PENDING


def test_asking_again_without_calm_softens_nobody() -> None:
    call = answered(FIRST["rude"])
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    call.hear(utterance(A.ASK_STATUS, A.PRESSURE_FOR_ANSWER))
    assert call.state is CallState.RUDENESS


def test_going_back_to_a_moment_undoes_state_mood_and_memory() -> None:
    call = answered(FIRST["pending"])
    moment = call.moment
    call.hear(utterance(A.BE_HOSTILE, A.ASK_STATUS, name="Maria"))
    assert call.moment != moment
    call.return_to(moment)
    assert call.moment == moment


turns = st.lists(
    st.builds(
        utterance,
        *[st.sampled_from(DialogueAct)] * 2,
        name=st.sampled_from(["", "Maria Lopez"]),
        text=st.sampled_from(["", "ok", "words " * 70]),
    ),
    min_size=MAX_TURNS,
    max_size=MAX_TURNS,
)


@settings(max_examples=300, deadline=None)
@given(scenario=st.sampled_from(SCENARIOS), said=turns, seed=st.integers(0, 2**31))
def test_any_sequence_of_turns_ends_and_no_line_comes_twice(
    scenario: Scenario, said: list[Utterance], seed: int
) -> None:
    call = answered(scenario)
    lines: list[str] = []
    for one in said:
        before = call.memory
        path = call.hear(one)
        answer = plan(Situation.of(call, path, before))
        reply = phrase(answer, scenario, load_shared_lines(), call.memory, seed)
        call.memory = call.memory.replied(reply)
        lines += reply.lines
        if answer.ends_call:
            call.end()
            break
        if Move.TRANSFER in answer.moves:
            call.transfer()
    assert call.over
    assert len(lines) == len(set(lines))


def scenario_with_desk(kind: str) -> Scenario:
    desk = FrontDesk(screens=True, temper=Temper(0.2, 0.9), lines={})
    return replace(FIRST[kind], front_desk=desk)


def test_a_screening_receptionist_wants_to_know_who_and_why_before_putting_through() -> None:
    call = answered(scenario_with_desk("pending"))
    assert call.state is CallState.RECEPTIONIST
    for turn, move in (
        (utterance(A.GREET, A.ASK_FOR_PERSON), Move.ASK_NAME),
        (utterance(A.INTRODUCE_SELF, name="Maria"), Move.ASK_PURPOSE),
        (utterance(A.IDENTIFY_INTERVIEW), Move.TRANSFER),
    ):
        before = call.memory
        path = call.hear(turn)
        moves = plan(Situation.of(call, path, before)).moves
        assert moves == (move,)
        call.memory = call.memory.replied(Reply("words", moves=moves))
    call.transfer()
    assert call.state is CallState.GREETING
    assert call.memory.caller == "Maria", "the caller is announced"
    assert not call.memory.acts, "whoever picks up next has heard nothing yet"
    assert call.memory.temper == call.scenario.temper


def test_a_transfer_can_end_at_the_machine() -> None:
    call = answered(scenario_with_desk("voicemail"))
    call.transfer()
    assert call.state is CallState.VOICEMAIL
    assert call.memory.role is Role.VOICEMAIL


def test_a_goodbye_at_the_front_desk_is_not_put_through() -> None:
    call = answered(scenario_with_desk("pending"))
    turn = utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.CLOSE, name="Maria")
    before = call.memory
    path = call.hear(turn)
    assert plan(Situation.of(call, path, before)).moves == (Move.GOODBYE,)


def called_back(kind: str) -> Call:
    call = Call(FIRST[kind], called_back=True)
    call.answer()
    return call


def moves_after(call: Call, turn: Utterance) -> tuple[Move, ...]:
    before = call.memory
    path = call.hear(turn)
    answer = plan(Situation.of(call, path, before))
    call.memory = call.memory.replied(Reply("words", moves=answer.moves))
    return answer.moves


def test_who_rings_the_candidate_says_why_and_comes_to_the_news_unasked() -> None:
    call = called_back("rejection")
    assert moves_after(call, utterance(A.GREET, A.INTRODUCE_SELF, name="Maria")) == (Move.CALL_IN,)
    assert Move.GIVE_STATUS in moves_after(call, utterance(A.CONFIRM))
    assert call.state is CallState.REJECTION


def test_a_candidate_who_has_no_time_is_rung_again() -> None:
    call = called_back("pending")
    moves_after(call, utterance(A.GREET))
    assert moves_after(call, utterance(A.OFFER_ALTERNATIVE)) == (Move.POSTPONE,)


def test_each_question_about_an_offer_gets_its_own_answer() -> None:
    call = answered(FIRST["offer"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    for text, move in (
        ("What would the pay be?", Move.GIVE_PAY),
        ("Could you put that in writing?", Move.GIVE_WRITING),
        ("May I have until Monday to think it over?", Move.GIVE_TIME),
        ("When would I start?", Move.GIVE_START),
        ("What about holidays?", Move.GIVE_EXTRAS),
        ("Can you tell me more?", Move.GIVE_TERMS),
    ):
        assert move in moves_after(call, utterance(A.ASK_OFFER_DETAILS, text=text)), text


def test_both_halves_of_a_double_question_about_an_offer_are_answered() -> None:
    call = answered(FIRST["offer"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    moves = moves_after(call, utterance(A.ASK_OFFER_DETAILS, text="how much n when start"))
    assert {Move.GIVE_PAY, Move.GIVE_START} <= set(moves)


def test_a_wrong_name_is_put_right_and_a_promise_remembered() -> None:
    call = answered(FIRST["pending"])
    text = "Hello Bob, you said by Friday"
    mentions = Mentions(
        own_name=Mention("Maria", 0, 5),
        misnamed=Mention("Bob", 6, 9),
        dates=(DateMention("Friday", 23, 29, promised=True),),
    )
    acts = (A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
    turn = Utterance(text, tuple(ActMatch(act, 1.0, 0, 5) for act in acts), mentions)
    moves = moves_after(call, turn)
    assert {Move.CORRECT_NAME, Move.OWN_PROMISE, Move.GIVE_STATUS} <= set(moves)
    assert call.memory.promised == "Friday"


@pytest.mark.parametrize("text", ["course i do", "that's the one", "it is, aye", "Okay, thank you."])
def test_any_civil_word_but_no_says_yes_to_whether_it_is_about_the_decision(text: str) -> None:
    call = answered(FIRST["pending"])
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    call.memory = call.memory.replied(Reply("Is it about the decision?", moves=(Move.GUESS_PURPOSE,)))
    call.hear(utterance(A.OTHER, text=text))
    assert call.state is CallState.DECISION_PENDING


def test_a_no_to_whether_it_is_about_the_decision_asks_for_nothing() -> None:
    call = answered(FIRST["pending"])
    call.hear(utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    call.memory = call.memory.replied(Reply("Is it about the decision?", moves=(Move.GUESS_PURPOSE,)))
    call.hear(utterance(A.CONFIRM, text="No, it's about my expenses."))
    assert call.state is not CallState.DECISION_PENDING


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("So that's not a no?", Move.CONFIRM_STATUS),
        ("Which Wednesday?", Move.GIVE_TIMELINE),
        ("What was your name again?", Move.SAY_NAME),
        ("Who decides?", Move.SAY_WHO),
        ("Sorry, from which company?", Move.SAY_COMPANY),
        ("And the lathe, who built that?", Move.SLIPS_MIND),
        ("Could you say that again?", Move.REPEAT_THAT),
        ("Sorry?", Move.REPEAT_THAT),
    ],
)
def test_who_asks_back_is_told_what_they_asked(text: str, move: Move) -> None:
    call = answered(FIRST["pending"])
    call.memory = replace(call.memory, last_substance="We haven't decided.")
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert moves_after(call, utterance(A.CLARIFY, text=text)) == (move,)


def test_a_name_that_was_misheard_is_put_right() -> None:
    call = answered(FIRST["pending"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Thomas"))
    again = utterance(A.INTRODUCE_SELF, name="Tomasz", text="No, Tomasz.")
    assert moves_after(call, again)[0] is Move.TAKE_NAME
    assert Move.TAKE_NAME not in moves_after(call, utterance(A.INTRODUCE_SELF, name="Tomasz Nowak"))


def test_a_known_caller_keeps_their_name_where_another_word_stands_as_a_name_might() -> None:
    call = answered(FIRST["pending"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Luiza"))
    again = utterance(A.INTRODUCE_SELF, name="Milk", text="Milk here, cheese there, it must be a headache.")
    assert Move.TAKE_NAME not in moves_after(call, again)
    assert call.memory.caller == "Luiza"


def test_who_has_put_off_a_civil_question_twice_gives_in() -> None:
    call = answered(FIRST["rude"])
    call.memory = replace(call.memory, temper=Temper(-0.6, 1.0))
    asks = utterance(A.ASK_STATUS, text="Is it decided, please?")
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert Move.BRUSH_OFF in moves_after(call, asks)
    assert Move.BRUSH_OFF in moves_after(call, asks)
    assert Move.GIVE_STATUS in moves_after(call, asks)


def test_nobody_is_warned_in_a_call_in_which_nothing_has_hurt() -> None:
    call = answered(FIRST["rude"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    call.memory = replace(call.memory, temper=Temper(-0.8, 0.05))
    assert Move.WARN not in moves_after(call, utterance(A.OTHER, text="Back to the tide."))


def test_who_is_still_annoyed_at_the_goodbye_does_not_turn_soft() -> None:
    call = answered(FIRST["rude"])
    call.memory = replace(call.memory, temper=Temper(-0.9, 1.0))
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert Move.SOFTEN not in moves_after(call, utterance(A.CLOSE))


def test_a_machine_stops_recording_when_nobody_speaks() -> None:
    call = answered(FIRST["voicemail"])
    silence = Utterance("", (), Mentions())
    assert [moves_after(call, silence) for _ in range(3)] == [(Move.RECORD,), (Move.RECORD,), (Move.CUT_OFF,)]


def test_nobody_defends_a_decision_that_they_have_not_told() -> None:
    call = answered(FIRST["rejection"])
    assert Move.REACT_DISPUTE not in moves_after(call, utterance(A.DISPUTE_DECISION))
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert Move.REACT_DISPUTE in moves_after(call, utterance(A.DISPUTE_DECISION))


def test_who_guessed_the_purpose_wrong_asks_openly() -> None:
    call = answered(FIRST["pending"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert moves_after(call, utterance(A.OTHER)) == (Move.GUESS_PURPOSE,)
    assert moves_after(call, utterance(A.CONFIRM, text="No, it's about the tenants.")) == (Move.ASK_PURPOSE,)


def test_nonsense_from_a_nameless_caller_puzzles_before_the_name_is_asked_for() -> None:
    call = answered(FIRST["pending"])
    assert moves_after(call, utterance(A.OTHER)) == (Move.PUZZLED, Move.ASK_NAME)


def test_no_sentence_comes_twice_while_there_are_other_lines() -> None:
    assert sentences("That's good of you. Thank you.") & sentences("Oh, never mind. That’s good of you!") == set()
    assert sentences("That's good of you. Thanks.") & sentences("Never mind. That's good of you!")


def test_a_question_that_nobody_foresaw_is_not_waved_through() -> None:
    call = answered(FIRST["on_hold"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert moves_after(call, utterance(A.OTHER, text="and does she snore?")) == (Move.CANNOT_SAY,)


def test_who_asks_when_somebody_is_back_is_told_when_it_goes_on() -> None:
    call = answered(FIRST["pending"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    assert moves_after(call, utterance(A.ASK_AVAILABILITY, text="When's he back?")) == (Move.GIVE_TIMELINE,)


def told_the_news(kind: str, *details: Detail) -> Call:
    call = answered(replace(FIRST[kind], details=details), understanding().knowing(details))
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Maria"))
    return call


def test_a_question_about_something_they_know_is_answered_once() -> None:
    call = told_the_news("pending", Detail(("sea trials",), ("Ten days.",), ("How long do the sea trials last?",)))
    question = utterance(A.ASK_TIMELINE, text="And how long are the sea trials?")
    assert moves_after(call, question) == (Move.TELL_MORE,)
    call.memory = replace(call.memory, said=call.memory.said | {"Ten days."})
    assert moves_after(call, question) == (Move.TOLD_THAT,)


def test_a_short_question_leans_on_what_was_said_just_before() -> None:
    call = told_the_news("pending", Detail(("dog",), ("Frida.",), ("What is the dog called?", "What's her name?")))
    call.memory = replace(call.memory, last_reply="The dog comes every Tuesday.")
    assert moves_after(call, utterance(A.OTHER, text="aww what's her name?")) == (Move.TELL_MORE,)


def test_the_desk_does_not_know_what_the_interviewer_knows() -> None:
    desk = next(scenario for scenario in SCENARIOS if scenario.front_desk and scenario.details)
    call = answered(desk)
    call.hear(utterance(A.OTHER, text=f"What about {desk.details[0].about[0]}?"))
    assert call.memory.curious == ()


@pytest.mark.parametrize("act", [A.OTHER, A.OFFER_INFORMATION])
def test_who_asks_leave_to_write_or_ring_is_given_it(act: A) -> None:
    call = told_the_news("pending")
    text = "May I send you a summary, and follow up in two weeks?"
    assert moves_after(call, utterance(act, text=text))[0] is Move.TAKE_ALTERNATIVE


def test_their_own_words_said_back_are_confirmed() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, told=frozenset({"friday", "twelve"}))
    assert moves_after(call, utterance(A.CLARIFY, text="So Friday at twelve, yes?")) == (Move.CONFIRM_THAT,)
    assert Move.CONFIRM_THAT not in moves_after(call, utterance(A.CLARIFY, text="So Thursday at twelve, yes?"))


def test_a_question_beside_thanks_is_not_lost() -> None:
    call = told_the_news("pending")
    turn = utterance(A.THANK, text="Thank you. Is there a canteen?")
    assert Move.CANNOT_SAY in moves_after(call, turn)


def test_a_number_that_is_only_offered_is_asked_for_and_then_taken_in_any_words() -> None:
    call = answered(FIRST["receptionist"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert moves_after(call, utterance(A.LEAVE_DETAILS, text="Shall I give you my number?")) == (Move.ASK_DETAILS,)
    assert Move.TAKE_DETAILS in moves_after(call, utterance(A.OTHER, text="The number of my sister, she's at home."))


def test_before_anybody_hangs_up_there_is_one_clear_warning() -> None:
    call = answered(FIRST["pending"])
    call.memory = replace(call.memory, temper=Temper(-0.5, 0.2))
    complaint = utterance(A.INTRODUCE_SELF, A.COMPLAIN_ABOUT_WAIT, A.QUESTION_DELAY, name="Deon")
    assert moves_after(call, complaint) == (Move.REACT_COMPLAINT, Move.WARN)
    assert moves_after(call, complaint) == (Move.REACT_COMPLAINT, Move.HANG_UP)


def test_nobody_hangs_up_on_a_straight_question_for_the_date() -> None:
    call = answered(FIRST["rude"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Sam"))
    call.memory = replace(call.memory, temper=Temper(-0.8, 0.01))
    moves = moves_after(call, utterance(A.ASK_TIMELINE, text="So which week will it be?"))
    assert moves
    assert {Move.HANG_UP, Move.WARN}.isdisjoint(moves)


def test_who_has_to_go_says_so_and_hears_one_more_word() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, temper=Temper(0.2, 0.01))
    assert Move.WIND_DOWN in moves_after(call, utterance(A.ASK_TIMELINE, text="And by when will you know?"))
    assert not call.over
    assert moves_after(call, utterance(A.THANK, text="Thank you all the same."))[-1] is Move.GOODBYE


def test_who_says_goodbye_first_waits_for_the_callers() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, temper=Temper(0.2, 0.01))
    moves_after(call, utterance(A.ASK_TIMELINE, text="And by when will you know?"))
    question = utterance(A.OTHER, text="And who is Bogdan?")
    before = call.memory
    answer = plan(Situation.of(call, call.hear(question), before))
    assert answer.moves[-1] is Move.GOODBYE
    assert not answer.ends_call
    call.memory = call.memory.replied(Reply("words", moves=answer.moves))
    before = call.memory
    answer = plan(Situation.of(call, call.hear(utterance(A.THANK, A.CLOSE, text="Thanks, goodbye.")), before))
    assert answer.moves == (Move.RING_OFF,)
    assert answer.ends_call


def test_nobody_hangs_up_on_who_has_calmed_down() -> None:
    call = told_the_news("pending")
    moves_after(call, utterance(A.COMPLAIN_ABOUT_WAIT, text="I've been waiting for weeks."))
    call.memory = replace(call.memory, temper=Temper(-0.8, 0.01), moves={**call.memory.moves, Move.WARN: 1}, chances=9)
    moves = moves_after(call, utterance(A.OTHER, text="By when?"))
    assert Move.HANG_UP not in moves
    assert Move.WIND_DOWN in moves


def test_nobody_has_to_go_all_of_a_sudden_when_the_caller_says_goodbye() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, temper=Temper(0.2, 0.01))
    assert moves_after(call, utterance(A.CLOSE, text="Goodbye, then."))[-1] is Move.GOODBYE


def test_an_insult_needs_no_warning_once_displeasure_was_shown() -> None:
    call = answered(FIRST["pending"])
    call.memory = replace(call.memory, temper=Temper(-0.5, 0.2))
    assert Move.WARN in moves_after(call, utterance(A.BE_HOSTILE))
    assert Move.HANG_UP in moves_after(call, utterance(A.BE_HOSTILE))


@pytest.mark.parametrize(
    ("text", "move"),
    [("Money-wise I hoped for two grand more.", Move.GIVE_PAY), ("I need time until Friday.", Move.GIVE_TIME)],
)
def test_a_wish_about_an_offer_is_heard_by_the_term_it_names(text: str, move: Move) -> None:
    assert moves_after(told_the_news("offer"), utterance(A.OTHER, text=text)) == (move,)


def test_who_is_too_annoyed_to_talk_says_when_to_ring() -> None:
    call = answered(FIRST["rude"])
    moves_after(call, utterance(A.INTRODUCE_SELF, name="Maria"))
    assert Move.GIVE_AVAILABILITY in moves_after(call, utterance(A.ASK_AVAILABILITY, text="When can I ring back?"))


@pytest.mark.parametrize(
    ("own", "expected"),
    [({}, Move.RECOGNISE), ({"candidate": "Maria Lopez"}, Move.CHECK_NAME)],
    ids=["card", "profile"],
)
def test_a_name_unlike_the_users_own_is_asked_about(own: dict[str, str], expected: Move) -> None:
    call = answered(FIRST["pending"].about(own))
    heard = hear("Hello, this is Bob Hansen.", "", "opening", call.scenario.facts, Nothing())
    assert expected in moves_after(call, heard)
    again = hear("Bob Hansen, as I said.", "", "opening", call.scenario.facts, Nothing())
    assert {Move.RECOGNISE, Move.CHECK_NAME}.isdisjoint(moves_after(call, again))


class Nothing:
    """Recognises no act."""

    def acts(self, text: str, *, stage: str | None = None, before: str | None = None) -> tuple[ActMatch, ...]:
        del text, stage, before
        return ()


def test_a_question_is_no_yes_to_whether_it_is_about_the_decision() -> None:
    call = answered(FIRST["pending"])
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert moves_after(call, utterance(A.OTHER)) == (Move.GUESS_PURPOSE,)
    call.hear(utterance(A.OTHER, text="Is it raining there?"))
    assert call.state is not CallState.DECISION_PENDING


def test_terms_are_for_later_where_there_is_no_offer() -> None:
    assert moves_after(told_the_news("pending"), utterance(A.ASK_OFFER_DETAILS)) == (Move.TERMS_LATER,)
    assert moves_after(told_the_news("pending"), utterance(A.WELCOME_OFFER)) == (Move.CONFIRM_STATUS,)


def test_what_else_happens_is_no_question_of_the_day() -> None:
    call = told_the_news("pending")
    assert moves_after(call, utterance(A.ASK_TIMELINE, text="When?")) == (Move.GIVE_TIMELINE,)
    assert moves_after(call, utterance(A.ASK_TIMELINE, text="Who else will be there?")) == (Move.SHOW_YOU,)
    assert moves_after(call, utterance(A.ASK_TIMELINE, text="And what day was it?")) == (Move.REPEAT_TIMELINE,)


def test_why_after_a_rejection_asks_for_feedback_whatever_else_the_turn_does() -> None:
    call = told_the_news("rejection")
    assert Move.GIVE_FEEDBACK in moves_after(call, utterance(A.ACCEPT_OUTCOME, text="Oh. Okay. Can I ask why?"))


@pytest.mark.parametrize(
    "text",
    [
        "Yes I accept. Talk Wednesday, ciao!",
        "ok bye bye",
        "Right. See you on Monday.",
        "Good day to you, Agnieszka.",
        "walk good mr brandt",
        "Adios, Grindle.",
    ],
)
def test_a_farewell_at_the_end_is_a_goodbye(text: str) -> None:
    heard = hear(text, "", "offer", FIRST["offer"].facts, Nothing())
    assert A.CLOSE in heard.acts


def test_a_farewell_that_is_only_spoken_of_is_none() -> None:
    for text in (
        "He said bye and left.",
        "It was great to see you.",
        "I'd love to talk to you on Monday.",
        "That was a good day.",
        "I would take care",
        "they will go well together",
        "I am not ready to say goodbye yet",
        "I waited three weeks for that, so long.",
        "We had a long and good day",
    ):
        assert A.CLOSE not in hear(text, "", "offer", FIRST["offer"].facts, Nothing()).acts, text


@pytest.mark.parametrize("text", ["Is that the final answer?", "have i got the job"])
def test_what_only_sounds_like_asking_for_the_company_is_not_answered_with_it(text: str) -> None:
    assert Move.SAY_COMPANY not in moves_after(told_the_news("rejection"), utterance(A.CLARIFY, text=text))


def test_a_desk_tells_where_one_is_and_whom_one_calls() -> None:
    call = answered(FIRST["receptionist"])
    moves = moves_after(call, utterance(A.OTHER, text="hi is this the vet place?"))
    assert moves == (Move.SAY_COMPANY, Move.ASK_NAME)
    moves_after(call, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert Move.SAY_WHOM in moves_after(call, utterance(A.CLARIFY, text="whats her first name again"))


def test_the_best_hour_to_ring_is_no_day_of_the_decision() -> None:
    call = told_the_news("pending")
    turn = utterance(A.ASK_AVAILABILITY, text="When is a good time of day to reach you?")
    assert moves_after(call, turn) == (Move.GIVE_AVAILABILITY,)


def test_who_brought_something_up_puts_off_what_they_cannot_tell_of_it() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, told=call.memory.told | {"cobalt"})
    question = utterance(A.OTHER, text="And what about the cobalt?")
    assert moves_after(call, question) == (Move.CANNOT_SAY,)
    assert moves_after(call, utterance(A.OTHER, text="And why the cobalt?")) == (Move.LONG_STORY,)


def test_a_question_in_fun_is_parried_twice_at_most() -> None:
    call = told_the_news("pending")
    in_fun = utterance(A.SMALL_TALK, text="And does your kettle snore?")
    assert moves_after(call, in_fun) == (Move.PARRY,)
    call.memory = replace(call.memory, moves={**call.memory.moves, Move.PARRY: 2})
    assert Move.PARRY not in moves_after(call, in_fun)


def test_nobody_presses_for_what_was_offered() -> None:
    call = told_the_news("offer")
    mood = call.memory.temper.mood
    moves = moves_after(call, utterance(A.PRESSURE_FOR_ANSWER, text="Friday or Monday, which one is it?"))
    assert Move.REACT_PRESSURE not in moves
    assert call.memory.temper.mood == mood


def test_a_question_is_answered_before_the_goodbye() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, expects=Move.ANYTHING_ELSE)
    assert Move.GOODBYE not in moves_after(call, utterance(A.THANK, text="No, thanks. Did the other one start?"))
    call.memory = replace(call.memory, expects=Move.ANYTHING_ELSE)
    assert Move.GOODBYE in moves_after(call, utterance(A.THANK, text="No, thanks."))


@pytest.mark.parametrize("kind", ["rejection", "on_hold"])
def test_who_is_hit_by_the_news_is_comforted_whatever_their_words_are_taken_for(kind: str) -> None:
    for act in (A.ACCEPT_OUTCOME, A.SHOW_ENTITLEMENT):
        call = told_the_news(kind)
        moves = moves_after(call, utterance(act, text="I need a second. I really thought it would be me."))
        assert moves[0] is Move.CONSOLE
        assert {Move.ACCEPT_GRACE, Move.REACT_ENTITLEMENT}.isdisjoint(moves)


def test_a_day_said_back_after_the_news_is_no_promise_of_before() -> None:
    text = "You told me that I would hear by Friday."
    dates = tuple(date_mentions(text))
    assert dates[0].promised

    def moves(call: Call) -> tuple[Move, ...]:
        return moves_after(call, Utterance(text, (ActMatch(A.ASK_STATUS, 0.9, 0, len(text)),), Mentions(dates=dates)))

    fresh = answered(FIRST["pending"])
    moves_after(fresh, utterance(A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Maria"))
    assert Move.OWN_PROMISE in moves(fresh)
    assert Move.OWN_PROMISE not in moves(told_the_news("pending"))


def test_who_asks_leave_to_ring_after_the_goodbye_is_told_yes() -> None:
    call = told_the_news("pending")
    call.memory = replace(call.memory, temper=Temper(0.2, 0.01))
    moves_after(call, utterance(A.ASK_TIMELINE, text="And by when will you know?"))
    moves_after(call, utterance(A.OTHER, text="And who is Bogdan?"))
    asked = utterance(A.OTHER, text="Shall I ring you myself after that?")
    assert moves_after(call, asked)[-2:] == (Move.TAKE_ALTERNATIVE, Move.RING_OFF)


@pytest.mark.parametrize("text", ["Is it mine?", "So that's a yes then?", "Have you picked somebody yet?"])
def test_the_news_asked_for_in_other_words_is_told(text: str) -> None:
    heard = hear(text, "So, what is it?", "status", FIRST["offer"].facts, understanding())
    assert A.ASK_STATUS in heard.acts

"""The state machine: its table, its passage through the stages, and that every call ends."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.call import TRANSITIONS, Call, CallState
from simulator.core.entities import Mention, Mentions
from simulator.core.interviewer import MAX_TURNS, Situation, plan
from simulator.core.moves import Move
from simulator.core.phrasing import phrase
from simulator.core.reply import Reply
from simulator.core.scenario import Scenario
from simulator.core.utterance import Utterance

A = DialogueAct
SCENARIOS = load_catalog().scenarios
FIRST = {scenario.kind: scenario for scenario in reversed(SCENARIOS)}


def utterance(*acts: DialogueAct, name: str = "", text: str = "some words") -> Utterance:
    own_name = Mention(name, 0, len(name)) if name else None
    return Utterance(text, tuple(ActMatch(act, 1.0, 0, 4) for act in acts), Mentions(own_name=own_name))


def answered(scenario: Scenario) -> Call:
    call = Call(scenario)
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
    call.memory = call.memory.replied(Reply("Is it about the decision?"), (Move.GUESS_PURPOSE,), Move.GUESS_PURPOSE)
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
        answer = plan(Situation(one, scenario.kind, call.state, path, before, call.memory))
        reply = phrase(answer, scenario, load_shared_lines(), call.memory, seed)
        call.memory = call.memory.replied(reply, answer.moves, answer.expects)
        lines += reply.lines
        if answer.ends_call:
            call.end()
            break
    assert call.over
    assert len(lines) == len(set(lines))

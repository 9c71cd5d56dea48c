"""The scorecard: its extremes, its arithmetic, its evidence."""

import pytest

from simulator.catalog import load_checklist
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.checklist import ItemKind
from simulator.core.entities import Mentions
from simulator.core.hearing import Heard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Scorecard, judge, score
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.core.utterance import Utterance
from simulator.model_store import load_understanding

A, K = DialogueAct, ScenarioKind
FACTS = Facts("Ms. Ingrid Sorley", "Beacon & Lane", "Exhibition Designer", "Alex Morgan", "the lighthouse museum")
PERFECT: dict[ScenarioKind, tuple[tuple[DialogueAct, ...], ...]] = {
    K.PENDING: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION, A.THANK, A.EXPRESS_INTEREST),
        (A.ASK_STATUS,),
        (A.ASK_TIMELINE, A.OFFER_INFORMATION),
        (A.CLOSE,),
    ),
    K.REJECTION: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION, A.ASK_STATUS),
        (A.ACCEPT_OUTCOME, A.THANK, A.REQUEST_FUTURE_CONSIDERATION, A.CLOSE),
    ),
    K.RUDE: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.SHOW_EMPATHY, A.REFERENCE_DISCUSSION, A.ASK_STATUS),
        (A.OFFER_ALTERNATIVE, A.THANK, A.CLOSE),
    ),
    K.RECEPTIONIST: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_FOR_PERSON),
        (A.ASK_AVAILABILITY, A.THANK, A.CLOSE),
    ),
    K.VOICEMAIL: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.THANK, A.REFERENCE_DISCUSSION, A.EXPRESS_INTEREST),
        (A.ASK_STATUS, A.LEAVE_DETAILS, A.CLOSE),
    ),
    K.OFFER: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS),
        (A.WELCOME_OFFER, A.THANK, A.ASK_OFFER_DETAILS, A.CLOSE),
    ),
    K.ON_HOLD: (
        (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION, A.EXPRESS_INTEREST, A.ASK_STATUS),
        (A.ACCEPT_OUTCOME, A.ASK_TIMELINE, A.THANK, A.CLOSE),
    ),
}


def call(kind: ScenarioKind, *turns: tuple[DialogueAct, ...], text: str = "a few plain words") -> Scorecard:
    heard = [
        Heard(number, Utterance(text, tuple(ActMatch(act, 1.0, 0, len(text)) for act in acts), Mentions()))
        for number, acts in enumerate(turns)
    ]
    spoken = tuple(Turn(Speaker.CANDIDATE, text) for _ in turns)
    return judge(Transcript(kind, FACTS, spoken), load_checklist(), heard)


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_short_perfect_call_of_each_kind_gets_at_least_95(kind: ScenarioKind) -> None:
    assert call(kind, *PERFECT[kind]).score >= 95


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_complete_but_insulting_call_stays_under_60(kind: ScenarioKind) -> None:
    assert call(kind, *PERFECT[kind], (A.BE_HOSTILE,)).score < 60


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_wordy_disaster_gets_next_to_nothing(kind: ScenarioKind) -> None:
    faults = tuple((act,) for act in DialogueAct if act.hurts)
    assert call(kind, (A.INTRODUCE_SELF, A.ASK_STATUS), *faults, text="word " * 70).score <= 10


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_call_without_a_word_gets_nothing(kind: ScenarioKind) -> None:
    assert call(kind).score == 0


@pytest.mark.parametrize("kind", ScenarioKind)
@pytest.mark.parametrize("fault", [act for act in DialogueAct if act.hurts])
def test_every_hurting_act_costs_points_and_more_so_again(kind: ScenarioKind, fault: DialogueAct) -> None:
    scores = [call(kind, *PERFECT[kind], *[(fault,)] * times).score for times in range(3)]
    assert scores[0] > scores[1] > scores[2]


@pytest.mark.parametrize("kind", ScenarioKind)
def test_points_add_up_to_the_score(kind: ScenarioKind) -> None:
    card = call(kind, *PERFECT[kind], (A.COMPLAIN_ABOUT_WAIT,), (A.CASUAL_LANGUAGE,), (A.COMPLAIN_ABOUT_WAIT,))
    assert sum(verdict.points for verdict in card.verdicts) == pytest.approx(card.score, abs=1.5)


def test_the_next_step_is_what_gains_most() -> None:
    card = call(K.PENDING, *PERFECT[K.PENDING][:2], (A.BE_HOSTILE,))
    assert card.next_steps()[0].item.id == "no_hostility"
    gains = [step.gain for step in card.next_steps(99)]
    assert gains == sorted(gains, reverse=True)


def test_gain_is_what_the_item_would_have_added() -> None:
    without = call(K.PENDING, *PERFECT[K.PENDING], (A.COMPLAIN_ABOUT_WAIT,))
    gain = {step.item.id: step.gain for step in without.next_steps(99)}
    assert without.score + gain["no_complaint"] == pytest.approx(call(K.PENDING, *PERFECT[K.PENDING]).score, abs=1)


def test_an_introduction_after_the_second_turn_is_late() -> None:
    late = call(K.PENDING, (A.GREET,), (A.ASK_STATUS,), (A.INTRODUCE_SELF,))
    outcomes = {verdict.item.id: verdict.outcome for verdict in late.verdicts}
    assert outcomes["introduce"] is Outcome.MISSED
    assert outcomes["no_unnamed_caller"] is Outcome.MET


def test_what_does_not_belong_to_a_kind_is_not_applicable() -> None:
    outcomes = {verdict.item.id: verdict.outcome for verdict in call(K.RECEPTIONIST, (A.GREET,)).verdicts}
    assert outcomes["reference_discussion"] is Outcome.NOT_APPLICABLE
    assert outcomes["ask_for_person"] is Outcome.MISSED


def test_evidence_names_the_words_that_decided() -> None:
    text = "Hi, this is Maria Lopez. Honestly, I've been waiting for two weeks and heard nothing."
    transcript = Transcript(K.PENDING, FACTS, (Turn(Speaker.INTERVIEWER, "Hello?"), Turn(Speaker.CANDIDATE, text)))
    card = score(transcript, load_checklist(), load_understanding())
    evidence = {verdict.item.id: verdict.evidence for verdict in card.verdicts}
    (complaint,) = evidence["no_complaint"]
    assert complaint.turn == 1
    assert "waiting for two weeks" in text[complaint.start : complaint.end]
    assert "Maria" not in text[complaint.start : complaint.end]


def test_a_better_line_carries_the_facts_of_the_call() -> None:
    card = call(K.PENDING, (A.GREET,))
    better = {verdict.item.id: verdict.better for verdict in card.verdicts}
    assert "the lighthouse museum" in better["reference_discussion"]
    assert "{" not in "".join(better.values())


def test_every_dont_says_what_would_be_better_when_it_is_violated() -> None:
    for verdict in call(K.PENDING, *((act,) for act in DialogueAct if act.hurts)).verdicts:
        if verdict.item.kind is ItemKind.DONT and verdict.outcome is Outcome.VIOLATED:
            assert verdict.better

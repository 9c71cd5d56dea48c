"""The scorecard: its extremes, its arithmetic, its evidence."""

import pytest

from simulator.catalog import load_checklist
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.checklist import ItemKind
from simulator.core.entities import Mentions
from simulator.core.hearing import Heard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Scorecard, judge, score
from simulator.core.transcript import Circumstance, Facts, Role, Speaker, Transcript, Turn
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


PLAIN = "a few plain words and my number, 555-0142"


def call(kind: ScenarioKind, *turns: tuple[DialogueAct, ...], text: str = PLAIN) -> Scorecard:
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


def test_the_next_step_is_what_helps_most_with_what_a_fault_undid() -> None:
    card = call(K.PENDING, *PERFECT[K.PENDING][:2], (A.BE_HOSTILE,))
    assert card.next_steps()[0].item.id == "no_hostility"
    helps = [step.gain + step.undone for step in card.next_steps(99)]
    assert helps == sorted(helps, reverse=True)


@pytest.mark.parametrize("kind", ScenarioKind)
def test_the_points_of_a_card_add_up_to_its_score(kind: ScenarioKind) -> None:
    for missing in range(len(PERFECT[kind])):
        turns = (*PERFECT[kind][:missing], *PERFECT[kind][missing + 1 :])
        for faults in ((), ((A.COMPLAIN_ABOUT_WAIT,), (A.CASUAL_LANGUAGE,), (A.COMPLAIN_ABOUT_WAIT,))):
            card = call(kind, *turns, *faults)
            assert sum(verdict.points for verdict in card.verdicts) == card.score


def test_no_fault_is_rounded_away() -> None:
    hurts = ((A.BE_HOSTILE,), (A.COMPLAIN_ABOUT_WAIT,), (A.QUESTION_DELAY,), (A.CASUAL_LANGUAGE,))
    card = call(K.PENDING, (A.GREET,), (A.ASK_STATUS,), *hurts)
    faults = [one for one in card.verdicts if one.outcome is Outcome.VIOLATED]
    assert len(faults) >= len(hurts)
    assert all(one.points <= -1 and one.gain >= 1 for one in faults)


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_fault_promises_what_it_cost(kind: ScenarioKind) -> None:
    card = call(kind, *PERFECT[kind], (A.SHOW_DESPERATION,), (A.BE_HOSTILE,), (A.COMPLAIN_ABOUT_WAIT,))
    faults = [verdict for verdict in card.verdicts if verdict.outcome is Outcome.VIOLATED]
    assert len(faults) == 3
    assert all(verdict.gain == -verdict.points for verdict in faults)


def test_what_faults_cost_does_not_hang_on_their_order_in_the_list() -> None:
    card = call(K.PENDING, *PERFECT[K.PENDING], (A.COMPLAIN_ABOUT_WAIT,), (A.MENTION_OTHER_CANDIDATES,))
    cost = {verdict.item.id: verdict.points for verdict in card.verdicts}
    assert cost["no_complaint"] == cost["no_rivals"] < 0


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


DESK = Turn(Speaker.INTERVIEWER, "Front desk, hello.", role=Role.RECEPTIONIST)
BOSS = Turn(Speaker.INTERVIEWER, "Sorley.", role=Role.INTERVIEWER)


def conversation(
    kind: ScenarioKind,
    *turns: str | Turn | tuple[DialogueAct, ...],
    circumstances: frozenset[Circumstance] = frozenset(),
) -> dict[str, Outcome]:
    """What becomes of each item. Texts and turns are the other end's, acts the candidate's."""
    spoken: list[Turn] = []
    heard: list[Heard] = []
    role = Transcript(kind, FACTS).first_role
    for index, turn in enumerate(turns):
        if isinstance(turn, tuple):
            text = "a few plain words"
            heard.append(
                Heard(index, Utterance(text, tuple(ActMatch(act, 1.0, 0, 5) for act in turn), Mentions()), role)
            )
            spoken.append(Turn(Speaker.CANDIDATE, text))
        else:
            spoken.append(turn if isinstance(turn, Turn) else Turn(Speaker.INTERVIEWER, turn))
            role = spoken[-1].role or role
    call = Transcript(kind, FACTS, tuple(spoken), circumstances=circumstances)
    return {verdict.item.id: verdict.outcome for verdict in judge(call, load_checklist(), heard).verdicts}


ASKED = (A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)


def test_what_was_never_reached_is_not_missed_and_weighs_on_what_prevented_it() -> None:
    outcomes = conversation(K.OFFER, "Hello?", (A.GREET, A.INTRODUCE_SELF), "What is it?", (A.CLOSE,))
    assert outcomes["welcome_offer"] is outcomes["weigh_offer"] is Outcome.NOT_APPLICABLE
    assert outcomes["ask_status"] is Outcome.MISSED
    card = call(K.OFFER, (A.GREET, A.INTRODUCE_SELF), (A.CLOSE,))
    assert card.next_steps()[0].item.id == "ask_status"
    assert card.score < 30


def test_good_grace_before_the_news_is_none() -> None:
    early = conversation(K.REJECTION, "Hello?", (*ASKED, A.ACCEPT_OUTCOME), "We chose someone else.", (A.CLOSE,))
    assert early["accept_outcome"] is Outcome.MISSED
    late = conversation(K.REJECTION, "Hello?", ASKED, "We chose someone else.", (A.ACCEPT_OUTCOME, A.CLOSE))
    assert late["accept_outcome"] is Outcome.MET


def test_who_argues_after_taking_it_well_has_not_taken_it_well() -> None:
    turns = ("Hello?", ASKED, "We chose someone else.", (A.ACCEPT_OUTCOME,), "I'm sorry.", (A.DISPUTE_DECISION,))
    assert conversation(K.REJECTION, *turns)["accept_outcome"] is Outcome.MISSED
    mended = conversation(K.REJECTION, *turns, "It's decided.", (A.ACCEPT_OUTCOME, A.CLOSE))
    assert mended["accept_outcome"] is Outcome.MET


def test_courtesy_before_and_a_goodbye_after_an_insult_count_for_nothing() -> None:
    insulted = conversation(K.PENDING, "Hello?", (*ASKED, A.THANK), "Not yet.", (A.BE_HOSTILE,), "Pardon?", (A.CLOSE,))
    assert insulted["thank"] is insulted["close"] is Outcome.MISSED


def test_news_that_comes_unasked_spares_the_question() -> None:
    told = conversation(
        K.REJECTION, "Hello?", (A.GREET, A.INTRODUCE_SELF), "I'm afraid it's a no.", (A.ACCEPT_OUTCOME,)
    )
    assert told["ask_status"] is Outcome.NOT_APPLICABLE


def test_a_date_that_was_named_need_not_be_asked_for() -> None:
    told = conversation(K.PENDING, "Hello?", ASKED, "Not yet, we decide next Tuesday.", (A.CLOSE,))
    assert told["ask_timeline"] is Outcome.NOT_APPLICABLE
    assert conversation(K.PENDING, "Hello?", ASKED, "Not yet.", (A.CLOSE,))["ask_timeline"] is Outcome.MISSED


def test_a_name_given_at_the_desk_is_passed_on_unless_the_next_person_asks() -> None:
    at_the_desk = (A.GREET, A.INTRODUCE_SELF, A.ASK_FOR_PERSON)
    announced = conversation(K.PENDING, DESK, at_the_desk, BOSS, (A.GREET, A.ASK_STATUS), "Not yet.", (A.CLOSE,))
    assert announced["introduce"] is Outcome.MET
    asks = Turn(Speaker.INTERVIEWER, "Sorley. Who's calling, please?", role=Role.INTERVIEWER)
    silent = conversation(K.PENDING, DESK, at_the_desk, asks, (A.GREET, A.ASK_STATUS), "Who is this?", (A.CLOSE,))
    assert silent["introduce"] is Outcome.MISSED
    answered = conversation(K.PENDING, DESK, at_the_desk, asks, (A.INTRODUCE_SELF,), "Yes?", (A.ASK_STATUS,))
    assert answered["introduce"] is Outcome.MET


def test_a_question_before_the_name_makes_the_name_late() -> None:
    late = conversation(
        K.PENDING, "Hello?", (A.ASK_STATUS,), "Who's calling?", (A.INTRODUCE_SELF,), "Not yet.", (A.CLOSE,)
    )
    assert late["introduce"] is Outcome.MISSED


def test_only_where_a_desk_answers_it_must_be_asked_for_somebody() -> None:
    assert conversation(K.PENDING, "Sorley.", (A.ASK_FOR_PERSON,))["ask_for_person"] is Outcome.NOT_APPLICABLE
    assert conversation(K.PENDING, DESK, (A.GREET,), BOSS, (A.GREET,))["ask_for_person"] is Outcome.MISSED


def test_who_is_put_through_need_not_ask_when_to_call() -> None:
    through = conversation(K.RECEPTIONIST, DESK, (A.INTRODUCE_SELF, A.ASK_FOR_PERSON), BOSS, (A.GREET,))
    assert through["ask_availability"] is Outcome.NOT_APPLICABLE


def test_one_slip_of_tone_costs_about_five_points_and_a_habit_much_more() -> None:
    scores = [call(K.PENDING, *PERFECT[K.PENDING], *[(A.CASUAL_LANGUAGE,)] * times).score for times in range(5)]
    assert scores[0] - scores[1] in range(4, 9)
    assert scores[0] - scores[4] >= 25


def test_leading_back_once_is_right_and_thrice_is_pestering() -> None:
    def outcome(times: int, item: str) -> Outcome:
        asks = [one for _ in range(times) for one in ((A.ASK_STATUS,), "Not now, I'm busy.")]
        return conversation(K.RUDE, "What?", (A.INTRODUCE_SELF,), "And?", *asks, (A.CLOSE,))[item]

    assert [outcome(times, "stay_on_track") for times in (1, 2)] == [Outcome.MISSED, Outcome.MET]
    assert [outcome(times, "no_repeated_asking") for times in (2, 3)] == [Outcome.MET, Outcome.VIOLATED]


@pytest.mark.parametrize("said", ["Thanks to my sister I know how it works.", "No thank you.", "Thanks for nothing."])
def test_thanks_to_others_and_formulas_are_no_thanks(said: str) -> None:
    transcript = Transcript(K.PENDING, FACTS, (Turn(Speaker.INTERVIEWER, "Hello?"), Turn(Speaker.CANDIDATE, said)))
    heard = Heard(1, Utterance(said, (ActMatch(A.THANK, 1.0, 0, len(said)),), Mentions()))
    verdicts = judge(transcript, load_checklist(), [heard]).verdicts
    assert {verdict.item.id: verdict.outcome for verdict in verdicts}["thank"] is Outcome.MISSED


def apologising(*after: str) -> Scorecard:
    opening = (
        "Good morning, this is Maria Lopez. I interviewed for the Exhibition Designer position. Is there any news?"
    )
    said = (opening, "I've been waiting for weeks and nobody has called me.", *after)
    turns = [turn for text in said for turn in (Turn(Speaker.INTERVIEWER, "I see."), Turn(Speaker.CANDIDATE, text))]
    return score(Transcript(K.PENDING, FACTS, tuple(turns)), load_checklist(), load_understanding())


def test_an_apology_takes_some_of_a_slip_back_and_is_named() -> None:
    sorry, not_sorry = apologising("I'm sorry, I shouldn't have said that."), apologising("Mm.")
    verdict = {verdict.item.id: verdict for verdict in sorry.verdicts}["make_amends"]
    assert verdict.outcome is Outcome.MET
    assert verdict.points > 0
    assert sorry.score > not_sorry.score
    assert sum(verdict.points for verdict in sorry.verdicts) == pytest.approx(sorry.score, abs=1.5)


def test_an_apology_with_another_slip_to_follow_takes_nothing_back() -> None:
    again = apologising("I'm sorry, I shouldn't have said that.", "But I've been waiting for weeks and heard nothing.")
    assert {verdict.item.id: verdict.outcome for verdict in again.verdicts}["make_amends"] is Outcome.NOT_APPLICABLE


def test_what_a_fault_undid_is_told_beside_its_gain() -> None:
    turns = PERFECT[K.PENDING]
    card = call(K.PENDING, *turns, (A.BE_HOSTILE,))
    insult = card.next_steps()[0]
    assert insult.undone > 0
    assert card.score + insult.gain + insult.undone == pytest.approx(call(K.PENDING, *turns).score, abs=1)


def test_what_was_missed_shows_the_words_that_came_nearest_or_the_turn_where_it_belonged() -> None:
    said = "Good morning. It was a nice chat with you last week. Is there any news?"
    transcript = Transcript(K.PENDING, FACTS, (Turn(Speaker.INTERVIEWER, "Hello?"), Turn(Speaker.CANDIDATE, said)))
    verdicts = {one.item.id: one for one in score(transcript, load_checklist(), load_understanding()).verdicts}
    near = verdicts["reference_discussion"].near
    assert near
    assert "nice chat" in said[near.start : near.end]
    assert "our chat" in verdicts["reference_discussion"].better
    whole = verdicts["thank"].near
    assert whole
    assert said[whole.start : whole.end] == said


def test_advice_for_pressing_fits_the_call() -> None:
    asked = Turn(Speaker.CANDIDATE, "Good morning, this is Maria Lopez. Is there any news?")
    offer = Turn(Speaker.INTERVIEWER, "We'd like to offer you the job. So, is that a yes?")
    turns = (Turn(Speaker.INTERVIEWER, "Hello?"), asked, offer, Turn(Speaker.CANDIDATE, "Oh, that's wonderful!"))
    verdicts = score(Transcript(K.OFFER, FACTS, turns), load_checklist(), load_understanding()).verdicts
    weigh = {verdict.item.id: verdict for verdict in verdicts}["weigh_offer"]
    assert weigh.item.advice.startswith("If they press you for a yes, ask for time")


def test_a_question_that_presses_is_no_polite_question() -> None:
    def outcome(*matches: ActMatch) -> Outcome:
        heard = [Heard(1, Utterance("Have I got it yet, or what?", matches, Mentions()))]
        turns = (Turn(Speaker.INTERVIEWER, "Hello?"), Turn(Speaker.CANDIDATE, heard[0].utterance.text))
        verdicts = judge(Transcript(K.PENDING, FACTS, turns), load_checklist(), heard).verdicts
        return {verdict.item.id: verdict.outcome for verdict in verdicts}["ask_status"]

    asks = ActMatch(A.ASK_STATUS, 0.6, 0, 18)
    assert outcome(asks) is Outcome.MET
    assert outcome(asks, ActMatch(A.PRESSURE_FOR_ANSWER, 0.9, 0, 27)) is Outcome.MISSED
    assert outcome(asks, ActMatch(A.PRESSURE_FOR_ANSWER, 0.5, 0, 27)) is Outcome.MET


def test_a_fault_heard_with_doubt_takes_less_and_undoes_nothing() -> None:
    def card(certainty: float) -> Scorecard:
        text = "a few plain words"
        acts = [*PERFECT[K.PENDING], (A.BE_HOSTILE,)]
        heard = [
            Heard(n, Utterance(text, tuple(ActMatch(a, certainty if a.hurts else 1, 0, 5) for a in one), Mentions()))
            for n, one in enumerate(acts)
        ]
        turns = tuple(Turn(Speaker.CANDIDATE, text) for _ in acts)
        return judge(Transcript(K.PENDING, FACTS, turns), load_checklist(), heard)

    assert card(0.5).score > card(0.69).score > card(1.0).score + 10
    close = {one.item.id: one.outcome for one in card(0.5).verdicts}["close"]
    assert close is Outcome.MET

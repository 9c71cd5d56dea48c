"""The cue card: the caller's own best words, where they fit."""

from attempts import FACTS, attempt

from simulator.catalog import load_checklist
from simulator.core.cue_card import CueCard, cue_card, facts_like
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.scoring import Outcome
from simulator.core.transcript import Facts

ACME = Facts("Ms. Jane Smith", "Acme", "Welder", "Sam Reed", "the cutting table")
SAID = (
    "Good morning, Ms. Novotná. This is Tomás Vidal.",
    "I enjoyed our talk about the window displays. Have you made a decision yet?",
)


def words(card: CueCard, item: str) -> str:
    return next(line.words for section in card.sections for line in section.lines if line.item.id == item)


def own(card: CueCard) -> set[str]:
    return {line.item.id for section in card.sections for line in section.lines if line.own}


def test_without_rehearsals_the_card_has_examples_with_the_facts() -> None:
    card = cue_card(ACME, load_checklist(), [])
    assert card.own_lines == 0
    assert "Sam Reed" in words(card, "introduce")
    assert "the cutting table" in words(card, "reference_discussion")
    assert card.avoid == ()


def test_no_number_stands_on_it_that_is_not_the_callers() -> None:
    card = cue_card(ACME, load_checklist(), [])
    assert "[your number]" in words(card, "leave_details")
    assert not any("555" in line.words for section in card.sections for line in section.lines)


def test_own_words_are_told_with_the_facts_of_the_real_call() -> None:
    card = cue_card(ACME, load_checklist(), [attempt(1, 80, K.PENDING, None, *SAID)])
    assert {"introduce", "reference_discussion", "ask_status"} <= own(card)
    assert words(card, "ask_status") == "Have you made a decision yet?"
    assert words(card, "reference_discussion") == "I enjoyed our talk about the cutting table."
    shown = " ".join(line.words for section in card.sections for line in section.lines)
    assert not any(old in shown for old in ("Novotná", "Tomás", "window"))


def test_the_line_of_the_better_call_is_taken() -> None:
    calls = [
        attempt(1, 90, K.PENDING, None, "Has a decision been made?"),
        attempt(2, 40, K.PENDING, None, "Have you made a decision yet?"),
    ]
    assert words(cue_card(FACTS, load_checklist(), calls), "ask_status") == "Has a decision been made?"


def test_words_that_did_harm_besides_are_not_on_it() -> None:
    harmed = attempt(1, 60, K.PENDING, None, "I've been waiting for two weeks, have you made a decision yet?")
    hurting = [verdict for verdict in harmed.scorecard.verdicts if verdict.outcome is Outcome.VIOLATED]
    assert hurting
    card = cue_card(FACTS, load_checklist(), [harmed])
    assert not any("waiting" in line.words for section in card.sections for line in section.lines)


def test_what_the_caller_did_wrong_most_often_is_to_be_kept_in_mind() -> None:
    once, often = {"no_slang": Outcome.VIOLATED}, {"no_complaint": Outcome.VIOLATED}
    calls = [attempt(1, 50, K.PENDING, often | once), attempt(2, 50, K.PENDING, often)]
    assert [item.id for item in cue_card(FACTS, load_checklist(), calls).avoid] == ["no_complaint", "no_slang"]


def test_no_line_stands_on_it_twice() -> None:
    card = cue_card(FACTS, load_checklist(), [attempt(1, 80, K.PENDING, None, *SAID)])
    lines = [line.words for section in card.sections for line in section.lines]
    assert len(lines) == len(set(lines))


def test_whoever_does_not_know_the_name_gets_a_line_for_that() -> None:
    card = cue_card(Facts(company="Acme"), load_checklist(), [])
    assert "recall your name" in words(card, "apologize_forgotten_name")


def test_facts_left_out_come_from_the_last_rehearsal_of_that_call() -> None:
    calls = [attempt(1), attempt(2, facts=ACME)]
    assert facts_like(Facts(company="harbour light books"), calls).contact == "Ms. Irena Novotná"
    assert facts_like(Facts(), calls) == ACME
    assert facts_like(Facts(company="Elsewhere"), calls) == Facts(company="Elsewhere")

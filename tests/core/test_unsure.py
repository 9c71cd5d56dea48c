"""A word that the recogniser was unsure of costs no points."""

import pytest

from simulator.catalog import load_checklist
from simulator.core.acts import DialogueAct
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import score
from simulator.core.transcript import Facts, Speaker, SpokenWord, Transcript, Turn
from simulator.core.unsure import hear_surely, without_unsure
from simulator.model_store import load_understanding

FACTS = Facts("Ms. Ingrid Sorley", "Beacon & Lane", "Exhibition Designer", "Alex Morgan", "the lighthouse museum")
OPENING = "Good morning Ms. Sorley, this is Alex Morgan."
FAULT = "you people are idiots"


def turn(text: str, unsure: str = "", speaker: Speaker = Speaker.CANDIDATE) -> Turn:
    words = [word.strip(",.") for word in text.split()]
    heard = [
        SpokenWord(word, 300 * at, 300 * at + 250, 0.2 if word in unsure.split() else 0.9)
        for at, word in enumerate(words)
    ]
    return Turn(speaker, text, words=tuple(heard))


def call(*turns: Turn) -> Transcript:
    return Transcript(ScenarioKind.PENDING, FACTS, turns)


def points(transcript: Transcript) -> int:
    return score(transcript, load_checklist(), load_understanding()).score


def test_a_fault_of_unsure_words_costs_nothing_and_one_of_sure_words_does() -> None:
    asked = (turn(OPENING), turn("I was wondering whether you have decided"))
    last = (turn("you"), turn(FAULT, "people are idiots"), turn(FAULT))
    harmless, unsure, sure = (call(*asked, one) for one in last)
    assert points(unsure) >= points(harmless) > points(sure)


def test_unsure_words_that_help_still_help() -> None:
    sure, unsure = call(turn(OPENING)), call(turn(OPENING, "this is Alex Morgan"))
    assert points(unsure) == points(sure)


def test_a_fault_beside_an_unsure_word_stays() -> None:
    heard = list(hear_surely(call(turn(OPENING), turn(f"well {FAULT}", "well")), load_understanding()))
    assert DialogueAct.BE_HOSTILE in heard[1].utterance.acts


def test_a_turn_whose_only_act_is_taken_away_does_nothing_in_particular() -> None:
    heard = list(hear_surely(call(turn(OPENING), turn(FAULT, FAULT)), load_understanding()))
    assert heard[1].utterance.acts == {DialogueAct.OTHER}


def test_what_was_corrected_is_no_longer_unsure() -> None:
    corrected = Turn(Speaker.CANDIDATE, FAULT, words=turn("you purple rye idioms", "purple rye idioms").words)
    assert without_unsure(corrected).text == FAULT


@pytest.mark.parametrize(
    ("text", "unsure", "left"),
    [
        ("Hello, this is Alex.", "this is", "Hello, Alex."),
        ("the the cat", "", "the the cat"),
        ("no", "no", ""),
        ("İstanbul is far", "far", "İstanbul is"),
    ],
)
def test_only_the_unsure_words_are_left_out(text: str, unsure: str, left: str) -> None:
    assert without_unsure(turn(text, unsure)).text == left


def test_the_other_ends_words_are_never_unsure() -> None:
    theirs = turn("Yes?", "Yes?", Speaker.INTERVIEWER)
    assert without_unsure(theirs) == theirs

"""The acts of a turn, recognised by the trained model."""

import functools
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog import load_catalog
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.hearing import hear
from simulator.core.linear import ACTS
from simulator.core.plain_faults import plain_faults
from simulator.core.reading import Reading
from simulator.core.text import MAX_CHARS, Span
from simulator.core.understanding import Understanding
from simulator.model_store import load_understanding

BREATH = (
    "Good morning, Ms. Chen, this is Maria Lopez. I interviewed for the analyst role on Tuesday, "
    "and I was wondering if you've made a decision yet. Thank you for your time."
)
KNOWN_MISSES = Path(__file__).parent.parent / "known_misses.jsonl"

trained = functools.cache(load_understanding)


@pytest.fixture
def understanding() -> Understanding:
    return trained()


def evidence(understanding: Understanding, text: str) -> dict[DialogueAct, str]:
    return {match.act: text[match.start : match.end] for match in understanding.acts(text)}


def test_every_act_of_one_breath_is_found_with_its_words(understanding: Understanding) -> None:
    found = evidence(understanding, BREATH)
    assert "Good morning" in found[DialogueAct.GREET]
    assert "this is Maria Lopez" in found[DialogueAct.INTRODUCE_SELF]
    assert "analyst role" in found[DialogueAct.IDENTIFY_INTERVIEW]
    assert found[DialogueAct.ASK_STATUS] == "and I was wondering if you've made a decision yet."
    assert found[DialogueAct.THANK] == "Thank you for your time."


def test_acts_come_in_the_order_in_which_they_are_performed(understanding: Understanding) -> None:
    matches = understanding.acts(BREATH)
    assert [match.start for match in matches] == sorted(match.start for match in matches)
    assert matches[-1].act is DialogueAct.THANK


@pytest.mark.parametrize("act", [act for act in DialogueAct if act is not DialogueAct.OTHER])
def test_the_example_of_each_act_performs_it(understanding: Understanding, act: DialogueAct) -> None:
    """By the models, or by words that are plain whatever they make of them."""
    heard = {match.act for match in understanding.acts(act.example)} | {plain for plain, _ in plain_faults(act.example)}
    assert act in heard


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I'm not calling to complain about the wait.", DialogueAct.COMPLAIN_ABOUT_WAIT),
        ("I don't want to rush you.", DialogueAct.PRESSURE_FOR_ANSWER),
        ("I understand you're speaking with other candidates, take your time.", DialogueAct.MENTION_OTHER_CANDIDATES),
        ("You mentioned I'd hear by Friday, so I wanted to check in.", DialogueAct.COMPLAIN_ABOUT_WAIT),
    ],
)
def test_the_words_of_a_hurting_act_alone_do_not_perform_it(
    understanding: Understanding, text: str, act: DialogueAct
) -> None:
    assert act not in {match.act for match in understanding.acts(text)}


def test_a_turn_without_an_act_is_other_as_a_whole(understanding: Understanding) -> None:
    text = "  The bus was red, and it had two doors.  "
    (match,) = understanding.acts(text)
    assert match.act is DialogueAct.OTHER
    assert text[match.start : match.end] == text.strip()


@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
def test_a_blank_turn_is_other_and_empty(understanding: Understanding, blank: str) -> None:
    assert understanding.acts(blank) == (ActMatch(DialogueAct.OTHER, 1.0, 0, 0),)


@given(text=st.text(max_size=400), stage=st.none() | st.text(max_size=20), before=st.none() | st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_understood_somehow(text: str, stage: str | None, before: str | None) -> None:
    matches = trained().acts(text, stage=stage, before=before)
    assert matches
    assert len({match.act for match in matches}) == len(matches)
    for match in matches:
        assert 0 <= match.confidence <= 1
        assert 0 <= match.start <= match.end <= len(text)
        assert match.act is not DialogueAct.OTHER or len(matches) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "x" * 100_000,
        "i was " * 20_000,
        "\0" * 100_000,
        "\ud800" * 5_000,
        "hello, " * 20_000,
        "😀" * 50_000,
        "你好。" * 40_000,
    ],
)
def test_a_page_of_anything_is_understood_in_a_moment(understanding: Understanding, hostile: str) -> None:
    began = time.process_time()
    matches = understanding.acts(hostile, before=hostile)
    assert time.process_time() - began < 1.5  # measured: up to 0.5 s, for a page of signs
    assert all(match.end <= MAX_CHARS for match in matches)


@pytest.mark.parametrize("line", KNOWN_MISSES.read_text(encoding="utf-8").splitlines())
def test_what_is_known_to_be_misread_still_is(understanding: Understanding, line: str) -> None:
    """When this fails, the line is understood at last: take it off the list."""
    turn = json.loads(line)
    assert {match.act for match in understanding.acts(turn["text"], before=turn.get("before"))} != set(turn["acts"])


def test_the_name_of_the_topic_insults_nobody(understanding: Understanding) -> None:
    facts = next(one.facts for one in load_catalog().scenarios if one.id == "breakfast-waste")
    before = "Nobody's picked yet."
    for text, insult in (
        ("And the waste of the breakfast, is better now?", False),
        ("Your breakfast waste is as rotten as you are, you idiot.", True),
    ):
        heard = hear(text, before, "rude", facts, understanding)
        assert (DialogueAct.BE_HOSTILE in heard.acts) is insult, text
        assert DialogueAct.REFERENCE_DISCUSSION in heard.acts


def test_the_end_of_a_long_message_is_heard_too() -> None:
    middle = "I have thought a good deal about the work at the depot and what you told me of the new vans. " * 8
    acts = {match.act for match in trained().acts(f"Good morning. {middle}Thank you very much, goodbye.")}
    assert {DialogueAct.GREET, DialogueAct.THANK, DialogueAct.CLOSE} <= acts


@dataclass(frozen=True)
class Overhears:
    """A recogniser that finds small talk in any turn, by no word of it, and by itself only in a clause with a boat."""

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:  # noqa: ARG002 - as all recognisers
        turn = np.zeros(len(ACTS), dtype=np.float32)
        alone = text[parts[0].start : parts[0].end]
        turn[ACTS.index(DialogueAct.SMALL_TALK)] = 0.9 if len(parts) > 1 or "boat" in alone else 0.1
        return Reading(turn, np.full((len(parts), len(ACTS)), 0.1, dtype=np.float32))


def test_an_act_that_no_clause_shows_by_its_words_is_found_in_the_clause_that_does_it_alone() -> None:
    text = "I see. How's the boat? Never mind."
    (match,) = Understanding(Overhears(), 0.5).acts(text)
    assert text[match.start : match.end] == "How's the boat?"


@dataclass(frozen=True)
class IsUnsure:
    """A recogniser that gives greeting half a chance in any turn."""

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:  # noqa: ARG002 - as all recognisers
        turn = np.zeros(len(ACTS), dtype=np.float32)
        turn[ACTS.index(DialogueAct.GREET)] = 0.5
        return Reading(turn, np.tile(turn, (len(parts), 1)))


def test_a_text_without_capitals_and_marks_is_measured_by_a_threshold_of_its_own() -> None:
    unsure = Understanding(IsUnsure(), 0.6, bare_threshold=0.4)
    assert [match.act for match in unsure.acts("i said it once before")] == [DialogueAct.GREET]
    assert DialogueAct.GREET not in {match.act for match in unsure.acts("I said it once before.")}
    assert DialogueAct.GREET not in {
        match.act for match in Understanding(IsUnsure(), 0.6).acts("i said it once before")
    }

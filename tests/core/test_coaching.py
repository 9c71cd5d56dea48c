"""Hints: the first thing a good call has and this one lacks."""

from simulator.bootstrap import understanding
from simulator.catalog import load_checklist
from simulator.core.coaching import Hint, hint
from simulator.core.hearing import hear_all
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn

FACTS = Facts("Mr. Paul Greer", "Tri-County", "Staff Accountant", "Harold Pinsky", "the loss ratios")


def hinted(*said: str, kind: ScenarioKind = ScenarioKind.PENDING, told: bool = False) -> Hint | None:
    call = Transcript(kind, FACTS, tuple(Turn(Speaker.CANDIDATE, text) for text in said))
    return hint(call, load_checklist(), tuple(hear_all(call, understanding())), told=told)


def test_the_first_hint_is_to_greet_and_say_who_you_are() -> None:
    first = hinted()
    assert first
    assert first.item.id == "greet"
    second = hinted("Good morning, Mr. Greer.")
    assert second
    assert second.item.id == "introduce"
    assert "Harold Pinsky" in second.example


def test_what_was_done_is_not_hinted_again() -> None:
    third = hinted("Good morning, this is Harold Pinsky, I interviewed for the Staff Accountant position.")
    assert third
    assert third.item.id == "reference_discussion"
    assert "the loss ratios" in third.example


def test_what_belongs_after_the_news_waits_for_it() -> None:
    said = (
        "Good morning, this is Harold Pinsky, I interviewed for the Staff Accountant position.",
        "I enjoyed our talk about the loss ratios, thank you. I'm still very interested. Is there any news?",
    )
    assert hinted(*said) is None
    later = hinted(*said, told=True)
    assert later
    assert later.item.id == "ask_timeline"

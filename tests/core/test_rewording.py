"""A better line made of the candidate's own words."""

import pytest

from simulator.bootstrap import scorecard, understanding
from simulator.catalog import load_checklist
from simulator.core.checklist import ItemKind
from simulator.core.course import Course
from simulator.core.hearing import hear_all
from simulator.core.lines import example_values
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.transcript import Facts, Speaker, Transcript, Turn

FACTS = Facts("Mr. Paul Greer", "Tri-County", "Staff Accountant", "Harold Pinsky", "the loss ratios")
ITEMS = {item.id: item for item in load_checklist().items}


def bettered(item: str, words: str, kind: K = K.PENDING) -> str:
    return ITEMS[item].bettered(words, Transcript(kind, FACTS), Course([]), example_values(FACTS))


@pytest.mark.parametrize(
    ("item", "said", "better"),
    [
        ("no_slang", "Hey dude, what's up?", "Hello, how are you?"),
        ("no_slang", "yeah cool, have you guys decided", "Yes good, have you decided"),
        ("no_slang", "Hey hey, the man you're looking for!", "Hello the man you're looking for!"),
        (
            "no_pressure",
            "So, have I got the job yet?",
            "I was wondering whether a decision has been made about the Staff Accountant position.",
        ),
        (
            "no_complaint",
            "I've been waiting for over three weeks now!",
            "I know these things take time. It's been over three weeks, so I wanted to ask whether there is any news.",
        ),
        (
            "no_complaint",
            "You promised me an answer within ten days.",
            "You mentioned that I might hear within ten days, so I wanted to ask whether there is any news.",
        ),
        (
            "no_entitlement",
            "I have led a team of forty, so the job is mine.",
            "I have led a team of forty, and I'd be glad to bring that to you.",
        ),
        (
            "reference_discussion",
            "I really liked our chat last week.",
            "I really enjoyed our chat, above all when we came to the loss ratios.",
        ),
        ("introduce", "good morning sir", "Good morning, Mr. Greer. This is Harold Pinsky."),
        (
            "ask_status",
            "I'm calling about my application",
            "I'm calling to ask whether there is any news about the Staff Accountant position.",
        ),
        ("leave_details", "please call me back", "Please call me back on 555-0142; that's 555-0142."),
    ],
)
def test_nearly_the_right_words_become_the_right_ones(item: str, said: str, better: str) -> None:
    assert bettered(item, said) == better


@pytest.mark.parametrize("item", ["no_slang", "no_pressure", "reference_discussion", "introduce"])
@pytest.mark.parametrize("said", ["", "?!", "ありがとう", "The kettle is on the hob.", "{candidate} {0} %s"])
def test_other_words_are_left_to_the_example(item: str, said: str) -> None:
    assert bettered(item, said) == ""


def test_braces_in_what_was_said_are_only_words() -> None:
    assert "{0}" in bettered("no_entitlement", "I've led {0} and {candidate} through it")


@pytest.mark.parametrize("item", [item for item in ITEMS.values() if item.rewordings], ids=lambda item: item.id)
def test_no_better_line_commits_the_fault_that_it_mends(item: object) -> None:
    checked = ITEMS[item.id]  # type: ignore[attr-defined] - parametrised by the items themselves
    if checked.kind is ItemKind.DO:
        return
    for _, rewording in checked.rewordings:
        if "{" not in rewording.better.replace("{position}", ""):
            line = rewording.better.replace("{position}", "Staff Accountant")
            call = Transcript(K.PENDING, FACTS, (Turn(Speaker.CANDIDATE, line),) if line else ())
            assert not checked.evidence(Course(tuple(hear_all(call, understanding()))))


def test_what_to_say_instead_depends_on_whether_the_news_was_out() -> None:
    turns = (
        Turn(Speaker.INTERVIEWER, "Paul Greer."),
        Turn(Speaker.CANDIDATE, "Good morning, this is Harold Pinsky. Is there any news?"),
        Turn(Speaker.INTERVIEWER, "We haven't decided yet."),
        Turn(Speaker.CANDIDATE, "Have I got the job or not? I need to know today."),
    )
    after = {v.item.id: v for v in scorecard(Transcript(K.PENDING, FACTS, turns)).verdicts}["no_pressure"]
    before = {v.item.id: v for v in scorecard(Transcript(K.PENDING, FACTS, turns[::3])).verdicts}["no_pressure"]
    assert after.better == "I understand that it isn't decided. When do you expect to know?"
    assert before.better.startswith("I was wondering whether a decision has been made")

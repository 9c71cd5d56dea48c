"""Which moments come back, and which answers to them are right. Scorecards are made by hand, so that nothing here
depends on what the understanding makes of a line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from simulator.catalog import load_checklist
from simulator.core.conditions import Evidence
from simulator.core.drill import Exercise, PastCall, choose
from simulator.core.lapses import lapses, worst_turn
from simulator.core.repetition import Grade, reviewed
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Facts, Speaker, Transcript, Turn

ITEMS = {item.id: item for item in load_checklist().items}
NOW = datetime(2026, 3, 2, 19, tzinfo=UTC)
DAY = timedelta(days=1)


def verdict(item: str, outcome: Outcome, *turns: int, gain: float = 0) -> Verdict:
    return Verdict(ITEMS[item], outcome, tuple(Evidence(turn, 0, 1) for turn in turns), None, 0, gain, "")


def call(*verdicts: Verdict, number: int = 1, began: datetime = NOW - DAY, turns: int = 9) -> PastCall:
    """A call in which the candidate has every second turn, from 1."""
    said = [Turn(Speaker.CANDIDATE if n % 2 else Speaker.INTERVIEWER, f"turn {n}") for n in range(turns)]
    transcript = Transcript(ScenarioKind.PENDING, Facts("Ms. Sorley"), tuple(said))
    return PastCall(number, began, transcript, Scorecard(50, verdicts))


def chosen(exercises: tuple[Exercise, ...]) -> list[tuple[str, int, int]]:
    return [(one.item.id, one.call.id, one.turn) for one in exercises]


PRESSURE = verdict("no_pressure", Outcome.VIOLATED, 3, 7, gain=12)
HOSTILITY = verdict("no_hostility", Outcome.VIOLATED, 5, gain=9)
NO_TIMELINE = verdict("ask_timeline", Outcome.MISSED, gain=20)
ASKED = verdict("ask_status", Outcome.MET, 3)
GREETED = verdict("greet", Outcome.MET, 1)


def test_what_hurts_costs_at_each_turn_that_did_it() -> None:
    past = call(PRESSURE)
    assert [(one.turn, one.cost) for one in lapses(past.transcript, past.scorecard)] == [(3, 6), (7, 6)]


@pytest.mark.parametrize(
    ("item", "turn"), [("introduce", 1), ("reference_discussion", 3), ("ask_timeline", 5), ("close", 7)]
)
def test_what_was_left_out_was_due_at_its_stage_of_the_call(item: str, turn: int) -> None:
    past = call(ASKED, verdict(item, Outcome.MISSED, gain=10))
    assert [one.turn for one in lapses(past.transcript, past.scorecard)] == [turn]


def test_the_worst_turn_is_the_one_that_did_most_harm_together() -> None:
    both = call(PRESSURE, HOSTILITY, verdict("no_slang", Outcome.VIOLATED, 3, gain=4), NO_TIMELINE)
    assert worst_turn(both.transcript, both.scorecard) == 3
    polite = call(NO_TIMELINE, ASKED)
    assert worst_turn(polite.transcript, polite.scorecard) == 5
    good = call(ASKED)
    assert worst_turn(good.transcript, good.scorecard) is None


def test_a_call_in_which_nothing_was_said_has_no_moments() -> None:
    silent = call(NO_TIMELINE, turns=1)
    assert lapses(silent.transcript, silent.scorecard) == ()
    assert choose([silent], {}, set(), NOW) == ()


def test_harm_comes_before_omission_and_both_before_what_went_well() -> None:
    goodbye = verdict("close", Outcome.MISSED, gain=30)
    found = choose([call(GREETED, goodbye, NO_TIMELINE, ASKED, PRESSURE, HOSTILITY)], {}, set(), NOW)
    # The timeline was due where they were hostile, the status asked where they pressed: no moment comes twice.
    assert chosen(found) == [("no_hostility", 1, 5), ("no_pressure", 1, 3), ("close", 1, 7), ("greet", 1, 1)]


def test_what_is_not_due_stays_away_unless_asked_for() -> None:
    past = call(HOSTILITY)
    known = {"no_hostility": reviewed(None, Grade.GOOD, NOW - timedelta(hours=1))}
    assert choose([past], known, set(), NOW) == ()
    assert chosen(choose([past], known, set(), NOW, ahead=True)) == [("no_hostility", 1, 5)]
    assert chosen(choose([past], known, set(), NOW + 30 * DAY)) == [("no_hostility", 1, 5)]


def test_what_goes_wrong_again_comes_back_though_it_is_not_due() -> None:
    known = {"no_hostility": reviewed(None, Grade.GOOD, NOW - timedelta(hours=2))}
    since = call(HOSTILITY, number=2, began=NOW - timedelta(hours=1))
    assert chosen(choose([since], known, set(), NOW)) == [("no_hostility", 2, 5)]


def test_a_moment_that_was_tried_makes_way_for_another_of_its_item() -> None:
    past = call(PRESSURE)
    assert chosen(choose([past], {}, {("no_pressure", 1, 3)}, NOW)) == [("no_pressure", 1, 7)]
    everything = {("no_pressure", 1, 3), ("no_pressure", 1, 7)}
    assert chosen(choose([past], {}, everything, NOW)) == [("no_pressure", 1, 3)]


def test_otherwise_the_longest_overdue_comes_first() -> None:
    good = call(ASKED, GREETED)
    known = {
        "ask_status": reviewed(None, Grade.GOOD, NOW - 20 * DAY),
        "greet": reviewed(None, Grade.GOOD, NOW - 30 * DAY),
    }
    assert [item for item, _, _ in chosen(choose([good], known, set(), NOW))] == ["greet", "ask_status"]
    assert choose([good], known, set(), NOW - 29 * DAY) == ()


def exercise(item: str) -> Exercise:
    return Exercise(call(), 3, ITEMS[item], 5, hurt=True)


@pytest.mark.parametrize(
    ("item", "verdicts", "right"),
    [
        ("ask_timeline", [verdict("ask_timeline", Outcome.MET, 3)], True),
        ("ask_timeline", [verdict("ask_timeline", Outcome.MET, 1)], False),
        ("ask_timeline", [verdict("ask_timeline", Outcome.MET, 3), verdict("no_slang", Outcome.VIOLATED, 3)], False),
        ("ask_timeline", [verdict("ask_timeline", Outcome.MET, 3), verdict("no_slang", Outcome.VIOLATED, 1)], True),
        ("no_pressure", [verdict("thank", Outcome.MET, 3)], True),
        ("no_pressure", [], False),
        ("no_pressure", [verdict("thank", Outcome.MET, 3), verdict("no_pressure", Outcome.VIOLATED, 3)], False),
    ],
)
def test_an_answer_is_right_if_it_helps_and_does_no_harm(item: str, verdicts: list[Verdict], right: bool) -> None:  # noqa: FBT001
    assert exercise(item).is_right(Scorecard(0, tuple(verdicts))) is right


def test_an_answer_stands_in_the_call_up_to_its_moment() -> None:
    answered = exercise("ask_timeline").answered("When will you know?")
    assert [turn.text for turn in answered.turns] == ["turn 0", "turn 1", "turn 2", "When will you know?"]
    assert not answered.finished
    assert exercise("ask_timeline").before == "turn 2"


def test_a_better_line_is_made_with_the_facts_of_that_call() -> None:
    one = replace(exercise("introduce"), item=ITEMS["introduce"])
    assert "Ms. Sorley" in one.better

"""The arc of a call: what a transcript tells about stages and mood is what the call itself went through."""

import tomllib
from pathlib import Path

import pytest

from simulator.bootstrap import arc_of, understanding
from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.arc import Arc
from simulator.core.call import CallState
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Tone
from simulator.core.transcript import Facts, Role, Speaker, Transcript, Turn
from simulator.rehearsal import Rehearsal

PLAYTHROUGHS = Path(__file__).parent.parent / "calls"
DIRECT = [
    "lighthouse-captions",
    "weekend-discharges.bad",
    "breakfast-waste.bad",
    "breakfast-waste",
    "night-crew-pairing",
    "third-pylon-ice",
    "older-dog-clinics",
]


@pytest.mark.parametrize("name", DIRECT)
def test_the_arc_of_a_rehearsed_call_is_what_the_call_went_through(name: str) -> None:
    script = tomllib.loads((PLAYTHROUGHS / f"{name}.toml").read_text("utf-8"))
    scenario = load_catalog().find(name.removesuffix(".bad"))
    rehearsal = Rehearsal(scenario, load_shared_lines(), understanding(), script["seed"], lambda: 0)
    rehearsal.pick_up()
    lived = []
    for turn in script["turn"]:
        rehearsal.say(turn["say"])
        lived.append((rehearsal.call.memory.temper.mood, rehearsal.call.memory.temper.patience))
    followed = arc_of(rehearsal.transcript)
    assert [(step.mood, step.patience) for step in followed.steps] == lived
    states = [turn["state"] for turn in script["turn"]]
    # That somebody hung up at the end is told by the transcript's end, not by a stage.
    assert [step.state for step in followed.steps][:-1] == states[:-1]


def foreign(*said: str, kind: ScenarioKind = ScenarioKind.PENDING, roles: tuple[Role | None, ...] = ()) -> Arc:
    turns = []
    for index, words in enumerate(said):
        role = roles[index] if index < len(roles) else None
        turns += [Turn(Speaker.INTERVIEWER, "Yes?", role=role), Turn(Speaker.CANDIDATE, words)]
    return arc_of(Transcript(kind, Facts("Mr. Paul Greer", "Tri-County", "Accountant"), tuple(turns)))


def test_a_call_that_was_not_rehearsed_here_has_an_arc_too() -> None:
    arc = foreign(
        "Good morning, this is Harold Pinsky. I interviewed for the accountant position. Have you decided yet?",
        "Why is this taking so long? I've been waiting for weeks and I need to know today, you clowns.",
        "Goodbye.",
    )
    assert [step.turn for step in arc.steps] == [1, 3, 5]
    assert arc.steps[0].news
    assert arc.steps[1].change < 0
    assert arc.steps[1].turned
    assert arc.steps[1].tone is Tone.COLD
    assert arc.spans[-1].state is CallState.CLOSING
    assert [span.first for span in arc.spans] == sorted(span.first for span in arc.spans)


def test_whoever_is_put_through_to_starts_with_a_mood_of_their_own() -> None:
    arc = foreign(
        "Hello, could I speak with Mr. Greer, please? You idiots never pick up.",
        "Good morning, this is Harold Pinsky.",
        kind=ScenarioKind.RECEPTIONIST,
        roles=(Role.RECEPTIONIST, Role.INTERVIEWER),
    )
    assert [step.role for step in arc.steps] == [Role.RECEPTIONIST, Role.INTERVIEWER]
    assert arc.steps[1].mood > arc.steps[0].mood


def test_a_machine_that_records_has_no_mood() -> None:
    arc = foreign("Hello, this is Harold Pinsky.", kind=ScenarioKind.VOICEMAIL)
    assert [step.state for step in arc.steps] == [CallState.VOICEMAIL]
    assert arc.among_people.steps == ()


def test_a_call_in_which_nothing_was_said_has_no_steps() -> None:
    assert foreign().steps == ()
    assert foreign().spans == ()


def test_silence_is_a_step_and_moves_no_stage() -> None:
    assert [step.state for step in foreign("", "").steps] == [CallState.GREETING] * 2

"""The scenarios that come with the program, as data."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.catalog import load_catalog, load_personas, load_shared_lines, read_scenarios
from simulator.core.acts import DialogueAct
from simulator.core.entities import mentions
from simulator.core.moves import MATTER, OPTIONAL, Move
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.soundness import faults
from simulator.core.temper import Tone
from simulator.core.transcript import Facts, Role

CATALOG = load_catalog()
FOLDER = Path(__file__).parent.parent / "scenarios"

NEWS = {
    K.PENDING: (Move.GIVE_STATUS, Move.GIVE_TIMELINE, Move.RAISE_CONCERN),
    K.REJECTION: (Move.GIVE_STATUS, Move.GIVE_FEEDBACK, Move.KEEP_IN_MIND, Move.REACT_PRESSURE),
    K.RUDE: (Move.BRUSH_OFF, Move.SNAP, Move.SOFTEN, Move.GIVE_STATUS),
    K.RECEPTIONIST: (Move.UNAVAILABLE, Move.GIVE_AVAILABILITY, Move.REPEAT_STATUS),
    K.VOICEMAIL: (Move.ANSWER, Move.CUT_OFF),
    K.OFFER: (Move.GIVE_STATUS, Move.GIVE_PAY, Move.GIVE_START, Move.GIVE_WRITING, Move.GIVE_TIME, Move.GIVE_EXTRAS),
    K.ON_HOLD: (Move.GIVE_STATUS, Move.GIVE_TIMELINE, Move.KEEP_IN_MIND),
}

each_scenario = pytest.mark.parametrize("scenario", CATALOG.scenarios, ids=lambda scenario: scenario.id)


def test_all_that_ship_load_without_an_error() -> None:
    assert CATALOG.errors == ()
    assert {scenario.id for scenario in CATALOG.scenarios} == {file.stem for file in FOLDER.glob("*.toml")}


def test_every_kind_of_call_can_be_rehearsed_and_the_usual_ones_in_several_ways() -> None:
    kinds = Counter(scenario.kind for scenario in CATALOG.scenarios)
    levels = {kind: {scenario.difficulty for scenario in CATALOG.scenarios if scenario.kind is kind} for kind in K}
    for kind in K:
        assert kinds[kind] >= 3, kind
        assert len(levels[kind]) >= 2, kind
    assert any(scenario.front_desk and scenario.kind is K.VOICEMAIL for scenario in CATALOG.scenarios)
    assert any(scenario.front_desk and scenario.kind is not K.VOICEMAIL for scenario in CATALOG.scenarios)
    assert any(scenario.forgotten_name for scenario in CATALOG.scenarios)


def test_whatever_a_kind_of_call_is_about_has_shared_words() -> None:
    # So that a scenario file holds only what is its own.
    shared = load_shared_lines()
    for kind, moves in NEWS.items():
        for move in moves:
            assert shared.by_place[kind].get(move, {}).get(Tone.NEUTRAL), f"{kind}.toml lacks {move}"
    for kind in (K.PENDING, K.REJECTION, K.OFFER, K.ON_HOLD):
        assert shared.by_place[kind].get(Move.CALL_IN), kind


def test_what_differs_in_manner_only_has_words_everywhere() -> None:
    shared = load_shared_lines()
    for move in set(Move) - MATTER - OPTIONAL:
        assert shared.everywhere.get(move, {}).get(Tone.NEUTRAL), move


def test_a_persona_speaks_in_its_own_way_in_most_shared_situations() -> None:
    personas = load_personas()
    assert {"warm", "brisk", "formal", "stressed", "chatty", "evasive"} <= set(personas)
    for persona in personas.values():
        assert len(persona.lines) >= 20, persona.id
        for move, tones in persona.lines.items():
            assert move in OPTIONAL or tones.get(Tone.NEUTRAL), (persona.id, move)


@pytest.mark.parametrize(
    "fact",
    [
        lambda facts: facts.contact,
        lambda facts: facts.company,
        lambda facts: facts.position,
        lambda facts: facts.candidate,
        lambda facts: facts.discussion_topic,
    ],
    ids=["contact", "company", "position", "candidate", "topic"],
)
def test_no_two_scenarios_share_a_fact(fact: Callable[[Facts], str]) -> None:
    values = [fact(scenario.facts).casefold() for scenario in CATALOG.scenarios]
    assert len(set(values)) == len(values)


@each_scenario
def test_an_id_is_kebab_case(scenario: Scenario) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", scenario.id)


@each_scenario
def test_a_scenario_is_sound(scenario: Scenario) -> None:
    assert list(faults(scenario)) == []


@each_scenario
def test_without_its_story_a_scenario_still_has_its_news(scenario: Scenario) -> None:
    # So that the user's own facts can be set.
    bare = scenario.about({"company": "Acme"})
    assert not bare.story
    assert bare.facts.company == "Acme"
    for move in NEWS.get(scenario.kind, ()):
        assert any(move in lines for lines in bare.sources(move, Role.INTERVIEWER, load_shared_lines())), move


@each_scenario
def test_position_and_topic_are_recognised_and_not_mistaken_for_everyday_words(scenario: Scenario) -> None:
    facts = scenario.facts
    assert mentions(f"I enjoyed our talk about {facts.discussion_topic}.", facts).topic
    assert mentions(f"I interviewed for the {facts.position} job.", facts).position
    telling = {DialogueAct.IDENTIFY_INTERVIEW, DialogueAct.REFERENCE_DISCUSSION, DialogueAct.CITE_QUALIFICATION}
    for act in set(DialogueAct) - telling:
        found = mentions(act.example, facts)
        assert found.position is None, act.example
        assert found.topic is None, act.example


def test_a_broken_file_reports_all_its_errors_and_spoils_no_other(tmp_path: Path) -> None:
    rude = (FOLDER / "breakfast-waste.toml").read_text(encoding="utf-8")
    (tmp_path / "sound.toml").write_text(rude, encoding="utf-8")
    broken = rude.replace('kind = "rude"', 'kind = "ruder"').replace("mood = -0.6", 'mood = "awful"')
    broken = broken.replace("candidate = ", "canditate = ").replace("snap.cold = ", "snap.icy = ")
    broken = broken.replace("brush_off = [", 'brushoff = ["{who}"]\nbrush_off = [')
    (tmp_path / "broken.toml").write_text(broken, encoding="utf-8")
    catalog = read_scenarios(tmp_path)
    assert [scenario.id for scenario in catalog.scenarios] == ["sound"]
    assert {error.split(": ")[1] for error in catalog.errors} == {
        "kind",
        "temper.mood",
        "facts.candidate",
        "facts.canditate",
        "lines.snap.icy",
        "lines.brushoff",
        "story.brushoff",
    }
    assert all(error.startswith("broken.toml: ") for error in catalog.errors)

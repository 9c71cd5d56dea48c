"""The scenarios that come with the program, as data."""

import logging
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.catalog import load_catalog, load_shared_lines, read_scenarios
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.call import Call
from simulator.core.entities import Mention, Mentions, asks_name, mentions
from simulator.core.interviewer import Plan, Situation, plan
from simulator.core.moves import Move
from simulator.core.phrasing import phrase
from simulator.core.scenario import PLACEHOLDERS, Scenario, placeholders
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.temper import Tone
from simulator.core.transcript import Facts
from simulator.core.utterance import Utterance

CATALOG = load_catalog()
FOLDER = Path(__file__).parent.parent / "scenarios"

NEWS = {Move.ANSWER, Move.RECALL_TOPIC, Move.GIVE_STATUS, Move.GIVE_TIMELINE}
#: What a scenario of each kind must say in its own words, since shared ones would sound like any other call or
#: deny its news.
OWN_WORDS = {
    K.PENDING: NEWS | {Move.RAISE_CONCERN, Move.WEIGH_ANSWER},
    K.REJECTION: NEWS
    | {Move.GIVE_FEEDBACK, Move.KEEP_IN_MIND, Move.REPEAT_TIMELINE, Move.WEIGH_ANSWER, Move.NO_CONCERN}
    | {Move.REACT_PRESSURE, Move.REACT_DELAY, Move.REACT_ENTITLEMENT},
    K.RUDE: NEWS | {Move.BRUSH_OFF, Move.SNAP, Move.SOFTEN, Move.RAISE_CONCERN, Move.WEIGH_ANSWER},
    K.RECEPTIONIST: {Move.ANSWER, Move.ASK_NAME, Move.UNAVAILABLE, Move.GIVE_AVAILABILITY, Move.REPEAT_STATUS}
    | {move for move in Move if move.startswith("react_")} - {Move.REACT_HOSTILITY, Move.REACT_CASUAL},
    K.VOICEMAIL: {Move.ANSWER},
    K.OFFER: NEWS
    | {Move.SHARE_JOY, Move.GIVE_TERMS, Move.REPEAT_STATUS, Move.NO_CONCERN, Move.WEIGH_ANSWER}
    | {Move.REACT_PRESSURE, Move.REACT_DELAY, Move.REACT_ENTITLEMENT},
    K.ON_HOLD: NEWS | {Move.NO_CONCERN, Move.KEEP_IN_MIND, Move.WEIGH_ANSWER, Move.REACT_PRESSURE},
}

each_scenario = pytest.mark.parametrize("scenario", CATALOG.scenarios, ids=lambda scenario: scenario.id)


def own_lines(scenario: Scenario) -> Iterator[tuple[Move, str]]:
    for move, tones in scenario.lines.items():
        for lines in tones.values():
            yield from ((move, line) for line in lines)


def test_all_that_ship_load_without_an_error() -> None:
    assert CATALOG.errors == ()
    assert {scenario.id for scenario in CATALOG.scenarios} == {file.stem for file in FOLDER.glob("*.toml")}


def test_every_kind_of_call_can_be_rehearsed_and_the_usual_ones_in_several_ways() -> None:
    kinds = Counter(scenario.kind for scenario in CATALOG.scenarios)
    assert set(kinds) == set(K)
    for kind in (K.PENDING, K.REJECTION, K.RUDE):
        assert kinds[kind] >= 2
    assert {scenario.difficulty for scenario in CATALOG.scenarios} == {1, 2, 3}


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
def test_no_line_names_an_unknown_placeholder(scenario: Scenario) -> None:
    for move, line in own_lines(scenario):
        assert set(placeholders(line)) <= PLACEHOLDERS, (move, line)


@each_scenario
def test_what_makes_the_call_is_said_in_its_own_words(scenario: Scenario) -> None:
    assert OWN_WORDS[scenario.kind] - set(scenario.lines) == set()


@each_scenario
def test_a_move_with_own_words_has_some_for_the_neutral_tone(scenario: Scenario) -> None:
    # Or else a shared line would be said there, which knows nothing of this call.
    for move, tones in scenario.lines.items():
        assert tones.get(Tone.NEUTRAL), move


@each_scenario
def test_only_a_question_for_the_name_asks_for_it(scenario: Scenario) -> None:
    # What the caller says next is taken for a name.
    for move, line in own_lines(scenario):
        if move is Move.ASK_NAME:
            assert asks_name(line), line
        elif move is not Move.ANSWER:
            assert not asks_name(line), (move, line)


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


@each_scenario
def test_every_line_is_said_in_some_call(scenario: Scenario, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "transitions")
    never_said = {line for _, line in own_lines(scenario)}
    for seed in range(4000):
        never_said -= set(said_in_a_random_call(scenario, seed))
        if not never_said:
            break
    assert never_said == set()


def said_in_a_random_call(scenario: Scenario, seed: int) -> Iterator[str]:
    """The lines of the other end, as they stand in the data, in a call with a candidate of random acts."""
    chance = random.Random(seed)  # noqa: S311 - variety, not secrecy
    good = [act for act in DialogueAct if not act.hurts and act is not DialogueAct.CLOSE]
    bad = [act for act in DialogueAct if act.hurts]
    badness = chance.choice([0.0, 0.1, 0.4, 0.7])
    usual = [DialogueAct.INTRODUCE_SELF, DialogueAct.IDENTIFY_INTERVIEW, DialogueAct.ASK_STATUS]
    call = Call(scenario)
    call.answer()
    answer = Plan((Move.ANSWER,))
    while True:
        reply = phrase(answer, scenario, load_shared_lines(), call.memory, seed)
        yield from reply.lines
        call.memory = call.memory.replied(reply, answer.moves, answer.expects)
        if answer.ends_call:
            return
        acts = {chance.choice(bad if chance.random() < badness else good) for _ in range(chance.choice([1, 1, 2]))}
        if call.memory.turns == 0 and chance.random() < 0.7:
            acts |= set(usual[: chance.choice([1, 2, 3])])
        if chance.random() < 0.1:
            acts.add(DialogueAct.CLOSE)
        before, turn = call.memory, a_turn(acts)
        path = call.hear(turn)
        answer = plan(Situation(turn, scenario.kind, call.state, path, before, call.memory))


def a_turn(acts: set[DialogueAct]) -> Utterance:
    text = "It was forty-one words of this and that. " * 5
    name = Mention("Robin", 0, 5) if DialogueAct.INTRODUCE_SELF in acts else None
    return Utterance(text, tuple(ActMatch(act, 1.0, 0, len(text)) for act in sorted(acts)), Mentions(own_name=name))


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
    }
    assert all(error.startswith("broken.toml: ") for error in catalog.errors)

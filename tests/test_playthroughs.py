"""Every scenario is played from the first ring to the last word, as tests/calls/ sets down.

A playthrough is named after its scenario; `ID.bad.toml` is one in which the candidate blunders. It gives the seed of
the call, the range of the score, both ends included, and for each turn what the candidate says, acts that must be
recognised in it (there may be more), the state of the call after it, and the moves that the answer makes.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.scoring import score
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal

CATALOG = load_catalog()
FOLDER = Path(__file__).parent / "calls"
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))


def test_every_scenario_has_a_playthrough_and_every_playthrough_its_scenario() -> None:
    good = {scenario.id for scenario in CATALOG.scenarios}
    bad = {f"{one.id}.bad" for one in CATALOG.scenarios if one.kind in (K.PENDING, K.REJECTION, K.RUDE)}
    assert good | bad <= set(NAMES), "a scenario lacks a playthrough"
    assert {name.removesuffix(".bad") for name in NAMES} <= good, "a playthrough lacks its scenario"


@pytest.mark.parametrize("name", NAMES)
def test_the_call_goes_as_set_down(name: str) -> None:
    script: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    scenario = CATALOG.find(name.removesuffix(".bad"))
    rehearsal = Rehearsal(scenario, load_shared_lines(), load_understanding(), script["seed"], lambda: 0)
    rehearsal.pick_up()
    for turn in script["turn"]:
        assert not rehearsal.over, f"over before {turn['say']!r}"
        rehearsal.say(turn["say"])
        assert rehearsal.heard is not None
        assert set(turn["acts"]) <= rehearsal.heard.acts, turn["say"]
        assert turn["moves"] == list(rehearsal.made), turn["say"]
        assert turn["state"] == rehearsal.call.state, turn["say"]
    if script.get("hangs_up"):
        assert not rehearsal.over
        rehearsal.hang_up()
    assert rehearsal.over
    low, high = script["score"]
    assert low <= score(rehearsal.transcript, load_checklist(), load_understanding()).score <= high

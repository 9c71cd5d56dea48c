"""Data files: what is wrong with them is said at once and with its place."""

from pathlib import Path

import pytest

from simulator.catalog import load_checklist, read_scenarios
from simulator.checklist_file import CONDITIONS, read_checklist, read_cues
from simulator.core.acts import DialogueAct
from simulator.core.checklist import ItemKind
from simulator.core.conditions import Lacks
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Transcript
from simulator.errors import RingbackError

GOOD = """
title = "Still deciding"
kind = "pending"
difficulty = 1
goal = "Find out where the decision stands."

[facts]
contact = "Ms. Ingrid Sorley"
company = "Beacon & Lane"
position = "Exhibition Designer"
candidate = "Alex Morgan"
discussion_topic = "the captions for the lighthouse museum"
interviewed = "last Tuesday"

[temper]
mood = 0.4
patience = 0.9

[lines]
recall_topic = ["Yes, the lighthouse museum!"]
"""
ITEM = """
[[item]]
id = "greet"
kind = "do"
title = "Greet"
stage = "opening"
weight = 3
condition = { kind = "performs", acts = ["greet"] }
advice = "It is kind."
better = "Hello, {contact}."
source = ["S0"]
"""


def test_a_broken_scenario_is_reported_with_all_its_errors_while_the_others_load(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    broken = GOOD.replace('kind = "pending"', 'kind = "pendign"').replace("patience = 0.9", "patience = 7")
    broken = broken.replace("recall_topic = [", "recall_topik = [").replace("[facts]", '[facts]\nshoe_size = "9"')
    broken += '\ngoodbye = ["Bye, {nobody}.", "Bye {"]\n'
    (tmp_path / "broken.toml").write_text(broken, encoding="utf-8")
    (tmp_path / "no-toml.toml").write_bytes(b"\xff\xfe not toml = = =")
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    catalog = read_scenarios(tmp_path)
    assert [scenario.id for scenario in catalog.scenarios] == ["good"]
    reported = "\n".join(catalog.errors)
    for expected in (
        "broken.toml: kind: unknown 'pendign' (did you mean 'pending'?)",
        "broken.toml: temper.patience: must be a number from 0.1 to 1",
        "broken.toml: lines.recall_topik: unknown 'recall_topik' (did you mean 'recall_topic'?)",
        "broken.toml: facts.shoe_size: unknown 'shoe_size'",
        "broken.toml: lines.goodbye[0]: unknown '{nobody}'",
        "broken.toml: lines.goodbye[1]: has braces that do not fit",
        "no-toml.toml: is not TOML",
        "empty.toml: title: is missing",
    ):
        assert expected in reported


def test_asking_for_a_broken_scenario_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD.replace("difficulty = 1", "difficulty = 9"), encoding="utf-8")
    with pytest.raises(RingbackError, match="difficulty"):
        read_scenarios(tmp_path).find("mine")


def test_an_unknown_scenario_gets_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "lighthouses.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RingbackError, match="did you mean 'lighthouses'"):
        read_scenarios(tmp_path).find("lighthouse")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('kind = "do"', 'kind = "may"', "item[0].kind: unknown 'may'"),
        ("weight = 3", "weight = { pending = 3, dinner = 2 }", "item[0].weight.dinner: unknown 'dinner'"),
        ('["greet"]', '["greeet"]', "item[0].condition.acts: unknown 'greeet' (did you mean 'greet'?)"),
        ('"performs"', '"prays"', "item[0].condition.kind: unknown 'prays'"),
        ("{contact}", "{contract}", "item[0].better: unknown '{contract}' (did you mean '{contact}'?)"),
        ('["S0"]', '["S9"]', "item[0].source: unknown 'S9'"),
        ("weight = 3", "weight = 3\ncolour = 1", "item[0].colour: unknown 'colour'"),
        ("weight = 3", "", "item[0].weight: is missing"),
    ],
)
def test_a_faulty_checklist_is_refused_with_the_place_of_the_fault(old: str, new: str, problem: str) -> None:
    with pytest.raises(RingbackError) as error:
        read_checklist(ITEM.replace(old, new), "mine.toml")
    assert f"mine.toml: {problem}" in str(error.value)


def test_the_same_item_twice_is_refused() -> None:
    with pytest.raises(RingbackError, match="is there twice"):
        read_checklist(ITEM + ITEM, "mine.toml")


def test_every_hurting_act_is_a_dont_of_the_checklist() -> None:
    covered = {
        act
        for item in load_checklist().items
        if item.kind is ItemKind.DONT
        for act in getattr(item.condition, "acts", ())
    }
    assert {act for act in DialogueAct if act.hurts} <= covered


def test_every_item_names_a_source_and_applies_somewhere() -> None:
    for item in load_checklist().items:
        assert item.source, item.id
        assert any(item.applies_to(Transcript(kind, Facts())) for kind in ScenarioKind), item.id


def test_every_kind_of_condition_is_used() -> None:
    used: set[str] = set()
    conditions = [item.condition for item in load_checklist().items]
    for condition in conditions:
        used.add(type(condition).__name__.lower())
        conditions += getattr(condition, "conditions", ())
        conditions += [condition.wanted] if isinstance(condition, Lacks) else []
    assert used == set(CONDITIONS)


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        ('after = "nwes"', "item[0].after: unknown 'nwes' (did you mean 'news'?)"),
        ('wording = [{ kinds = ["dinner"], better = "Hi." }]', "item[0].wording[0].kinds: unknown 'dinner'"),
        ('wording = [{ better = "Hi {you}." }]', "item[0].wording[0].better: unknown '{you}'"),
        ('reword = [{ said = "(", better = "Hi." }]', "item[0].reword[0].said: is no regular expression"),
        ('reword = [{ said = "hi" }]', "item[0].reword[0].better: or instead, one of both, must be there"),
        (
            'reword = [{ said = "(?P<what>job)", better = "The {waht}." }]',
            "item[0].reword[0].better: unknown '{waht}' (did you mean '{what}'?)",
        ),
    ],
)
def test_what_is_written_for_some_calls_only_is_checked_too(added: str, problem: str) -> None:
    with pytest.raises(RingbackError) as error:
        read_checklist(ITEM + added + "\n", "mine.toml")
    assert f"mine.toml: {problem}" in str(error.value)


def test_faulty_cues_are_refused_with_the_place_of_the_fault() -> None:
    with pytest.raises(RingbackError) as error:
        read_cues('[news]\npending = ["("]\ndinner = ["x"]\n[gnus]\nevery = ["x"]\n', "mine.toml")
    for problem in ("news.pending: is no regular expression", "news.dinner: unknown 'dinner'", "gnus: unknown 'gnus'"):
        assert f"{problem}" in str(error.value)

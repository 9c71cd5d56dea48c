"""Scenarios of the user's own: written from answers, checked line by line, found where they belong."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from simulator.authoring import OWN_LINES, Draft, check, line_of, slug, written
from simulator.catalog import load_personas, read_scenario
from simulator.cli import cli
from simulator.core.scenario_kind import ScenarioKind
from simulator.scenario_schema import scenario_schema

ROOT = Path(__file__).parent.parent
SCENARIOS = sorted((ROOT / "scenarios").glob("*.toml"))
FACTS = {
    "contact": "Ms. Jane Smith",
    "company": "Example Ltd",
    "position": "Night Porter",
    "candidate": "Alex Brown",
    "discussion_topic": "the new booking system",
    "interviewed": "last Thursday",
}
BROKEN = """title = "A call"
kind = "pendng"
difficulty = 2
goal = "Get a date."

[facts]
contact = "Ms. Jane Smith"
company = "Example Ltd"
position = 7
candidate = "Alex Brown"
discussion_topic = "the new booking system"
interviewed = "last Thursday"

[lines]
answer = ["Example, hello?"]
give_statuz = ["No."]
ask_name.warm = ["Hello?"]
"""


def draft(kind: ScenarioKind) -> str:
    lines = OWN_LINES[kind]
    return written(Draft(kind, "A call", 2, "brisk", "Get a date.", FACTS, lines), list(ScenarioKind), ["brisk"])


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_new_scenario_of_any_kind_is_sound_and_commented(kind: ScenarioKind, tmp_path: Path) -> None:
    file = tmp_path / "a-call.toml"
    file.write_text(draft(kind), encoding="utf-8")
    assert [str(complaint) for complaint in check(file)] == []
    scenario, errors = read_scenario(file)
    assert not errors
    assert scenario
    assert scenario.facts.contact == "Ms. Jane Smith"
    assert file.read_text(encoding="utf-8").count("#") > 5


def test_every_error_has_its_line_its_path_and_a_remedy(tmp_path: Path) -> None:
    file = tmp_path / "broken-call.toml"
    file.write_text(BROKEN, encoding="utf-8")
    found = {(one.line, one.path) for one in check(file)}
    assert found == {(2, "kind"), (9, "facts.position"), (16, "lines.give_statuz")}
    assert all(one.remedy for one in check(file))


def test_a_sound_form_with_unsound_words_is_told_too(tmp_path: Path) -> None:
    file = tmp_path / "broken-call.toml"
    text = BROKEN.replace("pendng", "pending").replace("position = 7", 'position = "Night Porter"')
    file.write_text(text.replace("give_statuz", "give_status"), encoding="utf-8")
    found = {(one.line, one.path, one.what.split(":")[0]) for one in check(file)}
    assert (15, "lines.answer", "only fits this scenario's own facts (example)") in found
    assert (17, "lines.ask_name", "does not ask who is calling") in found
    assert (17, "lines.ask_name", "has no line for the tone `neutral`") in found


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "no-toml.toml"
    file.write_text('title = "x"\nkind = \n', encoding="utf-8")
    (complaint,) = check(file)
    assert complaint.line == 2


def test_a_missing_key_is_told_at_its_table() -> None:
    text = 'title = "x"\n\n[facts]\ncompany = "Acme"\n\n[lines]\ngive_status.warm = ["a"]\n'
    assert line_of(text, "facts.contact") == 3
    assert line_of(text, "facts.company") == 4
    assert line_of(text, "lines.give_status.cold") == 7
    assert line_of(text, "goal") == 1


@pytest.mark.parametrize(
    ("title", "name"), [("Two minutes, no more!", "two-minutes-no-more"), ("Ähm", "hm-call"), ("7", "my-call")]
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert slug(title) == name


def test_new_asks_writes_and_the_call_can_be_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    answers = ["Call the night desk", "voicemail", "2", "brisk", "Leave a message.", *FACTS.values()]
    answers += ["You've reached {contact_full}. Please speak after the tone. (beep)"]
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "scenario", "new"],
        input="\n".join(answers) + "\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "ringback call call-the-night-desk" in done.stdout
    played = subprocess.run(
        [sys.executable, "-m", "simulator", "call", "--scenario", "call-the-night-desk", "--json"],
        input="Hello, this is Alex Brown. Goodbye.\n", capture_output=True, text=True, check=True,
        env={"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PATH": ""},
    )  # fmt: skip
    assert "You've reached Jane Smith." in json.loads(played.stdout)["transcript"]["turns"][0]["text"]


def test_check_says_how_many_are_to_mend_and_exits_with_one(tmp_path: Path) -> None:
    file = tmp_path / "broken-call.toml"
    file.write_text(BROKEN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "scenario", "check", str(file), str(tmp_path / "none.toml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert f"{file}:2: kind: " in done.stdout
    assert "none.toml:1: file: cannot be read" in done.stdout
    assert "4 to mend" in done.stderr


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious", encoding="utf-8")
    CliRunner().invoke(cli, ["scenario", "new", str(file)], input="x\n" * 30)
    assert file.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_what_ships_fits_the_schema(file: Path) -> None:
    jsonschema.validate(tomllib.loads(file.read_text(encoding="utf-8")), scenario_schema())


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_what_ships_passes_its_own_check(file: Path) -> None:
    assert [str(complaint) for complaint in check(file)] == []


@pytest.mark.parametrize("old", ['kind = "pending"', "difficulty = 2", "company = "])
def test_the_schema_refuses_what_the_program_refuses(old: str, tmp_path: Path) -> None:
    text = draft(ScenarioKind.PENDING).replace(old, old.replace(" =", "x ="), 1)
    file = tmp_path / "a-call.toml"
    file.write_text(text, encoding="utf-8")
    assert read_scenario(file)[1]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), scenario_schema())


def test_the_worked_example_of_the_document_can_be_played(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"<!-- example: ([\w.-]+) -->\n```toml\n(.*?)```", document, re.DOTALL)
    _, more, details, people, *_ = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    for text in (example[1], example[1] + more, example[1] + more + details + people):
        file = tmp_path / example[0]
        file.write_text(text, encoding="utf-8")
        assert [str(complaint) for complaint in check(file)] == []
    assert set(load_personas()) >= {"warm"}


def test_what_is_wrong_with_a_detail_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a-call.toml"
    asks = '\n[[details]]\nabout = ["dog"]\nlines = ["Frida. And who is this?"]\n'
    file.write_text(draft(ScenarioKind.PENDING) + asks, encoding="utf-8")
    (complaint,) = check(file)
    assert "details.tell_more" in str(complaint)
    assert "asks for the caller's name" in str(complaint)
    file.write_text(draft(ScenarioKind.PENDING) + '\n[people]\nFrida = "Frida. And who is this?"\n', encoding="utf-8")
    (complaint,) = check(file)
    assert "people.tell_more" in str(complaint)
    file.write_text(draft(ScenarioKind.PENDING) + "\n[[details]]\nlines = []\nabuot = []\n", encoding="utf-8")
    complaints = " ".join(map(str, check(file)))
    for place in ("details[0].about", "details[0].lines", "details[0].abuot"):
        assert place in complaints


def test_a_phrase_that_leads_to_two_details_is_told_with_the_line_of_the_second(tmp_path: Path) -> None:
    file = tmp_path / "a-call.toml"
    first, second = ('\n[[details]]\nabout = ["{}"]\nlines = ["{}"]\n'.format(*one) for one in (
        ("the petition", "Write to them."), ("petition, the", "Somebody signs it."),
    ))  # fmt: skip
    file.write_text(draft(ScenarioKind.PENDING) + first + second, encoding="utf-8")
    (complaint,) = check(file)
    assert complaint.path == "details[1].about"
    assert file.read_text(encoding="utf-8").splitlines()[complaint.line - 1] == 'about = ["petition, the"]'
    assert "Write to them." in complaint.what

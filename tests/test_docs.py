"""The documents say what the program does."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.terminal import wording

ROOT = Path(__file__).parent.parent
GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))
DOCUMENTS: list[Path] = GENERATE["documents"]()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_generated_parts_are_up_to_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == GENERATE["generated"](text), "run `make docs`"


def test_every_generated_part_is_shown_somewhere() -> None:
    shown = {
        name for path in DOCUMENTS for name in re.findall(r"<!-- generated: ([\w-]+) -->", path.read_text("utf-8"))
    }
    assert shown == set(GENERATE["PARTS"])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_names_every_key_and_command_of_a_call() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for key, _ in wording.KEYS:
        assert f"| {key} |" in readme
    for command in wording.COMMANDS:
        assert f"`{command}`" in readme


def test_the_picture_shows_what_the_program_says_today() -> None:
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "call", "--scenario", picture["SCENARIO"], "--seed", picture["SEED"]],
        input="\n".join(picture["LINES"]),
        capture_output=True,
        text=True,
        check=True,
        env={"XDG_DATA_HOME": "/nonexistent", "PATH": "", "RINGBACK_DATABASE_URL": "sqlite://"},
    )
    drawn = re.sub(r"<[^>]+>|&#160;|\s", "", (ROOT / "docs" / "call.svg").read_text("utf-8").replace("&#x27;", "'"))
    score = re.search(r"Score: \d+ of 100", done.stdout)
    assert score
    assert score.group().replace(" ", "") in drawn, "run `python docs/picture.py`"

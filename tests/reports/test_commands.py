"""The commands that show calls: files, the browser, JSON, empty histories, and mistakes."""

import json
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.cli import run

DOCUMENT = (Path(__file__).parent.parent.parent / "docs" / "reports.md").read_text("utf-8")
pytestmark = pytest.mark.usefixtures("user")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("call.md", "# Your call"), ("call.json", "{\n"), ("call.html", "<!DOCTYPE html>"), ("call.txt", "\nYour call")],
)
def test_the_name_of_the_file_says_what_goes_into_it(name: str, begins: str, tmp_path: Path) -> None:
    assert run(["report", "2", "--output", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_the_json_report_has_the_form_that_the_document_describes(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(printed(capsys, "report", "2", "--format", "json"))
    assert report["format"] == 1
    assert report["call"]["id"] == 2
    assert len(report["call"]["earlier_scores"]) == 1
    mine = [index for index, turn in enumerate(report["transcript"]["turns"]) if turn["speaker"] == "candidate"]
    assert [step["turn"] for step in report["course"]] == mine
    assert all(-1 <= step["mood"] <= 1 and 0 <= step["patience"] <= 1 for step in report["course"])
    for key in (*report, *report["call"], *report["course"][0]):
        assert f"`{key}`" in DOCUMENT


def test_progress_as_json_has_the_form_that_the_document_describes(capsys: pytest.CaptureFixture[str]) -> None:
    progress = json.loads(printed(capsys, "progress", "--json"))
    assert (progress["format"], progress["sessions"], progress["goal"], progress["to_go"]) == (1, 4, 9, 5)
    assert [(kind["kind"], [call["id"] for call in kind["calls"]]) for kind in progress["kinds"]] == [
        ("pending", [1, 2, 4]),
        ("rejection", [3]),
    ]
    for key in (*progress, *progress["streak"], *progress["kinds"][0], *progress["items"][0]):
        assert f"`{key}`" in DOCUMENT


def test_progress_looks_at_as_many_calls_as_asked_but_counts_all(capsys: pytest.CaptureFixture[str]) -> None:
    progress = json.loads(printed(capsys, "progress", "--json", "--last", "2"))
    assert sorted(call["id"] for kind in progress["kinds"] for call in kind["calls"]) == [3, 4]
    assert progress["sessions"] == 4


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize(
    "command", [["progress"], ["compare", "1", "4"], ["card"], ["report", "4"]], ids=lambda one: one[0]
)
def test_what_is_shown_fits_the_terminal(
    command: list[str], width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = printed(capsys, *command).splitlines()
    assert max(map(len, lines)) <= width
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("command", [["progress", "--html"], ["compare", "1", "2", "--html"], ["card", "--output"]])
def test_a_page_is_whole_and_names_no_other_place(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    assert run([*command, str(file)]) == 0
    page = file.read_text("utf-8")
    assert page.rstrip().endswith("</html>")
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)
    assert not re.search(r"<script|<link|<iframe|@import|url\(|<[^>]*\s(?:on\w+|style)=", page)


def test_a_page_is_shown_in_the_browser_from_a_file_that_nobody_else_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tmp_path / "shown"
    browser = tmp_path / "xdg-open"
    browser.write_text(f'#!/bin/sh\necho "$1" > {shown}.part\nmv {shown}.part {shown}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    subprocess.run([sys.executable, "-m", "simulator", "report", "2", "--open"], check=True)
    for _ in range(100):
        if shown.exists():
            break
        time.sleep(0.05)
    file = Path(shown.read_text().strip().removeprefix("file://"))
    assert file.name == "call-2.html"
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["report", "99", "--format", "html"], 1, "There is no call 99"),
        (["report", "1", "--open", "--format", "json"], 2, "--open"),
        (["report", "1", "--output", "/nowhere/call.html"], 1, "/nowhere/call.html: cannot be written"),
        (["compare", "1"], 2, "Missing argument"),
        (["compare", "1", "99"], 1, "There is no call 99"),
        (["compare", "1", "0"], 2, "ID"),
        (["progress", "--last", "0"], 2, "--last"),
        (["progress", "--json", "--open"], 2, "--json"),
        (["card", "--set", "salary=1000"], 2, "FACT=TEXT"),
        (["card", "--open", "--format", "markdown"], 2, "--open"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    assert message in capsys.readouterr().err


def test_before_the_first_call_there_is_a_kind_word_and_a_card(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RINGBACK_DATABASE_URL", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert "`ringback call` makes the first" in printed(capsys, "progress")
    assert json.loads(printed(capsys, "progress", "--json"))["best"] is None
    assert "No calls yet" in printed(capsys, "progress", "--html", "-")
    assert "[your name]" in printed(capsys, "card")


def test_a_call_that_was_cut_off_has_a_report_but_is_no_session(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from simulator.bootstrap import now, open_history  # noqa: PLC0415 - the history of this test alone
    from simulator.core.scenario_kind import ScenarioKind  # noqa: PLC0415
    from simulator.core.transcript import Facts, Transcript  # noqa: PLC0415

    monkeypatch.setenv("RINGBACK_DATABASE_URL", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    open_history().begin(Transcript(ScenarioKind.PENDING, Facts(), finished=False), now())
    assert "Nothing was said." in printed(capsys, "report", "1", "--format", "html")
    assert json.loads(printed(capsys, "progress", "--json"))["sessions"] == 0


def test_facts_from_the_command_line_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "card", "--last", "0", "--set", "company=\x1b[31mAcme\x07", "--set", "contact=Ms. [bold]Jo")
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "Ms. [bold]Jo" in shown

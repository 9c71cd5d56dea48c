"""The reports look as they did: each is compared with its file in golden/, times and ids put aside.

`make golden` writes the files anew; look at the difference before you commit it.
"""

import os
import re
from pathlib import Path

import pytest

from simulator.cli import run

GOLDEN = Path(__file__).parent / "golden"
REPORTS = {
    "report-poor.txt": ["report", "1"],
    "report-good.txt": ["report", "2"],
    "report-good.md": ["report", "2", "--format", "markdown"],
    "report-good.json": ["report", "2", "--format", "json"],
    "report-good.html": ["report", "2", "--format", "html"],
    "report-hostile.txt": ["report", "4"],
    "report-hostile.md": ["report", "4", "--format", "markdown"],
    "report-hostile.html": ["report", "4", "--format", "html"],
    "progress.txt": ["progress"],
    "progress.json": ["progress", "--json"],
    "progress.html": ["progress", "--html", "-"],
    "compare.txt": ["compare", "1", "2"],
    "compare.html": ["compare", "1", "2", "--html", "-"],
    "card.txt": ["card", "--set", "company=Harbour Light Books"],
    "card.md": ["card", "--set", "company=Harbour Light Books", "--format", "markdown"],
    "card.html": ["card", "--set", "company=Harbour Light Books", "--format", "html"],
    "card-without-rehearsals.txt": ["card", "--set", "contact=Ms. Jane Smith", "--set", "company=Acme", "--last", "0"],
}
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_SCRUBBED = (
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+"), "(time)"),
    (re.compile(rf"\d{{1,2}} (?:{_MONTHS})[a-z]*(?: \d{{4}})?(?:, \d\d:\d\d)?"), "(day)"),
    (re.compile(r'(?<="id": )\d+'), "0"),
    (re.compile(r"(?<=[Cc]all )\d+"), "0"),
    (re.compile(r"<style>.*?</style>", re.DOTALL), "<style>…</style>"),
    (re.compile(r"sha256-[\w+/=]+"), "sha256-…"),
)


def scrubbed(text: str) -> str:
    for pattern, instead in _SCRUBBED:
        text = pattern.sub(instead, text)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_as_the_golden_file_has_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(REPORTS[name]) == 0
    now = scrubbed(capsys.readouterr().out)
    file = GOLDEN / name
    if "RINGBACK_UPDATE_GOLDEN" in os.environ:
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8"), "if that is meant: make golden"


def test_every_golden_file_has_its_report() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == set(REPORTS)

"""Takes the README's picture of a report: the call of docs/picture.py as a page, in Chromium (`make docs`)."""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from picture import LINES, SCENARIO, SEED
from playwright.sync_api import sync_playwright

from simulator.bootstrap import arc_of, scorecard, understanding
from simulator.catalog import load_catalog, load_shared_lines
from simulator.rehearsal import Rehearsal
from simulator.reports.background import Background
from simulator.reports.html_report import html_report

OUTPUT = Path(__file__).parent / "report.png"
WIDTH, HEIGHT = 1120, 1960
_A_TURN_MS = 4200


def report() -> str:
    clock = count(0, _A_TURN_MS)
    scenario = load_catalog().find(SCENARIO)
    rehearsal = Rehearsal(scenario, load_shared_lines(), understanding(), int(SEED), lambda: next(clock))
    rehearsal.pick_up()
    for line in LINES:
        rehearsal.say(line)
    rehearsal.hang_up()
    call = rehearsal.transcript
    began = datetime(2026, 3, 5, 19, 30, tzinfo=UTC)
    return html_report(call, scorecard(call), Background(began=began, arc=arc_of(call)))


def main() -> None:
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_path is None:
        sys.exit(f"No Chromium here: {OUTPUT.name} stays as it is.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(report(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        page.screenshot(path=OUTPUT)
        browser.close()


if __name__ == "__main__":
    main()

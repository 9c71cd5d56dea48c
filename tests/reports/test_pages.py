"""Pages in a real Chromium: what people with any screen, eyes and hands meet, and what a page must never do."""

import re
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import QUIET, chromium
from playwright.sync_api import Browser, Page, sync_playwright

from simulator.bootstrap import arc_of, scorecard
from simulator.cli import run
from simulator.reports.background import Background, Recording
from simulator.reports.html_report import html_report
from simulator.transcript_file import read_transcripts

WIDTHS = (360, 768, 1280)
"""Pixels: a phone, a tablet, a laptop."""
PAGES = {
    "report": ["report", "1", "--format", "html"],
    "hostile": ["report", "4", "--format", "html"],
    "progress": ["progress", "--html", "-"],
    "comparison": ["compare", "1", "2", "--html", "-"],
    "card": ["card", "--format", "html"],
}
_PATIENCE_MS = 120_000
"""With a machine that has much else to do."""
HOSTILE = Path(__file__).parent / "calls" / "4-hostile.json"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


class Visit:
    """A page in a window of its own, with all that it asked for or complained of."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self.page: Page = browser.new_page()
        self.page.set_default_timeout(_PATIENCE_MS)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.refused: list[str] = []
        """What the page asked for, and its policy forbade."""
        self.page.on("requestfailed", lambda request: self.refused.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_suits_every_screen_and_everybody_and_stays_at_home(
    name: str, chrome: Browser, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(PAGES[name]) == 0
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    visit = Visit(chrome, file)
    page = visit.page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"scrolls sideways at {width}"
    # What the scheme changes is colours alone.
    for scheme, options in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=options).response
        wrong = [(one["id"], scheme, [node["html"] for node in one["nodes"]]) for one in found["violations"]]
        assert not wrong
        assert "color-contrast" in {one["id"] for one in found["passes"]}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [url for url in visit.requests if not url.startswith("data:")] == [file.as_uri()]
    assert visit.complaints == []
    assert page.evaluate("typeof window.pwned") == "undefined"
    page.close()


def test_a_page_can_be_walked_with_the_keyboard_alone(chrome: Browser, file: Path) -> None:
    transcript = read_transcripts(HOSTILE)[0]
    file.write_text(html_report(transcript, scorecard(transcript)), encoding="utf-8")
    page = Visit(chrome, file).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    links = page.locator("a:visible").count()
    reached = {page.evaluate("document.activeElement.outerHTML")}
    for _ in range(links + 1):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML"))
    assert len([one for one in reached if one.startswith("<a")]) >= page.locator("main a:visible").count() > 0
    page.close()


def test_the_browser_forbids_what_escaping_might_have_missed(chrome: Browser, file: Path) -> None:
    transcript = read_transcripts(HOSTILE)[0]
    text = html_report(transcript, scorecard(transcript))
    smuggled = (
        '<script>window.pwned=1</script><img src="https://example.com/x.png" onerror="window.pwned=1">'
        '<style id="s">main{display:none}</style><link rel="stylesheet" href="https://example.com/x.css">'
    )
    file.write_text(text.replace("</main>", f"{smuggled}</main>"), encoding="utf-8")
    visit = Visit(chrome, file)
    assert visit.page.evaluate("typeof window.pwned") == "undefined"
    assert visit.page.locator("main").is_visible()
    assert set(visit.requests) - set(visit.refused) == {file.as_uri()}
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    visit.page.close()


def test_a_recording_can_be_played_from_the_page_itself(chrome: Browser, file: Path, tmp_path: Path) -> None:
    sound = tmp_path / "turn.wav"
    with wave.open(str(sound), "wb") as recorded:
        recorded.setnchannels(1)
        recorded.setsampwidth(2)
        recorded.setframerate(8000)
        recorded.writeframes(bytes(16000))
    transcript = read_transcripts(HOSTILE)[0]
    known = Background(arc=arc_of(transcript), audio_of_turn={1: Recording("audio/wav", sound.read_bytes())})
    file.write_text(html_report(transcript, scorecard(transcript), known), encoding="utf-8")
    visit = Visit(chrome, file)
    assert visit.page.locator("audio").count() == 1
    seconds = visit.page.evaluate(
        "async () => { const one = document.querySelector('audio'); one.muted = true; await one.play();"
        " return one.duration; }"
    )
    assert seconds == pytest.approx(1, abs=0.05)
    assert visit.complaints == []
    visit.page.close()


@pytest.mark.usefixtures("user")
def test_the_cue_card_prints_on_one_sheet(chrome: Browser, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(PAGES["card"]) == 0
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    page = Visit(chrome, file).page
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1
    page.close()

"""Reports: each format shows the same call, and nothing that a user typed can break it."""

import html
import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from simulator.bootstrap import arc_of, scorecard
from simulator.catalog import load_checklist
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.reports import FORMATS
from simulator.reports.background import Background
from simulator.reports.marks import Effect, mark
from simulator.reports.names import SOURCES
from simulator.reports.side_notes import noted
from simulator.reports.terminal_report import print_report
from simulator.reports.timeline import timeline

FACTS = Facts("Mr. Paul Greer", "Tri-County", "Staff Accountant", "Harold Pinsky", "the loss ratios")
SAID = "Hi, this is Harold Pinsky. I've been waiting for two weeks and heard nothing. Thank you, goodbye."


def transcript(said: str = SAID) -> Transcript:
    return Transcript(
        ScenarioKind.PENDING, FACTS, (Turn(Speaker.INTERVIEWER, "Paul Greer."), Turn(Speaker.CANDIDATE, said))
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_shows_words_score_and_better_line(form: str) -> None:
    call = transcript()
    text = FORMATS[form](call, scorecard(call))
    plain = " ".join(html.unescape(text).replace("\\", "").split())
    assert "waiting for two weeks" in plain
    assert str(scorecard(call).score) in plain
    assert scorecard(call).next_steps()[0].better in plain


def test_the_pieces_of_a_turn_are_its_text() -> None:
    call = transcript()
    marked = mark(SAID, 1, scorecard(call))
    assert "".join(piece.text for piece in marked.pieces) == SAID
    lost = "".join(piece.text for piece in marked.pieces if piece.effect is Effect.LOST)
    assert lost.startswith("I've been waiting")
    assert "Don't complain about the wait" in marked.lost
    assert "Say clearly who you are at the start" in marked.earned


def test_json_keeps_evidence_that_fits_the_transcript() -> None:
    call = transcript()
    report = json.loads(FORMATS["json"](call, scorecard(call)))
    for item in report["scorecard"]["items"]:
        for evidence in item["evidence"]:
            text = report["transcript"]["turns"][evidence["turn"]]["text"]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("said", ["", "[bold]x[/bold] [/] [", "| a | **b** `c` <p>", "🙂 ありがとう " * 20, "a" * 2000])
def test_odd_words_do_not_break_a_report(form: str, said: str) -> None:
    call = transcript(said)
    assert FORMATS[form](call, scorecard(call))


def test_markdown_shows_markup_of_the_user_as_it_was_typed() -> None:
    call = transcript("my **best** <b>line</b> | x")
    text = FORMATS["markdown"](call, scorecard(call))
    assert r"\*\*best\*\*" in text
    assert r"\<b\>" in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_terminal_report_fits_the_terminal(width: int) -> None:
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system=None, highlight=False)
    call = transcript()
    print_report(console, call, scorecard(call))
    assert max(len(line) for line in file.getvalue().splitlines()) <= width


def test_an_unfinished_call_says_so() -> None:
    call = Transcript(ScenarioKind.PENDING, FACTS, (), finished=False)
    assert "cut off" in FORMATS["markdown"](call, scorecard(call))


def test_every_source_of_the_checklist_has_its_title_as_the_document_has_it() -> None:
    document = (Path(__file__).parent.parent.parent / "docs" / "sources.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (S\d) \| (.+) \|$", document, re.MULTILINE))
    assert set(SOURCES) == set(rows) == {source for item in load_checklist().items for source in item.source}
    for code, title in SOURCES.items():
        assert title.strip("“”").lower() in rows[code].lower()


def test_notes_are_numbered_as_the_words_come_and_an_item_counts_once() -> None:
    call = transcript("Thank you. Hello, this is Harold Pinsky. Thank you again.")
    turn = noted(call.turns[1].text, 1, scorecard(call))
    assert "".join(stretch.text for stretch in turn.stretches) == call.turns[1].text
    assert [note.number for note in turn.notes] == list(range(1, len(turn.notes) + 1))
    assert turn.notes[0].verdict.item.id == "thank"
    numbers = [number for stretch in turn.stretches for number in stretch.notes]
    assert list(dict.fromkeys(numbers)) == sorted(set(numbers))
    assert all(note.first for note in turn.notes)


def test_a_message_to_a_machine_has_no_timeline_and_no_mood() -> None:
    call = Transcript(ScenarioKind.VOICEMAIL, FACTS, transcript().turns)
    known = Background(arc=arc_of(call))
    assert 'class="mood-chart"' not in FORMATS["html"](call, scorecard(call), known)
    steps = json.loads(FORMATS["json"](call, scorecard(call), known))["course"]
    assert [(step["turn"], step["mood"]) for step in steps] == [(1, None)]


def test_the_timeline_stays_within_its_frame() -> None:
    turns = [turn for _ in range(40) for turn in transcript("Hello, you idiot.").turns]
    call = Transcript(ScenarioKind.PENDING, FACTS, tuple(turns))
    drawn = timeline(arc_of(call))
    assert len(drawn.points) == 40
    assert all(0 <= point.x <= 100 and 0 < point.y < 178 for point in drawn.points)
    assert sum(band.width for band in drawn.bands) <= 100

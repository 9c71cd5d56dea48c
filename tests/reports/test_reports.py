"""Reports: each format shows the same call, and nothing that a user typed can break it."""

import io
import json

import pytest
from rich.console import Console

from simulator.bootstrap import scorecard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.reports import FORMATS
from simulator.reports.marks import Effect, mark
from simulator.reports.terminal_report import print_report

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
    plain = " ".join(text.replace("\\", "").split())
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

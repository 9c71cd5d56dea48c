"""The scored transcript as Markdown, to keep, print or send to a coach."""

import re
from collections.abc import Iterator

from simulator.core.delivery import delivery
from simulator.core.scoring import Scorecard, Verdict
from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.reports.background import NOTHING, Background
from simulator.reports.dates import day
from simulator.reports.delivery import NOTE, TITLE, delivery_rows
from simulator.reports.marks import Effect, Piece, mark
from simulator.reports.names import KINDS
from simulator.reports.practice_words import since
from simulator.reports.words import heading, other_end, outcome_word, own_words, points_word, stake

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#+!|~-])")
_AROUND = {Effect.EARNED: "**", Effect.LOST: "~~", Effect.PLAIN: ""}


def markdown_report(transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING) -> str:
    return "\n".join(_lines(transcript, scorecard, background)) + "\n"


def _lines(transcript: Transcript, scorecard: Scorecard, background: Background) -> Iterator[str]:
    yield f"# {plain(heading(transcript))}"
    yield ""
    if background.began:
        yield f"{KINDS[transcript.kind]}, {day(background.began)} {background.began:%Y}"
        yield ""
    yield f"**Score: {scorecard.score} of 100**"
    yield ""
    if background.earlier_scores:
        yield since(background.earlier_scores)
        yield ""
    yield "## Transcript"
    yield ""
    yield "**Bold** words earned points, ~~struck~~ words lost some."
    yield ""
    for index, turn in enumerate(transcript.turns):
        yield from _turn(turn, index, transcript, scorecard)
    yield "## Checklist"
    yield ""
    yield "| | item | points | source |"
    yield "|---|---|---:|---|"
    for verdict in scorecard.verdicts:
        sources = " ".join(verdict.item.source)
        yield f"| {outcome_word(verdict)} | {plain(verdict.item.title)} | {points_word(verdict)} | {sources} |"
    yield ""
    yield from _delivery(transcript)
    if scorecard.next_steps():
        yield "## Next time"
        yield ""
        for number, verdict in enumerate(scorecard.next_steps(), 1):
            yield from _step(number, verdict, transcript)


def _delivery(transcript: Transcript) -> Iterator[str]:
    if spoken := delivery(transcript):
        yield f"## {TITLE}"
        yield ""
        yield NOTE
        yield ""
        yield "| | you | usual | source |"
        yield "|---|---|---|---|"
        for row in delivery_rows(spoken):
            yield f"| {row.title} | {plain(row.value)} | {plain(row.usual)} | {row.source} |"
        yield ""


def _turn(turn: Turn, index: int, transcript: Transcript, scorecard: Scorecard) -> Iterator[str]:
    if turn.speaker is Speaker.INTERVIEWER:
        yield f"{plain(other_end(transcript, turn))}: {plain(turn.text)}"
        yield ""
        return
    marked = mark(turn.text, index, scorecard)
    yield "You: " + "".join(map(_piece, marked.pieces))
    for sign, titles in (("+", marked.earned), ("−", marked.lost)):
        if titles:
            yield f"<br><sub>{sign} {plain(', '.join(titles))}</sub>"
    yield ""


def _piece(piece: Piece) -> str:
    around = _AROUND[piece.effect]
    core = piece.text.strip()
    if not core:
        return piece.text
    before, after = piece.text.split(core, 1) if core else ("", "")
    return f"{before}{around}{plain(core)}{around}{after}"


def _step(number: int, verdict: Verdict, transcript: Transcript) -> Iterator[str]:
    yield f"{number}. **{plain(verdict.item.title)}** ({plain(stake(verdict))})"
    if quotes := own_words(verdict, transcript):
        yield "   You said: " + ", ".join(f"“{plain(quote)}”" for quote in quotes) + "  "
    yield f"   {plain(verdict.item.advice)} ({' '.join(verdict.item.source)})  "
    yield f"   Try: “{plain(verdict.better)}”"


def plain(text: str) -> str:
    """The text with all that Markdown would take for markup escaped."""
    return _MARKUP.sub(r"\\\1", text)

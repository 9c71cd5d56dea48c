"""The scored transcript on the terminal, as wide and as colourful as it allows."""

import io

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from simulator.core.checklist import ItemKind
from simulator.core.delivery import Delivery, delivery
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Speaker, Transcript
from simulator.reports.background import NOTHING, Background
from simulator.reports.delivery import NOTE, TITLE, delivery_rows
from simulator.reports.marks import Effect, MarkedTurn, mark
from simulator.reports.practice_words import since
from simulator.reports.words import heading, not_come_up, other_end, outcome_word, own_words, points_word, praise, stake

_STYLES = {Effect.EARNED: "green bold", Effect.LOST: "red underline", Effect.PLAIN: ""}
_BRACKETS = {Effect.EARNED: ("+[", "]"), Effect.LOST: ("-[", "]"), Effect.PLAIN: ("", "")}
_OUTCOME_STYLES = {
    Outcome.MET: "green",
    Outcome.MISSED: "yellow",
    Outcome.VIOLATED: "red bold",
}
_NARROW = 70
"""Columns below which the speaker stands above the words instead of beside them."""


_FILE_WIDTH = 100
"""Columns of a report that goes to a file."""


def terminal_report(transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING) -> str:
    """The report as plain text."""
    file = io.StringIO()
    print_report(Console(file=file, width=_FILE_WIDTH, highlight=False), transcript, scorecard, background)
    return file.getvalue()


def print_report(
    console: Console, transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING
) -> None:
    """Prints transcript, score, checklist and the next steps."""
    console.print(_title(console, heading(transcript)))
    if _colourful(console):
        legend = Text.assemble(
            ("green", _STYLES[Effect.EARNED]),
            " words earned points, ",
            ("red", _STYLES[Effect.LOST]),
            " words lost some",
        )
    else:
        legend = Text("+[words] earned points, -[words] lost some")
    console.print(legend, style="dim")
    console.print(_transcript(console, transcript, scorecard))
    console.print(_title(console, f"Score: {scorecard.score} of 100"))
    console.print(praise(scorecard.score))
    if background.earlier_scores:
        console.print(since(background.earlier_scores), style="dim")
    console.print(_checklist(scorecard))
    console.print(_not_applicable(scorecard, transcript))
    if spoken := delivery(transcript):
        console.print(_title(console, TITLE))
        console.print(_delivery(spoken))
    steps = scorecard.next_steps()
    if steps:
        console.print(_title(console, "Next time"))
        for number, verdict in enumerate(steps, 1):
            console.print(_step(number, verdict, transcript))


def _colourful(console: Console) -> bool:
    return console.is_terminal and not console.no_color and not console.is_dumb_terminal


def _title(console: Console, text: str) -> RenderableType:
    return Group(
        "",
        Rule(Text(text, style="bold"), align="left", characters="─" if console.encoding == "utf-8" else "-"),
    )


def _transcript(console: Console, transcript: Transcript, scorecard: Scorecard) -> RenderableType:
    narrow = console.width < _NARROW
    lines: list[tuple[Text, Text]] = []
    for index, turn in enumerate(transcript.turns):
        if turn.speaker is Speaker.INTERVIEWER:
            lines.append((Text(other_end(transcript, turn), style="cyan"), Text(turn.text)))
        else:
            words = _marked(mark(turn.text, index, scorecard), plain=not _colourful(console))
            lines.append((Text("You", style="bold"), words))
    if narrow:
        return Group(*(Group(who, Padding(words, (0, 0, 0, 2))) for who, words in lines))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, max_width=24)
    table.add_column(ratio=1)
    for who, words in lines:
        table.add_row(who, words)
    return table


def _marked(turn: MarkedTurn, *, plain: bool) -> Text:
    words = Text()
    for piece in turn.pieces:
        before, after = _BRACKETS[piece.effect] if plain else ("", "")
        core = piece.text.strip()
        if not core:
            words.append(piece.text)
            continue
        lead, tail = piece.text.split(core, 1)
        words.append(lead)
        words.append(f"{before}{core}{after}", _STYLES[piece.effect])
        words.append(tail)
    if not turn.pieces:
        words.append("(silence)", "dim")
    for sign, titles, style in (("+", turn.earned, "green"), ("-", turn.lost, "red")):
        if titles:
            words.append(f"\n{sign} {', '.join(titles)}", f"dim {style}")
    return words


def _checklist(scorecard: Scorecard) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for kind, title in ((ItemKind.DO, "Do"), (ItemKind.DONT, "Don't")):
        table.add_row("", Text(title, style="bold"), "")
        for verdict in scorecard.verdicts:
            if verdict.item.kind is kind and verdict.outcome is not Outcome.NOT_APPLICABLE:
                style = _OUTCOME_STYLES[verdict.outcome]
                table.add_row(Text(outcome_word(verdict), style=style), verdict.item.title, points_word(verdict))
    return table


def _delivery(spoken: Delivery) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=2)
    table.add_column(ratio=2)
    table.add_column(ratio=3, style="dim")
    for row in delivery_rows(spoken):
        usual = f"{row.usual} ({row.source})" if row.source else row.usual
        table.add_row(Text(row.title), Text(row.value), Text(usual))
    return Group(table, Text(NOTE, style="dim"))


def _not_applicable(scorecard: Scorecard, transcript: Transcript) -> RenderableType:
    others = not_come_up(scorecard, transcript)
    return Text(f"Did not come up in this call: {'; '.join(others)}." if others else "", style="dim")


def _step(number: int, verdict: Verdict, transcript: Transcript) -> RenderableType:
    title = Text.assemble((f"{number}. {verdict.item.title}", "bold"), (f"  ({stake(verdict)})", "green"))
    text = Text()
    if quotes := own_words(verdict, transcript):
        style = "red" if verdict.outcome is Outcome.VIOLATED else ""
        text.append("You said: ")
        text.append(", ".join(f"“{quote}”" for quote in quotes) + "\n", style)
    text.append(f"{verdict.item.advice}\n")
    text.append("Try: ")
    text.append(f"“{verdict.better}”", "green")
    return Group(title, Padding(text, (0, 0, 0, 3)))

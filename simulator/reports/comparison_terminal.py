"""Two calls side by side on the terminal; one above the other where it is narrow."""

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from simulator.core.attempt import Attempt
from simulator.core.comparison import Comparison, Contrast
from simulator.core.scoring import Outcome, Verdict
from simulator.reports.dates import day
from simulator.reports.names import KINDS
from simulator.reports.practice_words import changed
from simulator.reports.quotes import said
from simulator.reports.words import outcome_word

_STYLES = {Outcome.MET: "green", Outcome.MISSED: "yellow", Outcome.VIOLATED: "red"}
_NARROW = 70


def print_comparison(console: Console, comparison: Comparison) -> None:
    plain = console.encoding != "utf-8"
    rule = "-" if plain else "─"
    console.print()
    console.print(Rule(Text("Two calls", style="bold"), align="left", characters=rule))
    for attempt in (comparison.first, comparison.second):
        console.print(_heading(attempt))
    console.print(changed(comparison), style="bold")
    for title, contrasts in (
        ("Better", comparison.gained),
        ("Slipped", comparison.slipped),
        ("The same", comparison.same),
    ):
        if contrasts:
            console.print()
            console.print(Rule(Text(title, style="bold"), align="left", characters=rule))
            for contrast in contrasts:
                _print_contrast(console, comparison, contrast)
    if comparison.avoided:
        console.print()
        console.print(f"{comparison.avoided} faults avoided in both.", style="dim")


def _heading(attempt: Attempt) -> Text:
    facts, kind = attempt.transcript.facts, KINDS[attempt.transcript.kind].lower()
    whom = ", ".join(part for part in (facts.contact, facts.company) if part)
    return Text(f"Call {attempt.id}, {day(attempt.began)} ({kind}): {attempt.score} points. {whom}")


def _print_contrast(console: Console, comparison: Comparison, contrast: Contrast) -> None:
    console.print(Text(contrast.item.title, style="bold"))
    first = _cell(comparison.first, contrast.first)
    second = _cell(comparison.second, contrast.second)
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    cells = [(f"  {comparison.first.id}", first), (f"  {comparison.second.id}", second)]
    beside = console.width >= _NARROW
    for _ in cells if beside else cells[:1]:
        table.add_column(no_wrap=True, style="dim")
        table.add_column(ratio=1)
    for row in [[*cells[0], *cells[1]]] if beside else cells:
        table.add_row(*row)
    console.print(table)


def _cell(attempt: Attempt, verdict: Verdict) -> Text:
    words = said(attempt.transcript, verdict)
    text = Text(outcome_word(verdict), style=_STYLES.get(verdict.outcome, "dim"))
    if words:
        text.append(f" “{words[0].words}”", style="default")
    return text

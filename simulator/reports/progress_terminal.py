"""Progress on the terminal, as wide and as colourful as it allows."""

from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from simulator.core.progress import SESSIONS, ItemTrend, Progress
from simulator.reports.dates import day
from simulator.reports.names import KINDS
from simulator.reports.practice_words import goal, of_recent, streak

_WIDEST = 72
_NARROWEST = 24
"""Columns of the chart's frame."""
_CHART_ROWS = 9
_HEADROOM = 104
"""The top of the chart: above 100, so that a line along 100 points is seen."""
_MOST = 6
_MOST_SCORES = 6
_PLAIN = str.maketrans("┌┐└┘─│├┤┬┴┼", "++++-|+++++")


def print_progress(console: Console, progress: Progress) -> None:
    plain = console.encoding != "utf-8"
    _title(console, "Your practice", plain=plain)
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column(ratio=1)
    done = min(progress.sessions, SESSIONS)
    dots = ("#" * done + "." * (SESSIONS - done)) if plain else ("●" * done + "○" * (SESSIONS - done))
    facts.add_row("Goal", Text(f"{dots}  {goal(progress)}"))
    facts.add_row("Streak", streak(progress.streak))
    if best := progress.best:
        of = KINDS[best.transcript.kind].lower()
        facts.add_row("Best", Text(f"{best.score} points: call {best.id}, {day(best.began)} ({of})"))
    console.print(facts)
    if len(progress.attempts) > 1:
        _title(console, "Score, call by call", plain=plain)
        scores = [attempt.score for attempt in progress.attempts]
        console.print(_chart(scores, min(console.width, _WIDEST), plain=plain), markup=False, highlight=False)
    _title(console, "By kind of call", plain=plain)
    console.print(_kinds(progress))
    _items(console, "To practise", progress.to_practise(_MOST), plain=plain)
    _items(console, "Grown", progress.grown(_MOST), plain=plain)


def _title(console: Console, text: str, *, plain: bool) -> None:
    console.print()
    console.print(Rule(Text(text, style="bold"), align="left", characters="-" if plain else "─"))


def _chart(scores: Sequence[int], width: int, *, plain: bool) -> str:
    import uniplot  # noqa: PLC0415 - 50 ms, for this chart only

    drawn = uniplot.plot_to_string(
        xs=list(range(1, len(scores) + 1)),
        ys=list(scores),
        lines=True,
        width=max(_NARROWEST, width - 7),
        height=_CHART_ROWS,
        x_min=1,
        x_max=len(scores),
        y_min=0,
        y_max=_HEADROOM,
        x_labels=False,
        character_set="ascii" if plain else "block",
    )
    lines = [line.rstrip() for line in drawn.split("\n") if line.strip()]
    caption = f"the oldest of {len(scores)} calls at the left, the newest at the right"
    return "\n".join([*(line.translate(_PLAIN) if plain else line for line in lines), caption])


def _kinds(progress: Progress) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("kind")
    for name in ("calls", "best", "change"):
        table.add_column(name, justify="right")
    table.add_column("last scores")
    for trend in progress.kinds:
        scores = " ".join(str(score) for score in trend.scores[-_MOST_SCORES:])
        change = f"{trend.change:+d}" if len(trend.scores) > 1 else ""
        table.add_row(KINDS[trend.kind], str(len(trend.scores)), str(trend.best.score), change, scores)
    return table


def _items(console: Console, title: str, trends: Sequence[ItemTrend], *, plain: bool) -> None:
    if not trends:
        return
    _title(console, title, plain=plain)
    right, wrong = ("+", "x") if plain else ("✓", "✗")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    for trend in trends:
        marks = Text()
        for went_right in trend.recent:
            marks.append(right if went_right else wrong, "green" if went_right else "red")
        table.add_row(trend.item.title, marks, of_recent(trend))
    console.print(table)

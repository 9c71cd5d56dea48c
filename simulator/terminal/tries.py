"""The answers at a moment, side by side: which words helped, and which hurt."""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.core.scoring import Scorecard
from simulator.practice import Answer, Session
from simulator.reports.marks import Effect, mark
from simulator.terminal import wording

_STYLES = {Effect.EARNED: "green bold", Effect.LOST: "red underline", Effect.PLAIN: ""}
_BRACKETS = {Effect.EARNED: ("+[", "]"), Effect.LOST: ("-[", "]"), Effect.PLAIN: ("", "")}
_COLUMN = 28
"""Columns of the terminal that an answer needs to be read with ease; where there are fewer, they stand in a row."""


def side_by_side(session: Session, console: Console) -> RenderableType:
    """What was said then and each try, next to each other where the terminal is wide enough."""
    exercise = session.exercise
    said = [(Text(wording.THEN, "bold"), _words(exercise.then, exercise.turn, exercise.call.scorecard, console))]
    for number, answer in enumerate(session.answers, 1):
        title = Text(wording.TRY.format(number=number), "bold")
        if answer.is_right:
            title.append(f"  {wording.TICK}", "green")
        said.append((title, effects(answer, exercise.turn, console)))
    if console.width < _COLUMN * len(said):
        return Group(*(Group(title, Padding(words, (0, 0, 0, 2))) for title, words in said))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in said:
        table.add_column(ratio=1)
    table.add_row(*(title for title, _ in said))
    table.add_row(*(words for _, words in said))
    return table


def effects(answer: Answer, turn: int, console: Console) -> Text:
    """An answer with what it earned and lost; `turn` is its index among all turns of the call."""
    return _words(answer.text, turn, answer.scorecard, console)


def _words(text: str, turn: int, scorecard: Scorecard, console: Console) -> Text:
    marked = mark(text, turn, scorecard)
    plain = not console.is_terminal or console.no_color or console.is_dumb_terminal
    words = Text()
    for piece in marked.pieces:
        core = piece.text.strip()
        lead, tail = piece.text.split(core, 1) if core else (piece.text, "")
        before, after = _BRACKETS[piece.effect] if plain and core else ("", "")
        words.append(lead)
        words.append(f"{before}{core}{after}", _STYLES[piece.effect])
        words.append(tail)
    if not marked.pieces:
        words.append(wording.SILENCE, "dim")
    for sign, titles, style in (("+", marked.earned, "green"), ("-", marked.lost, "red")):
        for title in titles:
            words.append(f"\n{sign} {title}", style)
    return words

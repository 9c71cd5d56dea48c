"""The cue card on the terminal."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from simulator.core.cue_card import CueCard
from simulator.reports.cue_card_words import OWN_LINES, cue_facts, cue_title

_FILE_WIDTH = 80
"""Columns of a card that goes to a file."""


def cue_card_text(card: CueCard) -> str:
    """The card as plain text."""
    file = io.StringIO()
    print_cue_card(Console(file=file, width=_FILE_WIDTH, highlight=False), card)
    return file.getvalue()


def print_cue_card(console: Console, card: CueCard) -> None:
    plain = console.encoding != "utf-8"
    own, other = ("*", "-") if plain else ("★", "·")
    console.print()
    console.print(Rule(Text(cue_title(card), style="bold"), align="left", characters="-" if plain else "─"))
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column(ratio=1)
    for name, value in cue_facts(card):
        facts.add_row(name, Text(value))
    console.print(facts)
    for section in card.sections:
        console.print()
        console.print(Text(section.title, style="bold"))
        lines = Table.grid(padding=(0, 1, 0, 0))
        lines.add_column(no_wrap=True, width=3, justify="right")
        lines.add_column(ratio=1)
        for line in section.lines:
            lines.add_row(Text(own, "green") if line.own else Text(other, "dim"), Text(line.words))
        console.print(lines)
    if card.avoid:
        console.print()
        console.print(Text("Keep in mind", style="bold"))
        for item in card.avoid:
            console.print(Padding(Text(f"! {item.title}", style="red"), (0, 0, 0, 2)))
    if card.own_lines:
        console.print()
        console.print(f"{own} {OWN_LINES}", style="dim")

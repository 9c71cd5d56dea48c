"""The cue card: whom you call, about what, and what you want of it."""

from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from simulator.core.scenario import Scenario
from simulator.terminal import wording

_DIFFICULTY = {1: "easy", 2: "medium", 3: "hard"}


def card(scenario: Scenario, *, incoming: bool = False) -> RenderableType:
    facts = scenario.facts
    whom = wording.NAME_FORGOTTEN if scenario.forgotten_name else facts.contact
    promise = f"; an answer was promised for {facts.promised}" if facts.promised else ""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for name, value in (
        ("They call" if incoming else "You call", f"{whom}, {facts.company}"),
        ("You are", f"{facts.candidate} (or use your own name)"),
        ("Position", facts.position),
        ("Interview", f"{facts.interviewed}; you talked about {facts.discussion_topic}{promise}"),
        *([("Your past", scenario.background)] if scenario.background else []),
        ("Your goal", scenario.goal),
    ):
        table.add_row(name, Text(value))
    return Panel(table, title=f"{scenario.title} ({_DIFFICULTY[scenario.difficulty]})", title_align="left")

"""Choosing a scenario: with the arrow keys on a terminal, by number elsewhere."""

from collections.abc import Sequence
from typing import BinaryIO

from rich.console import Console

from simulator.core.scenario import Scenario
from simulator.terminal import wording


def label(scenario: Scenario) -> str:
    """A scenario in one line of the list."""
    stars = "*" * scenario.difficulty
    return f"{stars:<3} {scenario.title}"


def pick(scenarios: Sequence[Scenario]) -> Scenario | None:
    """The scenario that the user chooses on a terminal; None if they leave."""
    from prompt_toolkit.shortcuts import choice  # noqa: PLC0415 - 90 ms that only a terminal needs

    try:
        return choice(
            message=wording.PICK,
            options=[(scenario, label(scenario)) for scenario in scenarios],
            bottom_toolbar=wording.PICK_HELP,
        )
    except (KeyboardInterrupt, EOFError):
        return None


def pick_by_number(scenarios: Sequence[Scenario], console: Console, lines: BinaryIO) -> Scenario | None:
    """The scenario whose number the user types; None at the end of input."""
    for number, scenario in enumerate(scenarios, 1):
        console.print(f"{number:>2}  {label(scenario)}", markup=False)
    while True:
        console.print(wording.PICK_NUMBER, end=" ")
        console.file.flush()
        line = lines.readline()
        if not line:
            return None
        typed = line.decode("utf-8", errors="replace").strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(scenarios):
            return scenarios[int(typed) - 1]

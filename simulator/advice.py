"""A plan in words: the text and the sources of each reason, from data/planning.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from simulator.core.lines import fill, placeholders
from simulator.core.planning import Plan, Reason, Rule
from simulator.document import parse
from simulator.errors import RingbackError

_VALUES = frozenset(
    {"interviewed", "promised", "last_contact", "unanswered", "week", "two_days", "since"}
    | {"contacts", "voicemails", "calls"}
)
_SOURCES = frozenset({"S0", "S1", "S2", "S3", "S4"})


@dataclass(frozen=True, slots=True)
class Words:
    """How a rule is told."""

    text: str
    """With the values of a reason in braces."""
    source: tuple[str, ...]


@cache
def load_words() -> Mapping[Rule, Words]:
    return read_words((resources.files("simulator") / "data" / "planning.toml").read_text("utf-8"), "planning.toml")


def read_words(text: str, where: str) -> Mapping[Rule, Words]:
    """The words of every rule. Raises RingbackError with all that is wrong."""
    file = parse(text)
    words: dict[Rule, Words] = {}
    for rule in Rule:
        table = file.table(rule)
        words[rule] = Words(table.text("text"), table.texts("source"))
        table.done()
        for source in set(words[rule].source) - _SOURCES:
            table.wrong("source", f"unknown {source!r}")
        for name in set(placeholders(words[rule].text)) - _VALUES:
            table.wrong("text", f"unknown {{{name}}}")
    file.done()
    if file.errors:
        raise RingbackError("\n".join(file.errors), where=where, remedy="Mend the file, then try again.")
    return words


def day_in_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def told(reason: Reason) -> str:
    values = {
        name: day_in_words(value) if isinstance(value, date) else str(value) for name, value in reason.values.items()
    }
    return fill(load_words()[reason.rule].text, values)


def reasons_in_words(plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    """Each reason with its sources; the first says, too, which day is skipped and why."""
    lines = [(told(reason), load_words()[reason.rule].source) for reason in plan.reasons]
    if plan.skipped and plan.on:
        day, closed = plan.skipped
        text, source = lines[0]
        aside = f"{day_in_words(day)} is {closed}; the next working day is {day_in_words(plan.on)}."
        lines[0] = (f"{text} {aside}", source)
    return lines


def plan_json(plan: Plan) -> dict[str, Any]:
    """The public form of `ringback plan --json`."""
    return {
        "advice": plan.advice,
        "on": plan.on.isoformat() if plan.on else None,
        "reasons": [{"text": text, "source": " ".join(source)} for text, source in reasons_in_words(plan)],
    }

"""A scenario: who answers, what they know, and how they say it."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Temper, Tone
from simulator.core.transcript import Facts

Lines: TypeAlias = Mapping[Move, Mapping[Tone, tuple[str, ...]]]
"""Variants of what is said in a situation, by tone."""

PLACEHOLDERS = frozenset(
    {"caller", "caller_name", "contact", "contact_full", "contact_first", "company", "position", "topic"}
    | {"interviewed", "said"}
)
"""What a line may name in braces. `caller` is the first name as the caller gave it, or a friendly nothing."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One call that can be rehearsed."""

    id: str
    kind: ScenarioKind
    title: str
    difficulty: int
    """1 (easy) to 3 (hard)."""
    facts: Facts
    interviewed: str
    """When the interview was, as one says it: "last Tuesday"."""
    goal: str
    """What the candidate should achieve, in one or two sentences."""
    temper: Temper
    """Mood and patience when the call is answered."""
    lines: Lines = field(repr=False)
    """The scenario's own lines; shared ones fill the gaps."""


def placeholders(line: str) -> Iterator[str]:
    """The names in braces in a line. Raises ValueError if the braces are no plain names."""
    for _, name, spec, conversion in string.Formatter().parse(line):
        if name is not None:
            if spec or conversion:
                raise ValueError(f"{{{name}}} must be a plain name in braces")
            yield name


def fill(line: str, values: Mapping[str, str]) -> str:
    """The line with its placeholders filled, beginning with a capital."""
    filled = line.format_map(values)
    return filled[:1].upper() + filled[1:]


def first_name(name: str) -> str:
    """The given name in "Ms. Ingrid Sorley"; the whole where there is none."""
    words = [word for word in name.split() if not word.endswith(".") and word.lower() not in _TITLES]
    return words[0] if words else name


def capitals(name: str) -> str:
    """The name as one writes it, however it was typed: "maria lopez" as "Maria Lopez"."""
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def courteous_name(name: str) -> str:
    """Title and surname: "Ms. Sorley" from "Ms. Ingrid Sorley"; the whole where there is no title."""
    words = name.split()
    titled = words and (words[0].endswith(".") or words[0].lower() in _TITLES)
    return f"{words[0]} {words[-1]}" if titled and len(words) > 1 else name


def example_values(facts: Facts) -> Mapping[str, str]:
    """What the placeholders of an example line stand for; plain words where a fact is unknown."""
    return {
        "candidate": facts.candidate or "[your name]",
        "candidate_first": first_name(facts.candidate) or "[your name]",
        "contact": courteous_name(facts.contact) or "[their name]",
        "company": facts.company or "your company",
        "position": facts.position or "the position",
        "topic": facts.discussion_topic or "[a topic of the interview]",
    }


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "rabbi", "father"})

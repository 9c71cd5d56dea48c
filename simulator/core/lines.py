"""The words for each situation, with gaps for the facts of the call."""

import re
import string
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from simulator.core.moves import Move
from simulator.core.names import courteous_name, first_name
from simulator.core.temper import Tone
from simulator.core.transcript import Facts

Lines: TypeAlias = Mapping[Move, Mapping[Tone, tuple[str, ...]]]
"""Variants of what is said in a situation, by tone."""

PLACEHOLDERS = frozenset(
    {
        "caller",
        "caller_name",
        "contact",
        "contact_full",
        "contact_first",
        "contact_spelled",
        "company",
        "position",
        "topic",
    }
    | {
        "interviewed",
        "promised",
        "said",
        "candidate",
        "number",
        "when_to_ring",
        "which_day",
        "choice",
        "guess",
        "subject",
        "figure",
        "told",
    }
)
"""What a line may name in braces. `caller` is the first name as the caller gave it, or a friendly nothing, `candidate`
the name in their papers; `subject` what a question is about, in its words: "the dog"; `figure` one of what they
have done: "forty plots"."""


def placeholders(line: str) -> Iterator[str]:
    """The names in braces in a line. Raises ValueError if the braces are no plain names."""
    for _, name, spec, conversion in string.Formatter().parse(line):
        if name is not None:
            if spec or conversion:
                raise ValueError(f"{{{name}}} must be a plain name in braces")
            yield name


@lru_cache(maxsize=5_000)
def sentences(line: str) -> frozenset[str]:
    """The sentences of a line by which one would notice that they come again: those of more than two words."""
    whole = (" ".join(re.findall(r"[\w{}'’]+", sentence.lower())) for sentence in re.split(r"[.!?]+", line))
    return frozenset(sentence for sentence in whole if sentence.count(" ") > 1)


def fill(line: str, values: Mapping[str, str]) -> str:
    """The line with its placeholders filled, beginning with a capital."""
    filled = line.format_map(values)
    return filled[:1].upper() + filled[1:]


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

"""What a scenario can have wrong although its form is right."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.core.dates import date_mentions
from simulator.core.detail import shared_phrases
from simulator.core.entities import asks_name, mentions
from simulator.core.lines import Lines
from simulator.core.moves import Move
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Tone


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend in a scenario file."""

    path: str
    """Where, as in "lines.give_status"."""
    what: str
    remedy: str


def faults(scenario: Scenario) -> Iterator[Fault]:
    """All that is unsound in a scenario."""
    desk = scenario.front_desk
    told = tuple(line for detail in scenario.details for line in detail.all_lines)
    introduced = tuple(line for person in scenario.people for line in person.all_lines)
    own: dict[str, Lines] = {
        "lines": scenario.lines,
        "story": scenario.story,
        "details": {Move.TELL_MORE: dict.fromkeys(Tone, told)} if told else {},
        "people": {Move.TELL_MORE: dict.fromkeys(Tone, introduced)} if introduced else {},
        "front_desk.lines": desk.lines if desk else {},
    }
    yield from _form(scenario, own)
    for place, lines in own.items():
        for move, line in _each(lines):
            if move is Move.ASK_NAME and not asks_name(line):
                yield Fault(f"{place}.{move}", f"does not ask who is calling: {line!r}", "Ask for the name in it.")
            if move not in (Move.ASK_NAME, Move.ANSWER) and asks_name(line):
                yield Fault(
                    f"{place}.{move}",
                    f"asks for the caller's name, so that the answer is taken for one: {line!r}",
                    "Only `ask_name` and `answer` may ask who is calling.",
                )
            if place not in ("story", "details", "people") and (bound := _bound_to_facts(line, scenario)):
                yield Fault(
                    f"{place}.{move}",
                    f"only fits this scenario's own facts ({bound}): {line!r}",
                    "Use a placeholder such as {contact} or {company}, or move the line to [story].",
                )
        for move, tones in lines.items():
            if not tones.get(Tone.NEUTRAL):
                yield Fault(
                    f"{place}.{move}", "has no line for the tone `neutral`", "Add one: the other tones fall back to it."
                )
    yield from _dates(scenario)
    for phrase, first, second in shared_phrases(scenario.details):
        yield Fault(
            f"details[{scenario.details.index(second)}].about",
            f"asks for the same as an earlier one: {phrase!r} leads to {first.lines[0]!r}, too",
            "Leave it to the one of the two that answers it.",
        )


def _form(scenario: Scenario, own: Mapping[str, Lines]) -> Iterator[Fault]:
    kind = scenario.kind
    if scenario.front_desk and kind is ScenarioKind.RECEPTIONIST:
        yield Fault(
            "front_desk", "stands before a call that is one with a receptionist already",
            "Leave [front_desk] out, or choose another kind.",
        )  # fmt: skip
    if kind is not ScenarioKind.VOICEMAIL and Move.OFFER_RERECORD in own["lines"]:
        yield Fault("lines.offer_rerecord", "is said by machines only", 'Leave it out, or set kind = "voicemail".')
    found = mentions(f"I interviewed for the {scenario.facts.position} job.", scenario.facts)
    if not found.position:
        yield Fault("facts.position", "cannot be recognised when the candidate names it", "Use a job's plain name.")
    if not mentions(f"We spoke about {scenario.facts.discussion_topic}.", scenario.facts).topic:
        yield Fault(
            "facts.discussion_topic",
            "cannot be recognised when the candidate names it",
            "Name it with two or three telling words.",
        )


def _each(lines: Lines) -> Iterator[tuple[Move, str]]:
    for move, tones in lines.items():
        yield from dict.fromkeys((move, line) for variants in tones.values() for line in variants)


_PRONOUN = re.compile(r"\b(?:he|she|her|his|him|hers)(?:'s|'ll|'d)?\b", re.IGNORECASE)
_LONG = 4
"""Letters from which on a word tells one scenario from another."""


def _bound_to_facts(line: str, scenario: Scenario) -> str:
    """The words of a line that stop being true when the user sets other facts."""
    facts = scenario.facts
    telling = {
        word
        for fact in (facts.contact, facts.company)
        for word in re.findall(r"\w+", fact.lower())
        if len(word) >= _LONG
    }
    words = [word for word in re.findall(r"\w+", re.sub(r"\{\w+\}", "", line).lower()) if word in telling]
    return ", ".join([*words, *_PRONOUN.findall(line)])


_DECIDES = (Move.GIVE_STATUS, Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE)


def _dates(scenario: Scenario) -> Iterator[Fault]:
    """Dates of which the variants of one line name different ones, so that two calls, or two answers, disagree."""
    for place, lines in (("lines", scenario.lines), ("story", scenario.story)):
        named = [
            frozenset(_plain(mention.text) for mention in date_mentions(line))
            for move, line in _each(lines)
            if move in _DECIDES
        ]
        said = [dates for dates in named if dates]
        if not all(_agree(one, other) for one, other in itertools.combinations(said, 2)):
            every = ", ".join(sorted(frozenset.union(*said)))
            yield Fault(f"{place}.give_timeline", f"names different dates: {every}", "Let all variants agree on one.")


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a date of one is among those of the other: "next week" is in "the end of next week"."""
    return any(mine in theirs or theirs in mine for mine in one for theirs in other)


def _plain(date: str) -> str:
    return re.sub(r"^(?:the|on|by|this|next|coming|about)\s+", "", date.lower())

"""The kinds of condition that checklist items are made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Protocol

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.course import Course, Occasion
from simulator.core.hearing import Heard
from simulator.core.text import clauses
from simulator.core.transcript import Role


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the candidate that decided an item."""

    turn: int
    """Index among all turns of the transcript, from 0."""
    start: int
    end: int
    """Offsets into the turn's text."""
    certainty: float = 1.0
    """How surely the words do what they are taken for, 0 to 1."""


class Condition(Protocol):
    """Looks at how a call went, and finds the candidate's words that fulfil it: none means not fulfilled."""

    concerns_whole_turns: ClassVar[bool]
    """Its evidence is turns as such, rather than words in them."""

    def find(self, course: Course) -> tuple[Evidence, ...]: ...


@dataclass(frozen=True, slots=True)
class Performs:
    """One of `acts` is performed."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    within: int | None = None
    """Only in so many first turns of the candidate."""
    not_words: re.Pattern[str] | None = None
    """Words that only sound like it: "I thanked my sister"."""
    loses_to: frozenset[DialogueAct] = frozenset()
    """Words that do one of these no less surely do not count: "Have I got it yet?" is no polite question."""
    undone_by: frozenset[DialogueAct] = frozenset()
    """It counts for nothing where one of these comes in the same turn or later."""
    unless: frozenset[DialogueAct] = frozenset()
    """It counts for nothing where one of these comes anywhere in the call."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        if any(_surely(turn, self.unless) for turn in course.heard):
            return ()
        undone = [turn.turn for turn in course.heard if _surely(turn, self.undone_by)]
        found = (
            Evidence(turn.turn, match.start, match.end, match.confidence)
            for turn in course.heard[: self.within]
            if not undone or turn.turn > undone[-1]
            for match in turn.utterance.matches
            if match.act in self.acts
            and not self._only_sounds_like(turn.utterance.text[match.start : match.end])
            and not self._loses(match, turn)
        )
        return tuple(dict.fromkeys(found))

    def _only_sounds_like(self, words: str) -> bool:
        return self.not_words is not None and bool(self.not_words.search(words))

    def _loses(self, match: ActMatch, turn: Heard) -> bool:
        return any(
            other.act in self.loses_to
            and other.start < match.end
            and match.start < other.end
            and other.confidence >= match.confidence
            for other in turn.utterance.matches
        )


_SURE = 0.7
"""The certainty from which on an act can undo another. Of faults found with less, about as many are none as are some
(benchmarks/scoring.py): there the candidate has the benefit of the doubt."""


def _surely(turn: Heard, acts: frozenset[DialogueAct]) -> bool:
    return any(match.act in acts and match.confidence >= _SURE for match in turn.utterance.matches)


@dataclass(frozen=True, slots=True)
class Introduces:
    """The candidate gives their name to everybody they speak with, in time, and before they ask anything. A name given
    at the desk is passed on with the call, unless the next person has to ask for it."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    """What gives the name."""
    within: int
    """Only in so many first turns with each person."""
    before: frozenset[DialogueAct] = frozenset()
    """It comes too late after a turn that does one of these."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        given: tuple[Evidence, ...] = ()
        people = [(role, list(turns)) for role, turns in groupby(course.heard, key=lambda turn: turn.role)]
        for role, with_them in people:
            found = Performs(self.acts).find(Course(with_them[: self._in_time(with_them)]))
            asked = [at for at in course.occasions.get(Occasion.ASKED_NAME, ()) if at >= with_them[0].turn - 1]
            announced = bool(given) and role is Role.INTERVIEWER and not asked
            passed_on = role is Role.RECEPTIONIST and with_them is not people[-1][1]
            if not found and not announced and not passed_on:
                return ()
            given += found
        return given

    def _in_time(self, turns: Sequence[Heard]) -> int:
        for number, turn in enumerate(turns[: self.within], 1):
            if not self.before.isdisjoint(turn.utterance.acts):
                return number
        return self.within


@dataclass(frozen=True, slots=True)
class Lacks:
    """The candidate speaks, yet what `wanted` asks for never comes."""

    concerns_whole_turns: ClassVar[bool] = True

    wanted: Condition

    def find(self, course: Course) -> tuple[Evidence, ...]:
        if not course.heard or self.wanted.find(course):
            return ()
        first = course.heard[0]
        return (Evidence(first.turn, 0, len(first.utterance.text)),)


@dataclass(frozen=True, slots=True)
class Repeats:
    """One of `acts` comes in more than `most` turns with the same person; the turns beyond are the evidence."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    most: int

    def find(self, course: Course) -> tuple[Evidence, ...]:
        return tuple(self._beyond(course))

    def _beyond(self, course: Course) -> Iterator[Evidence]:
        for _, with_them in groupby(course.heard, key=lambda turn: turn.role):
            turns = [found for turn in with_them if (found := Performs(self.acts).find(Course([turn])))]
            for several in turns[self.most :]:
                yield from several


@dataclass(frozen=True, slots=True)
class Either:
    """One of several conditions is fulfilled; the evidence is that of all."""

    concerns_whole_turns: ClassVar[bool] = False

    conditions: tuple[Condition, ...]

    def find(self, course: Course) -> tuple[Evidence, ...]:
        found = {one: None for condition in self.conditions for one in condition.find(course)}
        return tuple(sorted(found, key=lambda one: (one.turn, one.start)))

    @property
    def acts(self) -> frozenset[DialogueAct]:
        return frozenset().union(*(getattr(one, "acts", frozenset[DialogueAct]()) for one in self.conditions))


@dataclass(frozen=True, slots=True)
class Amends:
    """Words of apology that come after a slip, with no other slip to follow: who goes on has not meant it."""

    concerns_whole_turns: ClassVar[bool] = False

    slips: frozenset[DialogueAct]
    words: re.Pattern[str]

    def find(self, course: Course) -> tuple[Evidence, ...]:
        slips = [turn.turn for turn in course.heard if not self.slips.isdisjoint(turn.utterance.acts)]
        after = [turn for turn in course.heard if slips and turn.turn > slips[-1]]
        said = ((turn.turn, found) for turn in after if (found := self.words.search(turn.utterance.text)))
        return tuple(Evidence(turn, found.start(), _clause_end(found)) for turn, found in said)


def _clause_end(said: re.Match[str]) -> int:
    return next((one.end for one in clauses(said.string) if one.end >= said.end()), said.end())


@dataclass(frozen=True, slots=True)
class Rambles:
    """A turn has more words than `turn_words` and than what it does needs; or all turns together have more than
    `call_words`, or are more than `call_turns`."""

    concerns_whole_turns: ClassVar[bool] = True

    turn_words: int
    call_words: int
    call_turns: int

    def find(self, course: Course) -> tuple[Evidence, ...]:
        heard = course.heard
        if not heard:
            return ()
        long = [turn for turn in heard if turn.utterance.words > max(self.turn_words, _needed(turn))]
        if not long and sum(turn.utterance.words for turn in heard) > self.call_words:
            long = [max(heard, key=lambda turn: turn.utterance.words)]
        if not long:
            long = list(heard[self.call_turns : self.call_turns + 1])
        return tuple(Evidence(turn.turn, 0, len(turn.utterance.text)) for turn in long)


_WORDS_TO_BEGIN, _WORDS_AN_ACT = 15, 10
"""What a turn may need: the example script of S1 does six things in 48 words."""


def _needed(turn: Heard) -> int:
    return _WORDS_TO_BEGIN + _WORDS_AN_ACT * len(turn.utterance.acts)

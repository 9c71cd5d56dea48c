"""The kinds of condition that checklist items are made of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import ClassVar, Protocol

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.apology import apology
from simulator.core.course import Course, Occasion
from simulator.core.hearing import Heard
from simulator.core.question import questions
from simulator.core.text import Span, clauses, overlap
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


def once_each(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The words that decide, each once, with their greatest certainty."""
    surest: dict[tuple[int, int, int], Evidence] = {}
    for one in found:
        place = (one.turn, one.start, one.end)
        if place not in surest or surest[place].certainty < one.certainty:
            surest[place] = one
    return tuple(surest.values())


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
    slight: re.Pattern[str] | None = None
    """Words that do it only slightly, so that they weigh a third: "How many of us are you seeing?" compares nobody."""
    shown_by: re.Pattern[str] | None = None
    """Words that show it. Where they stand in another clause of the turn than the act was found in, that is the one
    that counts: the number is in "It's 555-0142", not in "Please call me back"."""
    must_show: bool = False
    """It does not count in a turn that has none of them."""
    loses_to: frozenset[DialogueAct] = frozenset()
    """Words that surely do one of these, or no less surely, do not count: "Have I got it yet?" is not polite."""
    undone_by: frozenset[DialogueAct] = frozenset()
    """It counts for nothing where one of these comes in the same turn or later."""
    unless: frozenset[DialogueAct] = frozenset()
    """It counts for nothing where one of these comes anywhere in the call."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        if any(surely(turn, self.unless) for turn in course.heard):
            return ()
        undone = [turn.turn for turn in course.heard if surely(turn, self.undone_by)]
        found = (
            Evidence(turn.turn, span.start, span.end, match.confidence * self._weight(match, turn.utterance.text))
            for turn in course.heard[: self.within]
            if not undone or turn.turn > undone[-1]
            for match in turn.utterance.matches
            if match.act in self.acts
            and (span := self._shown(match, turn.utterance.text)) is not None
            and not self._only_sounds_like(turn.utterance.text[span.start : span.end])
            and not self._loses(match, turn)
        )
        return once_each(found)

    def _shown(self, match: ActMatch, text: str) -> Span | None:
        """The words that show it."""
        own = _told_whole(match, text)
        if self.shown_by is None or self.shown_by.search(text, match.start, match.end):
            return own
        if found := self.shown_by.search(text):
            return clause_around(text, found.start())
        return None if self.must_show else own

    def _weight(self, match: ActMatch, text: str) -> float:
        sentence = sentence_around(text, match.start)
        return _SLIGHT if self.slight and self.slight.search(text, sentence.start, sentence.end) else 1.0

    def _only_sounds_like(self, words: str) -> bool:
        return self.not_words is not None and bool(self.not_words.search(words))

    def _loses(self, match: ActMatch, turn: Heard) -> bool:
        return any(
            other.act in self.loses_to
            and other.start < match.end
            and match.start < other.end
            and other.confidence >= min(match.confidence, SURE)
            for other in turn.utterance.matches
        )


_SLIGHT = 1 / 3


@dataclass(frozen=True, slots=True)
class Replies:
    """The turn right after an occasion says something to it, in whatever words, and does not only ask back."""

    concerns_whole_turns: ClassVar[bool] = False

    occasion: Occasion
    not_words: re.Pattern[str]
    """Words of those who have nothing to say to it."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        came = course.first(self.occasion)
        turn = next((one for one in course.heard if came >= 0 and one.turn > came), None)
        if turn is None or any(match.act.hurts for match in turn.utterance.matches):
            return ()
        text = turn.utterance.text
        told = [span for span in clauses(text) if not any(overlap(span, asked) for asked in questions(text))]
        words = " ".join(text[span.start : span.end] for span in told)
        if len(words.split()) < _FEWEST_TOLD or self.not_words.search(words):
            return ()
        return (Evidence(turn.turn, told[0].start, told[-1].end),)


_FEWEST_TOLD = 6
"""Words with which one can tell how one would do something."""


def _told_whole(match: ActMatch, text: str) -> Span:
    """The words of an act; of a fault, the sentence if they are hardly any: "Please," alone shows no pleading. Slang
    is words, and stays what it is."""
    own = Span(match.start, match.end)
    if not match.act.hurts or match.act is DialogueAct.CASUAL_LANGUAGE:
        return own
    return own if len(text[own.start : own.end].split()) >= _FEWEST else sentence_around(text, own.start)


_FEWEST = 3
_SENTENCE = re.compile(r"[^.!?\s][^.!?]*[.!?]*")


def sentence_around(text: str, at: int) -> Span:
    """The sentence of a turn in which a place lies."""
    found = next((found for found in _SENTENCE.finditer(text) if at < found.end()), None)
    return Span(found.start(), found.end()) if found else Span(0, len(text))


SURE = 0.7
"""The certainty from which on an act can undo another. Of faults found with less, about as many are none as are some
(benchmarks/scoring.py): there the candidate has the benefit of the doubt."""


def surely(turn: Heard, acts: frozenset[DialogueAct]) -> bool:
    return any(match.act in acts and match.confidence >= SURE for match in turn.utterance.matches)


@dataclass(frozen=True, slots=True)
class Says:
    """The candidate uses words that are plain whatever act they are taken for: "Grüß Gott"."""

    concerns_whole_turns: ClassVar[bool] = False

    words: re.Pattern[str]
    within: int | None = None
    """Only in so many first turns of the candidate."""
    until: Occasion | None = None
    """Only before this came up."""
    loses_to: frozenset[DialogueAct] = frozenset()
    """Only in turns that surely do none of these."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        end = course.first(self.until) if self.until and course.came(self.until) else None
        turns = [turn for turn in course.heard if end is None or turn.turn < end][: self.within]
        return tuple(
            Evidence(turn.turn, clause.start, clause.end)
            for turn in turns
            if (found := self.words.search(turn.utterance.text)) and not surely(turn, self.loses_to)
            for clause in [clause_around(turn.utterance.text, found.end() - 1)]
        )


@dataclass(frozen=True, slots=True)
class Accepts:
    """The candidate says yes, by one of `acts`, to what the other end has just offered, and does no harm with it."""

    concerns_whole_turns: ClassVar[bool] = False

    offer: Occasion
    acts: frozenset[DialogueAct]

    def find(self, course: Course) -> tuple[Evidence, ...]:
        offered = {turn + 1 for turn in course.occasions.get(self.offer, ())}
        return tuple(
            Evidence(turn.turn, match.start, match.end, match.confidence)
            for turn in course.heard
            if turn.turn in offered and not surely(turn, _HURTING) and not _REFUSAL.match(turn.utterance.text)
            for match in turn.utterance.matches
            if match.act in self.acts
        )


_HURTING = frozenset(act for act in DialogueAct if act.hurts)
_REFUSAL = re.compile(r"\W*(?:no|nah|nope|not)\b", re.IGNORECASE)


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
            in_time = with_them[: self._in_time(with_them)]
            asked = [at for at in course.occasions.get(Occasion.ASKED_NAME, ()) if at >= with_them[0].turn - 1]
            found = Performs(self.acts).find(Course([one for one in in_time if not _unheard(one, asked)]))
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


def _unheard(turn: Heard, asked: Sequence[int]) -> bool:
    """Whether what seemed to be a name was none: there is none in it, and right after it they asked for it."""
    return turn.turn + 1 in asked and turn.utterance.mentions.own_name is None


@dataclass(frozen=True, slots=True)
class Ends:
    """The call comes to such an end; the evidence is what the candidate said last before it."""

    concerns_whole_turns: ClassVar[bool] = True

    occasion: Occasion

    def find(self, course: Course) -> tuple[Evidence, ...]:
        said = (turn for turn in reversed(course.heard) if turn.turn < course.first(self.occasion))
        return tuple(Evidence(turn.turn, 0, len(turn.utterance.text)) for turn in islice(said, 1))


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
class Either:
    """One of several conditions is fulfilled; the evidence is that of all, the same words only once."""

    concerns_whole_turns: ClassVar[bool] = False

    conditions: tuple[Condition, ...]

    def find(self, course: Course) -> tuple[Evidence, ...]:
        found: list[Evidence] = []
        for one in (one for condition in self.conditions for one in condition.find(course)):
            if not any(one.turn == had.turn and overlap(one, had) for had in found):
                found.append(one)
        return tuple(sorted(found, key=lambda one: (one.turn, one.start)))

    @property
    def acts(self) -> frozenset[DialogueAct]:
        return frozenset().union(*(getattr(one, "acts", frozenset[DialogueAct]()) for one in self.conditions))


@dataclass(frozen=True, slots=True)
class Amends:
    """Words of apology that come after a slip, with no other slip to follow: who goes on has not meant it."""

    concerns_whole_turns: ClassVar[bool] = False

    slips: frozenset[DialogueAct]

    def find(self, course: Course) -> tuple[Evidence, ...]:
        slips = [turn.turn for turn in course.heard if not self.slips.isdisjoint(turn.utterance.acts)]
        after = [turn for turn in course.heard if slips and turn.turn > slips[-1]]
        said = ((turn.turn, found) for turn in after if (found := apology(turn.utterance.text)))
        return tuple(Evidence(turn, found.start(), _clause_end(found)) for turn, found in said)


def _clause_end(said: re.Match[str]) -> int:
    return next((one.end for one in clauses(said.string) if one.end >= said.end()), said.end())


def clause_around(text: str, at: int) -> Span:
    """The clause of a turn in which a place lies."""
    return next((clause for clause in clauses(text) if at < clause.end), Span(at, len(text)))

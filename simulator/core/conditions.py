"""The kinds of condition that checklist items are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from simulator.core.acts import DialogueAct
from simulator.core.hearing import Heard


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the candidate that decided an item."""

    turn: int
    """Index among all turns of the transcript, from 0."""
    start: int
    end: int
    """Offsets into the turn's text."""


class Condition(Protocol):
    """Looks at what the candidate said, in order, and finds the words that fulfil it: none means not fulfilled."""

    concerns_whole_turns: ClassVar[bool]
    """Its evidence is turns as such, rather than words in them."""

    def find(self, heard: Sequence[Heard]) -> tuple[Evidence, ...]: ...


@dataclass(frozen=True, slots=True)
class Performs:
    """One of `acts` is performed."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    within: int | None = None
    """Only in so many first turns of the candidate."""

    def find(self, heard: Sequence[Heard]) -> tuple[Evidence, ...]:
        found = (
            Evidence(turn.turn, match.start, match.end)
            for turn in heard[: self.within]
            for match in turn.utterance.matches
            if match.act in self.acts
        )
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Lacks:
    """The candidate speaks, yet what `performs` asks for never comes."""

    concerns_whole_turns: ClassVar[bool] = True

    performs: Performs

    def find(self, heard: Sequence[Heard]) -> tuple[Evidence, ...]:
        if not heard or self.performs.find(heard):
            return ()
        return (Evidence(heard[0].turn, 0, len(heard[0].utterance.text)),)


@dataclass(frozen=True, slots=True)
class Repeats:
    """One of `acts` comes in more than `most` turns; the turns beyond are the evidence."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    most: int

    def find(self, heard: Sequence[Heard]) -> tuple[Evidence, ...]:
        turns = [found for turn in heard if (found := Performs(self.acts).find([turn]))]
        return tuple(one for several in turns[self.most :] for one in several)


@dataclass(frozen=True, slots=True)
class Rambles:
    """A turn has more words than `turn_words` and than what it does needs, or all turns together have more than
    `call_words`."""

    concerns_whole_turns: ClassVar[bool] = True

    turn_words: int
    call_words: int

    def find(self, heard: Sequence[Heard]) -> tuple[Evidence, ...]:
        if not heard:
            return ()
        long = [turn for turn in heard if turn.utterance.words > max(self.turn_words, _needed(turn))]
        if not long and sum(turn.utterance.words for turn in heard) > self.call_words:
            long = [max(heard, key=lambda turn: turn.utterance.words)]
        return tuple(Evidence(turn.turn, 0, len(turn.utterance.text)) for turn in long)


_WORDS_TO_BEGIN, _WORDS_AN_ACT = 15, 10
"""What a turn may need: the example script of S1 does six things in 48 words."""


def _needed(turn: Heard) -> int:
    return _WORDS_TO_BEGIN + _WORDS_AN_ACT * len(turn.utterance.acts)

"""Asking the same thing again and again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from simulator.core.acts import DialogueAct
from simulator.core.conditions import Evidence, Performs, sentence_around
from simulator.core.course import Course, Occasion
from simulator.core.hearing import Heard
from simulator.core.when_and_why import asks_for_time

_FOR_A_TIME = frozenset({DialogueAct.ASK_TIMELINE})


@dataclass(frozen=True, slots=True)
class Repeats:
    """One of `acts` comes in more than `most` turns with the same person; the turns beyond are the evidence."""

    concerns_whole_turns: ClassVar[bool] = False

    acts: frozenset[DialogueAct]
    most: int
    answered: Occasion | None = None
    """A turn counts only if this came since the one before it: who got no answer may ask again."""
    other_questions: re.Pattern[str] | None = None
    """Words of sentences that ask something else than what was asked before: "And who will let me know?"."""
    putting_right: re.Pattern[str] | None = None
    """Words of turns that put right a misunderstanding: "No, I meant …"."""

    def find(self, course: Course) -> tuple[Evidence, ...]:
        return tuple(self._beyond(course))

    def _beyond(self, course: Course) -> Iterator[Evidence]:
        for _, with_them in groupby(course.heard, key=lambda turn: turn.role):
            asked = 0
            before: int | None = None
            for turn in with_them:
                found = self._asks(turn)
                if not found or not self._was_answered(course, before, turn.turn):
                    continue
                asked, before = asked + 1, turn.turn
                if asked > self.most:
                    yield from found

    def _asks(self, turn: Heard) -> tuple[Evidence, ...]:
        text = turn.utterance.text
        if self.putting_right and self.putting_right.search(text):
            return ()
        found = Performs(self.acts).find(Course([turn]))
        sentences = {one: sentence_around(text, one.start) for one in found}
        if self.acts & _FOR_A_TIME:  # "Do you see us one by one?" asks how it goes on, but for no day
            sentences = {one: span for one, span in sentences.items() if asks_for_time(text[one.start : one.end])}
        other = self.other_questions
        return tuple(one for one, span in sentences.items() if not (other and other.search(text, span.start, span.end)))

    def _was_answered(self, course: Course, before: int | None, turn: int) -> bool:
        if before is None or self.answered is None:
            return True
        return any(before <= answer < turn for answer in course.occasions.get(self.answered, ()))

"""Practical questions that come up in any call: whether a number has arrived, when to ring, where to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from simulator.core.choice import Choice, choice_in
from simulator.core.question import SENTENCE
from simulator.core.single_questions import single_questions
from simulator.core.text import Span, overlap


class Practical(StrEnum):
    """What such a question asks about."""

    NUMBER = "number"
    """Whether they have the caller's number, or want it."""
    ARRIVED = "arrived"
    """Whether what was dictated was written down right."""
    HOUR = "hour"
    """At what time of day to ring."""
    WHICH_DAY = "which day"
    """On which day to ring."""
    OTHER_TIME = "other time"
    """Whether they may ring at another time than the one that they were told."""
    PLACE = "place"
    """Where to come."""
    CHOICE = "choice"
    """Which of two things."""


@dataclass(frozen=True, slots=True)
class PracticalQuestion:
    """A question of a turn."""

    about: Practical
    at: int
    """Where the words that tell it stand in the turn's text."""
    sentence: Span
    choice: Choice | None = None


_NUMBER = r"my\s+(?:(?:phone|mobile|cell|telephone|contact|new)\s+)?(?:number|mobile|phone|contact\s+details|details)\b"
_RING = r"(?:ring|rang|call(?:ed)?|phone|try|reach|catch|get\s+(?:hold\s+of|through\s+to))"
_IN_THE_DAY = r"(?:(?:of|in|during)\s+(?:the\s+)?day)"
_PATTERNS = tuple(
    (about, re.compile(words, re.IGNORECASE))
    for about, words in {
        Practical.NUMBER: (
            rf"\b(?:have|got|get|take|took|taken|note\w*|wr(?:ite|ote|itten)|save\w*|know|need|want|see)\b(?:\W+\w+){{0,3}}\W+{_NUMBER}"
            rf"|\b(?:give|tell|leave|send|spell|repeat|read)\b(?:\W+\w+){{0,4}}?\W+{_NUMBER}"
            rf"|\b(?:is|was)\s+{_NUMBER}"
        ),
        Practical.ARRIVED: (
            r"\b(?:have|did|do)\s+you\s+(?:get|got|have|catch|caught|note|noted|write|wrote|written|manage|hear)\s+"
            r"(?:(?:to\s+)?(?:get|take|note|write)\s+)?(?:down\s+)?(?:it|that|them|this|everything|all|(?:the|that|my|both)\s+(?:phone\s+)?numbers?)\b"
            r"(?:\s+(?:all|right|down|now|okay|ok|correct\w*|properly|clear\w*|this\s+time|of\s+(?:it|that)))*\s*\W*$"
            r"|^\W*(?:so\W+)?got\s+(?:it|that|all\s+that|everything)(?:\s+(?:all|right|down|now))*\W*$"
            r"|\b(?:read|say)\s+(?:it|that|them|the\s+number)\s+back\b"
            r"|\b(?:shall|should|do|can|may)\s+i\s+(?:need\s+to\s+|have\s+to\s+)?(?:repeat|say|spell|give)\s+"
            r"(?:you\s+)?(?:it|that|the\s+number)(?:\s+(?:again|once\s+more|slowly))*\W*$"
            r"|\b(?:is|was)\s+the\s+number\s+(?:all\s+)?(?:right|clear|ok|okay|correct)\b"
        ),
        Practical.PLACE: (
            r"\b(?:the\s+)?same\s+(?:place|building|address|office|room|entrance|door|spot|location|floor|site|house)\b"
            r"|\bwhere\s+(?:exactly\s+)?(?:do|should|shall|must|will|would|am)\s+i\s+(?:have\s+to\s+|need\s+to\s+|supposed\s+to\s+)?"
            r"(?:go(?!\s+(?:from\s+here|wrong))|come|be|report|turn\s+up|show\s+up|meet)\b"
            r"|\bwhere\s+(?:will|would|does|is)\s+(?:it|that|this|(?:the|this|that)\s+(?:\w+\s+){0,2}\w+)\s+"
            r"(?:be(?:ing)?(?:\s+held)?|take\s+place|happen(?:ing)?|held|taking\s+place)\W*$"
            r"|\bwhich\s+(?:address|building|entrance|door|room|floor|gate|site)\b"
            r"|\bwho(?:m)?\s+(?:do|should|shall)\s+i\s+ask\s+for\b"
        ),
        Practical.HOUR: (
            rf"\b(?:what|which)\s+(?:time|hour|part)(?:\s+{_IN_THE_DAY})?(?:['’]s|\s+(?:is|are|would|will))?\s+(?:be\s+)?(?:best|better|good"
            r"|easiest|easier|quietest|convenient|suits?|works?)\b"
            rf"|\b(?:what|which)\s+(?:time|hour)(?:\s+{_IN_THE_DAY})?\s+(?:should|shall|can|could|may|do|would)\s+i\s+(?:best\s+)?{_RING}\b"
            rf"|\b(?:best|better|good|easier|convenient|quieter)\s+(?:time|hour|moment)(?:\s+{_IN_THE_DAY})?\s+(?:to|for)\s+(?:\w+\s+)?(?:{_RING}|ringing|calling)\b"
            rf"|\bwhat\s+time(?:\s+though)?\s*,?\s*(?:then|exactly|roughly|about)?\W*$|\bat\s+what\s+time\s+(?:should|shall|can)\s+i\s+{_RING}\b"
        ),
        Practical.OTHER_TIME: (
            rf"\b(?:better|best|okay|ok|fine|possible|easier|can|could|may|might|shall|should|would)\b[^.?!]*\bi\b[^.?!]*\b(?:{_RING}|ringing|calling)"
            r"\b[^.?!]*\b(?:before|after|later|earlier|sooner|instead|another|mornings?|afternoons?|evenings?|noon|lunch\w*"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)\b"
        ),
        Practical.WHICH_DAY: (
            r"\b(?:what|which)\s+day(?:['’]s|\s+(?:is|are|would|will))?\s+(?:be\s+)?(?:best|better|good|easiest|suits?|works?|convenient)\b"
            rf"|\b(?:what|which)\s+day\s+(?:should|shall|can|could)\s+i\s+(?:best\s+)?{_RING}\b"
            rf"|\b(?:any|every)\s+day\s*\?|\b(?:is|are)\s+(?:any|every|all)\s+days?\s+(?:fine|ok|okay|good|all\s+right)\b"
        ),
    }.items()
)


_TO_LEAVE = re.compile(
    rf"\b(?:give|tell|leave|send|spell|repeat|read|need|want)\b(?:\W+\w+){{0,4}}?\W+{_NUMBER}", re.IGNORECASE
)


def asks_to_leave(question: str) -> bool:
    """Whether it offers the number, rather than asking for it."""
    return bool(_TO_LEAVE.search(question))


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def practical_questions(text: str) -> tuple[PracticalQuestion, ...]:
    """Those of a turn, in the order in which they are asked, each kind once."""
    found = sorted(_found(text), key=lambda one: one.at)
    first = {one.about: one for one in reversed(found)}
    return tuple(sorted(first.values(), key=lambda one: one.at))


def _spans(text: str) -> Iterator[Span]:
    """The questions, and sentences that ask without the form of one: "um it's just, should I give you my number"."""
    asked = list(single_questions(text))
    yield from asked
    for found in SENTENCE.finditer(text):
        span = Span(found.start(), found.end())
        if _INVERTED.search(found.group()) and not any(overlap(span, one) for one in asked):
            yield span


_INVERTED = re.compile(
    r"\b(?:should|shall|can|could|may|do|have|did)\s+(?:i|you|he|she|they)\b[^.?!]*\bmy\s+(?:\w+\s+)?number\b",
    re.IGNORECASE,
)


def _found(text: str) -> Iterator[PracticalQuestion]:
    for span in _spans(text):
        question = text[span.start : span.end]
        if choice := choice_in(question):
            yield PracticalQuestion(Practical.CHOICE, span.start, span, choice)
        for about, words in _PATTERNS:
            if match := words.search(question):
                yield PracticalQuestion(about, span.start + match.start(), span)

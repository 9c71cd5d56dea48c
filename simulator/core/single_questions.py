"""The questions of a turn one by one, also where two of them share a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.core.asking_part import asking_part
from simulator.core.question import asks_by_form, questions
from simulator.core.text import Span

_AND = re.compile(
    r",?\s+and\s+(?=(?:(?:to|at|on|by|from|until|in|with|for)\s+(?=wh|how))?(?:who|what|when|where|how|why|which|whether|is|are|was|were|do|does|did|has|have|had|can|could|will"
    r"|would|am\s+i|should\s+i|if\s+(?:there|i|you))\b)|,\s+(?=whether\b)",
    re.IGNORECASE,
)
"""Joins two questions in one sentence."""
_COMMA = re.compile(
    r",\s+(?=(?:who|what|when|where|how|why|which)\b)(?!(?:where|when)\s+(?:i|we)\s+(?:could|can|might|should|would)\b)",
    re.IGNORECASE,
)
"""The same, where what stands before it asks by itself: "What do I bring, who will be there?"."""
_AND_IS = re.compile(
    r",\s+(?:and\s+)?(?=(?:is|are|was|were|do|does|did|will|would|can|could|has|have|must)\s+"
    r"(?:it|that|this|there|you|he|she|they|i|we|the|one|some(?:body|one)|any(?:body|one))\s+\w)",
    re.IGNORECASE,
)
"""The same before a question that begins with its verb: "What does it pay, is that before tax?"."""
_AND_SO = re.compile(r"^(?:and|so|but|ha|oh)\W+", re.IGNORECASE)
_ECHO = 3
"""Words up to which a question before another only says back what was heard."""


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def single_questions(text: str) -> tuple[Span, ...]:
    """In order; two that are joined by an "and" are two."""
    return tuple(_single_questions(text))


def _single_questions(text: str) -> Iterator[Span]:
    for span in _with_their_echoes(text):
        start = span.start
        joints = [one for joins in (_AND, _COMMA, _AND_IS) for one in joins.finditer(text, span.start, span.end)]
        for joint in sorted(joints, key=re.Match.start):
            before = text[start : joint.start()].strip()
            if before and (joint.re is _AND or asks_by_form(asking_part(before))):
                yield Span(start, joint.start())
                start = joint.end()
        yield Span(start, span.end)


def _with_their_echoes(text: str) -> Iterator[Span]:
    """The questions; a few words said back before one belong to it: "A spaniel? Oh dear, what's happened to him?"."""
    start: int | None = None
    spans = questions(text)
    for number, span in enumerate(spans, 1):
        start = span.start if start is None else start
        words = text[start : span.end].strip()
        is_echo = len(words.split()) <= _ECHO and number < len(spans) and not asks_by_form(_AND_SO.sub("", words))
        if not is_echo:
            yield Span(start, span.end)
            start = None

"""The questions of a turn one by one, also where two of them share a sentence."""

import re
from collections.abc import Iterator

from simulator.core.question import questions
from simulator.core.text import Span

_AND = re.compile(
    r",?\s+and\s+(?=(?:who|what|when|where|how|why|which|whether|is|are|was|were|do|does|did|has|have|had|can|could|will"
    r"|would|am\s+i|should\s+i|if\s+(?:there|i|you))\b)|,\s+(?=whether\b)",
    re.IGNORECASE,
)
"""Joins two questions in one sentence."""
_ECHO = 3
"""Words up to which a question before another only says back what was heard."""


def single_questions(text: str) -> Iterator[Span]:
    """In order; two that are joined by an "and" are two."""
    for span in _with_their_echoes(text):
        start = span.start
        for joint in _AND.finditer(text, span.start, span.end):
            if text[start : joint.start()].strip():
                yield Span(start, joint.start())
                start = joint.end()
        yield Span(start, span.end)


def _with_their_echoes(text: str) -> Iterator[Span]:
    """The questions; a few words said back before one belong to it: "A spaniel? Oh dear, what's happened to him?"."""
    start: int | None = None
    spans = questions(text)
    for number, span in enumerate(spans, 1):
        start = span.start if start is None else start
        is_echo = len(text[start : span.end].split()) <= _ECHO and number < len(spans)
        if not is_echo:
            yield Span(start, span.end)
            start = None

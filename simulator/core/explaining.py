"""Questions for what somebody meant by something that they told: "A box?", "I don't get what the clown is"."""

import re
from collections.abc import Sequence

from simulator.core.asked_back import asks_what_was_meant
from simulator.core.detail import Detail
from simulator.core.echo import OFTEN, telling_words
from simulator.core.memory import Memory

_BRIEF = 6
"""Words up to which a question may only say back what was not understood."""
_ASKS_MORE = re.compile(r"\b(?:why|how|when|where)\b", re.IGNORECASE)
"""Asks for more than what was told: "Why yellow?"."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_LITTLE = frozenset(
    """the and but you your what whats that thats this which who whos how why are was were does did mean means
    meant with for from sorry please again they them his her its then there here not dont get got say said
    saying tell told have has had well wait one ones kind sort thing exactly now just understand know
    follow lost supposed plain words english can could would about don't didn't what's that's who's you've isn't
    it's never mind pardon""".split()
)
"""Words that do not say what was not understood."""
_TELLING = 3
"""Letters from which on a word may."""


def to_explain(question: str, details: Sequence[Detail], memory: Memory, *, to_be_sure: bool = False) -> Detail | None:
    """The detail that was told, and that the question wants explained; None if it does not, or there is nothing to add
    to it. `to_be_sure`: it asks whether that was understood right, and says it otherwise than it was told."""
    told = [
        one
        for one in details
        if one.plainly and one.plainly not in memory.said and not memory.said.isdisjoint(one.lines)
    ]
    just = [one for one in told if memory.has_just_told(one.lines)]
    words = _words(question)
    if asks_what_was_meant(question):
        return _most(words, just) or _most(words, told) or (just[-1] if just and not words else None)
    if to_be_sure:
        return _most(words, just)
    says_back = words and len(question.split()) <= _BRIEF and not _ASKS_MORE.search(question)
    return next((one for one in just if says_back and words <= _of(one)), None)


def brought_up_by(question: str, details: Sequence[Detail], memory: Memory) -> Detail | None:
    """What was told in the last breath, has plain words left, and shares a telling word with the question: "But who is
    working out notice?"."""
    just = [
        one for one in details if one.plainly and one.plainly not in memory.said and memory.has_just_told(one.lines)
    ]
    words = telling_words(question) - OFTEN
    sharing = [one for one in just if words & telling_words(" ".join(one.lines))]
    return sharing[-1] if sharing else None


def _most(words: set[str], among: Sequence[Detail]) -> Detail | None:
    """The one that shares most words, if any does."""
    sharing = [one for one in among if words & _of(one)]
    return max(sharing, key=lambda one: len(words & _of(one)), default=None)


def _of(detail: Detail) -> set[str]:
    return _words(" ".join(detail.lines))


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) >= _TELLING and word not in _LITTLE}

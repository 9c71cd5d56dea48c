"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from simulator.core.likeness import alike

_ByLetter: TypeAlias = dict[str, list[str]]
"""The words of a question, in lower case, by their first letter, which forms of one word share."""


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""

    def asked_in(self, said: _ByLetter) -> int:
        """How clearly a question of these words asks about it: the letters of the phrases that stand in it; 0 if none
        does."""
        return sum(len(phrase) for phrase in self.about if _holds(said, phrase))


def asked_about(question: str, details: Iterable[Detail], told: Collection[str]) -> Detail | None:
    """The detail that the question asks about most clearly, if it has a line that was not `told` yet."""
    said: _ByLetter = {}
    for word in _words(question.replace("alright", "all right")):
        said.setdefault(word[0], []).append(word)
    clearest = max(((detail.asked_in(said), detail) for detail in details), key=itemgetter(0), default=None)
    if clearest is None or not clearest[0] or set(clearest[1].lines) <= set(told):
        return None
    return clearest[1]


def _holds(said: _ByLetter, phrase: str) -> bool:
    wanted = _words(phrase)
    return bool(wanted) and all(any(_forms_of_one(word, other) for other in said.get(word[0], ())) for word in wanted)


@lru_cache(maxsize=20_000)
def _forms_of_one(word: str, other: str) -> bool:
    return alike(word, other) or word.rstrip("s") == other.rstrip("s")


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))

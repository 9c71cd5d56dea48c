"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from simulator.core.likeness import alike


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""

    def asked_in(self, said: Collection[str]) -> int:
        """How clearly a question of these words, in lower case, asks about it: the letters of the phrases that stand in
        it; 0 if none does."""
        return sum(len(phrase) for phrase in self.about if _holds(said, phrase))


def asked_about(question: str, details: Iterable[Detail], told: Collection[str]) -> Detail | None:
    """The detail that the question asks about most clearly, if it has a line that was not `told` yet."""
    said = _words(question.replace("alright", "all right"))
    clearest = max(((detail.asked_in(said), detail) for detail in details), key=itemgetter(0), default=None)
    if clearest is None or not clearest[0] or set(clearest[1].lines) <= set(told):
        return None
    return clearest[1]


def _holds(said: Collection[str], phrase: str) -> bool:
    wanted = _words(phrase)
    return bool(wanted) and all(word in said or any(_form_of(word, other) for other in said) for word in wanted)


def _form_of(word: str, other: str) -> bool:
    return word[:1] == other[:1] and (alike(word, other) or word.rstrip("s") == other.rstrip("s"))


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))

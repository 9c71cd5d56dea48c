"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from simulator.core.likeness import alike


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""

    def asked_in(self, question: str) -> int:
        """How clearly a question asks about it: the letters of the phrases that stand in it; 0 if none does."""
        said = re.findall(r"\w+", question.lower().replace("alright", "all right"))
        return sum(len(phrase) for phrase in self.about if _holds(said, phrase))


def asked_about(question: str, details: Iterable[Detail], said: Collection[str]) -> Detail | None:
    """The detail that the question asks about most clearly, if it has a line that was not `said` yet."""
    best = max(details, key=lambda detail: detail.asked_in(question), default=None)
    return best if best and best.asked_in(question) and not set(best.lines) <= set(said) else None


def _holds(said: list[str], phrase: str) -> bool:
    wanted = re.findall(r"\w+", phrase.lower())
    return bool(wanted) and all(any(alike(word, other) for other in said) for word in wanted)

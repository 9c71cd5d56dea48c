"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from simulator.core.measure import telling
from simulator.core.text import Span


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases of such a question."""
    lines: tuple[str, ...]
    """Variants of the answer."""
    asked: tuple[str, ...] = ()
    """Examples of questions that it answers."""
    plainly: str = ""
    """What the answer means, in plain words: for who did not understand it, or asks again."""

    @property
    def examples(self) -> tuple[str, ...]:
        """Of what it answers; its words, where no questions are written."""
        return self.asked or self.about

    @property
    def all_lines(self) -> tuple[str, ...]:
        """All that may be said in answer."""
        return (*self.lines, self.plainly) if self.plainly else self.lines


@dataclass(frozen=True, slots=True)
class DetailAsked:
    """Something that a turn asks about."""

    detail: Detail
    question: Span
    """Where in the turn."""
    outright: bool
    """The question is about nothing else, whatever act it was taken for."""
    words: str
    """The question itself."""
    explains: bool = False
    """It was told, and is asked what it means."""

    def untold(self, said: Collection[str]) -> bool:
        """Whether there is a line left that was not `said`."""
        return bool(self.lines(said))

    def told(self, said: Collection[str]) -> str:
        """The line that was `said`; empty if none was."""
        return next((line for line in self.detail.lines if line in said), "")

    def lines(self, said: Collection[str]) -> list[str]:
        """Those that were not `said`; of these, the ones that tell the measure that was asked for, if any do. Who
        wants it explained, or has heard it all, hears it in plain words."""
        left = [line for line in self.detail.lines if line not in said]
        plain = [line for line in (self.detail.plainly,) if line and line not in said]
        return plain if plain and (self.explains or not left) else telling(self.words, left) or left


def shared_phrases(details: Iterable[Detail]) -> Iterator[tuple[str, Detail, Detail]]:
    """Phrases and questions that stand in two details, so that nobody can say which of them is meant."""
    first: dict[frozenset[str], Detail] = {}
    for detail in details:
        for phrase in (*detail.about, *detail.asked):
            owner = first.setdefault(frozenset(re.findall(r"\w+", phrase.lower())), detail)
            if owner is not detail:
                yield phrase, owner, detail

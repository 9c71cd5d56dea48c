"""Which of the things that somebody knows answers a question: found by what it means, and by its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulator.core.detail import Detail
from simulator.core.leaning import leans
from simulator.core.meaning import Meaning, Vector, Vectors
from simulator.core.measure import asks_measure, telling, tells_measure
from simulator.core.question_kind import kinds_asked
from simulator.core.reading import logistic
from simulator.core.word_index import WordIndex, telling_stems

Evidence = NDArray[np.float32]
"""What speaks for each detail; shape (details, signs)."""

_COMPARED = {
    "like an example": 0.65,
    "like a line": 0.53,
    "like several examples": 0.58,
    "share of the question's words": 0.42,
    "like an example, by words": 0.43,
}
"""Signs of which it matters how far they are above those of the next, and what the next has at the median of all
labelled questions: who knows little has no close second, and yet not every answer."""
SIGNS = (
    "like an example",
    "like a line",
    "like several examples",
    "like an example, with what was said before",
    "like a line, with what was said before",
    "like several examples, with what was said before",
    "share of the question's words",
    "like an example, by words",
    "share of the words said before",
    "share of the examples that ask for the same kind of thing",
    "no example does",
    "tells no measure, and one was asked for",
    "tells the kind of measure that was asked for",
    "was told just before",
    "the question leans on what was said before",
    *(f"{sign}, above the next" for sign in _COMPARED),
)
"""What speaks for a detail, or against it."""
LIKELY = 0.4
"""The chance, 0 to 1, from which on a detail is told rather than that nobody knows."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """How the signs of a detail, and how far each lies below the best of all details, make a chance: a small network of
    one hidden layer."""

    usual: NDArray[np.float32]
    """The signs of the best detail at the median of all labelled questions: who knows little has no good second, and
    yet not every answer. Shape (signs,)."""
    hidden: NDArray[np.float32]
    """Shape (2 signs, units)."""
    hidden_shift: NDArray[np.float32]
    """Shape (units,)."""
    output: NDArray[np.float32]
    """Shape (units,)."""
    shift: NDArray[np.float32]
    """Shape ()."""

    def sums(self, evidence: Evidence) -> NDArray[np.float32]:
        """The log odds of each detail; shape (details,)."""
        units = np.maximum(beside_the_best(evidence, self.usual) @ self.hidden + self.hidden_shift, 0)
        return np.asarray(units @ self.output + self.shift, dtype=np.float32)


def beside_the_best(evidence: Evidence, usual: NDArray[np.float32]) -> Evidence:
    """The signs, and how far each lies below the best of all details, which is taken to be `usual` or more; shape
    (details, 2 signs)."""
    return np.concatenate([evidence, evidence - np.maximum(evidence.max(axis=0), usual)], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """How much the signs count."""

    by_meaning: Weighing
    by_words: Weighing
    """The same where nothing tells what a text means; the signs that need it are 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What is needed to search anybody's details."""

    ranking: Ranking
    meaning: Meaning | None

    def over(self, details: tuple[Detail, ...], explained: tuple[Detail, ...] = ()) -> "Retrieval":
        return _prepared(self, details, explained)


@dataclass(frozen=True, slots=True)
class Found:
    """The detail that answers a question best."""

    detail: Detail
    chance: float
    """How likely it does, 0 to 1."""


class Retrieval:
    """Searches the details of one scenario."""

    def __init__(
        self, details: Sequence[Detail], ranking: Ranking, meaning: Meaning | None, explained: Sequence[Detail] = ()
    ) -> None:
        """`meaning` is None where no encoder runs; then the words alone decide. `explained`: who is who, and what
        words mean, by the name or the word."""
        self.details = tuple(details)
        self.explained = tuple(explained)
        self._ranking = ranking
        self._meaning = meaning
        self.best = lru_cache(maxsize=50)(self._best)  # a turn is foreseen before it is said
        self._sums = lru_cache(maxsize=50)(self._log_odds)
        self._share_of_kind = lru_cache(maxsize=50)(self._shares_of_kind)

    def chance_of(self, detail: Detail, question: str, before: str = "") -> float:
        """How likely one of the details answers the question, 0 to 1; `before` as for the best."""
        return float(logistic(self._sums(question, before)[self.details.index(detail)]))

    def _log_odds(self, question: str, before: str) -> NDArray[np.float32]:
        """Of each detail to be the answer; shape (details,)."""
        weighing = self._ranking.by_meaning if self._meaning else self._ranking.by_words
        return weighing.sums(self.evidence(question, before))

    def _best(self, question: str, before: str = "", wrong: frozenset[str] = frozenset()) -> Found | None:
        """The detail that answers the question best, however little; None if there are none. `before`: what the other
        end said last, or the caller just before, on which the question may lean. `wrong`: lines that the question
        puts right, so that none of them is meant."""
        if not self.details or not (telling_stems(question) or (before and kinds_asked(question))):
            return None
        sums = self._sums(question, before)
        if wrong:
            sums = np.where([not wrong.isdisjoint(one.lines) for one in self.details], -np.inf, sums)
        first = int(sums.argmax())
        return Found(self.details[first], float(logistic(sums[first])))

    def prepare(self) -> None:
        """Does once what takes some tenths of a second, so that the first question need not wait for it."""
        if self.details:
            self.evidence("How long has it been so?", "")

    def answers(self, question: str, before: str = "") -> bool:
        """Whether one of the details is likely to answer the question."""
        found = self.best(question, before)
        return found is not None and found.chance >= LIKELY

    def evidence(self, question: str, before: str) -> Evidence:
        """What speaks for each detail."""
        with_before = bool(before) and leans(question)
        said, earlier = telling_stems(question), telling_stems(before) if with_before else frozenset()
        asks, measured, none = kinds_asked(question), asks_measure(question), np.zeros(len(self.details))
        same_kind = self._share_of_kind(asks) if asks else none
        signs: list[ArrayLike] = [
            *self._likeness(question, f"{_end_of(before)} {question}" if with_before else ""),
            self._index.share(said),
            self._index.likeness(said),
            self._index.share(earlier) if earlier else none,
            same_kind,
            same_kind == 0 if asks else none,
            ~self._tells_measure if measured else none,
            [bool(telling(question, detail.lines)) for detail in self.details] if measured else none,
            [any(line in before for line in detail.lines) for detail in self.details] if before else none,
            np.full(len(self.details), with_before),
        ]
        table = np.array(signs, dtype=np.float32)
        return np.concatenate(
            [table, [_above_the_next(table[SIGNS.index(sign)], least) for sign, least in _COMPARED.items()]]
        ).T

    def _shares_of_kind(self, asks: frozenset[str]) -> NDArray[np.float64]:
        """Of the examples of each detail, those that ask for one of the kinds; shape (details,)."""
        return np.array([sum(not asks.isdisjoint(one) for one in ones) / len(ones) for ones in self._kinds])

    def _likeness(self, question: str, with_before: str) -> NDArray[np.float32]:
        """Rows: the question like the examples, like the lines, like several examples; with what was said before, the
        same."""
        if self._meaning is None:
            return np.zeros((6, len(self.details)), dtype=np.float32)
        alone = self._like(self._meaning.of(question))
        return np.concatenate([alone, self._like(self._meaning.of(with_before)) if with_before else alone])

    def _like(self, point: Vector) -> NDArray[np.float32]:
        (examples, of_examples), (lines, of_lines) = self._example_points, self._line_points
        by_example = examples @ point
        several = [np.sort(ones)[-_SEVERAL:].mean() for ones in np.split(by_example, of_examples[1:])]
        likest = np.maximum.reduceat(by_example, of_examples), np.maximum.reduceat(lines @ point, of_lines)
        return np.stack([*likest, np.array(several, dtype=np.float32)])

    @cached_property
    def _example_points(self) -> tuple[Vectors, NDArray[np.intp]]:
        return self._points([detail.examples for detail in self.details])

    @cached_property
    def _line_points(self) -> tuple[Vectors, NDArray[np.intp]]:
        return self._points([detail.all_lines for detail in self.details])

    def _points(self, texts: Sequence[Sequence[str]]) -> tuple[Vectors, NDArray[np.intp]]:
        """The points of all texts, and where those of each detail begin."""
        assert self._meaning is not None  # noqa: S101 - asked only where there is one
        starts = np.cumsum([0, *(len(ones) for ones in texts[:-1])])
        return self._meaning.of_all(text for ones in texts for text in ones), starts

    @cached_property
    def _kinds(self) -> list[list[frozenset[str]]]:
        return [[kinds_asked(example) for example in detail.examples] for detail in self.details]

    @cached_property
    def _tells_measure(self) -> NDArray[np.bool_]:
        return np.array([any(map(tells_measure, detail.lines)) for detail in self.details])

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex([(*one.about, *one.asked) for one in self.details], [one.lines for one in self.details])


def _end_of(before: str) -> str:
    """As much of what was said before as leaves room for a question, and as the weights were learnt with."""
    return " ".join(before.split()[-_MOST_BEFORE:])


_MOST_BEFORE = 30
"""Words."""
_SEVERAL = 3
"""Examples of a detail, the likest, of which the mean counts: one alone may be like by chance."""


@lru_cache(maxsize=100)  # a scenario is rehearsed again and again
def _prepared(search: Search, details: tuple[Detail, ...], explained: tuple[Detail, ...]) -> Retrieval:
    return Retrieval(details, search.ranking, search.meaning, explained)


def _above_the_next(signs: NDArray[np.float32], least: float) -> NDArray[np.float32]:
    """How far each is above the best of all others, which is taken to be `least` or more."""
    second, first = np.partition(signs, -2)[-2:] if len(signs) > 1 else (least, signs[0])
    others = np.maximum(np.where(signs == first, second, first), least)
    return np.asarray(signs - others, dtype=np.float32)


_WEIGHS_NOTHING = Weighing(
    *(np.zeros(shape, np.float32) for shape in ((len(SIGNS),), (2 * len(SIGNS), 0), (0,), (0,), ()))
)
NO_RANKING = Ranking(_WEIGHS_NOTHING, _WEIGHS_NOTHING)
"""For who asks for the evidence only."""
NOTHING = Retrieval((), NO_RANKING, None)
"""What somebody has to search who knows nothing."""

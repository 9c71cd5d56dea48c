"""What questions and details have in common by their words, the rarer the weightier."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.core.word_forms import stems

Words = frozenset[str]
"""Stems of telling words."""
Scores = NDArray[np.float32]
"""One a detail, 0 to 1."""

_LITTLE = frozenset(
    """a an the is are was were am be been being do does did done has have had will would shall should can could may
    might must i you he she it we they me him her us them my your his its our their this that these those there here of
    in on at for to from with by about as and or but so if then than not no yes just also please sorry oh ah um uh well
    okay ok now get got go going s t m ll d ve re who what when where why how which whose""".split()
)


class WordIndex:
    """The words of the details of one scenario."""

    def __init__(self, phrases: Sequence[Sequence[str]], lines: Sequence[Sequence[str]]) -> None:
        """For each detail the phrases of questions about it, at least one, and its lines."""
        by_phrase = [[telling_stems(phrase) for phrase in ones] for ones in phrases]
        by_detail = [
            frozenset().union(*ones, *map(telling_stems, own)) for ones, own in zip(by_phrase, lines, strict=True)
        ]
        words = sorted(frozenset().union(*by_detail))
        self._column = {word: number for number, word in enumerate(words)}
        self._in_detail = self._table(by_detail)
        self._in_phrase = self._table([one for ones in by_phrase for one in ones])
        self._starts = np.cumsum([0, *(len(ones) for ones in by_phrase[:-1])])
        # Inverse document frequency: a word of one detail tells more than one of all.
        counts = self._in_detail.sum(axis=0)
        self._rarity = np.log((len(by_detail) + 1) / (counts + 0.5)).astype(np.float32)
        self._unheard = math.log(2 * len(by_detail) + 2)
        self._lengths = np.sqrt(np.maximum(self._in_phrase @ self._rarity, _LEAST))

    def share(self, words: Words) -> Scores:
        """How much of the words each detail has."""
        columns = self._columns(words)
        return np.asarray(self._in_detail[:, columns] @ self._rarity[columns] / max(self._weight(words), _LEAST))

    def likeness(self, words: Words) -> Scores:
        """How like the words are to the likest phrase of each detail."""
        columns = self._columns(words)
        common = self._in_phrase[:, columns] @ self._rarity[columns]
        alike = common / (self._lengths * math.sqrt(max(self._weight(words), _LEAST)))
        return np.asarray(np.maximum.reduceat(alike, self._starts))

    def _table(self, rows: Sequence[Words]) -> NDArray[np.float32]:
        table = np.zeros((len(rows), len(self._column)), dtype=np.float32)
        for row, words in enumerate(rows):
            table[row, [self._column[word] for word in words]] = 1
        return table

    def _columns(self, words: Words) -> list[int]:
        return [self._column[word] for word in words if word in self._column]

    def _weight(self, words: Words) -> float:
        known = self._columns(words)
        return float(self._rarity[known].sum()) + self._unheard * (len(words) - len(known))


_LEAST = 1e-6
"""A weight that is no longer 0."""


@lru_cache(maxsize=20_000)
def telling_stems(text: str) -> Words:
    """The stems of its words, less those that tell nothing."""
    return stems(word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _LITTLE)

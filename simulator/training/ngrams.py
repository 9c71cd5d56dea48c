"""Trigram models with backoff, as sorted arrays; every probability is a log10."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
BASE = 1 << 20
"""More than the words of any vocabulary: an n-gram is a number in this base, the first word foremost."""


def pair_key(first: Ints, last: Ints) -> Ints:
    return first * BASE + last


def triple_key(first: Ints, middle: Ints, last: Ints) -> Ints:
    return (first * BASE + middle) * BASE + last


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams of one order."""

    keys: Ints
    """Ascending."""
    logs: Floats
    bows: Floats
    """Weight with which a shorter history takes over; nothing but zeros for the longest n-grams."""

    @classmethod
    def of(cls, keys: Ints, logs: npt.ArrayLike, bows: npt.ArrayLike | None = None) -> Self:
        """The n-grams, sorted."""
        order = np.argsort(keys)
        weights = np.zeros(len(keys)) if bows is None else np.asarray(bows, np.float64)
        return cls(keys[order], np.asarray(logs, np.float64)[order], weights[order])

    def find(self, keys: Ints) -> tuple[Ints, npt.NDArray[np.bool_]]:
        """Where each key stands, and whether it does."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.bool_)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] == keys


@dataclass(frozen=True, slots=True)
class Backoff:
    """A trigram model."""

    words: tuple[str, ...]
    logs: Floats
    """Of single words, in the order of `words`."""
    bows: Floats
    pairs: Grams
    triples: Grams

    def pair(self, first: Ints, last: Ints) -> Floats:
        """log10 P(last | first)."""
        at, there = self.pairs.find(pair_key(first, last))
        return np.where(there, self.pairs.logs[at], self.bows[first] + self.logs[last])

    def triple(self, first: Ints, middle: Ints, last: Ints) -> Floats:
        """log10 P(last | first middle)."""
        at, there = self.triples.find(triple_key(first, middle, last))
        before, known = self.pairs.find(pair_key(first, middle))
        shorter = self.pair(middle, last) + np.where(known, self.pairs.bows[before], 0.0)
        return np.where(there, self.triples.logs[at], shorter)


def split_pairs(keys: Ints) -> tuple[Ints, Ints]:
    return keys // BASE, keys % BASE


def split_triples(keys: Ints) -> tuple[Ints, Ints, Ints]:
    return keys // (BASE * BASE), keys // BASE % BASE, keys % BASE


def perplexity(logs: Sequence[float] | Floats) -> float:
    return float(10 ** -np.mean(logs))

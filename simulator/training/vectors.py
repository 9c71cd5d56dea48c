"""Texts as rows of numbers, weighed as the linear model weighs them when it runs."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

MIN_TEXTS = 4
"""A feature must stand in so many training texts to be kept."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each feature of one kind stands in each text."""

    keys: NDArray[np.uint32]
    """Hashes of the features, ascending; shape (features,)."""
    table: sparse.csr_matrix
    """Shape (texts, features)."""

    @classmethod
    def of(cls, texts: Iterable[str], extract: Callable[[str], Counter[int]]) -> "Counts":
        hashes: list[int] = []
        often: list[int] = []
        ends = [0]
        for text in texts:
            counts = extract(text)
            hashes.extend(counts)
            often.extend(counts.values())
            ends.append(len(hashes))
        keys, columns = np.unique(np.array(hashes, dtype=np.uint32), return_inverse=True)
        shape = (len(ends) - 1, len(keys))
        return cls(keys, sparse.csr_matrix((np.array(often, dtype=np.float64), columns, ends), shape=shape))


@dataclass(frozen=True, slots=True)
class Vectors:
    """Weighed features of texts."""

    keys: NDArray[np.uint32]
    """Shape (features,)."""
    rarity: NDArray[np.float64]
    """Inverse document frequency; shape (features,)."""
    table: sparse.csr_matrix
    """Shape (texts, features); what one kind of features adds to a row has length 1."""


def weigh(kinds: Iterable[Counts], known: NDArray[np.intp]) -> Vectors:
    """The texts as vectors of the features that enough of the `known` texts (by index) hold."""
    keys, rarities, tables = [], [], []
    for counts in kinds:
        texts_with = np.bincount(counts.table[known].indices, minlength=len(counts.keys))
        kept = np.flatnonzero(texts_with >= MIN_TEXTS)
        rarity = np.log((1 + len(known)) / (1 + texts_with[kept])) + 1
        table = counts.table[:, kept]
        table.data = 1 + np.log(table.data)
        table = table @ sparse.diags(rarity)
        length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
        keys.append(counts.keys[kept])
        rarities.append(rarity)
        tables.append(sparse.diags(1 / np.where(length > 0, length, 1)) @ table)
    return Vectors(np.concatenate(keys), np.concatenate(rarities), sparse.hstack(tables).tocsr())

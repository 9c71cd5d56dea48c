"""What a text means, as a point: of two texts that mean alike, the points lie close together."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.core.encoder import BEGIN, END

Vector = NDArray[np.float32]
"""Of length 1; shape (dimensions,)."""
Vectors = NDArray[np.float32]
"""One a text; shape (texts, dimensions). The product of two is the likeness of their texts, -1 to 1."""
States = Callable[[NDArray[np.int64]], NDArray[np.float32]]
"""Token ids, of shape (1, tokens), to what the layers of the encoder make of each token, of shape (tokens, states)."""

MAX_TOKENS = 60
"""Of a text that are looked at: a long question."""
_KEY_BYTES = 5
"""Of forty thousand texts, two have the same fingerprint with a chance of one in a thousand."""
_REMEMBERED = 500
"""Texts of which the states are kept: two megabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """From the states of the encoder's layers to a point: what tells apart what questions ask for."""

    weights: NDArray[np.float32]
    """Shape (states, dimensions)."""
    shift: NDArray[np.float32]
    """Shape (dimensions,)."""

    def of(self, states: NDArray[np.float32]) -> Vectors:
        """The points of texts whose mean states are given; shape (texts, states)."""
        return unit(states @ self.weights + self.shift)


@dataclass(frozen=True, slots=True, eq=False)
class KnownPoints:
    """Points that were worked out beforehand: those of all that the scenarios of the program can be asked."""

    keys: NDArray[np.uint64]
    """Fingerprints of the texts, in ascending order."""
    points: NDArray[np.int8]
    """At any length; shape (texts, dimensions)."""

    def get(self, text: str) -> Vector | None:
        place = int(np.searchsorted(self.keys, key(text)))
        if place < len(self.keys) and self.keys[place] == key(text):
            return unit(self.points[place].astype(np.float32))
        return None


class Reader:
    """The encoder that recognises dialogue acts, as far as it tells what a text means."""

    def __init__(self, tokenize: Callable[[str], Sequence[int]], states: States) -> None:
        """`tokenize`: the token ids of a text."""
        self._tokenize = tokenize
        self._states = states
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)  # a question is looked at in more than one way

    def _read(self, text: str) -> NDArray[np.float32]:
        """The mean states of a text; shape (states,)."""
        ids = np.array([[BEGIN, *self._tokenize(text)[:MAX_TOKENS], END]], dtype=np.int64)
        return np.asarray(self._states(ids).mean(axis=0), dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """Tells the point of any text."""

    reader: Reader
    projection: Projection
    known: KnownPoints

    def of(self, text: str) -> Vector:
        found = self.known.get(text)
        return self.projection.of(self.reader.read(text)) if found is None else found

    def of_all(self, texts: Iterable[str]) -> Vectors:
        return np.stack([self.of(text) for text in texts])


def unit(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same points at length 1."""
    return np.asarray(points / np.linalg.norm(points, axis=-1, keepdims=True), dtype=np.float32)


def key(text: str) -> np.uint64:
    """The fingerprint of a text."""
    return np.uint64(int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=_KEY_BYTES).digest()))

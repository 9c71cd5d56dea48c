"""The linear model of dialogue acts: one logistic regression an act over hashed words and letters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.acts import DialogueAct
from simulator.core.features import letter_features, word_features

ACTS = tuple(act for act in DialogueAct if act is not DialogueAct.OTHER)
"""The acts that a model decides, in the order of its columns; `other` is where it finds none."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Weights as training left them, rounded to eight bits."""

    keys: NDArray[np.uint32]
    """Hashes of the known features, ascending; shape (features,)."""
    idf: NDArray[np.float32]
    """How rare each feature is; shape (features,)."""
    weights: NDArray[np.int8]
    """Shape (features, acts), in units of `scale`."""
    scale: NDArray[np.float32]
    """Shape (acts,)."""
    bias: NDArray[np.float32]
    """Shape (acts,)."""
    thresholds: NDArray[np.float32]
    """The probability from which on an act counts as performed, 0 to 1; shape (acts,)."""

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How likely each text performs each act, 0 to 1; shape (texts, acts)."""
        scores = np.stack([self._score(word_features(text)) + self._score(letter_features(text)) for text in texts])
        return np.asarray(1 / (1 + np.exp(-(scores * self.scale + self.bias))), dtype=np.float32)

    def _score(self, counts: Counter[int]) -> NDArray[np.float32]:
        hashes = np.fromiter(counts.keys(), dtype=np.uint32, count=len(counts))
        places = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
        known = self.keys[places] == hashes
        rows = places[known]
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))[known]
        values = (1 + np.log(often)) * self.idf[rows]
        length = np.sqrt(values @ values) or np.float32(1)
        return np.asarray((values / length) @ self.weights[rows].astype(np.float32), dtype=np.float32)

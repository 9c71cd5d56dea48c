"""The linear model of dialogue acts: for each act a weighted sum over hashed runs of words and letters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.acts import DialogueAct
from simulator.core.features import context_features, letter_features, word_features
from simulator.core.reading import Reading, logistic
from simulator.core.text import Span

ACTS = tuple(act for act in DialogueAct if act is not DialogueAct.OTHER)
"""The acts that a model decides, in the order of its columns; `other` is where it finds none."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Weights as training left them, rounded to eight bits."""

    keys: NDArray[np.uint32]
    """Hashes of the known features, ascending; shape (features,)."""
    rarity: NDArray[np.float32]
    """How much each feature counts for being rare (inverse document frequency); shape (features,)."""
    weights: NDArray[np.int8]
    """Shape (features, acts), in units of `scale`."""
    scale: NDArray[np.float32]
    """Shape (acts,)."""
    bias: NDArray[np.float32]
    """Shape (acts,)."""
    blend: NDArray[np.float32]
    """For the log odds: weights of the turn's sum and of its best clause's sum, and an offset; shape (3, acts)."""

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:
        """Chances of the turn and of its clauses, each clause as if it were a turn of its own."""
        pieces = [text[part.start : part.end] for part in parts]
        turn = text[parts[0].start : parts[-1].end]
        around = self._sum(context_features(context)) * self.scale + self.bias
        clauses = np.stack([self._own(piece) for piece in pieces]) + around
        # A turn of one clause is that clause.
        whole = self._own(turn) + around if len(parts) > 1 else clauses[0]
        of_turn, of_best, offset = self.blend
        return Reading(
            logistic(of_turn * whole + of_best * clauses.max(axis=0) + offset),
            logistic((of_turn + of_best) * clauses + offset),
        )

    def _own(self, text: str) -> NDArray[np.float32]:
        return (self._sum(word_features(text)) + self._sum(letter_features(text))) * self.scale

    def _sum(self, counts: Counter[int]) -> NDArray[np.float32]:
        hashes = np.fromiter(counts.keys(), dtype=np.uint32, count=len(counts))
        places = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
        known = self.keys[places] == hashes
        rows = places[known]
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))[known]
        values = (1 + np.log(often)) * self.rarity[rows]
        length = np.sqrt(values @ values) or np.float32(1)
        return np.asarray((values / length) @ self.weights[rows].astype(np.float32), dtype=np.float32)

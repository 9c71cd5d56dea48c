"""The encoder of dialogue acts: a small transformer that reads the turn as a whole, in its context."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.reading import logistic

Inference = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
"""Token ids and segments, each of shape (1, tokens), to logits of shape (1, tokens, acts)."""

MAX_TOKENS = 110
"""Of a turn in training, and of each part of a longer one: about 90 words."""
MAX_CONTEXT_TOKENS = 40
_MOST_PARTS = 4
"""Of a page, its end is read in any case: people say goodbye there."""
BEGIN, END = 2, 3
"""The tokens [CLS] and [SEP] of the vocabulary (tokenizer.json)."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """Says of each token, in the light of all others, how much it speaks for each act; a turn is their mean."""

    tokenize: Callable[[str], Sequence[int]]
    """The token ids of a text."""
    infer: Inference

    def chances(self, text: str, context: str) -> NDArray[np.float32]:
        """How likely the turn performs each act in its context, as `context_of` makes it; 0 to 1, shape (acts,).
        A long turn is read in parts, four at most, and does what any of them does."""
        tokens = self.tokenize(text)
        size = math.ceil(len(tokens) / math.ceil(len(tokens) / MAX_TOKENS)) if tokens else 1
        parts = [tokens[start : start + size] for start in range(0, max(1, len(tokens)), size)]
        parts = [*parts[: _MOST_PARTS - 1], parts[-1]] if len(parts) > _MOST_PARTS else parts
        around = [*self.tokenize(context)[:MAX_CONTEXT_TOKENS], END] if context else []
        return np.asarray(np.max([self._read(part, around) for part in parts], axis=0), dtype=np.float32)

    def _read(self, tokens: Sequence[int], around: Sequence[int]) -> NDArray[np.float32]:
        turn = [BEGIN, *tokens, END]
        ids = np.array([[*turn, *around]], dtype=np.int64)
        segments = np.array([[0] * len(turn) + [1] * len(around)], dtype=np.int64)
        return logistic(self.infer(ids, segments)[0, : len(turn)].mean(axis=0))

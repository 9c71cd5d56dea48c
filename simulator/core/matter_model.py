"""Tells what a question is about, with a trained model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.meaning import Meaning


@dataclass(frozen=True, slots=True, eq=False)
class MatterModel:
    """Tells what a question is about: logistic regression on what the encoder's layers say of it, and on the meaning
    of what was said before it."""

    weights: NDArray[np.float32]
    """Shape (states, matters)."""
    weights_before: NDArray[np.float32]
    """Shape (dimensions, matters)."""
    shift: NDArray[np.float32]
    """Shape (matters,)."""

    def chances(self, question: str, before: str, meaning: Meaning) -> NDArray[np.float32]:
        """How likely the question is about each matter; they add up to 1. `before`: what the other end said last."""
        said = meaning.of(before) if before else np.zeros(len(self.weights_before), dtype=np.float32)
        return self.of_numbers(meaning.reader.read(question), said)

    def of_numbers(self, states: NDArray[np.float32], before: NDArray[np.float32]) -> NDArray[np.float32]:
        """The same for the states of questions and the points of what was said before them, 0 for nothing; one a
        row. It is the mean of what the question says alone and what it says after that, so that a line before it does
        not sway it too much."""
        alone = states @ self.weights + self.shift
        return np.asarray((_softmax(alone) + _softmax(alone + before @ self.weights_before)) / 2, dtype=np.float32)


def _softmax(sums: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(sums - sums.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)

"""How likely somebody who is silent has finished, by their words and the melody of their voice.

Learnt from turns of the corpus (`simulator/training/endings.py`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources import as_file

import numpy as np
import numpy.typing as npt

from audio.ending_features import asks, features, spoken_words
from audio.melody import Melody

WEIGHTS = resources.files("audio") / "data" / "endings.npz"


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted decision trees of two questions each."""

    features: npt.NDArray[np.int64]
    """Which sign each question is about; shape (trees, 3): the first, and the second after a low or a high answer."""
    thresholds: npt.NDArray[np.float64]
    """Up to which the answer is low; shape (trees, 3)."""
    leaves: npt.NDArray[np.float64]
    """What each pair of answers adds to the score; shape (trees, 4), low-low first."""

    def score(self, signs: Sequence[float]) -> float:
        """In log odds."""
        trees = np.arange(len(self.features))
        high = np.asarray(signs)[self.features] > self.thresholds
        first = high[:, 0].astype(np.int64)
        return float(self.leaves[trees, 2 * first + high[trees, 1 + first]].sum())


@dataclass(frozen=True, slots=True)
class EndingModel:
    """Logistic regression over hashed features of the words; another over its score and the melody, which trees put
    right."""

    weights: npt.NDArray[np.float16]
    intercept: float
    linear: npt.NDArray[np.float64]
    """Intercept, and a weight for each of the `signs`."""
    trees: Trees
    usual: Melody
    """For a voice of which no melody is known."""

    def words_score(self, text: str) -> float:
        """The more above 0, the more the words alone are like those of a whole turn."""
        return self.intercept + float(self.weights[features(spoken_words(text))].astype(np.float64).sum())

    def probability(self, text: str, melody: Melody | None = None) -> float:
        """That somebody who said this, and is silent, has finished: 0 to 1."""
        told = signs(self.words_score(text), text, melody or self.usual)
        score = float(self.linear @ [1.0, *told]) + self.trees.score(told)
        return 1 / (1 + math.exp(-score))


def signs(words_score: float, text: str, melody: Melody) -> tuple[float, ...]:
    """What tells the end of a turn."""
    words = spoken_words(text)
    question = asks(" ".join(words))
    # A voice that rises asks, if the words do, and is as good as fallen; otherwise it holds the turn.
    height = min(melody.height, 0.0) if question else melody.height
    return (words_score, float(question), height, melody.fading, float(len(words)))


@cache
def load_endings() -> EndingModel:
    with as_file(WEIGHTS) as path, np.load(path) as stored:
        trees = Trees(stored["features"], stored["thresholds"], stored["leaves"])
        usual = Melody(*map(float, stored["usual"]))
        return EndingModel(stored["weights"], float(stored["intercept"]), stored["linear"], trees, usual)

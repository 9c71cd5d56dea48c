"""How likely the words so far are all, learnt from the turns of the corpus (`simulator/training/endings.py`)."""

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources import as_file

import numpy as np
import numpy.typing as npt

from audio.ending_features import features, spoken_words

WEIGHTS = resources.files("audio") / "data" / "endings.npz"


@dataclass(frozen=True, slots=True)
class EndingModel:
    """Logistic regression over hashed features."""

    weights: npt.NDArray[np.float16]
    intercept: float

    def probability(self, text: str) -> float:
        """That somebody who said this, and is silent, has finished: 0 to 1."""
        score = self.intercept + float(self.weights[features(spoken_words(text))].astype(np.float64).sum())
        return 1 / (1 + math.exp(-score))


@cache
def load_endings() -> EndingModel:
    with as_file(WEIGHTS) as path, np.load(path) as stored:
        return EndingModel(stored["weights"], float(stored["intercept"]))

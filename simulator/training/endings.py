"""Training of what tells, in a call aloud, whether a silent candidate has finished: whole turns of the corpus, and
their whole sentences, against the beginnings of the same sentences."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from audio.ending_features import BUCKETS, features, spoken_words
from audio.ending_model import EndingModel
from simulator.training.corpus import Example

_BEGINNINGS = 4
"""Of each turn, cut at random within its sentences."""
_SENTENCE_WEIGHT = 0.4
"""Of a beginning that ends with a sentence: one could as well stop there, though this one goes on."""
_SENTENCE_END = re.compile(r"[.?!]['\")]*$")


def train_endings(examples: Sequence[Example]) -> EndingModel:
    """Half a minute."""
    chance = random.Random(1)  # noqa: S311 - a fixed choice
    texts = list(dict.fromkeys(example.text for example in examples))
    rows = [row for text in texts for row in _rows(text, chance)]
    numbers = [features(words) for words, _, _ in rows]
    columns = np.concatenate([np.array(one) for one in numbers])
    starts = np.cumsum([0, *map(len, numbers)])
    table = csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(rows), BUCKETS))
    model = LogisticRegression(C=1.0, solver="liblinear", random_state=0)
    model.fit(table, [ended for _, ended, _ in rows], sample_weight=[weight for _, _, weight in rows])
    return EndingModel(model.coef_[0].astype(np.float16), float(model.intercept_[0]))


def write_endings(model: EndingModel, path: Path) -> None:
    np.savez_compressed(path, weights=model.weights, intercept=np.float64(model.intercept))


def _rows(text: str, chance: random.Random) -> Iterator[tuple[list[str], bool, float]]:
    """Beginnings of the turn: their words, whether one can stop there, and how much they count."""
    if not (whole := spoken_words(text)):
        return
    yield whole, True, 1.0
    written = text.split()
    within: list[list[str]] = []
    for count in range(1, len(written)):
        words = spoken_words(" ".join(written[:count]))
        if words and _SENTENCE_END.search(written[count - 1]):
            yield words, True, _SENTENCE_WEIGHT
        elif words:
            within.append(words)
    chance.shuffle(within)
    for words in within[:_BEGINNINGS]:
        yield words, False, 1.0

"""Training of what tells, in a call aloud, whether a silent candidate has finished.

The words: whole turns of the corpus, and their whole sentences, against the beginnings of the same sentences. What the
words and the melody of the voice weigh together: pauses and ends of turns that were spoken and heard (`pausing.py`),
each judged by words of which the model has seen no turn of the same hand.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from audio.ending_features import BUCKETS, features, spoken_words
from audio.ending_model import EndingModel, signs
from audio.melody import Melody
from simulator.training.corpus import Example
from simulator.training.pausing import Pause

_BEGINNINGS = 4
"""Of each turn, cut at random within its sentences."""
_SENTENCE_WEIGHT = 0.4
"""Of a beginning that ends with a sentence: one could as well stop there, though this one goes on."""
_SENTENCE_END = re.compile(r"[.?!]['\")]*$")


_STRENGTH = 0.2
"""Inverse of the regularisation, of 0.08 to 3 the one that told best in files that were held out."""
_PARTS = 4
"""Into which the files of the corpus are divided for judging."""


def train_endings(examples: Sequence[Example], pauses: Sequence[Pause]) -> EndingModel:
    """Two minutes."""
    weights, intercept = _words(examples)
    known = [pause for pause in pauses if pause.heard]
    usual = Melody(float(np.mean([pause.height for pause in known])), float(np.mean([pause.fading for pause in known])))
    told = _signs_of_unseen(examples, known)
    both = LogisticRegression(C=10.0, random_state=0)
    both.fit([row for row, _ in told], [ended for _, ended in told])
    return EndingModel(weights, intercept, np.array([both.intercept_[0], *both.coef_[0]]), usual)


def write_endings(model: EndingModel, path: Path) -> None:
    np.savez_compressed(
        path,
        weights=model.weights,
        intercept=np.float64(model.intercept),
        heard=model.heard,
        usual=np.array([model.usual.height, model.usual.fading]),
    )


def _words(examples: Sequence[Example]) -> tuple[npt.NDArray[np.float16], float]:
    chance = random.Random(1)  # noqa: S311 - a fixed choice
    texts = list(dict.fromkeys(example.text for example in examples))
    rows = [row for text in texts for row in _rows(text, chance)]
    numbers = [features(words) for words, _, _ in rows]
    columns = np.concatenate([np.array(one) for one in numbers])
    starts = np.cumsum([0, *map(len, numbers)])
    table = csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(rows), BUCKETS))
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
    model.fit(table, [ended for _, ended, _ in rows], sample_weight=[weight for _, _, weight in rows])
    return model.coef_[0].astype(np.float16), float(model.intercept_[0])


def _signs_of_unseen(examples: Sequence[Example], pauses: Sequence[Pause]) -> list[tuple[tuple[float, ...], bool]]:
    """What tells of each pause, and whether the turn ended there."""
    file_of = {example.text: example.file for example in examples}
    files = sorted(set(file_of.values()))
    found = []
    for part in range(_PARTS):
        held_out = set(files[part::_PARTS])
        weights, intercept = _words([example for example in examples if example.file not in held_out])
        judge = EndingModel(weights, intercept, np.zeros(0), Melody(0, 0))
        found += [
            (signs(judge.words_score(pause.heard), pause.heard, pause.melody), pause.ended)
            for pause in pauses
            if file_of.get(pause.said) in held_out
        ]
    return found


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

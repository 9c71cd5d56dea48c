"""Training of what tells, in a call aloud, whether a silent candidate has finished.

The words: whole turns of the corpus, and their whole sentences, against the beginnings of the same sentences. What the
words and the melody of the voice weigh together: pauses and ends of turns that were spoken and heard (`pausing.py`),
each judged by words of which the model has seen no turn of the same hand.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from audio.ending_features import BUCKETS, POSITION, features, spoken_words
from audio.ending_model import EndingModel, Trees, signs
from audio.melody import Melody
from simulator.training.corpus import Example
from simulator.training.pausing import Pause
from simulator.training.spoken import with_position

_BEGINNINGS = 4
"""Of each turn, cut at random within its sentences."""
_SENTENCE_WEIGHT = 0.4
"""Of a beginning that ends with a sentence: one could as well stop there, though this one goes on."""
_NAMED_WEIGHT = 0.5
"""Of a turn whose position has its own name, beside the same turn with the name that stands for all."""
_SENTENCE_END = re.compile(r"[.?!]['\")]*$")


_STRENGTH = 0.2
"""Inverse of the regularisation, of 0.08 to 3 the one that told best in files that were held out."""
_PARTS = 4
"""Into which the files of the corpus are divided for judging."""
_TREES = 160
_NO_TREES = Trees(np.zeros((0, 3), np.int64), np.zeros((0, 3)), np.zeros((0, 4)))


def train_endings(examples: Sequence[Example], pauses: Sequence[Pause]) -> EndingModel:
    """Two minutes."""
    weights, intercept = _words(examples)
    known = [pause for pause in pauses if pause.heard]
    usual = Melody(*np.mean([pause.melody.numbers() for pause in known], axis=0).tolist())
    told = _signs_of_unseen(examples, known)
    return EndingModel(weights, intercept, *_weigh(*zip(*told, strict=True)), usual)


def _weigh(told: Sequence[Sequence[float]], ended: Sequence[bool]) -> tuple[npt.NDArray[np.float64], Trees]:
    linear = LogisticRegression(C=10.0, random_state=0).fit(told, ended)
    trees = GradientBoostingClassifier(
        n_estimators=_TREES,
        learning_rate=0.06,
        max_depth=2,
        subsample=0.7,
        min_samples_leaf=15,
        random_state=0,
        init=linear,
    )
    trees.fit(told, ended)
    grown = [_grown(one.tree_) for one in trees.estimators_[:, 0]]
    asked, thresholds, leaves = (np.array(part) for part in zip(*grown, strict=True))
    first = trees.init_
    return np.array([first.intercept_[0], *first.coef_[0]]), Trees(asked, thresholds, trees.learning_rate * leaves)


def _grown(tree: Any) -> tuple[list[int], list[float], list[float]]:  # noqa: ANN401 - scikit-learn has no types
    """Both questions and the four leaves of a tree; a question that it does not ask has the same answer either way."""
    branches = tree.children_left[0], tree.children_right[0]
    asked, thresholds = [int(tree.feature[0])], [float(tree.threshold[0])]
    leaves: list[float] = []
    for node in branches:
        is_leaf = tree.children_left[node] < 0
        asked.append(0 if is_leaf else int(tree.feature[node]))
        thresholds.append(np.inf if is_leaf else float(tree.threshold[node]))
        ends = (node, node) if is_leaf else (tree.children_left[node], tree.children_right[node])
        leaves += [float(tree.value[end].item()) for end in ends]
    return asked, thresholds, leaves


def write_endings(model: EndingModel, path: Path) -> None:
    np.savez_compressed(
        path,
        weights=model.weights,
        intercept=np.float64(model.intercept),
        linear=model.linear,
        features=model.trees.features,
        thresholds=model.trees.thresholds,
        leaves=model.trees.leaves,
        usual=np.array(model.usual.numbers()),
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
        judge = EndingModel(weights, intercept, np.zeros(0), _NO_TREES, Melody(0, 0))
        found += [
            (signs(judge.words_score(heard), heard, pause.melody), pause.ended)
            for pause in pauses
            if file_of.get(pause.said) in held_out
            for heard in [with_position(pause.heard, POSITION)]
        ]
    return found


def _rows(text: str, chance: random.Random) -> Iterator[tuple[list[str], bool, float]]:
    """Beginnings of the turn: their words, whether one can stop there, and how much they count."""
    placed = with_position(text, POSITION)
    yield from _beginnings(placed, chance)
    if placed != text:
        yield from ((words, ended, weight * _NAMED_WEIGHT) for words, ended, weight in _beginnings(text, chance))


def _beginnings(text: str, chance: random.Random) -> Iterator[tuple[list[str], bool, float]]:
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

"""Trains the linear model: a support vector machine for each act on turns and on their clauses.

The corpus says what a turn does, not which of its clauses do it. So models that never saw a turn first say where in
it each act stands; then models learn from turns and clauses together; and what those say of turns that they never saw
decides how the sums of a turn and of its best clause become a chance, and from which chance on an act counts.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from simulator.core.linear import ACTS, LinearModel
from simulator.core.reading import logistic
from simulator.training.corpus import Example
from simulator.training.scores import micro_f1
from simulator.training.turns import Turns
from simulator.training.vectors import weigh

FOLDS = 5
FREEDOM = 0.3
"""How closely the weights follow the examples (the C of the support vector machine)."""
_TOLERANCE = 0.1
_PROCESSES = 2
_FIRST_SLOPE = 4.0
"""From the sums of the first models to chances, roughly: only their order within a turn matters."""
_THRESHOLDS = np.arange(0.2, 0.6, 0.01)

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What the support vector machines learned."""

    weights: Floats
    """Shape (features, acts)."""
    bias: Floats
    """Shape (acts,)."""


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """What models say of rows that they were not trained on."""

    turns: Turns
    folds: NDArray[np.intp]
    """The fold in which each turn was left out; shape (turns,)."""
    labels: NDArray[np.bool_]
    """What each row does, as the first models judge; shape (rows, acts)."""
    sums: Floats
    """Shape (rows, acts)."""

    @property
    def evidence(self) -> Floats:
        """For each act and turn, the sum of the turn and of its best clause; shape (acts, turns, 2)."""
        whole = self.sums[: len(self.turns.acts)]
        return np.stack([whole, self.turns.best_clause(self.sums)], axis=2).swapaxes(0, 1)


def train(examples: Sequence[Example], heard: Mapping[str, str]) -> tuple[LinearModel, float]:
    """The model, and the chance from which on an act counts; `heard` holds what a recogniser made of some texts. The
    same examples give the same model, bit by bit."""
    unseen = cross_validate(examples, heard, folds_of(examples, FOLDS))
    turns = unseen.turns
    blend = fit_blend(unseen.evidence, turns.acts)
    chances = blended(blend, unseen.evidence)
    everything = np.arange(len(turns.owner))
    vectors = weigh(turns.kinds, np.arange(len(turns.acts)))
    fitted = _fit(vectors.table, unseen.labels, everything)
    order = np.argsort(vectors.keys, kind="stable")
    scale = np.abs(fitted.weights).max(axis=0) / 127
    model = LinearModel(
        keys=vectors.keys[order],
        rarity=vectors.rarity[order].astype(np.float32),
        weights=np.rint(fitted.weights[order] / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=fitted.bias.astype(np.float32),
        blend=blend.T.astype(np.float32),
    )
    return model, best_threshold(turns.acts, chances)


def folds_of(examples: Sequence[Example], folds: int) -> NDArray[np.intp]:
    """The fold of each example; the examples of one file stay together."""
    place = {file: number % folds for number, file in enumerate(sorted({example.file for example in examples}))}
    return np.array([place[example.file] for example in examples])


def cross_validate(examples: Sequence[Example], heard: Mapping[str, str], folds: NDArray[np.intp]) -> Unseen:
    """Trains once for each fold, on the others."""
    turns = Turns.of(examples, heard)
    whole = np.arange(len(turns.acts))
    first = _sums_of_unseen(turns, folds, turns.acts[turns.owner], lambda rows: rows[rows < len(whole)])
    labels = turns.labels(logistic((_FIRST_SLOPE * first).astype(np.float32)).astype(np.float64))
    return Unseen(turns, folds, labels, _sums_of_unseen(turns, folds, labels, lambda rows: rows))


def fit_blend(evidence: Floats, acts: NDArray[np.bool_]) -> Floats:
    """Weights of the turn's sum and of the best clause's, and an offset, that make a chance; shape (acts, 3)."""
    fits = [LogisticRegression().fit(sums, performed) for sums, performed in zip(evidence, acts.T, strict=True)]
    return np.round([[*fit.coef_[0], fit.intercept_[0]] for fit in fits], 4)


def blended(blend: Floats, evidence: Floats) -> Floats:
    """Chances, 0 to 1; shape (turns, acts)."""
    odds = (evidence @ blend[:, :2, None])[:, :, 0] + blend[:, 2:]
    return np.asarray(1 / (1 + np.exp(-odds.T)))


def best_threshold(acts: NDArray[np.bool_], chances: Floats) -> float:
    """The one that gives the best micro-F1."""
    return float(max(_THRESHOLDS, key=lambda threshold: micro_f1(acts, chances >= threshold)).round(2))


def _sums_of_unseen(
    turns: Turns, folds: NDArray[np.intp], labels: NDArray[np.bool_], choose: Callable[[Indices], Indices]
) -> Floats:
    """The sums of every row by models trained on the rows that `choose` picks from the other folds."""
    sums = np.zeros((len(turns.owner), len(ACTS)))
    for fold in np.unique(folds):
        left_out = folds[turns.owner] == fold
        vectors = weigh(turns.kinds, np.flatnonzero(folds != fold))
        fitted = _fit(vectors.table, labels, choose(np.flatnonzero(~left_out)))
        sums[left_out] = vectors.table[left_out] @ fitted.weights + fitted.bias
    return sums


def _fit(table: sparse.csr_matrix, labels: NDArray[np.bool_], rows: Indices) -> Weights:
    chosen = table[rows]
    # Processes, not threads: threads would share one stream of random numbers, and no two runs be alike.
    with ProcessPoolExecutor(_PROCESSES) as processes:
        parts = list(processes.map(_machines, [chosen] * _PROCESSES, np.array_split(labels[rows], _PROCESSES, axis=1)))
    return Weights(np.hstack([part.weights for part in parts]), np.hstack([part.bias for part in parts]))


def _machines(table: sparse.csr_matrix, labels: NDArray[np.bool_]) -> Weights:
    fits = [_machine(table, performed) for performed in labels.T]
    return Weights(np.stack([fit.coef_[0] for fit in fits], axis=1), np.array([fit.intercept_[0] for fit in fits]))


def _machine(table: sparse.csr_matrix, performed: NDArray[np.bool_]) -> LinearSVC:
    # Few turns perform a given act: those that do count more, by the root of how rare they are.
    rare = float(np.sqrt((~performed).sum() / max(1, performed.sum())))
    machine = LinearSVC(C=FREEDOM, class_weight={True: rare}, tol=_TOLERANCE, random_state=0)
    return machine.fit(table, performed)

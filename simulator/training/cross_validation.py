"""How both models fare on hands that they have not met: groups of whole corpus files, each left out in turn.

The best stand-in for the speech of people whom nobody wrote examples for. Half an hour a group on two cores.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.core.linear import ACTS
from simulator.core.reading import context_of
from simulator.model_store import ENCODER_SHARE as SHARE
from simulator.model_store import THRESHOLD
from simulator.training.corpus import Example
from simulator.training.encoder import chances, fine_tune, load_tokenizer
from simulator.training.lessons import Lessons
from simulator.training.linear import blended, fit_blend, folds_of
from simulator.training.linear import cross_validate as linear_cross_validate
from simulator.training.matters import taught_matters
from simulator.training.scores import act_f1, macro_f1, micro_f1

GROUPS = 5
EPOCHS = 2
"""Fewer than the shipped model's, so that all groups take an hour and not three."""
SHARES = np.round(np.arange(0.0, 1.01, 0.05), 2)
THRESHOLDS = np.round(np.arange(0.2, 0.66, 0.02), 2)

Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """What models say of turns whose files they were not trained on; each table has the shape (turns, acts)."""

    folds: NDArray[np.intp]
    acts: Marks
    encoder: Floats
    encoder_alone: Floats
    """Without the moment of the call and the line before."""
    linear: Floats


def cross_validate(
    examples: Sequence[Example],
    heard: Mapping[str, str],
    base: Path,
    cache: Path,
) -> Unseen:
    """Trains both models once a group, without it. What the encoders say is kept in `cache`, so that one can go on
    later."""
    folds = folds_of(examples, GROUPS)
    tokenizer = load_tokenizer(base)
    tables = {name: np.zeros((len(examples), len(ACTS))) for name in ("encoder", "encoder_alone")}
    for fold in range(GROUPS):
        judged = [int(row) for row in np.flatnonzero(folds == fold)]
        file = cache / f"group{fold}.npz"
        if not file.exists():
            rest = [example for example, place in zip(examples, folds, strict=True) if place != fold]
            turns = [(examples[row].text, context_of(examples[row].stage, examples[row].before)) for row in judged]
            network = fine_tune(Lessons(rest, taught_matters(rest), heard), base, epochs=EPOCHS, seed=fold)
            alone = chances(network, tokenizer, [(text, "") for text, _ in turns])
            np.savez(file, encoder=chances(network, tokenizer, turns), encoder_alone=alone)
        with np.load(file) as stored:
            for name, table in tables.items():
                table[judged] = stored[name]
    unseen = linear_cross_validate(examples, heard, folds)
    linear = blended(fit_blend(unseen.evidence, unseen.turns.acts), unseen.evidence)
    return Unseen(folds, unseen.turns.acts, **tables, linear=linear)


def report(examples: Sequence[Example], unseen: Unseen) -> Iterator[str]:
    """The figures in Markdown, line by line. What is chosen for a group is chosen on the others."""
    yield from _by_model(unseen)
    yield ""
    yield from _choices(unseen)
    yield ""
    yield from _by_file(examples, unseen)
    yield ""
    yield from _by_act(unseen)


def mixed(unseen: Unseen, share: float = SHARE) -> Floats:
    return share * unseen.encoder + (1 - share) * unseen.linear


def _by_model(unseen: Unseen) -> Iterator[str]:
    yield f"| on files left out, threshold {THRESHOLD} | micro-F1 | macro-F1 |"
    yield "|---|---:|---:|"
    ways = {
        "linear model alone": unseen.linear,
        "encoder alone, stage and line before withheld": unseen.encoder_alone,
        "encoder alone": unseen.encoder,
        "mixed as shipped": mixed(unseen),
    }
    for name, table in ways.items():
        found = table >= THRESHOLD
        yield f"| {name} | {micro_f1(unseen.acts, found):.3f} | {macro_f1(unseen.acts, found):.3f} |"


def _choices(unseen: Unseen) -> Iterator[str]:
    yield "| chosen on the other groups | micro-F1 | macro-F1 | calibration error |"
    yield "|---|---:|---:|---:|"
    ways: Mapping[str, Callable[[Marks], tuple[float, Floats]]] = {
        f"share {SHARE}, threshold {THRESHOLD} (shipped)": lambda _: (SHARE, np.full(len(ACTS), THRESHOLD)),
        "share and one threshold": lambda rest: _best_pair(unseen, rest),
        f"share {SHARE}, a threshold for each act": lambda rest: (SHARE, _best_thresholds(unseen, rest)),
    }
    for name, choose in ways.items():
        found = np.zeros_like(unseen.acts)
        for fold in range(GROUPS):
            judged = unseen.folds == fold
            share, thresholds = choose(~judged)
            found[judged] = mixed(unseen, share)[judged] >= thresholds
        yield f"| {name} | {micro_f1(unseen.acts, found):.3f} | {macro_f1(unseen.acts, found):.3f} | |"
    for name, table in (("encoder", unseen.encoder), ("linear model", unseen.linear), ("mixed", mixed(unseen))):
        yield f"| {name}, its chances as they are | | | {_calibration_error(unseen.acts, table):.4f} |"
    calibrated = np.zeros_like(unseen.encoder)
    for fold in range(GROUPS):
        judged = unseen.folds == fold
        calibrated[judged] = _platt(mixed(unseen)[~judged], unseen.acts[~judged], mixed(unseen)[judged])
    found = calibrated >= _best_threshold(unseen.acts, calibrated)
    error = _calibration_error(unseen.acts, calibrated)
    yield (
        f"| mixed, calibrated by a logistic curve for each act | {micro_f1(unseen.acts, found):.3f} | "
        f"{macro_f1(unseen.acts, found):.3f} | {error:.4f} |"
    )


def _by_file(examples: Sequence[Example], unseen: Unseen) -> Iterator[str]:
    yield "| file left out, with its group | examples | micro-F1 | near-misses |"
    yield "|---|---:|---:|---:|"
    found = mixed(unseen) >= THRESHOLD
    for file in sorted({example.file for example in examples}):
        judged = np.array([example.file == file for example in examples])
        near = judged & np.array([example.near_miss for example in examples])
        tricky = f"{micro_f1(unseen.acts[near], found[near]):.3f}" if near.sum() >= _ENOUGH else ""
        yield f"| {file} | {judged.sum()} | {micro_f1(unseen.acts[judged], found[judged]):.3f} | {tricky} |"


_ENOUGH = 10
"""Turns from which on a figure says something."""


def _by_act(unseen: Unseen) -> Iterator[str]:
    yield "| act | F1 on files left out |"
    yield "|---|---:|"
    for act, score in zip([*ACTS, "other"], act_f1(unseen.acts, mixed(unseen) >= THRESHOLD), strict=True):
        yield f"| `{act}` | {score:.2f} |"


def _best_pair(unseen: Unseen, rest: Marks) -> tuple[float, Floats]:
    pairs = [(float(share), float(threshold)) for share in SHARES for threshold in THRESHOLDS]
    share, threshold = max(pairs, key=lambda pair: micro_f1(unseen.acts[rest], mixed(unseen, pair[0])[rest] >= pair[1]))
    return share, np.full(len(ACTS), threshold)


def _best_thresholds(unseen: Unseen, rest: Marks) -> Floats:
    acts, table = unseen.acts[rest], mixed(unseen)[rest]
    return np.array([_best_threshold(acts[:, [column]], table[:, [column]]) for column in range(len(ACTS))])


def _best_threshold(acts: Marks, table: Floats) -> float:
    def f1(threshold: float) -> float:
        found = table >= threshold
        return float(2 * (acts & found).sum() / max(1, acts.sum() + found.sum()))

    return float(max(THRESHOLDS, key=f1))


def _platt(known: Floats, acts: Marks, table: Floats) -> Floats:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - slow to import

    def odds(chances: Floats) -> Floats:
        safe = np.clip(chances, 1e-4, 1 - 1e-4)
        return np.asarray(np.log(safe / (1 - safe)))

    def curve(act: int) -> Floats:
        fitted = LogisticRegression().fit(odds(known[:, [act]]), acts[:, act])
        return np.asarray(fitted.predict_proba(odds(table[:, [act]]))[:, 1])

    return np.stack([curve(act) for act in range(len(ACTS))], axis=1)


def _calibration_error(acts: Marks, table: Floats) -> float:
    """The mean distance between the chance told and the share that came true, over tenths of the scale."""
    tenths = np.minimum((table * 10).astype(int), 9)
    total = 0.0
    for tenth in range(10):
        told = tenths == tenth
        if told.any():
            total += told.mean() * abs(table[told].mean() - acts[told].mean())
    return float(total)

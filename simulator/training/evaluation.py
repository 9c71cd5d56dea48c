"""How the linear model fares on a hand that it has not met: each file of the corpus left out in turn."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from simulator.core.linear import ACTS
from simulator.training.corpus import Example
from simulator.training.linear import best_threshold, blended, cross_validate, fit_blend, folds_of
from simulator.training.scores import act_f1, macro_f1, micro_f1


def evaluate(examples: Sequence[Example], heard: Mapping[str, str]) -> Iterator[str]:
    """A report in Markdown, line by line. Blend and threshold, too, are chosen without the file that is judged."""
    files = sorted({example.file for example in examples})
    unseen = cross_validate(examples, heard, folds_of(examples, len(files)))
    acts, evidence = unseen.turns.acts, unseen.evidence
    found = np.zeros_like(acts)
    yield "| left out | examples | micro-F1 | macro-F1 |"
    yield "|---|---:|---:|---:|"
    for fold, file in enumerate(files):
        judged = unseen.folds == fold
        blend = fit_blend(evidence[:, ~judged], acts[~judged])
        threshold = best_threshold(acts[~judged], blended(blend, evidence[:, ~judged]))
        found[judged] = blended(blend, evidence[:, judged]) >= threshold
        scores = micro_f1(acts[judged], found[judged]), macro_f1(acts[judged], found[judged])
        yield f"| {file} | {judged.sum()} | {scores[0]:.3f} | {scores[1]:.3f} |"
    yield f"| each in turn | {len(acts)} | {micro_f1(acts, found):.3f} | {macro_f1(acts, found):.3f} |"
    yield ""
    yield "| act | F1 |"
    yield "|---|---:|"
    for act, score in zip([*ACTS, "other"], act_f1(acts, found), strict=True):
        yield f"| `{act}` | {score:.3f} |"

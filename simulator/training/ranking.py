"""Learns how much each sign counts that a detail answers a question: small networks, learnt on labelled questions."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.core.detail import Detail
from simulator.core.meaning import Meaning
from simulator.core.reading import logistic
from simulator.core.retrieval import NO_RANKING, SIGNS, Evidence, Ranking, Retrieval, Weighing, beside_the_best
from simulator.training.questions import LabelledQuestion

GROUPS = 4
"""Of scenarios, each left out in turn."""
_CLOSEST = 15
"""Details of a scenario that are learnt from, for each question: the others are too far off to teach anything."""
_NEARNESS = [SIGNS.index(sign) for sign in ("like an example", "like a line", "share of the question's words")]
_UNITS, _NETWORKS = 24, 15
"""Of one network; and networks from other beginnings, whose log odds are averaged: one alone depends on luck."""
_RESTRAINT = 1.0
"""How much large weights cost (scikit-learn's `alpha`)."""
Scenarios = Mapping[str, Sequence[Detail]]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A question with the evidence for each detail."""

    question: LabelledQuestion
    evidence: Evidence
    evidence_by_words: Evidence
    answers: frozenset[int]


def judged(questions: Sequence[LabelledQuestion], scenarios: Scenarios, meaning: Meaning) -> Iterator[Judged]:
    """A question that stands alone is asked after something else was told, as questions are."""
    chance = random.Random(0)  # noqa: S311 - variety, not secrecy
    for name, details in scenarios.items():
        both = [Retrieval(details, NO_RANKING, one) for one in (meaning, None)]
        for question in (one for one in questions if one.scenario == name):
            answers = question.answered_by(details)
            others = [detail for place, detail in enumerate(details) if place not in answers]
            before = question.before or chance.choice(chance.choice(others).lines)
            evidence, by_words = (one.evidence(question.text, before) for one in both)
            yield Judged(question, evidence, by_words, answers)


def fit(rows: Sequence[Judged]) -> Ranking:
    return Ranking(
        _fit([(row.evidence, row.answers) for row in rows]),
        _fit([(row.evidence_by_words, row.answers) for row in rows]),
    )


def unseen(rows: Sequence[Judged], *, by_words: bool = False) -> Iterator[tuple[Judged, int, float]]:
    """For each question the place of the detail that is found and how likely it answers, by weights that were learnt on
    other scenarios."""
    names = sorted({row.question.scenario for row in rows})
    for group in range(GROUPS):
        held = set(names[group::GROUPS])
        ranking = fit([row for row in rows if row.question.scenario not in held])
        for row in (row for row in rows if row.question.scenario in held):
            weighing, evidence = (
                (ranking.by_words, row.evidence_by_words) if by_words else (ranking.by_meaning, row.evidence)
            )
            chances = logistic(weighing.sums(evidence))
            yield row, int(chances.argmax()), float(chances.max())


def _fit(rows: Sequence[tuple[Evidence, frozenset[int]]]) -> Weighing:
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415 - slow to import

    usual = np.median([evidence.max(axis=0) for evidence, _ in rows], axis=0).astype(np.float32)
    signs, right = [], []
    for evidence, answers in rows:
        order = np.argsort(-evidence[:, _NEARNESS].sum(axis=1))[:_CLOSEST]
        places = sorted({*map(int, order), *answers})
        signs.append(beside_the_best(evidence, usual)[places])
        right += [place in answers for place in places]
    table = np.concatenate(signs)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1
    networks = [
        MLPClassifier(
            (_UNITS,), alpha=_RESTRAINT, max_iter=200, early_stopping=True, n_iter_no_change=15, random_state=seed
        ).fit((table - mean) / spread, right)
        for seed in range(_NETWORKS)
    ]
    hidden = np.concatenate([one.coefs_[0] for one in networks], axis=1) / spread[:, None]
    hidden_shift = np.concatenate([one.intercepts_[0] for one in networks]) - mean @ hidden
    output = np.concatenate([one.coefs_[1][:, 0] for one in networks]) / _NETWORKS
    shift = np.mean([one.intercepts_[1][0] for one in networks])
    return Weighing(*(np.asarray(part, dtype=np.float32) for part in (usual, hidden, hidden_shift, output, shift)))

"""Learns how much each sign counts that a detail answers a question: logistic regression on labelled questions."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.detail import Detail
from simulator.core.meaning import Meaning
from simulator.core.reading import logistic
from simulator.core.retrieval import SIGNS, Evidence, Ranking, Retrieval
from simulator.training.questions import LabelledQuestion

GROUPS = 4
"""Of scenarios, each left out in turn."""
_CLOSEST = 15
"""Details of a scenario that are learnt from, for each question: the others are too far off to teach anything."""
_NEARNESS = [SIGNS.index(sign) for sign in ("like an example", "like a line", "share of the question's words")]
_FREEDOM = 1.0
_NO_RANKING = Ranking(np.zeros(len(SIGNS), np.float32), 0.0, np.zeros(len(SIGNS), np.float32), 0.0)
Scenarios = Mapping[str, Sequence[Detail]]
Weights = tuple[NDArray[np.float32], float]


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
        both = [Retrieval(details, _NO_RANKING, one) for one in (meaning, None)]
        for question in (one for one in questions if one.scenario == name):
            answers = question.answered_by(details)
            others = [detail for place, detail in enumerate(details) if place not in answers]
            before = question.before or chance.choice(chance.choice(others).lines)
            evidence, by_words = (one.evidence(question.text, before) for one in both)
            yield Judged(question, evidence, by_words, answers)


def fit(rows: Sequence[Judged]) -> Ranking:
    weights, shift = _fit([(row.evidence, row.answers) for row in rows])
    by_words, shift_by_words = _fit([(row.evidence_by_words, row.answers) for row in rows])
    return Ranking(weights, shift, by_words, shift_by_words)


def unseen(rows: Sequence[Judged], *, by_words: bool = False) -> Iterator[tuple[Judged, int, float]]:
    """For each question the place of the detail that is found and how likely it answers, by weights that were learnt on
    other scenarios."""
    names = sorted({row.question.scenario for row in rows})
    for group in range(GROUPS):
        held = set(names[group::GROUPS])
        ranking = fit([row for row in rows if row.question.scenario not in held])
        for row in (row for row in rows if row.question.scenario in held):
            if by_words:
                sums = row.evidence_by_words @ ranking.weights_by_words + ranking.shift_by_words
            else:
                sums = row.evidence @ ranking.weights + ranking.shift
            chances = logistic(sums)
            yield row, int(chances.argmax()), float(chances.max())


def _fit(rows: Sequence[tuple[Evidence, frozenset[int]]]) -> Weights:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - slow to import

    signs, right = [], []
    for evidence, answers in rows:
        order = np.argsort(-evidence[:, _NEARNESS].sum(axis=1))[:_CLOSEST]
        places = sorted({*map(int, order), *answers})
        signs.append(evidence[places])
        right += [place in answers for place in places]
    table = np.concatenate(signs)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=_FREEDOM, max_iter=2_000).fit((table - mean) / spread, right)
    weights = model.coef_[0] / spread
    return weights.astype(np.float32), float(model.intercept_[0] - mean @ weights)

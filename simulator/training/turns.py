"""The corpus as training sees it: whole turns, their clauses, and what each of them does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.features import context_features, letter_features, word_features
from simulator.core.linear import ACTS
from simulator.core.reading import context_of
from simulator.core.text import clauses
from simulator.training.corpus import Example
from simulator.training.vectors import Counts

_DOES_IT_TOO = 0.5
"""A clause performs an act of its turn if its chance is at least this share of the likeliest clause's."""


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Rows of text: first every turn as a whole, then every clause of the turns that have several, then every turn with
    a context once more without it, so that models can do without, then what a recogniser made of some turns."""

    acts: NDArray[np.bool_]
    """What each turn performs; shape (turns, acts)."""
    owner: NDArray[np.intp]
    """The turn that each row belongs to; shape (rows,)."""
    clauses: slice
    """The rows that are clauses."""
    kinds: tuple[Counts, ...]
    """The features of the rows, a table for each kind."""

    @classmethod
    def of(cls, examples: Sequence[Example], heard: Mapping[str, str]) -> "Turns":
        texts = [example.text for example in examples]
        owner = list(range(len(examples)))
        for turn, example in enumerate(examples):
            parts = clauses(example.text)
            if len(parts) > 1:
                texts += [example.text[part.start : part.end] for part in parts]
                owner += [turn] * len(parts)
        contexts = [context_of(examples[turn].stage, examples[turn].before) for turn in owner]
        with_context = [turn for turn in range(len(examples)) if contexts[turn]]
        divided = slice(len(examples), len(texts))
        texts += [texts[turn] for turn in with_context]
        owner += with_context
        contexts += [""] * len(with_context)
        noisy = [turn for turn in range(len(examples)) if texts[turn] in heard]
        texts += [heard[texts[turn]] for turn in noisy]
        owner += noisy
        contexts += [contexts[turn] for turn in noisy]
        return cls(
            acts=np.array([[act in example.acts for act in ACTS] for example in examples]),
            owner=np.array(owner),
            clauses=divided,
            kinds=(
                Counts.of(texts, word_features),
                Counts.of(texts, letter_features),
                Counts.of(contexts, context_features),
            ),
        )

    def best_clause(self, sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """The highest sum among each turn's clauses, from one sum for every row; shape (turns, acts)."""
        best = np.full(self.acts.shape, -np.inf)
        np.maximum.at(best, self.owner[self.clauses], sums[self.clauses])
        return np.where(np.isinf(best), sums[: len(best)], best)

    def labels(self, chances: NDArray[np.float64]) -> NDArray[np.bool_]:
        """What each row performs, judged by how likely each row is to: a clause performs no act that its turn does
        not, and of those that it does the ones for which it is the likeliest, or nearly so; shape (rows, acts)."""
        labels = self.acts[self.owner]
        labels[self.clauses] &= (chances >= _DOES_IT_TOO * self.best_clause(chances)[self.owner])[self.clauses]
        return labels

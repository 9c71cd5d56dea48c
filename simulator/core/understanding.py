"""Understanding: from the words of a turn to the dialogue acts that it performs, each with its evidence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.linear import ACTS, LinearModel
from simulator.core.text import MAX_CHARS, Span, clauses


@dataclass(frozen=True, slots=True)
class Understanding:
    """Recognises dialogue acts with a trained model."""

    model: LinearModel

    def acts(self, text: str, *, stage: str | None = None, before: str | None = None) -> tuple[ActMatch, ...]:
        """The acts of a turn in the order of their appearance, each with its clause or adjoining clauses; `other`
        over the whole text if there is none. `stage` is the moment of the call (`opening`, `status`, …), `before`
        the other end's last line. Of a longer text the first MAX_CHARS characters are looked at. Never raises."""
        del stage, before  # the present model does without
        parts = clauses(text[:MAX_CHARS])
        if not parts:
            return (ActMatch(DialogueAct.OTHER, 1.0, 0, 0),)
        turn = Span(parts[0].start, parts[-1].end)
        spans = [turn, *parts] if len(parts) > 1 else [turn]
        chances = self.model.probabilities([text[span.start : span.end] for span in spans])
        by_clause = chances[-len(parts) :]
        pooled = (chances[0] + by_clause.max(axis=0)) / 2
        found = [
            ActMatch(act, round(float(pooled[column]), 4), evidence.start, evidence.end)
            for column, act in enumerate(ACTS)
            if pooled[column] >= self.model.thresholds[column]
            for evidence in [_evidence(parts, by_clause[:, column], float(self.model.thresholds[column]))]
        ]
        if not found:
            return (ActMatch(DialogueAct.OTHER, round(1 - float(pooled.max()), 4), turn.start, turn.end),)
        return tuple(sorted(found, key=lambda match: match.start))


def _evidence(parts: tuple[Span, ...], chances: NDArray[np.float32], threshold: float) -> Span:
    """The likeliest clause, with the clauses beside it that perform the act too."""
    first = last = int(chances.argmax())
    while first > 0 and chances[first - 1] >= threshold:
        first -= 1
    while last < len(parts) - 1 and chances[last + 1] >= threshold:
        last += 1
    return Span(parts[first].start, parts[last].end)

"""Understanding: from the words of a turn to the dialogue acts that it performs, each with its evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.asking_part import asking_part
from simulator.core.detail import Detail
from simulator.core.leaning import leans
from simulator.core.linear import ACTS
from simulator.core.matter_model import MatterModel
from simulator.core.reading import ActModel, context_of
from simulator.core.retrieval import NOTHING, Retrieval, Search
from simulator.core.text import MAX_CHARS, Span, clauses

_HURTING = np.array([act.hurts for act in ACTS])


@dataclass(frozen=True, slots=True)
class Understanding:
    """Recognises dialogue acts with a trained model."""

    model: ActModel
    threshold: float
    """The chance from which on an act counts as performed, 0 to 1."""
    search: Search | None = None
    """What finds the answer to a question among the things that the other end knows."""
    matter_model: MatterModel | None = None
    bare_threshold: float | None = None
    """The same chance for a text without capitals and marks, as a recogniser writes it or a hurried hand, of which the
    models are less sure; None if it is no other."""

    def knowing(self, details: tuple[Detail, ...], explained: tuple[Detail, ...] = ()) -> Retrieval:
        """What somebody can tell who knows these details, and who and what is `explained` by them."""
        return self.search.over(details, explained) if self.search else NOTHING

    def matters(self, question: str, before: str) -> NDArray[np.float32] | None:
        """How likely a question is about each of MATTERS; None where no encoder runs. `before`: the other end's last
        line, on which it may lean. What leads up to the question is left out."""
        meaning = self.search and self.search.meaning
        if self.matter_model is None or not meaning:
            return None
        asking = asking_part(question)
        return self.matter_model.chances(asking, before if leans(asking) else "", meaning)

    def acts(self, text: str, *, stage: str | None = None, before: str | None = None) -> tuple[ActMatch, ...]:
        """The acts of a turn in the order of their appearance, each with its clause or adjoining clauses; `other`
        over the whole text if there is none. `stage` is the moment of the call (`opening`, `status`, …), `before`
        the other end's last line. Of a longer text the first MAX_CHARS characters are looked at. Never raises."""
        parts = clauses(text[:MAX_CHARS])
        if not parts:
            return (ActMatch(DialogueAct.OTHER, 1.0, 0, 0),)
        context = context_of(stage, before and before[-MAX_CHARS:])
        reading = self.model.read(text, parts, context)
        least = self._least(text)
        performed = [column for column in range(len(ACTS)) if reading.turn[column] >= least]
        places = reading.clauses
        unshown = (column for column in performed if not ACTS[column].hurts)
        if len(parts) > 1 and any(places[:, column].max() < least for column in unshown):
            places = np.maximum(places, self._alone(text, parts, places[:, performed].max(axis=1) < least))
        found: list[ActMatch] = []
        for column in performed:
            evidence = _evidence(parts, places[:, column], least)
            found.append(ActMatch(ACTS[column], round(float(reading.turn[column]), 4), evidence.start, evidence.end))
        if not found:
            nothing = round(1 - float(reading.turn.max()), 4)
            return (ActMatch(DialogueAct.OTHER, nothing, parts[0].start, parts[-1].end),)
        return tuple(sorted(found, key=lambda match: match.start))

    def harm(self, text: str, *, stage: str | None = None, before: str | None = None) -> float:
        """How likely a turn hurts at all: the chances of the hurting acts together, which are easily taken for one
        another; 0 and more."""
        parts = clauses(text[:MAX_CHARS])
        if not parts:
            return 0.0
        reading = self.model.read(text, parts, context_of(stage, before and before[-MAX_CHARS:]))
        return float(reading.turn[_HURTING].sum())

    def _alone(self, text: str, parts: Sequence[Span], unexplained: NDArray[np.bool_]) -> NDArray[np.float32]:
        """How likely the longest unexplained clause performs each act if it is all that is said, 0 for the others;
        shape (parts, acts). Tells where an act is that the turn as a whole performs, but no clause by its words; the
        moment of the call has done its part by then, and is left out. To read all such clauses tells hardly more, and
        takes half as long again as the rest of a long turn (docs/understanding.md)."""
        chances = np.zeros((len(parts), len(ACTS)), dtype=np.float32)
        rows = [row for row in range(len(parts)) if unexplained[row]]
        if rows:
            longest = max(rows, key=lambda row: parts[row].end - parts[row].start)
            chances[longest] = self.model.read(text, (parts[longest],), "").turn
        # What sounds harmful only as a whole is in no clause, and stays where its words point.
        chances[:, _HURTING] = 0
        return chances

    def _least(self, text: str) -> float:
        """The chance from which on an act counts in this text."""
        if self.bare_threshold is None or not text.islower() or _MARKS.search(text):
            return self.threshold
        return self.bare_threshold


_MARKS = re.compile(r"[.,;:!?]")


def _evidence(parts: tuple[Span, ...], chances: NDArray[np.float32], least: float) -> Span:
    """The likeliest clause, with the clauses beside it that perform the act too."""
    first = last = int(chances.argmax())
    while first > 0 and chances[first - 1] >= least:
        first -= 1
    while last < len(parts) - 1 and chances[last + 1] >= least:
        last += 1
    return Span(parts[first].start, parts[last].end)

"""From a transcript and the checklist to a scorecard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.core.checklist import Checklist, Item, ItemKind
from simulator.core.conditions import Evidence
from simulator.core.hearing import Heard
from simulator.core.lines import example_values, fill
from simulator.core.names import capitals
from simulator.core.transcript import Facts, Transcript
from simulator.core.understanding import Understanding
from simulator.core.unsure import hear_surely

FULL_SCORE = 100
AGAIN = 0.5
"""What each further occurrence of a fault takes, relative to the first."""


class Outcome(StrEnum):
    MET = "met"
    MISSED = "missed"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one item in one call."""

    item: Item
    outcome: Outcome
    evidence: tuple[Evidence, ...]
    points: float
    """What the item added to the score (a do) or took from it (a don't, negative or 0)."""
    gain: float
    """How many points more the call would have had, had this item gone right; 0 if it did."""
    better: str
    """A line that would have done it right, made with the facts of this call; empty where nothing is to mend."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    score: int
    """0 to 100."""
    verdicts: tuple[Verdict, ...]
    """In the order of the checklist."""

    def next_steps(self, most: int = 3) -> tuple[Verdict, ...]:
        """What would gain most the next time, the greatest gain first."""
        gains = [verdict for verdict in self.verdicts if verdict.gain > 0]
        return tuple(sorted(gains, key=lambda verdict: -verdict.gain)[:most])


def score(transcript: Transcript, checklist: Checklist, understanding: Understanding) -> Scorecard:
    """Judges a transcript, whoever wrote it."""
    return judge(transcript, checklist, tuple(hear_surely(transcript, understanding)))


def judge(transcript: Transcript, checklist: Checklist, heard: Sequence[Heard]) -> Scorecard:
    """Judges what was heard in a transcript.

    The do's that apply share 100 points by their weights; then each don't that was violated takes its part of
    what is left, each further time half as much again. So a fault weighs the same in a short call as in a long
    one, and no amount of courtesy buys it back.
    """
    kind = transcript.kind
    facts = _as_introduced(transcript.facts, heard)
    found = {item.id: item.condition.find(heard) for item in checklist.items if item.applies_to(transcript)}
    outcomes = {item.id: _outcome(item, transcript, found) for item in checklist.items}
    worth = sum(
        item.weight[kind]
        for item in checklist.items
        if item.kind is ItemKind.DO and outcomes[item.id] in (Outcome.MET, Outcome.MISSED)
    )
    earned = {
        item.id: FULL_SCORE * item.weight[kind] / worth
        for item in checklist.items
        if item.kind is ItemKind.DO and outcomes[item.id] is Outcome.MET
    }
    kept = {
        item.id: _kept(item.weight[kind], _turns(found[item.id]))
        for item in checklist.items
        if outcomes[item.id] is Outcome.VIOLATED
    }
    left = sum(earned.values())
    total = left
    for share in kept.values():
        total *= share
    verdicts = []
    for item in checklist.items:
        outcome = outcomes[item.id]
        points = earned.get(item.id, 0.0)
        gain = 0.0
        if outcome is Outcome.VIOLATED:
            points = left * kept[item.id] - left
            left += points
            gain = total / kept[item.id] - total
        elif outcome is Outcome.MISSED:
            gain = FULL_SCORE * item.weight[kind] / worth * (total / sum(earned.values()) if total else 1.0)
        better = _better(item, facts) if outcome in (Outcome.MISSED, Outcome.VIOLATED) else ""
        evidence = found.get(item.id, ())
        verdicts.append(Verdict(item, outcome, evidence, round(points, 1), round(gain, 1), better))
    return Scorecard(round(total), tuple(verdicts))


def _outcome(item: Item, transcript: Transcript, found: Mapping[str, tuple[Evidence, ...]]) -> Outcome:
    if not item.applies_to(transcript):
        return Outcome.NOT_APPLICABLE
    fulfilled = bool(found[item.id])
    if item.kind is ItemKind.DONT:
        return Outcome.VIOLATED if fulfilled else Outcome.MET
    if fulfilled:
        return Outcome.MET
    return Outcome.MISSED if item.is_due(transcript) else Outcome.NOT_APPLICABLE


def _turns(evidence: Sequence[Evidence]) -> int:
    return len({one.turn for one in evidence})


def _kept(severity: float, times: int) -> float:
    """The part of the score that is left, 0 to 1, after a fault was committed so many times."""
    kept: float = (1 - severity) * (1 - severity * AGAIN) ** (times - 1)
    return kept


def _as_introduced(facts: Facts, heard: Sequence[Heard]) -> Facts:
    """The facts with the name that the candidate gave: better lines are for them, not for the card's name."""
    names = (turn.utterance.mentions.own_name for turn in heard)
    name = next((name for name in names if name), None)
    return replace(facts, candidate=capitals(name.text)) if name else facts


def _better(item: Item, facts: Facts) -> str:
    return fill(item.better, example_values(facts))

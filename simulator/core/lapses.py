"""Where a call went wrong: the turns that cost points, and those at which something due was left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.checklist import Item, ItemKind, Stage
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Speaker, Transcript


@dataclass(frozen=True, slots=True)
class Lapse:
    """One thing that went wrong at one turn of the candidate."""

    turn: int
    """Index among all turns, from 0."""
    item: Item
    cost: float
    """Points that the call would have had more, 0 to 100."""
    outcome: Outcome
    """MISSED or VIOLATED."""


def lapses(transcript: Transcript, scorecard: Scorecard) -> tuple[Lapse, ...]:
    """All of a call, the costliest first."""
    found = _lapses(own_turns(transcript), scorecard)
    return tuple(sorted(found, key=lambda lapse: (-lapse.cost, lapse.turn)))


def worst_turn(transcript: Transcript, scorecard: Scorecard) -> int | None:
    """The turn of the candidate that cost most, by what was said in it if anything said did harm, else by what was left
    out; None if nothing went wrong."""
    found = lapses(transcript, scorecard)
    harm: defaultdict[int, float] = defaultdict(float)
    for lapse in found:
        if lapse.outcome is Outcome.VIOLATED:
            harm[lapse.turn] += lapse.cost
    if harm:
        return max(harm, key=lambda turn: (harm[turn], -turn))
    return found[0].turn if found else None


def own_turns(transcript: Transcript) -> tuple[int, ...]:
    """The indices of the candidate's turns."""
    return tuple(index for index, turn in enumerate(transcript.turns) if turn.speaker is Speaker.CANDIDATE)


def _lapses(own: Sequence[int], scorecard: Scorecard) -> Iterator[Lapse]:
    for verdict in scorecard.verdicts:
        if not own or verdict.gain <= 0:
            continue
        if verdict.outcome is Outcome.VIOLATED:
            turns, cost = sorted({one.turn for one in verdict.evidence}), verdict.gain + verdict.undone
            yield from (Lapse(turn, verdict.item, cost / len(turns), verdict.outcome) for turn in turns)
        elif verdict.outcome is Outcome.MISSED:
            yield Lapse(_due(verdict.item, own, scorecard), verdict.item, verdict.gain, verdict.outcome)


def _due(item: Item, own: Sequence[int], scorecard: Scorecard) -> int:
    """The turn at which something that never came would have been in place."""
    match item.stage:
        case Stage.OPENING:
            return own[0]
        case Stage.MATTER:
            return own[min(1, len(own) - 1)]
        case Stage.NEWS:
            asked = min((turn for verdict in scorecard.verdicts for turn in _asked(verdict)), default=own[-1])
            return next((turn for turn in own if turn > asked), own[-1])
        case Stage.CLOSING:
            return own[-1]


def _asked(verdict: Verdict) -> Iterator[int]:
    """The turns in which the candidate asked for the news."""
    if verdict.item.kind is ItemKind.DO and A.ASK_STATUS in getattr(verdict.item.condition, "acts", ()):
        yield from (one.turn for one in verdict.evidence)

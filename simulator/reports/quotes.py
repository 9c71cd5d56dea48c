"""The candidate's own words, where reports quote them."""

from dataclasses import dataclass

from simulator.core.scoring import Verdict
from simulator.core.transcript import Speaker, Transcript


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the candidate that decided an item."""

    words: str
    turn: int
    """Index among all turns, from 0."""
    number: int
    """Among the candidate's turns, from 1."""


def said(transcript: Transcript, verdict: Verdict) -> tuple[Said, ...]:
    """What decided a verdict; nothing where whole turns did, which are too long to be said again."""
    if verdict.item.condition.concerns_whole_turns:
        return ()
    mine = [turn.speaker is Speaker.CANDIDATE for turn in transcript.turns]
    return tuple(
        Said(words, one.turn, sum(mine[: one.turn + 1]))
        for one in verdict.evidence
        if (words := transcript.turns[one.turn].text[one.start : one.end].strip())
    )

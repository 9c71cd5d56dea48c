"""The turns of a call, ready to be shown as a conversation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.core.scoring import Scorecard
from simulator.core.transcript import Speaker, Transcript
from simulator.reports.background import Recording
from simulator.reports.dates import clock
from simulator.reports.side_notes import Note, Stretch, noted
from simulator.reports.words import other_end

NO_SOUND: Mapping[int, Recording] = {}


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn as it is shown."""

    index: int
    number: int
    """Among the candidate's turns, from 1; 0 for the other end."""
    mine: bool
    who: str
    heard_from: str
    """The same, for those who cannot see whose words they hear."""
    at: str
    """When it began, since the call was answered; empty where unknown."""
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    audio: str
    """A data: address; empty where there is no recording."""


def conversation(
    transcript: Transcript, scorecard: Scorecard, audio: Mapping[int, Recording] = NO_SOUND
) -> Iterator[SpokenTurn]:
    """`audio`: recordings by the index of the turn."""
    number = 0
    for index, turn in enumerate(transcript.turns):
        mine = turn.speaker is Speaker.CANDIDATE
        number += mine
        who = "You" if mine else other_end(transcript, turn)
        marked = noted(turn.text, index, scorecard)
        yield SpokenTurn(
            index=index,
            number=number if mine else 0,
            mine=mine,
            who=who,
            heard_from="you" if mine else who,
            at="" if turn.started_ms is None else clock(turn.started_ms),
            stretches=marked.stretches,
            notes=marked.notes,
            audio=audio[index].uri if index in audio else "",
        )

"""The calls of the history, scored anew: by one checklist, so that old and new can be compared."""

from typing import TYPE_CHECKING

from simulator.bootstrap import arc_of, scorecard
from simulator.core.attempt import Attempt
from simulator.core.scoring import Scorecard
from simulator.core.transcript import Transcript
from simulator.reports.background import Background
from simulator.reports.sound_of_turns import sound_of_turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.storage import CallSummary, History

EARLIER = 9
"""Calls of the same kind that a report looks back to."""


def completed(history: "History") -> "list[CallSummary]":
    """The calls that were made to their end, the oldest first."""
    return [call for call in reversed(history.calls()) if call.finished and call.turns]


def attempt(history: "History", call: "CallSummary") -> Attempt:
    transcript = history.transcript(call.id)
    return Attempt(call.id, call.started_at.astimezone(), transcript, scorecard(transcript))


def attempts(history: "History", calls: "Iterable[CallSummary]") -> list[Attempt]:
    return [attempt(history, call) for call in calls]


def find(history: "History", call_id: int) -> Attempt:
    """The call of that id. Raises StorageError if there is none."""
    history.transcript(call_id)
    return attempt(history, next(call for call in history.calls() if call.id == call_id))


def background(history: "History", call_id: int) -> tuple[Transcript, Scorecard, Background]:
    """A call with all that a report can show of it. Raises StorageError if there is none of that id."""
    this = find(history, call_id)
    before = [call for call in completed(history) if call.id < call_id and call.kind is this.transcript.kind]
    known = Background(
        call_id=call_id,
        began=this.began,
        arc=arc_of(this.transcript),
        attempts=[*attempts(history, before[-EARLIER:]), this],
        audio_of_turn=sound_of_turns(history.recording(call_id), this.transcript),
    )
    return this.transcript, this.scorecard, known

"""The rehearsals of the history, as far as they can be compared with real calls."""

from typing import TYPE_CHECKING

from simulator.core.outcomes import Practice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.storage import CallSummary


def practice_for(calls: "Sequence[CallSummary]", job_id: int | None) -> list[Practice]:
    """The finished and scored ones for a job, or of all where it has none or none is meant; the oldest first."""
    done = [call for call in reversed(calls) if call.finished and call.score is not None]
    own = [call for call in done if call.job_id == job_id and job_id is not None]
    return [
        Practice(call.started_at.astimezone().date(), call.kind, call.score)
        for call in own or done
        if call.score is not None
    ]

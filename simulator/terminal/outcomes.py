"""`ringback jobs`: what became of all jobs, and what practice went before."""

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from simulator.bootstrap import open_history, open_jobs
from simulator.core.follow_up import FollowUp
from simulator.core.outcomes import Comparison, Practice, Rehearsed, compare, rehearsed
from simulator.core.text import printable
from simulator.errors import RingbackError
from simulator.storage import CallSummary, KeptJob
from simulator.terminal import job_wording as wording
from simulator.terminal.planning import Planned, plan_of


@dataclass(frozen=True, slots=True)
class Row:
    """A job in the overview."""

    kept: KeptJob
    practice: list[Practice]
    done: Rehearsed
    real: FollowUp | None
    """The last call that was debriefed."""
    next: Planned | None
    """None where too little is known for a plan."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All jobs, and the real calls that felt good against the others."""

    rows: list[Row]
    good: Comparison | None
    other: Comparison | None


def outcomes() -> Outcomes:
    calls = open_history().calls()
    rows = [_row(kept, calls) for kept in open_jobs().all()]
    real = [(entry, row.practice) for row in rows for entry in row.kept.log if entry.feeling is not None]
    return Outcomes(rows, compare(real, good=True), compare(real, good=False))


def outcomes_json(result: Outcomes) -> dict[str, Any]:
    return {
        "jobs": [_json(row) for row in result.rows],
        "good_calls": _side(result.good),
        "other_calls": _side(result.other),
    }


def print_outcomes(result: Outcomes, out: Console) -> None:
    if not result.rows:
        out.print(wording.NO_JOBS)
        return
    out.print(_table(result.rows))
    for side, text in ((result.good, wording.GOOD_CALLS), (result.other, wording.OTHER_CALLS)):
        if side:
            score = wording.LAST_SCORE.format(score=side.score) if side.score is not None else ""
            calls = wording.counted(side.calls, "call")
            out.print(text.format(calls=calls, rehearsals=side.rehearsals, score=score))


def _row(kept: KeptJob, calls: list[CallSummary]) -> Row:
    own = [call for call in reversed(calls) if call.job_id == kept.id and call.finished]
    practice = [
        Practice(call.started_at.astimezone().date(), call.kind, call.score) for call in own if call.score is not None
    ]
    debriefed = [entry for entry in kept.log if entry.branch]
    try:
        following = plan_of(kept)
    except RingbackError:
        following = None
    return Row(kept, practice, rehearsed(practice), debriefed[-1] if debriefed else None, following)


def _table(rows: list[Row]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("job", "rehearsed", "best", "follow-ups", "how it went", "felt", "next"):
        table.add_column(column, overflow="fold")
    for row in rows:
        real = row.real
        table.add_row(
            Text(printable(row.kept.job.name)),
            str(row.done.count),
            f"{row.done.best:.0f}" if row.done.best is not None else "",
            str(sum(entry.counts for entry in row.kept.log)),
            wording.BRANCHES[real.branch] if real and real.branch else "",
            str(real.feeling) if real and real.feeling else "",
            _next(row.next),
        )
    return table


def _next(following: Planned | None) -> str:
    if following is None:
        return wording.DATES_MISSING
    plan = following.plan
    return wording.SHORT_ADVICE[plan.advice].format(
        on=plan.on or wording.THEIR_WORD, then=wording.SHORT_THEN[plan.then]
    )


def _json(row: Row) -> dict[str, Any]:
    plan = row.next.plan if row.next else None
    return {
        "job": row.kept.job.name,
        "rehearsals": row.done.count,
        "best": row.done.best,
        "last": row.done.last,
        "follow_ups": sum(entry.counts for entry in row.kept.log),
        "branch": row.real.branch if row.real else None,
        "feeling": row.real.feeling if row.real else None,
        "advice": plan.advice if plan else None,
        "on": plan.on.isoformat() if plan and plan.on else None,
    }


def _side(side: Comparison | None) -> dict[str, Any] | None:
    return {"calls": side.calls, "rehearsals": side.rehearsals, "score": side.score} if side else None

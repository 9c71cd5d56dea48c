"""`ringback ready`: what was rehearsed lately, what is weak, and ten minutes that would help most."""

import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from simulator.bootstrap import open_history, open_jobs, scorecard, today
from simulator.catalog import load_catalog
from simulator.core.checklist import Item
from simulator.core.readiness import MASTERED, Branch, branches, session
from simulator.core.scenario_kind import ScenarioKind
from simulator.errors import RingbackError
from simulator.terminal import job_wording as wording
from simulator.terminal.planning import headline, plan_of, the_job
from simulator.terminal.practice import practice_for

if TYPE_CHECKING:
    from simulator.storage import CallSummary, KeptJob

_LOOKED_AT = 5
"""So many of the last calls are searched for what is weak."""
_WEAK_POINTS = 3


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready the user is, for a job or in general."""

    kept: "KeptJob | None"
    known: Sequence[Branch]
    weak: Sequence[Item]
    """What cost most in the last calls."""
    session: Sequence[str]
    """Commands, in order."""


def readiness(name: str | None) -> Readiness:
    """For one job; for the only one, where none is named; for no job in particular where there is none."""
    kept = _job(name)
    calls = open_history().calls()
    known = branches(practice_for(calls, kept.id if kept else None), today())
    commands = [_command(kind, kept, calls) for kind in session(known)]
    return Readiness(kept, known, _weak_points(_of_job(calls, kept)), commands)


def readiness_json(result: Readiness) -> dict[str, Any]:
    return {
        "job": result.kept.job.name if result.kept else None,
        "branches": [_json(branch) for branch in result.known],
        "weak": [{"id": item.id, "title": item.title, "advice": item.advice} for item in result.weak],
        "session": list(result.session),
    }


def print_readiness(result: Readiness, out: Console) -> None:
    if result.kept:
        out.print(wording.READY_FOR.format(name=result.kept.job.name, plan=_plan(result.kept)), markup=False)
    out.print(_table(result.known))
    if result.weak:
        out.print()
        out.print(wording.WEAK_POINTS, style="bold")
        for item in result.weak:
            out.print(f"- {item.title}: {item.advice}", markup=False)
    out.print()
    done = all(branch.ready for branch in result.known)
    out.print(wording.ALL_READY if done else wording.TEN_MINUTES, style="bold")
    for command in result.session:
        out.print(f"  {command}", markup=False, soft_wrap=True)


def _job(name: str | None) -> "KeptJob | None":
    store = open_jobs()
    if name is not None:
        return store.find(name)
    jobs = store.all()
    return the_job(jobs) if jobs else None


def _of_job(calls: "Sequence[CallSummary]", kept: "KeptJob | None") -> "list[CallSummary]":
    """The finished calls, newest first: those for the job, or all where it has none."""
    finished = [call for call in calls if call.finished and call.turns]
    return [call for call in finished if kept and call.job_id == kept.id] or finished


def _weak_points(calls: "Sequence[CallSummary]") -> list[Item]:
    """What cost most in the last calls."""
    history = open_history() if calls else None
    lost: Counter[str] = Counter()
    items: dict[str, Item] = {}
    for call in calls[:_LOOKED_AT]:
        if history is None:
            break
        for verdict in scorecard(history.transcript(call.id)).next_steps():
            lost[verdict.item.id] += round(verdict.gain)
            items[verdict.item.id] = verdict.item
    return [items[item] for item, points in lost.most_common(_WEAK_POINTS) if points > 0]


def _command(kind: ScenarioKind, kept: "KeptJob | None", calls: "Sequence[CallSummary]") -> str:
    """The call of a kind that was made least often, the easiest first."""
    made = Counter(call.scenario for call in calls)
    scenarios = [scenario for scenario in load_catalog().scenarios if scenario.kind is kind]
    chosen = min(scenarios, key=lambda scenario: (made[scenario.id], scenario.difficulty))
    job = f" --job {shlex.quote(kept.job.name)}" if kept else ""
    return f"ringback call {chosen.id}{job}"


def _table(known: Sequence[Branch]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("if it is …", "last rehearsed", "times", "last", "best", ""):
        table.add_column(column, overflow="fold")
    for branch in known:
        last = f"{branch.last:.0f}" if branch.last is not None else ""
        best = f"{branch.best:.0f}" if branch.best is not None else ""
        when = str(branch.last_on or wording.NEVER)
        table.add_row(wording.BRANCHES[branch.kind], when, str(branch.count), last, best, _state(branch))
    return table


def _state(branch: Branch) -> str:
    if branch.ready:
        return wording.READY
    if branch.count == 0:
        return wording.NEW
    return wording.WEAK if branch.last is not None and branch.last < MASTERED else wording.RUSTY


def _json(branch: Branch) -> dict[str, Any]:
    return {
        "kind": branch.kind,
        "rehearsals": branch.count,
        "last_on": branch.last_on.isoformat() if branch.last_on else None,
        "last": branch.last,
        "best": branch.best,
        "ready": branch.ready,
    }


def _plan(kept: "KeptJob") -> str:
    try:
        return headline(plan_of(kept).plan)
    except RingbackError as error:
        return str(error)

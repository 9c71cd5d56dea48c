"""How reports put what practice has brought."""

from collections.abc import Sequence

from simulator.core.comparison import Comparison
from simulator.core.progress import SESSIONS, ItemTrend, Progress, Streak


def since(scores: Sequence[int]) -> str:
    """A line on the earlier calls of a kind, the oldest first."""
    return f"Earlier calls of this kind: {', '.join(map(str, scores))}."


def changed(comparison: Comparison) -> str:
    """A line on how two scores differ."""
    points = abs(comparison.change)
    if not points:
        return f"Both have {comparison.first.score} points"
    better, other = (comparison.second, comparison.first)[:: 1 if comparison.change > 0 else -1]
    return f"Call {better.id} has {points} {'point' if points == 1 else 'points'} more than call {other.id}"


def goal(progress: Progress) -> str:
    calls = "call" if progress.sessions == 1 else "calls"
    if progress.to_go:
        return f"{progress.sessions} of {SESSIONS} calls made, {progress.to_go} to go"
    return f"{progress.sessions} {calls} made: the goal of {SESSIONS} is reached"


def streak(streak: Streak) -> str:
    days = "day" if streak.now == 1 else "days"
    row = f"{streak.now} {days} in a row" if streak.now else "none just now; a call today begins one"
    return row if streak.longest <= max(streak.now, 1) else f"{row} (the longest: {streak.longest})"


def of_recent(trend: ItemTrend) -> str:
    """ "right in 3 of the last 5"."""
    recent = trend.recent
    return f"right in {sum(recent)} of the last {len(recent)}"

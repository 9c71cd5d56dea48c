"""What practice has brought: trends, personal bests, and how much practice it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.core.attempt import Attempt
from simulator.core.checklist import Item
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome

SESSIONS = 9
"""The practice goal, in calls: "the most efficient dose", 558 trainees of two interview simulators in 47 schools
(dose-response analysis of 2023, doi:10.1177/21651434231160532). The most effective was 38."""
RECENT = 5
"""Calls that tell how it goes now."""
_SMOOTH = 2


@dataclass(frozen=True, slots=True)
class KindTrend:
    """How the calls of one kind went."""

    kind: ScenarioKind
    attempts: tuple[Attempt, ...]
    """The oldest first; at least one."""

    @property
    def scores(self) -> tuple[int, ...]:
        return tuple(attempt.score for attempt in self.attempts)

    @property
    def best(self) -> Attempt:
        """The earliest of the best."""
        return max(self.attempts, key=lambda attempt: attempt.score)

    @property
    def change(self) -> int:
        """Points from the first call to the last."""
        return self.scores[-1] - self.scores[0]


@dataclass(frozen=True, slots=True)
class ItemTrend:
    """How one item went, call by call."""

    item: Item
    went_right: tuple[bool, ...]
    """In the calls to which it applied, the oldest first; at least one."""

    @property
    def now(self) -> float:
        """In what share of the last calls it went right, 0 to 1."""
        return _share(self.recent)

    @property
    def recent(self) -> tuple[bool, ...]:
        return self.went_right[-RECENT:]

    @property
    def rolling(self) -> tuple[float, ...]:
        """The share of right ones in each call and the two before it, 0 to 1."""
        return tuple(_share(self.went_right[max(0, at - _SMOOTH) : at + 1]) for at in range(len(self.went_right)))

    @property
    def change(self) -> float:
        """By how much that share is more than before, -1 to 1; 0 where there is no before."""
        before = self.went_right[:-RECENT] or self.went_right[: len(self.went_right) // 2]
        after = self.went_right[-RECENT:] if self.went_right[:-RECENT] else self.went_right[len(before) :]
        return _share(after) - _share(before) if before else 0.0


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with a call."""

    now: int
    """Up to today, or to yesterday, so that a day is not lost before it is over."""
    longest: int


@dataclass(frozen=True, slots=True)
class Progress:
    attempts: tuple[Attempt, ...]
    """The oldest first."""
    kinds: tuple[KindTrend, ...]
    """In the order of the kinds; those that were called."""
    items: tuple[ItemTrend, ...]
    """In the order of the checklist; those that applied."""
    sessions: int
    """Calls ever made to their end, more maybe than there are attempts here."""
    streak: Streak

    @property
    def to_go(self) -> int:
        """Calls until the practice goal."""
        return max(0, SESSIONS - self.sessions)

    @property
    def best(self) -> Attempt | None:
        """The earliest of the best."""
        return max(self.attempts, key=lambda attempt: attempt.score, default=None)

    def to_practise(self, most: int) -> tuple[ItemTrend, ...]:
        """The items that go wrong most often now, the worst first; not those that are just being learnt."""
        weak = [trend for trend in self.items if trend.now < 1 and not (trend.went_right[-1] and trend.change > 0)]
        return tuple(sorted(weak, key=lambda trend: trend.now)[:most])

    def grown(self, most: int) -> tuple[ItemTrend, ...]:
        """The items that go right more often than they did, the greatest growth first."""
        better = [trend for trend in self.items if trend.change > 0]
        return tuple(sorted(better, key=lambda trend: -trend.change)[:most])


def progress(attempts: Sequence[Attempt], days: Iterable[date], today: date) -> Progress:
    """What `attempts`, the oldest first, show. `days`: the day of every call that was ever made to its end."""
    days = list(days)
    kinds = tuple(
        KindTrend(kind, tuple(of_kind))
        for kind in ScenarioKind
        if (of_kind := [attempt for attempt in attempts if attempt.transcript.kind is kind])
    )
    return Progress(tuple(attempts), kinds, _items(attempts), len(days), streak(days, today))


def streak(days: Iterable[date], today: date) -> Streak:
    longest = run = 0
    last: date | None = None
    for day in sorted(set(days)):
        run = run + 1 if last == day - timedelta(days=1) else 1
        longest, last = max(longest, run), day
    alive = last is not None and last >= today - timedelta(days=1)
    return Streak(run if alive else 0, longest)


def _items(attempts: Sequence[Attempt]) -> tuple[ItemTrend, ...]:
    outcomes: dict[str, list[bool]] = {}
    items: dict[str, Item] = {}
    for attempt in attempts:
        for verdict in attempt.scorecard.verdicts:
            items[verdict.item.id] = verdict.item
            if verdict.outcome is not Outcome.NOT_APPLICABLE:
                outcomes.setdefault(verdict.item.id, []).append(verdict.outcome is Outcome.MET)
    return tuple(ItemTrend(item, tuple(outcomes[name])) for name, item in items.items() if name in outcomes)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0

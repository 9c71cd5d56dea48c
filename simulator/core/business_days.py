"""The days and hours at which offices answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SATURDAY, SUNDAY = 5, 6
OPENS, LUNCH, LUNCH_OVER, CLOSES = time(9), time(12), time(13), time(17)
"""When one may ring: never before nine, in the lunch hour, or from five on, by the employer's clock."""
_LONGEST_CLOSURE = 366
"""Days: no calendar closes every office for longer."""


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """The calendar of an office."""

    holiday: Callable[[date], str] = lambda _: ""
    """The name of the public holiday on a day; empty on others."""
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    """As `date.weekday` counts."""

    def closed(self, day: date) -> str:
        """Why nobody works on that day: "a weekend day", "Christmas Day"; empty if they do."""
        return self.holiday(day) or ("a weekend day" if day.weekday() in self.weekend else "")

    def first_from(self, day: date) -> date:
        """The first business day that is not before `day`."""
        for _ in range(_LONGEST_CLOSURE):
            if not self.closed(day):
                return day
            day += timedelta(days=1)
        raise ValueError("a calendar without business days")


def is_over(now: datetime) -> bool:
    """Whether the office, by its own clock, will not answer any more on this day."""
    return now.time() >= CLOSES


def next_opening(now: datetime) -> time:
    """From when on, this day, one may ring; only for a day that is not over."""
    clock = now.time().replace(second=0, microsecond=0)
    if clock < OPENS:
        return OPENS
    return LUNCH_OVER if LUNCH <= clock < LUNCH_OVER else clock

"""Days as people write them into a form, and as they name them on the phone."""

import re
from datetime import date

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = 7
_NEAR = {0: "today", -1: "yesterday", 1: "tomorrow"}
_TEENS = (11, 12, 13)


def day_of(text: str) -> date:
    """The day written as YYYY-MM-DD. Raises ValueError, with words for the one who wrote it."""
    if not _ISO.fullmatch(text):
        raise ValueError(f"{text!r} is no date: write it as 2026-11-28, year, month, day.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"There is no {text} in the calendar.") from error


def as_said(day: date, today: date) -> str:
    """A day as one names it on the phone: "today", "last Tuesday", "this Friday", "on Monday the 3rd of August"."""
    away = (day - today).days
    if away in _NEAR:
        return _NEAR[away]
    if day.isocalendar()[:2] == today.isocalendar()[:2]:
        return f"this {day:%A}" if away > 0 else f"on {day:%A}"
    if -_WEEK <= away < 0:
        return f"last {day:%A}"
    if 0 < away <= _WEEK:
        return f"next {day:%A}"
    return f"on {day:%A} the {_nth(day.day)} of {day:%B}"


def _nth(number: int) -> str:
    ending = "th" if number in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

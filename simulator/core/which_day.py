"""Which day is meant, of the weeks to come: "Is that this Friday, or the next one?"."""

import re

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ASKS = re.compile(
    rf"\bwhich\s+(?:week|{_WEEKDAY}|one)\b|\bwhat\s+week\b"
    rf"|\b(?:this|the\s+coming|coming)\s+(?:week|one|{_WEEKDAY})\b[^.!]*\b(?:or|next|after|following)\b"
    rf"|\b(?:next|the\s+following)\s+(?:week|one|{_WEEKDAY})\s*,?\s*or\b"
    rf"|\b(?:is|was|be|mean|means|like)\s+(?:it|that|this)?\s*(?:this|next|the\s+(?:coming|next|following))\s+(?:week|one|{_WEEKDAY})\b"
    rf"|\b(?:the\s+)?(?:one|week|{_WEEKDAY})\s+after\s+(?:this|next|that)\b|\bof\s+(?:this|next|which)\s+(?:week|one)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b{_WEEKDAY}\b", re.IGNORECASE)
_DUE = re.compile(rf"\b(?:by|until|till|before)\s+(?P<day>{_WEEKDAY})\b", re.IGNORECASE)
_WEEK_ON = r"\s+week\b"
_NEXT_WEEK = re.compile(r"\bnext\s+week\b|\bweek\s+after\s+this\b", re.IGNORECASE)
_END_OF_NEXT = re.compile(r"\bend\s+of\s+(?:the\s+)?next\s+week\b", re.IGNORECASE)
_OTHER_WEEK = re.compile(
    r"\b(?:weeks?|fortnight|months?|quarter)\b|\bweek\s+after\b|\b(?:following|last|first|every|each)\b", re.IGNORECASE
)
"""What makes a bare weekday uncertain."""


def which_day(question: str, told: str) -> str:
    """A sentence that says which day `told` means, where the question wants to know; empty where it does not, or where
    that cannot be told for sure."""
    if not _ASKS.search(question):
        return ""
    days = [day.group().lower() for day in _DAY.finditer(told)]
    if not days:
        return "By the end of next week, so by that Friday." if _END_OF_NEXT.search(told) else ""
    day = _meant(question, told, days).capitalize()
    if re.search(rf"\b{day}{_WEEK_ON}", told, re.IGNORECASE):
        return f"Not this coming {day}, the one after it."
    sentence = next(one for one in re.split(r"(?<=[.?!])\s+", told) if day.lower() in one.lower())
    if _NEXT_WEEK.search(sentence):
        return f"{day} of next week."
    return "" if _OTHER_WEEK.search(told) else f"This coming {day}."


def _meant(question: str, told: str, days: list[str]) -> str:
    """Of several days the one that the question names, or by which something is due, or the first."""
    asked = [day.group().lower() for day in _DAY.finditer(question)]
    due = _DUE.search(told)
    return next((day for day in asked if day in days), due["day"].lower() if due else days[0])

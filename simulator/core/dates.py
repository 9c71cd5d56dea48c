"""The days that a turn speaks of: "last Thursday", "by the end of the month", "December 4th"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it was named, and where."""

    text: str
    start: int
    end: int
    """Character offsets into the turn's text."""
    promised: bool
    """Whether the caller says that they were promised an answer for it."""

    def day(self, today: date) -> date | None:
        """The day that is meant, said on `today`; None for a week or a month, and where it stays unclear."""
        if _VAGUE.search(self.text):
            return None
        words = _OF_MONTH.sub(r"\g<month> \g<day>", _ORDINAL_WORD.sub(_figure, self.text))
        found, status = _calendar().parseDT(words, datetime.combine(today, time(12)))
        return found.date() if status else None


def date_mentions(text: str) -> Iterator[DateMention]:
    """The dates in a text, in order."""
    for found in _DATE.finditer(text):
        yield DateMention(found.group(), found.start(), found.end(), _is_promised(text, found.start()))


_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TENS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth \
twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
_ORDINALS = {word: number for number, word in enumerate(_TENS.split(), 1)}
_ORDINAL_SPOKEN = "|".join(word.replace("-", "[- ]") for word in sorted(_ORDINALS, key=len, reverse=True))
_ORDINAL_WORD = re.compile(rf"\b(?:{_ORDINAL_SPOKEN})\b", re.IGNORECASE)
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_SPOKEN})"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a\s+couple\s+of|a\s+few|\d{1,2})"
_UNIT = r"(?:working\s+|business\s+)?(?:days?|weeks?|fortnight|months?)"
_NO_THING = (
    r"(?!\s+(?!(?:of|at|in|to|and|or|so|if|then|but|as|for|is|was|would|will|works?|because|which|that|please|not|i|we"
    r"|you|it|maybe|morning|afternoon)\b)\w)"
)
"""After "the third": no "pylon"."""
_DATE = re.compile(
    rf"""\b(?:
        \d{{4}}-\d\d-\d\d
      | (?:this|next|last|coming|the\s+following|a\s+week\s+on)\s+{_WEEKDAY}(?:\s+the\s+{_NTH})?
      | {_WEEKDAY}(?:,?\s+(?:the\s+)?{_NTH}(?:\s+of\s+{_MONTH})?|,?\s+{_MONTH}\s+(?:the\s+)?(?:{_NTH}|\d{{1,2}}))?
        (?:\s+(?:week|last))?
      | (?:the\s+)?(?:{_NTH}|\d{{1,2}})\s+(?:of\s+)?{_MONTH}
      | {_MONTH}\s+(?:the\s+)?(?:{_NTH}|\d{{1,2}}\b)
      | (?:(?<=on\s)|(?<=by\s)|(?<=until\s)|(?<=till\s))the\s+{_NTH}{_NO_THING}
      | the\s+day\s+(?:after\s+tomorrow|before\s+yesterday) | today | tomorrow | yesterday | tonight
      | (?:about\s+)?{_NUMBER}\s+{_UNIT}\s+(?:ago|back|from\s+(?:now|today))
      | (?:with)?in\s+{_NUMBER}\s+{_UNIT}
      | (?:the\s+)?(?:end|beginning|middle)\s+of\s+(?:the|this|next)\s+(?:week|month|year)
      | (?:this|next|last)\s+(?:week|month)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_VAGUE = re.compile(r"\b(?:weeks?|months?|years?|fortnight|few|couple)\b(?!\s+on\b)", re.IGNORECASE)
_OF_MONTH = re.compile(rf"(?:the\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)\s+(?:of\s+)?(?P<month>{_MONTH})", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:you|he|she|they|your\s+\w+|ms\.?\s+\w+|mr\.?\s+\w+)(?:'d|\s+had)?\s+(?:said|told|mentioned|promised|thought|expected|hoped)\b"
    r"|\b(?:i|we)\s+(?:was|were|had\s+been)\s+(?:told|promised|given|supposed|expecting|meant)\b"
    r"|\b(?:should|supposed\s+to|meant\s+to|going\s+to|would)\s+(?:have\s+)?(?:hear|heard|let\s+me\s+know|get\s+back|be\s+in\s+touch|know)\b",
    re.IGNORECASE,
)
_REACH = 90
"""Characters: how far before its date a promise begins."""


def _is_promised(text: str, start: int) -> bool:
    promises = [found.end() for found in _PROMISE.finditer(text, 0, start)]
    if not promises or start - promises[-1] > _REACH:
        return False
    between = text[promises[-1] : start]
    return not re.search(r"[.!?;]|\bit's\b|\bit\s+is\b|\bnow\b", between)


def _figure(word: re.Match[str]) -> str:
    return f"{_ORDINALS[word.group().lower().replace(' ', '-')]}"


@cache
def _calendar() -> Any:  # noqa: ANN401 - parsedatetime has no types
    import parsedatetime  # noqa: PLC0415 - only those who want the day need it

    return parsedatetime.Calendar()

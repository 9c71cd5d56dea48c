"""Questions that offer two things to choose from: "Today or tomorrow?"."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Choosing(StrEnum):
    """What there is to choose."""

    DAY = "day"
    HOUR = "hour"
    """A part of the day."""
    WAY = "way"
    """How something is sent or said."""
    NEWS = "news"
    """What the news means."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """Two things, in the words of the question as far as these can stand alone."""

    about: Choosing
    first: str
    second: str
    theirs: bool
    """It is the other end that does it, so that it is not for the caller to choose."""

    @property
    def open_end(self) -> bool:
        """Whether one of the two is all that is left: "today or any day"."""
        return bool(_ANY.search(self.first) or _ANY.search(self.second))

    def settled_by(self, told: str) -> str:
        """The one of the two that `told` names, and the other not; empty where it settles nothing."""
        names = [_named(self.about, one, told) for one in (self.first, self.second)]
        return (self.first if names[0] else self.second) if names[0] is not names[1] else ""


_OR = re.compile(
    r"[\s,]+or\s+(?:(?:is\s+it|are\s+you|rather|maybe|just|only|better|perhaps)\s+)*"
    r"(?!not\b|what\b|so\b|some(?:thing|body|one)?\b|whatever\b|anything\b|any(?:body|one)\b|other|else\b|two\b|three\b|more\b"
    r"|less\b|(?:is|was|have|has|am|did|do|can|could|will|would|should|shall)\b|i\b|you\b)",
    re.IGNORECASE,
)
"""Between two things, not two questions."""
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_DAY = (
    rf"(?:on\s+)?(?:(?:this|next|the\s+coming)\s+)?{_WEEKDAY}(?:\s+(?:of\s+)?(?:this|next)\s+week)?"
    r"|today|tonight|tomorrow|(?:this|next|the\s+same)\s+week(?:end)?|the\s+(?:one|day|week)\s+(?:after|before)|the\s+next(?:\s+one)?"
    r"|(?:any|every|another)\s+(?:other\s+)?(?:day|time)|(?:at\s+)?weekends?|weekdays?|right\s+now|now|later"
)
_HOUR = (
    r"(?:in\s+the\s+|the\s+)?(?:early\s+|late\s+)?(?:mornings?|afternoons?|evenings?)|(?:at\s+)?(?:noon|lunchtime|lunch)"
    r"|(?:before|after|around)\s+(?:lunch|noon|work|dinner)|early|late"
)
_WAY = (
    r"(?:(?:by|via|as|in|over|on|through|per)\s+(?:an?\s+|the\s+)?)?(?:e-?mail|post|mail|letter|phone|telephone|text|paper|pdf"
    r"|writing|person|hand|courier|video|portal)"
)
_NEWS = (
    r"for\s+good|for\s+ever|forever|permanent(?:ly)?|temporar(?:y|ily)|for\s+now|for\s+the\s+moment|paused?|pausing|wait(?:ing)?"
    r"|frozen|cancell?ed|postponed|delayed|closed|dead|gone|finished|stopped|over|on\s+hold|on\s+ice|decided|open|filled|taken"
    r"|no\s+new\s+\w+|slow|a\s+yes|a\s+no|yes|no"
)
_KINDS = tuple(
    (about, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for about, words in {
        Choosing.WAY: _WAY,
        Choosing.HOUR: _HOUR,
        Choosing.DAY: _DAY,
        Choosing.NEWS: _NEWS,
    }.items()
)
_ANY = re.compile(r"\b(?:any|every|another)\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:will|would|do|does|did|is|are|can|could)\s+(?:you|they|he|she|it|the|that|this|your|somebody|someone)\b"
    r"(?!\s+(?:like|prefer|rather|mind|want\s+me|better|best|easier|okay|ok|fine|all\s+right))"
    r"|\b(?:you|he|she|they)\s+(?:tell|send|let|ring|call|write|phone|give|inform)s?\b",
    re.IGNORECASE,
)
_KEYS = re.compile(
    rf"\b(?:{_WEEKDAY}|today|tonight|tomorrow|(?:this|next)\s+week|weekends?|weekdays?|mornings?|afternoons?|evenings?|noon|lunch"
    r"|e-?mail|post|letter|phone|text|paper|writing|person|video)\b",
    re.IGNORECASE,
)
_AT = r"(?:at|after|before|around|about|by|from|till|until|past|between|and|for)\s+(?:half\s+(?:past\s+)?)?"
_NO_HOUR = r"(?!\s+(?:minutes?|hours?|days?|weeks?|months?|of|things?|more|mornings?|afternoons?|evenings?|people)\b)"
_PARTS = {
    "morning": re.compile(
        rf"\b(?:mornings?|before\s+lunch|{_AT}(?:seven|eight|nine|ten|eleven)\b{_NO_HOUR})", re.IGNORECASE
    ),
    "afternoon": re.compile(
        rf"\b(?:afternoons?|after\s+lunch|{_AT}(?:one|two|three|four|five)\b{_NO_HOUR})", re.IGNORECASE
    ),
    "evening": re.compile(r"\b(?:evenings?|tonight|at\s+night)\b", re.IGNORECASE),
}
"""By the hours, too: who says "after four" means the afternoon."""


_TWO_QUESTIONS = re.compile(
    r"\bor\s+(?!(?:is|would|was|will)\s+(?:that|this|it)\b)(?:\w+\s+)?(?:can|could|will|would|do|does|should|shall|is|are"
    r"|may|am)\s+(?:i|you|it|we|they|he|she|there|that)\b",
    re.IGNORECASE,
)


def names_time(text: str) -> bool:
    """Whether it speaks of a day or an hour."""
    return bool(re.search(rf"\b(?:{_DAY}|{_HOUR}|o['’]clock|half\s+past|\d+)\b", text, re.IGNORECASE))


def differs(words: str, told: str) -> bool:
    """Whether the words name another time than what was told; a day that was left open is none."""
    days = {day.lower() for day in _A_DAY.findall(words)}
    told_days = {day.lower() for day in _A_DAY.findall(told)}
    parts = {part for part, hours in _PARTS.items() if hours.search(words)}
    told_parts = {part for part, hours in _PARTS.items() if hours.search(told)}
    other_day = bool(days and told_days) and days.isdisjoint(told_days)
    other_part = bool(parts and told_parts) and parts.isdisjoint(told_parts)
    same = bool(days & told_days or parts & told_parts)
    return other_day or other_part or (bool(_SHIFTED.search(words)) and not same and not days)


_A_DAY = re.compile(rf"\b(?:{_WEEKDAY}|today|tonight|tomorrow)\b", re.IGNORECASE)
_SHIFTED = re.compile(r"\b(?:before|after|later|earlier|sooner|instead|another)\b", re.IGNORECASE)


YES_OR_NO = re.compile(r"[\s,]*\b(?:yes\s+or\s+no|no\s+or\s+yes)\W*$", re.IGNORECASE)
"""At the end of a question."""


def wants_no_yes(question: str) -> bool:
    """Whether a yes would answer nothing, since it offers two things: "Should I come, or will you ring?"."""
    question = YES_OR_NO.sub("", question)
    return choice_in(question) is not None or bool(_TWO_QUESTIONS.search(question))


def choice_in(question: str) -> Choice | None:
    """The last such choice of a question."""
    joint = next(reversed(list(_OR.finditer(question))), None)
    if joint is None:
        return None
    left, right = question[: joint.start()], question[joint.end() :]
    theirs = bool(_THEIRS.search(left))
    for about, words in _KINDS:
        first = next(reversed(list(words.finditer(left))), None)
        if first and (second := words.search(right)):
            return Choice(about, first.group(), second.group(), theirs)
    return Choice(Choosing.OTHER, "", "", theirs)


def _named(about: Choosing, thing: str, told: str) -> bool:
    if about is Choosing.HOUR:
        return any(part in thing.lower() and bool(words.search(told)) for part, words in _PARTS.items())
    keys = {re.sub(r"\s+", " ", key.lower()) for key in _KEYS.findall(thing)}
    return bool(keys) and all(re.search(rf"\b{re.escape(key)}\b", told, re.IGNORECASE) for key in keys)

"""What exactly a turn asks to have told again."""

import re
from enum import StrEnum


class Question(StrEnum):
    """Something that people ask back about."""

    AGAIN = "again"
    """All that was just said."""
    NAME = "name"
    """The other person's name."""
    COMPANY = "company"
    """Which company they speak with."""
    DECIDER = "decider"
    """Who decides."""
    DAY = "day"
    """A date or a deadline."""
    NEWS = "news"
    """Whether they got the news right."""


_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PATTERNS = tuple(
    (question, re.compile(words, re.IGNORECASE))
    for question, words in {
        Question.NAME: r"\b(?:your|ur)\s+name\b|\bwho\s+(?:am\s+i|i'm|is\s+this|are\s+you)\b"
        r"|\bwho\s+(?:was|is)\s+(?:it|that)\b|\bwho\s+did\s+you\s+say\s+you\b",
        Question.COMPANY: r"\b(?:which|what)\s+(?:company|firm|organi[sz]ation)\b"
        r"|\bwhere\s+are\s+you\s+(?:calling|ringing)\b",
        Question.DECIDER: r"\bwho(?:'s|\s+is|\s+else|\s+will|\s+does)?\s+(?:\w+\s+)?"
        r"(?:decid\w+|choos\w+|makes?\s+(?:the|that)|has\s+the\s+(?:last|final))|\bwhose\s+(?:decision|call)\b",
        Question.DAY: rf"\b(?:when|what|which)\s+(?:was|is|did|exactly|day|date|time|week|month|{_WEEKDAY})\b"
        rf"|\b(?:{_WEEKDAY}|week|month|tomorrow)\b",
        Question.NEWS: r"\b(?:yes|no|decided|undecided|decision|hold|paused?|filled|open|closed|reject\w*|"
        r"turned\s+down|running|got\s+(?:it|the)|get\s+(?:it|the)|hired|still\s+in|nothing)\b",
        Question.AGAIN: r"\b(?:sorry|pardon|again|repeat|huh|slow\w*|louder|speak\s+up|what\s+did\s+you|"
        r"what\s+was\s+that|(?:didn't|did\s+not|couldn't|could\s+not|can't)\s+(?:\w+\s+)?(?:catch|hear|get|understand|follow))\b",
    }.items()
)
"""By the words that say so, the most telling first."""


def asked_back(text: str) -> Question | None:
    """What a turn that asks back asks about; None where it is something else."""
    return next((question for question, words in _PATTERNS if words.search(text)), None)

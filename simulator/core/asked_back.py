"""What exactly a question asks back about: a name, a day, the company, or all that was just said."""

import re
from enum import StrEnum


class Question(StrEnum):
    """Something that people ask back about."""

    AGAIN = "again"
    """All that was just said."""
    NAME = "name"
    """The other person's name."""
    OTHER_NAME = "other name"
    """The name of the person asked for."""
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
        Question.OTHER_NAME: r"\b(?:her|his|their|the\s+\w+'s)\s+(?:first\s+|last\s+|full\s+|sur)?name\b",
        Question.COMPANY: r"\b(?:which|what)\s+(?:company|firm|organi[sz]ation)\b"
        r"|\bhave\s+i\s+(?:reached|got\s+through)\b|\bright\s+number\b"
        r"|\bwhere\s+are\s+you\s+(?:calling|ringing)\b",
        Question.DECIDER: r"\bwho(?:'s|\s+is|\s+else|\s+will|\s+does)?\s+(?:\w+\s+)?"
        r"(?:decid\w+|choos\w+|makes?\s+(?:the|that)|has\s+the\s+(?:last|final))|\bwhose\s+(?:decision|call)\b",
        Question.DAY: r"\bwhen\s+(?:was|is|did|exactly)\b"
        rf"|\b(?:what|which)\s+(?:(?:was|is)\s+(?:the|that)\s+)?(?:day|date|time|week|month|{_WEEKDAY})\b"
        rf"|\b(?:{_WEEKDAY}|week|month|tomorrow)\b",
        Question.NEWS: r"\b(?:decided|undecided|decision|(?:on|a)\s+hold|paused?|cancel\w*|postponed|filled"
        r"|offering|offered|reject\w*|turned\s+down|still\s+(?:in|open|running)|hired)\b",
        Question.AGAIN: r"\bsorry\s*\?|^\W*(?:oh\W+)?sorry\b"
        r"|\b(?:pardon|again|repeat|huh|slow\w*|louder|speak\s+up|what\s+did\s+you|"
        r"what\s+was\s+that|(?:didn't|did\s+not|couldn't|could\s+not|can't)\s+(?:\w+\s+)?(?:catch|hear|get|understand|follow))\b",
    }.items()
)
"""By the words that say so, the most telling first."""


def asked_back(text: str) -> Question | None:
    """What a turn that asks back asks about; None where it is something else."""
    short = len(text.split()) <= _SHORT
    asked = text if short else _SORRY.sub("", text)
    found = next((question for question, words in _PATTERNS if words.search(asked)), None)
    return Question.NEWS if short and found in (None, Question.AGAIN) and _IN_SHORT.search(text) else found


_WHERE = re.compile(r"\bis\s+(?:this|that)\s+(?:the|a)\b", re.IGNORECASE)
_IN_SHORT = re.compile(
    r"\b(?:yes|no|hold|later|open|closed|running|got\s+(?:it|the)|get\s+(?:it|the)|nothing)\b", re.IGNORECASE
)
"""Asks for the news where little else is said."""
_SORRY = re.compile(r"^\W*(?:oh\W+)?(?:sorry|pardon)\b\W*", re.IGNORECASE)
"""Before a question that asks for more than to hear it again."""
_BRIEF = 9
"""Words up to which a request to repeat asks for nothing else."""
_SHORT = 6
"""Words up to which a question leans on what was said before."""
_AGAIN = re.compile(
    r"\b(?:repeat|say\s+(?:it|that)\s+again|once\s+more|more\s+slow(?:ly)?|slower|slow\s+down|louder|speak\s+up)\b",
    re.IGNORECASE,
)
_YOUR_NAME = re.compile(
    r"\b(?:what(?:'s|\s+is|\s+was)?|tell\s+me|give\s+me|have|get|got|catch|know|ask(?:\s+for)?|spell"
    r"|note|and)\s+(?:(?:for|again|please)\s+)?(?:your|ur)\s+(?:first\s+|own\s+|good\s+|full\s+)?name\b"
    r"|\bwhom?\b[^?.!]*\b(?:speaking|talking)\b"
    r"|\bwho\s+are\s+you\b"
    r"|\bwhom?\s+(?:(?:do|should|shall|can)\s+i\s+say\b|(?:did|have)\s+i\s+(?:speak|spoken|talk\w*))"
    r"|\bwho\s+(?:is|was)\s+(?:this|that)\b",
    re.IGNORECASE,
)


def asks_where(question: str) -> bool:
    """Whether a caller who has only just got through asks where that is: "Is this the vet place?"."""
    return bool(_WHERE.search(question)) or asked_back(question) is Question.COMPANY


def asks_your_name(text: str) -> bool:
    """Whether it asks the person on the line who they are."""
    return bool(_YOUR_NAME.search(text))


def asks_again(text: str) -> bool:
    """Whether it asks to have said again what was said, and little else."""
    return len(text.split()) <= _BRIEF and bool(_AGAIN.search(text))

"""What exactly a question asks back about: a day, the news, or all that was just said."""

import re
from enum import StrEnum
from functools import lru_cache


class Question(StrEnum):
    """Something that people ask back about."""

    AGAIN = "again"
    """All that was just said."""
    DAY = "day"
    """A date or a deadline."""
    NEWS = "news"
    """Whether they got the news right."""


_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PATTERNS = tuple(
    (question, re.compile(words, re.IGNORECASE))
    for question, words in {
        Question.DAY: r"\bwhen\s+(?:was|is|did|exactly)\b"
        rf"|\b(?:what|which)\s+(?:(?:was|is)\s+(?:the|that)\s+)?(?:day|date|time|week|month|{_WEEKDAY})\b"
        rf"|\b(?:{_WEEKDAY}|week|month|tomorrow)\b",
        Question.NEWS: r"\b(?:decided|undecided|decision|(?:on|a)\s+hold|paused?|cancel\w*|postponed|filled"
        r"|offering|offered|reject\w*|turned\s+down|still\s+(?:in|open|running)|hired)\b",
        Question.AGAIN: r"\bsorry\s*\?|^\W*(?:oh\W+)?sorry\b"
        r"|\b(?:pardon|again|repeat|huh|slow\s+down|(?:more\s+)?slow(?:er|ly)(?=\W*(?:please\b|\?|$))|louder|speak\s+up|what\s+did\s+you|"
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
    r"\b(?:repeat|say\s+(?:(?:it|that)\s+)?again|once\s+more|more\s+slow(?:ly)?|slower|slow\s+down|louder|speak\s+up)\b|(?:^|[.?!,]\s*)come\s+again\s*\?",
    re.IGNORECASE,
)


def asks_again(text: str) -> bool:
    """Whether it asks to have said again what was said, and little else."""
    return len(text.split()) <= _BRIEF and bool(_AGAIN.search(text))


_ALL = re.compile(
    r"(?:\b(?:can|could|will|would|may|might)\s+(?:you|we|u|i\s+(?:hear|have|ask\s+you))\b|\b(?:please|pls|plz)\b|\b(?:want|like|need|be\s+so\s+good)\b"
    r"|(?:^|[.!?,;:]\s*|\b(?:now|just|and|then|real\s+quick)\s+)(?=(?:tell|say|repeat|run|go|give|walk|take)\b))[^.?!]{0,60}?"
    r"(?:\b(?:tell|say|repeat|run|go|give|walk|take|hear)\b[^.?!]{0,20}\b(?:it\s+all|all\s+of\s+(?:it|that)|everything|the\s+(?:whole|lot)\b)"
    r"[^.?!]{0,30}\b(?:again|once\s+more|one\s+more\s+time|from\s+the\s+(?:start|top|beginning)|back\s+to\s+me)\b"
    r"|\b(?:run|go|walk\s+me|take\s+me)\s+(?:\w+\s+)?(?:through|over)\s+(?:it|that|this|everything)\b[^.?!]*\b(?:again|once\s+more|for\s+me|slowly)\b"
    r"|\brepeat\s+(?:me\s+)?(?:it\s+all|all\s+of\s+(?:it|that)|everything)\b)"
    r"|(?:^|[.!?,]\s*|\band\s+)(?:it\s+all|all\s+of\s+(?:it|that)|everything)\s+(?:again|once\s+more)\b[\s,]*(?:please|pls)?\s*\?",
    re.IGNORECASE,
)


def asks_for_all_again(text: str) -> bool:
    """Whether it asks to have said once more all that was told in the call: "Could you run through it all again?"."""
    return bool(_ALL.search(text))


_MEANT = re.compile(
    r"\b(?:what|how)\s+d(?:o|id)\s+you\s+mean\b|\bwhat\s+does\b.*\bmean\b|\bwhat\s+means\b"
    r"|\bwhat\s+['‘\"“]?(?:[\w-]+\s+){0,3}[\w-]+['’\"”]?\s+means\b"
    r"|\bwhat(?:['’]s|\s+is|\s+are)\s+(?:an?\s+|the\s+)?['‘\"“][^'’\"”?]{2,30}['’\"”]"
    r"|['‘\"“][^'’\"”?]{2,30}['’\"”][,\s]+what\s+(?:is|are)\s+(?:it|that|this|those)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:do|did|can)(?:n['’]?t|\s+not|not)\s+(?:\w+\s+)?(?:(?:understand|get|follow|see)\s+(?:what|who)\s+"
    r"(?:you\s+(?:mean|said|say)\b|(?!(?:my|your)\b)(?:\S+\s+){1,3}?(?:is|are|was|means?|meant)\b)"
    r"|know\s+what\s+(?:(?:an?|the)\s+)?['\"‘“]?\w+['\"’”]?\s+(?:is|means?)\b)"
    r"|\bdid(?:n['’]?t|\s+not)\s+(?:\w+\s+)?follow\s+(?:you|that|it)\b(?!\s+up\b)"
    r"|\b(?:you(?:['’]ve|\s+have)?|u(?:ve)?|ye(?:['’]ve)?)\s+(?:\w+\s+)?lost\s+me\b(?!\s+(?:the|my|an?|that)\b)"
    r"|\bsupposed\s+to\s+mean\b|\bmeaning\s+what\b|\bin\s+plain\s+(?:words|english)\b",
    re.IGNORECASE,
)
"""The same in the form of a statement."""


_WHATS_THAT = re.compile(r"\bwhat(?:['’]s|\s+is|\s+are)\s+(?:that|those)(?=\s*(?:[,?]|$))", re.IGNORECASE)
_NAMED_FIRST = 2
"""Words before it from which on it asks what they mean: "Under the turn, what's that?"."""


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def asks_what_was_meant(text: str) -> bool:
    """Whether it wants to have explained what was said, in the form of a question or not: "I don't get what the box
    is."."""
    named = any(len(text[: found.start()].split()) >= _NAMED_FIRST for found in _WHATS_THAT.finditer(text))
    return named or bool(_MEANT.search(text) or _LOST.search(text))


_PLAINER = re.compile(
    r"\bslow(?:er|ly)\b|\bmore\s+slow\b|\b(?:simpler|simple|plain\w*|easy|easier|other)\s+(?:words?|english|way)\b"
    r"|(?:\b(?:not|never)|n['’]t)\s+(?:\w+\s+){0,2}(?:understand|understood|follow)\b"
    r"|\bmy\s+(?:english|language|first\s+language)\b|\blose\s+some\s+words\b",
    re.IGNORECASE,
)


def asks_plainer(text: str) -> bool:
    """Whether it was not the line that was at fault, so that the same words would be no help: "My English is not so
    good."."""
    return bool(_PLAINER.search(text))

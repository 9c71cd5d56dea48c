"""Questions for a time or for a reason."""

import re

_WHEN = re.compile(
    r"\bwhen\b|\bwhat\s+(?:time|day)\b|\b(?:better|good|best|other|another)\s+(?:time|day|moment)\b", re.IGNORECASE
)
_BEST_TIME = re.compile(
    r"\b(?:good|best|better|convenient)\s+(?:time|hour|moment)s?(?:\s+of\s+(?:the\s+)?day)?"
    r"\s+(?:to|for)\s+(?:reach|call|ring|catch|phone)",
    re.IGNORECASE,
)
_WHY = re.compile(r"\bwhy\b|\bhow\s+come\b|\bwhat\s+(?:was|went|did)\b|\breasons?\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:how\s+(?:long|soon|much\s+longer)|dates?|days?|weeks?|months?|times?|timeline|soon|by|until|till|hear|next\s+step"
    r"|expect|go(?:es)?\s+on|happens?)\b",
    re.IGNORECASE,
)


def asks_when(question: str) -> bool:
    """Whether it asks for a day or an hour."""
    return bool(_WHEN.search(question))


def asks_why(question: str) -> bool:
    """Whether it asks for the reason."""
    return bool(_WHY.search(question))


def asks_best_time(text: str) -> bool:
    """Whether it asks when somebody can best be reached, of any day."""
    return bool(_BEST_TIME.search(text))


def asks_for_time(text: str) -> bool:
    """Whether it speaks of when or how long, in any words."""
    return asks_when(text) or bool(_TIME.search(text))

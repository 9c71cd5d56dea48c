"""Questions for a time or for a reason."""

import re
from collections.abc import Collection

_WHEN = re.compile(
    r"\bwhen\b|\bwhat\s+(?:time|day)\b|\b(?:better|good|best|other|another)\s+(?:time|day|moment)\b", re.IGNORECASE
)
BEST_TIME = re.compile(
    r"\b(?:good|best|better|convenient)\s+(?:time|hour|moment)s?(?:\s+of\s+(?:the\s+)?day)?(?:\s+for\s+me)?"
    r"\s+(?:to|for)\s+(?:try|reach|call|ring|catch|phone)|\b(?:which|what)\s+time\s+(?:suits|would\s+suit|works)\b",
    re.IGNORECASE,
)
"""Asks when somebody can best be reached, of any day."""
_WHY = re.compile(
    r"\bwhy\b|\bhow\s+come\b|\bwhat\s+(?:was(?!\s+it\W*(?:$|you\s+sa))|went|did)\b|\breasons?\b", re.IGNORECASE
)
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


_OF_OTHERS = re.compile(
    r"\bwhy\s+(?:do(?:n['’]t)?|does(?:n['’]t)?|did(?:n['’]t)?|is(?:n['’]t)?|are(?:n['’]t)?|has|have)\s+"
    r"(?:they|he|she|the\s+(?!other\b|decision\b|answer\b)\w+)\b",
    re.IGNORECASE,
)


def asks_why_of_others(question: str) -> bool:
    """Whether it asks for the reason of what somebody else does: "Why do they lose them every spring?"."""
    return bool(_OF_OTHERS.search(question))


def asks_best_time(text: str) -> bool:
    """Whether it asks when somebody can best be reached, of any day."""
    return bool(BEST_TIME.search(text))


def asks_for_time(text: str) -> bool:
    """Whether it speaks of when or how long, in any words."""
    return asks_when(text) or bool(_TIME.search(text))


_THING = re.compile(
    r"\b(?:your|their|his|her|its|the|those|these)\s+(?:next\s+|last\s+|first\s+)?([a-z]{4,})\b", re.IGNORECASE
)
_OF_THE_CALL = re.compile(
    r"(?:decision|answer|news|date|time|day|week|month|quarter|year|end|beginning|middle|latest|earliest|moment|meantime|interview|round"
    r"|step|process|procedure|position|post|place|role|work|start|freeze|hold|hiring|call|email|mail|letter|result|outcome|choice|deadline"
    r"|timeline|candidate|applicant|other|committee|board|panel|director|manager|boss|owner|council|team|whole|same|right|final|exact"
    r"|second|third|morning|afternoon|evening|weekend|holiday|offer|contract|position|search|matter|thing|situation|budget)s?",
    re.IGNORECASE,
)


def asks_when_of_another_thing(question: str, told: Collection[str]) -> bool:
    """Whether it asks for the day of something that is neither the decision nor was told of: "Which day do your readers
    come?"; `told` in lower case."""
    things = (found[1].lower() for found in _THING.finditer(question))
    return any(not _OF_THE_CALL.fullmatch(thing) and thing not in told for thing in things)

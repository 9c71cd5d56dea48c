"""Words about time that reproach nobody: how short it has been, and how long something will last."""

import re

_HOW_SHORT = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:even|yet)\s+(?:been\b|(?:a|an|one|two|three|\d+)\s+(?:full\s+|whole\s+)?(?:days?|weeks?|months?)\b)"
    r"|\b(?:is|has|['’]s)\s*(?:not|n['’]t)\s+been\s+(?:a|an|one|two|three|\d+)\s+(?:full\s+|whole\s+)?(?:days?|weeks?|months?)\b"
    r"|\bonly\s+(?:been\s+)?(?:a|an|one|two|three|\d+)\s+(?:days?|weeks?)\b|\bonly\s+(?:yesterday|last\s+\w+day)\b"
    r"|^\W*(?:\w+\W+){0,2}(?:so|that|this)\s+(?:fast|quick(?:ly)?)\W*$",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\bhow\s+long\s+(?:does|will|would|do|is)\s+(?:it|that|this|the\s+(?:[\w-]+\s+){0,2}(?:day|trial|round|interview|shift|test|visit|session|call))\b"
    r"(?:\s+(?:take|last|go\s+on))?(?!\s+(?:\w+\s+)?to\b)",
    re.IGNORECASE,
)
_REPROACH = re.compile(
    r"\b(?:so|this|that)\s+long\b|\b(?:taking|still|ages|forever|wait\w*|decid\w+|decision|hear|answer|reply|sake|seriously|on\s+earth)\b",
    re.IGNORECASE,
)


def marvels_at_speed(words: str) -> bool:
    """Whether it says how short the time was: "It's not even been a week"."""
    return bool(_HOW_SHORT.search(words)) and not re.search(r"\bwait\w*\b|\bheard\b", words, re.IGNORECASE)


def asks_length(words: str) -> bool:
    """Whether it asks how long something lasts, rather than why it takes so long."""
    return bool(_HOW_LONG.search(words)) and not _REPROACH.search(words)

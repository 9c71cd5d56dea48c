"""Questions whose sense depends on what was said just before: "And how long is that?"."""

import re

_SHORT = 5
"""Words up to which a question may lean on what was said before without a word that says so."""
_LEANING = re.compile(
    r"\b(?:he|she|him|his|her|hers|they|them|their|it|its|that|this|those|these|there|ones?|else|then|so)\b",
    re.IGNORECASE,
)


def leans(question: str) -> bool:
    """Whether it may lean on it."""
    return len(question.split()) <= _SHORT or bool(_LEANING.search(question))

"""The part of a question that asks, without what leads up to it: "No, I meant: is there a house?"."""

import re

_LEADS_UP = (
    re.compile(
        r"^\W*(?:[\w'’-]+\s+){1,5}?(?:question|thing|point)s?(?:\s+(?:only|though|still|more))?,\s+", re.IGNORECASE
    ),
    re.compile(r"^.*[;:—–]\s+(?=\S+\s+\S+\s+\S+)", re.DOTALL),
    re.compile(
        r"^.*?\bi\s+(?:just\s+|only\s+|actually\s+|really\s+)*"
        r"(?:meant|mean|asked|was\s+asking|want(?:ed)?\s+to\s+(?:know|ask))\b[\s,]*(?:(?:about|for|you)\b\s*)?(?=\S+\s+\S+)",
        re.IGNORECASE | re.DOTALL,
    ),
)
"""What announces a question, all that stands before a colon or its like, and what says that something was meant or
asked."""


def asking_part(question: str) -> str:
    """The words of a question, or of a sentence, less those that only lead up to it."""
    for leading in _LEADS_UP:
        question = leading.sub("", question, count=1)
    return question.strip()

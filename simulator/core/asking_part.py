"""The part of a question that asks, without what leads up to it: "No, I meant: is there a house?"."""

import re

_LEADS_UP = (
    re.compile(
        r"^\W*(?:[\w'’-]+\s+){1,5}?(?:question|thing|point)s?(?:\s+(?:only|though|still|more))?,\s+", re.IGNORECASE
    ),
    re.compile(r"^.*[;:—–]\s+(?=\S+\s+\S+\s+\S+)", re.DOTALL),
    re.compile(
        r"^.*?\b(?:i(?:['’]?m|\s+am)?)\s+(?:just\s+|only\s+|actually\s+|really\s+)*"
        r"(?:meant|mean|asked|was\s+asking|asking|want(?:ed)?\s+to\s+(?:know|ask))\b[\s,]*(?:(?:about|for|you)\b\s*)?(?=\S+\s+\S+)",
        re.IGNORECASE | re.DOTALL,
    ),
)
"""What announces a question, all that stands before a colon or its like, and what says that something was meant or
asked."""
_REMINDS = re.compile(
    r"\b(?:who|what|which|where)(?:['’]s|\s+(?:is|are|was|were))\b(?!\s+(?:that|this|it)\b).*?(?P<again>[\s,]+again)\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""Asks for something that was told once: "Who are the new owners again?"."""


_GIVEN = re.compile(
    r",?\s+(?:(?:though|then|now)\b[\s,]*)?(?:if|since|because|as\s+long\s+as)\s+.*$", re.IGNORECASE | re.DOTALL
)
"""What a question takes for given, behind what it asks: "How long is the trial, if it's permanent at once?"."""
_FEWEST = 4
"""Words that must be left."""


def without_givens(question: str) -> str:
    """The question without what it takes for given."""
    asked = _GIVEN.sub("", question)
    return asked if len(asked.split()) >= _FEWEST else question


def asking_part(question: str) -> str:
    """The words of a question, or of a sentence, less those that only lead up to it, or say that it was told before."""
    for leading in _LEADS_UP:
        question = leading.sub("", question, count=1)
    if reminds := _REMINDS.search(question):
        question = question[: reminds.start("again")] + question[reminds.end("again") :]
    return question.strip()

"""What a question is about, in words that can be said back: "the spaniel"."""

import re

_NAMED = re.compile(
    r"\b(?P<subject>(?:the|those|these)\s+(?P<noun>[a-z][a-z'’-]+))"
    r"(?=\s*(?:[?.!,;]|$)|\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|in|on|at|for|from|with|of"
    r"|to|then|now|there|and|or|too|again|much|like|still|yet|anyway|today|tomorrow|really|actually|over|after|before|about"
    r"|when|while|if|that|who|which)\b)",
    re.IGNORECASE,
)
"""A noun of one word, as far as one can tell without knowing the kinds of words: a verb or the end comes next."""
_TOO_LITTLE = frozenset(
    """one ones two three four five six seven eight nine ten both
    thing things same other others time times day days way moment job post position role decision call
    question first last next second third best most end meantime person people interview news rest whole point matter
    week month year morning afternoon evening company place is was are were will would can could does did has have
    all right sort kind bit lot sorry ok okay please then now lol too though anyway like um uh really""".split()
)
"""Words that name nothing in particular, or are no names of things."""


def subject_of(question: str) -> str:
    """The last thing that it names; empty where that cannot be told."""
    found = [one for one in _NAMED.finditer(question) if one["noun"].lower() not in _TOO_LITTLE]
    return found[-1]["subject"].lower() if found else ""

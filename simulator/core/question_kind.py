"""What kind of thing a question asks for: a person, a time, a place."""

import re
from functools import lru_cache

_KINDS = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in {
        "person": r"\bwho(?:m|se)?\b|\bwhat(?:['’]s|\s+is)\s+(?:his|her)\s+name",
        "time": r"\bwhen\b|\bwhat\s+(?:time|day)\b|\bhow\s+(?:soon|early|late)\b",
        "place": r"\bwhere\b|\bwhat\s+(?:town|place)\b|\bhow\s+do\s+i\s+(?:find|get)\b",
        "reason": r"\bwhy\b|\bhow\s+come\b|\bwhat\s+for\b|\breason\b",
        "number": r"\bhow\s+(?:many|much)\b",
        "duration": r"\bhow\s+long\b",
        "rate": r"\bhow\s+often\b",
        "leave": r"\b(?:can|could|may|should|shall|must|do)\s+i\b",
    }.items()
)


@lru_cache(maxsize=20_000)
def kinds_asked(question: str) -> frozenset[str]:
    """The kinds that it asks for by name; none where its form tells nothing."""
    return frozenset(kind for kind, words in _KINDS if words.search(question))

"""Whether two words are forms of one, or one of them a slip of the other."""

from functools import lru_cache

from rapidfuzz import fuzz

_SHORT = 4
"""Letters: shorter words are too easily alike."""
_ENDING, _SHORT_ENDING = 5, 3
"""Letters by which two forms of one word may differ in length, and two forms of a short one."""
_ALIKE = 85
"""Per cent of letters in common: one slip in seven."""


@lru_cache(maxsize=20_000)
def alike(word: str, other: str) -> bool:
    """Of two words in lower case."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if shorter < _SHORT:
        return False
    stem = max(_SHORT, shorter - 3)
    # "Migrate" is of "migration", but "time" is not of "timetable".
    apart = abs(len(word) - len(other)) > (_ENDING if shorter > _SHORT else _SHORT_ENDING)
    return (word[:stem] == other[:stem] and not apart) or fuzz.ratio(word, other) >= _ALIKE

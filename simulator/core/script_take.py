"""A script read aloud once: how it sounded, in figures."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

EASY_PACE = (120, 160)
"""Words a minute that are easy to follow on the phone."""
_FILLER = re.compile(r"(?:u+m+|u+h+|e+r+m*|h+m+|m{2,}|a+h+)$")
_LONG_PAUSE_MS = 1_000


@dataclass(frozen=True, slots=True)
class Take:
    """One reading."""

    text: str
    seconds: float
    """From the first word to the last."""
    words: int
    """Without fillers."""
    fillers: Mapping[str, int] = field(default_factory=dict)
    long_pauses: int = 0
    """Of a second and more, between words."""
    longest_pause_ms: int = 0

    @property
    def pace(self) -> float:
        """Words a minute."""
        return 60 * self.words / self.seconds if self.seconds else 0.0

    @property
    def flaws(self) -> float:
        """0 for a smooth reading at an easy pace; a filler, a long pause and ten words a minute beside the easy pace
        count one each."""
        low, high = EASY_PACE
        beside = max(low - self.pace, self.pace - high, 0.0)
        return sum(self.fillers.values()) + self.long_pauses + beside / 10


def take(words: Sequence[tuple[str, int, int]]) -> Take:
    """What a reading was like, from its words with the milliseconds at which each began and ended."""
    if not words:
        return Take("", 0.0, 0)
    fillers = Counter(word.lower() for word, _, _ in words if _FILLER.match(word.lower()))
    pauses = [after[1] - before[2] for before, after in pairwise(words)]
    return Take(
        " ".join(word for word, _, _ in words),
        (words[-1][2] - words[0][1]) / 1000,
        len(words) - sum(fillers.values()),
        fillers,
        sum(pause >= _LONG_PAUSE_MS for pause in pauses),
        max(pauses, default=0),
    )


def best(takes: Sequence[Take]) -> int:
    """The number, from 0, of the take with the fewest flaws; a take without words is none. -1 where there is none."""
    spoken = [number for number, one in enumerate(takes) if one.words]
    return min(spoken, key=lambda number: takes[number].flaws, default=-1)

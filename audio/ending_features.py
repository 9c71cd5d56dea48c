"""What of the words so far tells whether more will come."""

import re
import zlib
from collections.abc import Iterator, Sequence

from audio.listeners.call_words import CallWords, Place

BUCKETS = 1 << 15
"""Features are numbered by a hash; two that share a number share a weight."""
POSITION = "position_"
"""Stands for the position of the call, whatever it is called: after "for the" and it, "job" will come."""
_LONGEST = 4
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26)
_QUESTION_STARTS = frozenset(
    "could can would will may might do does did have has is are was were when what where how who which why whether if "
    "wondering any".split()
)
_ASKS = re.compile(
    r"(?:^|.*\b(?:and|so|but|please|today|me|know|wondering|wonder|ask|tuesday|position|role|job|interview) )"
    r"(?:(?:could|can|would|will|may|might|do|does|did|have|has|is|are|was|were|shall|should)"
    r" (?:i|you|we|they|he|she|it|there|the|that|this|your|any\w*)|when|what|where|how|who|which|whether|if)"
    r" (?:\S+ ){2,}\S+$"
)


def asks(text: str) -> bool:
    """Whether the words so far, in lower case, end with what may be a question."""
    return _ASKS.match(text) is not None


def spoken_words(text: str) -> list[str]:
    """The words as a recogniser writes them: in lower case, without punctuation."""
    return re.sub(r"[^\w' ]+", " ", text.replace("’", "'").lower()).split()


def position_said(position: str) -> re.Pattern[str]:
    """Finds the position in the words of a recogniser, whole or shortened."""
    ways = sorted(CallWords(position=position).by_place().get(Place.POSITION, ()), key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, ways)) or '(?!)'})(?![\w'])", re.IGNORECASE)


def features(words: Sequence[str]) -> list[int]:
    """The numbers of the features of these words, each once, 0 to `BUCKETS` - 1."""
    return sorted({zlib.crc32(name.encode()) % BUCKETS for name in _names(words)})


def _names(words: Sequence[str]) -> Iterator[str]:
    yield ""
    padded = ["^", *words]
    for length in range(1, _LONGEST + 1):
        yield " ".join(padded[-length:])
    last = words[-1] if words else ""
    yield f"-{last[-2:]}"
    yield f"-{last[-3:]}"
    yield f"#{sum(len(words) >= least for least in _LENGTHS)}"
    asked = next((back for back, word in enumerate(reversed(words)) if word in _QUESTION_STARTS), None)
    if asked is not None:
        start = words[len(words) - 1 - asked]
        yield f"?{min(asked, 12)}"
        yield f"?{start} {min(asked, 6)}"
        yield f"?{start} {last}"
    if len(words) > 1:
        yield f"{words[-2]} _{last[-2:]}"
        yield f"{words[0]} … {last}"

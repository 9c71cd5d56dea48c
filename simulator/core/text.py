"""The words of a turn as text: what enters a transcript, and the clauses that a turn is made of."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

MAX_CHARS = 2_000
"""The longest text of one turn, in characters: about ten minutes of speech."""

_BLANKS = re.compile(r"\s+")
# Control characters, lone surrogates, and the marks that reorder or hide what a terminal shows.
_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
"""What steers a terminal: colours, cursor, window title."""

# Words after which a full stop ends no sentence.
_ABBREVIATIONS = frozenset("mr mrs ms mx dr prof st sr jr no ext inc ltd co".split())

_SENTENCE_END = re.compile(r"[.!?;…。！？]+[\"'”’)]*(?=\s|$)|[。！？]+|\n+|\s[-–—]+\s|—|--+")

_SUBJECT = r"i|i'm|im|i'd|i'll|i've|ive|we|we're|we'd|you|you're|you've|he|she|it|it's|they|there|there's|that's|this"
_AUXILIARY = (
    r"was|am|is|are|were|do|does|did|don't|have|had|has|can|can't|could|couldn't|will|won't|would|should|may|might"
)
# A clause opens with one of these after a comma, however few words stand before it.
_OPENER = re.compile(
    rf"""(?:(?:and|but|so|or|because|cause|plus|though|then|anyway|also|well|okay|ok)\s+)*
    (?:(?:{_SUBJECT}|my\s+name|name's|(?:who|what|when|where|why|how)(?:'s)?|(?:{_AUXILIARY})\s+(?:i|you|he|she|it|we|they|there|this|that)
    |thanks?|please|sorry|hello|hi|hey|good\s+(?:morning|afternoon|evening)|bye|goodbye|have\s+a|take\s+care
    |calling|just|if|hope|hoping|wondering|looking|let|no|yes|yeah|sure|great|maybe|any|is|are|can|could|would|do|did)\b
    |(?:and|but|so|because|cause|plus|though|then|anyway|also|or)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# And with one of these in a stretch without punctuation, after at least a few words.
_BARE_OPENER = re.compile(
    rf"""(?<=\s)(?:
    (?:and|but|so|because|cause|or|plus)\s+(?:(?:um|uh|like|yeah|then|also|just)\s+)?(?:(?:{_SUBJECT})|my|thanks?|if|when|(?:{_AUXILIARY})\s+(?:i|you|we))\b
    |(?:but|anyway)\s
    |i\s+(?:was|am|just|wanted|interviewed|would|really|understand|appreciate|hope|have|had|need|will|can|could|met|spoke|came|applied|totally|completely)\b
    |(?:i'm|im|i'd|i'll|i've|ive|it's|that's|this\s+is|my\s+name|name's)\s
    |thank\s+you\b|thanks\b|please\b|sorry\b
    |(?:could|can|would|do|did|are|have|will|may|is)\s+(?:i|you|there|they|we|he|she)\b
    |good\s+(?:morning|afternoon|evening)\b|have\s+a\s|goodbye\b|bye\b
    |(?:what|when|why|how)\s+(?:is|are|was|do|does|did|would|can|could|should|long|soon|come)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# A clause that hangs on one of these words goes on: "if i", "the way that you", "know when they".
_HANGING = frozenset(
    """if that when what where why how who which whether because as than until before after since while although
    and but so or think hope know guess say said mean sure sorry like all nothing anything
    to for of with about at in on the a an my your no not""".split()
)
_MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, as character offsets: `text[start:end]`."""

    start: int
    end: int


class _Place(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlap(one: _Place, other: _Place) -> bool:
    """Whether two places of a text have a character in common."""
    return one.start < other.end and other.start < one.end


def tidy(text: str) -> str:
    """The text as it may enter a transcript: composed characters (Unicode NFC) on one line, single blanks, no control
    characters or lone surrogates, at most MAX_CHARS characters, cut at a word. Emoji and other scripts stay."""
    # Long before the cut: composing takes time that grows with the square of a run of accents.
    line = _UNWANTED.sub("", _ESCAPES.sub("", _BLANKS.sub(" ", text)[: 4 * MAX_CHARS]))
    line = _BLANKS.sub(" ", unicodedata.normalize("NFC", line)).strip()
    if len(line) <= MAX_CHARS:
        return line
    cut = line.rfind(" ", 0, MAX_CHARS + 1)
    return line[: cut if cut > 0 else MAX_CHARS].rstrip()


def printable(text: str) -> str:
    """The text with a blank for each character that a terminal or a file could not show; nothing moves, so that
    offsets into the one are offsets into the other."""
    return _UNWANTED.sub(" ", text)


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of a turn, in order, without blanks at their ends; none for a blank text. Punctuation divides, and
    where it is missing, as in hasty typing or recognised speech, the words that open a clause do."""
    spans: list[Span] = []
    start = 0
    for cut in [*_cuts(text), len(text)]:
        piece = text[start:cut]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append(Span(begin, begin + len(stripped)))
        start = cut
    return tuple(spans)


def _cuts(text: str) -> list[int]:
    """Offsets at which a clause ends and the next begins."""
    cuts = [
        end.end()
        for end in _SENTENCE_END.finditer(text)
        if not (end.group().startswith(".") and _last_word(text[: end.start()]) in _ABBREVIATIONS)
    ]
    cuts += [comma.end() for comma in re.finditer(r",\s+", text) if _OPENER.match(text, comma.end())]
    cuts = sorted({0, *cuts})
    bare: list[int] = []
    for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        last = begin
        for opener in _BARE_OPENER.finditer(text, begin, end):
            before = text[last : opener.start()].split()
            after = text[opener.start() : end].split()
            if len(before) >= _MIN_WORDS and len(after) > 1 and before[-1].lower() not in _HANGING:
                last = opener.start()
                bare.append(last)
    return sorted({*cuts[1:], *bare})


def _last_word(text: str) -> str:
    words = text[-12:].split()
    return words[-1].lower() if words else ""

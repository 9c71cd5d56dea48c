"""Which of the lines written for a move fit what is known, and what else is said in the same breath."""

import re
from collections.abc import Collection

from simulator.core.memory import Memory
from simulator.core.moves import Move

_WHAT_ABOUT = re.compile(
    r"\b(?:about|concern\w*|regarding|in\s+connection|in\s+what\s+matter|brings\s+you)\b",
    re.IGNORECASE,
)
"""Asks for the matter, and not only for the wish."""
_PLACES = re.compile(
    r"\{interviewed\}|\b(?:remember|you\s+were\s+(?:here|the)|came\s+(?:in|up|to)|thinking\s+of\s+you|speaking\s+of\s+you)\b",
    re.IGNORECASE,
)
"""Shows that the interview is well remembered."""
_KNOWS_WHY = re.compile(
    r"\b(?:meaning|meant|going|about|wanted)\s+to\s+(?:ring|call|write|phone)\b|\bsave\w*\s+me\b"
    r"|\b(?:expecting|waiting\s+for)\s+(?:you|your)\b",
    re.IGNORECASE,
)
"""Shows that the reason for the call is known."""


_FORGIVES = re.compile(
    r"\b(?:don['’]t\s+(?:you\s+)?worry|no\s+trouble|no\s+problem|never\s+mind|(?:that['’]s|it['’]s|quite)\s+(?:all\s+right|fine|okay))\b",
    re.IGNORECASE,
)
"""Answers an apology for the disturbance, and no sympathy."""
_ADMITS = re.compile(
    r"\b(?:been\s+easy|hard\s+on|a\s+lot\s+at\s+the\s+moment|waiting\s+here|been\s+better|saying\s+so|hear\s+for\s+once)\b",
    re.IGNORECASE,
)
"""The other way round."""


def apt(move: Move, line: str, moves: Collection[Move], memory: Memory) -> bool:
    """Whether the line contradicts nothing: nobody asks what it is about who has just been told, or has just said
    that they know, and nobody forgives who is felt with."""
    match move:
        case Move.ASK_PURPOSE:
            return not (memory.placed and _WHAT_ABOUT.search(line))
        case Move.RECOGNISE | Move.ASIDE if Move.ASK_INTERVIEW in moves:
            return not (_PLACES.search(line) or _KNOWS_WHY.search(line))
        case Move.RECOGNISE | Move.ASIDE if not {Move.ASK_PURPOSE, Move.GUESS_PURPOSE}.isdisjoint(moves):
            return not _KNOWS_WHY.search(line)
        case Move.HAVE_TIME:
            return memory.known or "for you" not in line
        case Move.ACCEPT_EMPATHY:
            return not (_FORGIVES if memory.pitied else _ADMITS).search(line)
    return True

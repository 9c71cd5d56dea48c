"""Whether a turn that does nothing known can be followed all the same, or only says that something was heard."""

import re

from simulator.core.echo import telling_words
from simulator.core.moves import Move
from simulator.core.situation import Situation

_TELLING = re.compile(r"\b(?:i|we|you|it|that|this|he|she|they|there)\b", re.IGNORECASE)
_FEWEST = 5
"""Words of such a sentence."""


def tells(text: str) -> bool:
    """Whether it is a sentence by which somebody tells of something, whatever of: nobody says to it that they don't
    follow."""
    return len(text.split()) >= _FEWEST and bool(_TELLING.search(text))


def follows(situation: Situation) -> bool:
    """Whether a few words that do nothing known can still be followed: they go on with what was just told or answered,
    or the other end has just said that they did not follow."""
    before = situation.before
    goes_on = not telling_words(before.last_reply).isdisjoint(telling_words(situation.utterance.text))
    return goes_on or not {Move.WEIGH_ANSWER, Move.PUZZLED}.isdisjoint(before.last_moves)


_HEARS = re.compile(
    r"^\W*(?:(?:ok(?:ay|ey)?|right|fine|good|great|cool|sure|got\s+it|yes|yeah|hm+|oh|ah|perfect|all\s+right|alright|fair(?:\s+enough)?"
    r"|noted|then|so|well|i\s+see)\W+)+(?:\w+day\W*|tomorrow\W*|thanks?\W*|then\W*|the\s+\w+\W*){0,2}$",
    re.IGNORECASE,
)


def only_hears(text: str) -> bool:
    """Whether it says no more than that something was heard: "Okay. Wednesday then."."""
    return bool(_HEARS.match(f"{text} "))

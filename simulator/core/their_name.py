"""Questions for the name of the one on the line, in plain words."""

import re

from simulator.core.contact_question import asks_to_name_them
from simulator.core.question import questions

_WHO = re.compile(
    r"\b(?:what(?:['’]s|\s+is|\s+was)|and|sorry,?)\s+your\s+(?:own\s+)?name\b|\b(?:have|get|catch|know|give|tell|ask)\s+(?:me\s+)?your\s+(?:own\s+)?name\b"
    r"|^\W*your\s+name\W*(?:please\W*)?$|\bwho(?:m)?\s+(?:am|was)\s+i\s+(?:talking|speaking|jawing|chatting)\b"
    r"|\bwho(?:m)?\s+(?:have\s+i|do\s+i\s+have)\s+(?:got\s+)?(?:on|the\s+(?:pleasure|honou?r))\b|\bwho(?:m)?\s+(?:do|can|should|may|shall|to)\s+(?:i\s+)?(?:\w+\s+)?thank\b(?!\s+for)"
    r"|\bwhat\s+(?:do|should|shall|can|may)\s+i\s+call\s+you\b|\b(?:what|how)\s+are\s+you\s+called\b|\band\s+you\s+are\?",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:meant|mean|asked|asking|(?:not|\w+n['’]?t|never)\s+(?:\w+\s+){0,2}(?:tell|told|catch|get|give|say|hear)|like\s+to\s+know|tell\s+me)\b"
    r"[^.?!]{0,20}\byour\s+(?:own\s+)?name\b(?!\s+(?:was|is|made|came|on))|\bto\s+know\s+whom?\s+to\s+thank\b"
    r"|\bwho(?:m)?\s+(?:am|was)\s+i\s+(?:talking|speaking)\b|^\W*(?:and\W+)?your\s+name\W+please\W*$",
    re.IGNORECASE,
)
"""The same in the form of a statement."""
_OF_CALLER = re.compile(r"\bmy\s+(?:\w+\s+)?name\b", re.IGNORECASE)
_SPELLS = re.compile(
    r"\bspel[lt]\w*\b|\bletters\s+(?:of|in)\s+(?:your|the\s+(?:sur)?name)\b|\bhow\s+(?:(?:do|d['’]?)\s*)?(?:you|ye|u)\s+write\b"
    r"|\bhow\s+is\s+(?:it|that)\s+written\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:shall|should|can|may|must|could)\s+i\b|\b(?:i['’]?ll|i\s+(?:will|can|could|shall))\s+spell\b|\b(?:it['’]s|it\s+is|that['’]s)\s+spel[lt]\b"
    r"|\b(?:company|street|road|firm|place|town|dog)(?:['’]s)?\s+name\b|\bname\s+of\s+the\b",
    re.IGNORECASE,
)
"""Offers to spell one's own, or asks for that of something else."""
_OF_THEM = re.compile(r"\byour\b|\bsurname\b|\byourself\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|that)\b", re.IGNORECASE)


def asks_their_name(sentence: str) -> bool:
    """Whether it asks who is on the line: "And whom do I thank?", "No, I meant your name."."""
    asks = _WANTS.search(sentence) or (_WHO.search(sentence) and questions(sentence))
    of_other = _OF_CALLER.search(sentence) or _SPELLS.search(sentence) or asks_to_name_them(sentence)
    return bool(asks) and not of_other


def spelling_beside_name(sentence: str) -> int | None:
    """Where it goes on to ask how the name of the one on the line is spelt, after it has asked for it: "Who am I
    talking to, and how is it spelt?"; None if it does not ask both."""
    own = _OF_CALLER.search(sentence) or _OFFERS.search(sentence)
    spells = _SPELLS.search(sentence)
    return spells.start() if spells and not own and _WHO.search(sentence, 0, spells.start()) else None


def asks_spelling(sentence: str, *, named: bool) -> bool:
    """Whether it asks how their name is spelt; `named`: they have just said it, so that "it" is enough."""
    of_them = _OF_THEM.search(sentence) or (named and _IT.search(sentence))
    other = _OF_CALLER.search(sentence) or _OFFERS.search(sentence)
    return bool(_SPELLS.search(sentence) and of_them) and not other


def spelled(name: str) -> str:
    """The letters of the last name, as one says them on the phone: "V, I, L, H, E, N, A"."""
    last = name.split(",", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    return ", ".join(letter.upper() for letter in last if letter.isalpha())

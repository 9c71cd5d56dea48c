"""Questions about getting in touch: whether one may, how, and what is to be sent."""

import re

_LEAVE = re.compile(
    r"\b(?:(?:can|could|may|might|shall|should)\s+i|(?:okay|ok|fine|all right|alright)\s+(?:if|for me)|mind\s+if\s+i"
    r"|(?:want|like)\s+me\s+to)\b[^.!?]*"
    r"\b(?:send|write|mail|email|e-mail|drop|call|ring|phone|follow|check|come|stop|get\s+back|reach|touch|try|contact)\b",
    re.IGNORECASE,
)
_RING, _WRITE = r"(?:ring\w*|call\w*|(?:tele)?phon\w+)", r"(?:e-?mail\w*|mail|writ\w+|wrote|letter|text|message)"
_WHICH_WAY = re.compile(
    rf"\b{_RING}\b[^.!]*\bor\b[^.!]*\b{_WRITE}\b|\b{_WRITE}\b[^.!]*\bor\b[^.!]*\b{_RING}\b", re.IGNORECASE
)
_THEIR_WAY = re.compile(
    rf"\b(?:will|do|would|are)\s+you\s+(?:going\s+to\s+|then\s+)?(?:{_RING}|{_WRITE})\b", re.IGNORECASE
)
_PAPERS = re.compile(
    r"\b(?:(?:need|have|want\s+me)\s+to\s+(?:send|bring|hand)|do\s+(?:you|i)\s+(?:still\s+)?need\s+(?:my|a|any|the)|should\s+i"
    r"\s+(?:also\s+)?(?:send|bring)|(?:can|could|may|shall)\s+i\s+(?:also\s+)?bring)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"\b(?:concerns?|doubts?|questions?|clarify|address|worr\w+|unclear|explain)\b", re.IGNORECASE)
_NUMBER = r"my\s+(?:(?:phone|mobile|cell|telephone|contact|new)\s+)?(?:number|mobile|phone|contact\s+details|details)\b"
_OFFERS_NUMBER = re.compile(
    rf"\b(?:give|tell|leave|send|spell|repeat|read|need|want)\b(?:\W+\w+){{0,4}}?\W+{_NUMBER}", re.IGNORECASE
)


def asks_leave(question: str) -> bool:
    """Whether it asks to be allowed to write, ring or come."""
    return bool(_LEAVE.search(question))


def asks_which_way(question: str) -> bool:
    """Whether it asks if one had better ring or write."""
    return bool(_WHICH_WAY.search(question)) and not _THEIR_WAY.search(question)


def asks_for_papers(question: str) -> bool:
    """Whether it asks if something is to be sent or brought, and not if anything is unclear."""
    return bool(_PAPERS.search(question)) and not _UNCLEAR.search(question)


def offers_number(question: str) -> bool:
    """Whether it offers a number, rather than asking for it."""
    return bool(_OFFERS_NUMBER.search(question))


_TOUCH = r"(?:r[aiu]ng|call|phone|write|mail|e-?mail|get\s+in\s+touch|contact|hear\s+from|be\s+in\s+touch)"
_WHO_RINGS = re.compile(
    rf"\bi\b[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\b[^.?!]*\b(?:you|they|he|she|somebody|someone)\b[^.?!]*\b{_TOUCH}\b"
    rf"|\b(?:you|they|he|she|somebody|someone)\b[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\b[^.?!]*\bi\b[^.?!]*\b{_TOUCH}\b",
    re.IGNORECASE,
)
"""Which of the two gets in touch."""


def asks_who_rings(question: str) -> bool:
    """Whether it asks who is to get in touch with whom: "Shall I ring again, or will you ring me?"."""
    return bool(_WHO_RINGS.search(question))

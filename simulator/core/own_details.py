"""Questions whether what the caller left was taken down right: their name, their number, their message."""

import re

_TAKEN_DOWN = (
    r"(?:wr[io]te|written|writing|spel\w+|have|got|get|noted|took|taken|take|read|repeat|right|correct(?:ly)?|put)"
)
_MY_NAME = r"\bmy\s+(?:(?:last|first|family|full|sur)[\s-]?)?name\b"
_NAME = re.compile(
    rf"\b{_TAKEN_DOWN}\b[^.?!]*{_MY_NAME}|{_MY_NAME}[^.?!]*\b{_TAKEN_DOWN}\b|{_MY_NAME}\s*\?", re.IGNORECASE
)
_MY_NUMBER = r"\b(?:my\s+(?:\w+\s+)?number|the\s+number)\b"
_NUMBER = re.compile(
    rf"\byou\s+(?:\w+\s+)?{_TAKEN_DOWN}\b[^.?!]*{_MY_NUMBER}|{_MY_NUMBER}[^.?!]*\byou\s+(?:\w+\s+)?{_TAKEN_DOWN}\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:(?:^|[,;:]\s*|\b(?:and|please|now|just|so)\s+)|\b(?:can|could|will|would)\s+(?:you|ye|u)\s+(?:please\s+|just\s+)?|\byou\s+(?:you\s+)?)"
    r"(?:repeat|read|say)\s+(?:me\s+|us\s+)?(?:it|that|them|the\s+(?:\w+\s+)?(?:number|digits?))\b"
    r"(?!\s+(?:of|for|again:|gets?|is|was|because|you\b))|\bwhich\s+number\s+(?:have|did|do)\s+you\b(?![^.?!]*\bfor\b)",
    re.IGNORECASE,
)


_WANTED = re.compile(
    r"(?:\b(?:do|did|would|will)\s+(?:you|u|they|she|he)\s+(?:\w+\s+){0,2}?(?:need|want)(?:\s+me\s+to\s+(?:give|spell|say|repeat))?"
    r"|\b(?:do|did|would)\s+you\s+like(?=\s+my\s+(?:last|first|family|full|second|sur))"
    r"|\b(?:should|shall|must|do\s+i\s+(?:need|have)\s+to|need\s+i)\s+(?:i\s+)?(?:\w+\s+)?(?:give|tell|spell|repeat))"
    r"\s+(?:you\s+)?(?:my|the)\s+(?:(?:last|first|family|full|second|whole|sur)[\s-]?)?name\b"
    r"(?!\s+(?:and\s+(?:my\s+)?(?:number|address)|at|when|on|in\s+the))"
    r"|\bis\s+(?:my|the)\s+first\s+name\s+enough\b",
    re.IGNORECASE,
)


def asks_if_name_wanted(question: str) -> bool:
    """Whether it asks if the caller's name, or more of it, is wanted: "Do you need my last name as well?"."""
    return bool(_WANTED.search(question))


_MESSAGE = re.compile(
    rf"\b{_TAKEN_DOWN}\b[^.?!]*\bmy\s+message\b|\bmy\s+message\b[^.?!]*\b{_TAKEN_DOWN}\b", re.IGNORECASE
)


def asks_own_message(question: str) -> bool:
    """Whether it asks if a message was taken down: "Did you get my message down?"."""
    return bool(_MESSAGE.search(question))


def asks_own_name(question: str) -> bool:
    """Whether it asks how the caller's name was taken down: "Can you tell me how you wrote my name?"."""
    return bool(_NAME.search(question))


def asks_own_number(sentence: str, *, just_told: bool) -> bool:
    """The same of their number; `just_told`: they said it in this turn or in the one before, so that "Read it back" is
    about it."""
    of_it = just_told or _DIGITS.search(sentence)
    return bool(_NUMBER.search(sentence) or (of_it and _AGAIN.search(sentence)))


_DIGITS = re.compile(r"\b(?:numbers?|digits?)\b", re.IGNORECASE)

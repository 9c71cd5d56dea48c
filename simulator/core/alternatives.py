"""Two things of which a question asks which it is, as one would say them back: "With an actor or with a dummy?"."""

import re
from collections.abc import Collection

from simulator.core.echo import telling_words

_JOINS = re.compile(
    r"(?<=\w)[\s,]+or\s+(?:(?:is|was|are)\s+(?:it|that|they)\s+|(?:rather|maybe|just|only|more|perhaps)\s+)*(?=\w)",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"^(?:and|but|so|not|no|nae|naw|nah|nope|nay|yes|aye|yep|ja|nein|none|neither|both|either|else|what\w*|who\w*|when|where|why|how"
    r"|which|some\w*|any\w*|nothing|other\w*|i|he|she|it|they|we|that|this|there|if|because|then|his|hers|theirs|can|could|will"
    r"|would|do|does|did|is|are|was|were|has|have|had|shall|should|may|might|am|must|take|takes|go|goes|get|gets|worse|less|more"
    r"|two|three|four|leave|let)\b|n['’]t\b",
    re.IGNORECASE,
)
"""How what is no thing to choose begins: another question, a number that only says roughly, a word for none of both."""
_TOUCHY = re.compile(
    r"\b(?:safe|unsafe|dangerous|(?:il)?legal|good|bad|fair|unfair|threat|promise|lie|lies|joke|true|false|rich|poor|m[ae]n|wom[ae]n"
    r"|(?:fe)?male|black|white|young|old|married|single|dead|alive|ill|sick|well|guilty|(?:un)?happy|(?:un)?paid)\b"
    r"|\b(?:are|do|did|were|have|could|can|will|would)\s+(?:you|u|ye)\b",
    re.IGNORECASE,
)
"""Of such things, and of themselves, nobody says one at random."""
_GOES_ON = re.compile(
    r"\s+(?:and|so|because|cos|cause|if|when|since|that|which|who|though|but|please|then|dear|madam|sir|miss|love|mate|eh|lol|uh|um|er)\b.*$",
    re.IGNORECASE,
)
_A_DATE = re.compile(
    r"\b(?:\w+days?|weeks?|months?|years?|today|tonight|tomorrow|the\s+\w+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_MORNING = re.compile(r"\bmornings?\b", re.IGNORECASE)
"""Nobody guesses at the evening, in business."""
_A_THING = re.compile(r"(?:the|an?|in|on|at|by|with|to|for|from|my|your)\b", re.IGNORECASE)
"""How one of several words begins."""
_TURNED = {
    "you": "me", "u": "me", "ye": "me", "me": "you", "yours": "mine", "mine": "yours", "your": "my", "my": "your"
}  # fmt: skip
_MOST = 5
"""Words of one of the two."""


def likelier(question: str, told: Collection[str]) -> str:
    """The one of the two that was spoken of; else the morning; else the first of two that begin alike, and the second
    of others, of which it is plain where it begins. Empty where a question offers no two things, or such as nobody says
    one of at random. `told` are the telling words of all that was said, in lower case."""
    joint = next(reversed(list(_JOINS.finditer(question))), None)
    if joint is None or _TOUCHY.search(question):
        return ""
    second = _GOES_ON.sub("", re.split(r"[^\w\s'’-]", question[joint.end() :], maxsplit=1)[0]).split()
    if not 1 <= len(second) <= _MOST or _NO_THING.search(" ".join(second)):
        return ""
    first = _parallel(re.split(r"[^\w\s'’-]", question[: joint.start()])[-1].split(), second)
    if _A_DATE.search(" ".join((*first, *second))) or _NO_THING.search(" ".join(first)):
        return ""
    if len(second) > 1 and len(first) < len(second) - 1 and not _A_THING.match(second[0]):
        return ""
    spoken_of = [bool(words) and words <= set(told) for words in map(telling_words, map(" ".join, (first, second)))]
    if spoken_of[0] is not spoken_of[1]:
        takes_first = spoken_of[0]
    elif _MORNING.search(" ".join((*first, *second))):
        takes_first = bool(_MORNING.search(" ".join(first)))
    else:
        takes_first = len(first) > 1
    return " ".join(_TURNED.get(word.lower(), word) for word in (first if takes_first else second))


def _parallel(before: list[str], second: list[str]) -> list[str]:
    """The words at the end that stand for the first of two things, as those do for the second."""
    if len(second) == 1:
        return before[-1:]
    alike = [place for place, word in enumerate(before) if word.lower() == second[0].lower()]
    return before[alike[-1] :] if alike and len(before) - alike[-1] <= _MOST else []

"""Turns that put right how a question was taken, or ask what exactly was meant."""

import re

MEANT_SO = r"(?:it\b|well\b|no\s+(?:harm|offen[cs]e|disrespect)|every\s+word)"
"""What follows "I meant" where it puts nothing right: "I meant it"."""
_PUTS_RIGHT = re.compile(
    r"\bi\s+(?:do\s+not|don['’]t|did\s+not|didn['’]t)\s+mean\b(?!\s+to\b)|\bi\s+mean[,:]?\s+(?:at|in|on|how|what|when|where|who|which|whether|if)\b"
    r"|\b(?:no|sorry|what|but|well|actually)\b[,.\s]+(?:(?:no|sorry|what|but|well|actually)\b[,.\s]+)*i\s+(?:just\s+|only\s+)?mean\b"
    rf"|\bi\s+(?:just\s+|only\s+|actually\s+|really\s+)?(?:meant|asked|was\s+asking)\b(?!\s+(?:to\b|{MEANT_SO}|for\s+(?:the\s+)?(?:leave|advice)))"
    r"|\b(?:what|that)\s+i\s+(?:wanted\s+to\s+(?:know|ask)|wondered)\s+(?:is|was)\b|\bmy\s+question\s+(?:is|was)\b"
    r"|\b(?:that|this|it)(?:['’]s|\s+is|\s+was)(?:n['’]t|\s+not)\s+(?:quite\s+|really\s+|exactly\s+)?(?:what\s+i|my\s+question|an\s+answer)"
    r"|\bnot\s+what\s+i\s+(?:asked|meant|wanted)|\b(?:did(?:n['’]t|\s+not)|have(?:n['’]t|\s+not)|does(?:n['’]t|\s+not))\s+"
    r"(?:really\s+|quite\s+)?(?:answer|hear\s+my\s+question)"
    r"|\bwhen\s+you\s+(?:say|said|mention(?:ed)?|sp(?:eak|oke)\s+of)\b|\b(?:do|did)\s+you\s+mean\b"
    r"|\b(?:does|would)\s+(?:that|it|this)\s+mean\b|\b(?:that|which)\s+means\b",
    re.IGNORECASE,
)


def puts_right(text: str) -> bool:
    """Whether it does either: "No, I asked whether …", "When you say Friday, do you mean …?"."""
    return bool(_PUTS_RIGHT.search(text))


_CORRECTS = re.compile(
    r"\bi\s+(?:did\s+not|didn['’]?t|do\s+not|don['’]?t|was\s+not|wasn['’]?t)\s+(?:\w+\s+)?"
    r"(?:mean\b(?!\s+to\b)|ask(?:ing)?\b(?!\s+for\s+(?:much|help))|talk(?:ing)?\s+(?:about|of)\b)"
    rf"|\bi\s+(?:just\s+|only\s+|actually\s+|really\s+)?(?:meant\b(?!\s+(?:to\b|{MEANT_SO}))|was\s+asking\b"
    r"|asked\s+(?:about|how|what|when|where|who|which|whether|if|for)\b)"
    r"|\bi\s+(?:never\s+said|(?:have\s+not|haven['’]?t)\s+said|(?:did\s+not|didn['’]?t)\s+say)\s+(?:yes|no|that|i['’]d|\w+day)\b"
    r"|\bi\s+(?:never|have\s+not|haven['’]?t|did\s+not|didn['’]?t)\s+(?:tell|told|give|gave|given|name|named|mention|mentioned)\s+(?:you\s+)?"
    r"(?:(?:no|any|a|which|my|the)\s+(?:day|date|hour|time|number|address|notice|answer|week|month|yes)|when|yes|a\s+yes)\b"
    r"|\b(?:not|isn['’]?t|wasn['’]?t)\s+(?:quite\s+|really\s+|exactly\s+)?(?:what\s+i\s+(?:asked|meant|said)|my\s+question)\b"
    r"|\bcrossed\s+(?:wires|lines)\b|\b(?:wires|lines)\s+(?:are\s+|got\s+)?crossed\b|\bwrong\s+end\s+of\s+the\s+stick\b"
    r"|(?<!n['’]t )(?<!nt )(?<!not )\b(?:got|get|took|taken|heard|read)\s+me\s+wrong\b"
    r"|\byou(?:['’]ve|\s+have)?\s+mis(?:understood|heard|took|taken)\b"
    r"|\bi\s+asked\s+nothing\b"
    r"|\bnot\s+(?:the\s+)?(?:when|how|who|where|why|what)\b(?!\s+(?:they|it|we|he|she|you|i)\s+(?:were|was|used|are|is)\b)",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(
    r"\bi\s+(?:asked|was\s+asking|never|did\s+not|didn['’]?t|have\s+not|haven['’]?t)\b[^.?!]*"
    r"\b(?:yesterday|last|in\s+the\s+interview|back\s+then|ago)\b",
    re.IGNORECASE,
)
"""Tells of something that was asked at another time."""


def corrects(text: str) -> bool:
    """Whether it says outright that the one before was taken wrongly, and asks nothing of what was meant: "I asked how,
    not when"."""
    return bool(_CORRECTS.search(text)) and not (_BACK_THEN.search(text) or _TO_BE_TOLD.search(text))


def from_correction(text: str) -> str:
    """The turn from the words on that put it right."""
    found = _CORRECTS.search(text)
    return text[found.start() :] if found else text


_TO_BE_TOLD = re.compile(
    r"\btell\s+(?!you\b|me\b|u\b)(?:\w+\s+){1,3}?(?:that\s+)?i\s+(?:was|were|am)\s+asking\b", re.IGNORECASE
)
"""Is a message: "Please tell her I was asking after my application."."""

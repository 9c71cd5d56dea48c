"""Who puts right the end of a number that they left: "It's nine eight nine at the end, not six"."""

import re

_WORDS = "zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine"
_DIGIT_OF = {
    **dict(zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True)),
    **dict.fromkeys(("nought", "oh", "o"), "0"),
}
_DIGIT = rf"(?:\d|(?:{_WORDS})(?!\w))"
_DIGITS = re.compile(rf"(?<![\w.]){_DIGIT}(?:[\s,.-]*{_DIGIT})*", re.IGNORECASE)
_ONE = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)
_PUTS_RIGHT = re.compile(
    r"\b(?:no|not|wrong|wait|sorry|actually|instead|upside|mixed|meant|correct(?:ion)?)\b|\b(?:at\s+)?the\s+end\b|\bends?\b|\blast\s+(?:\w+\s+)?(?:bit|digits?|ones?|part|\w+)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:then|the\s+rest|and\s+then|is\s+the\s+end|goes\s+on)\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 6
"""Digits of an end."""
_WHOLE = 9
"""Digits from which on a number is one already."""


def corrected_number(number: str, text: str) -> str | None:
    """The number with its end put right, or with its end after all; None if the text does neither."""
    known = _digits(number)
    ends = [
        _digits(found.group())
        for found in _DIGITS.finditer(text)
        if not re.search(r"\bnot\s+$", text[: found.start()], re.IGNORECASE)
    ]
    ends = [end for end in ends if _FEWEST <= len(end) <= _MOST and len(end) < len(known)]
    if not known or not ends or known.endswith(ends[0]):
        return None
    if len(known) < _WHOLE and _GOES_ON.search(text):
        return f"{number} {ends[0]}"
    return f"{known[: -len(ends[0])]}{ends[0]}" if _PUTS_RIGHT.search(text) else None


def _digits(words: str) -> str:
    return "".join(_DIGIT_OF.get(found.group().lower(), found.group()) for found in _ONE.finditer(words))

"""Who puts right the end of a number that they left: "It's nine eight nine at the end, not six"."""

import re

_WORDS = "zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine"
_DIGIT_OF = {
    **dict(zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True)),
    **dict.fromkeys(("nought", "oh", "o"), "0"),
}
_DIGIT = rf"(?:\d|(?:{_WORDS})(?!\w))"
_DIGITS = re.compile(rf"(?<![\w.]){_DIGIT}(?:[\s,.-]*{_DIGIT})*(?!\w)", re.IGNORECASE)
_ONE = re.compile(rf"\d|\b(?:{_WORDS})\b", re.IGNORECASE)
_OF_THE_END = re.compile(
    r"\b(?:at\s+the|is\s+the|the\s+very)\s+end\b(?!\s+of\s+the\b)|\bends?\s+(?:in|with|on)?\b|\blast\s+(?:\w+\s+)?(?:bit|digits?|ones?|part|two|three|four|numbers?)\b"
    r"|\bdigits?\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:no|not|wrong|instead|sorry)\b", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s+(?:the\s+)?$", re.IGNORECASE)
_FEWEST, _MOST = 2, 6
"""Digits of an end."""
_WHOLE = 9
"""Digits from which on a number is one already."""


def corrected_number(number: str, text: str) -> str | None:
    """The number with its end put right, or with its end after all, by words that speak of its end; None if the text
    does neither, or an address was left."""
    known = _digits(number)
    if "@" in number or not _OF_THE_END.search(text):
        return None
    said = [found for found in _DIGITS.finditer(text) if not _NOT.search(text[: found.start()])]
    ends = [end for end in (_digits(found.group()) for found in said) if _FEWEST <= len(end) <= _MOST]
    end = next((end for end in ends if len(end) < len(known) and not known.endswith(end)), None)
    if end is None:
        return None
    goes_on = len(known) < _WHOLE and not _DENIES.search(text)
    return f"{number} {end}" if goes_on else _with_end(number, end)


def _with_end(number: str, end: str) -> str:
    """The number as it was written, if it is written in figures, with other figures at the end."""
    if not number.replace(" ", "").replace("-", "").isdigit():
        return f"{_digits(number)[: -len(end)]}{end}"
    places = [place for place, sign in enumerate(number) if sign.isdigit()][-len(end) :]
    signs = list(number)
    for place, digit in zip(places, end, strict=True):
        signs[place] = digit
    return "".join(signs)


def _digits(words: str) -> str:
    return "".join(_DIGIT_OF.get(found.group().lower(), found.group()) for found in _ONE.finditer(words))

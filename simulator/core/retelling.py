"""A line from one call, told anew with the facts of another."""

import re
from collections.abc import Iterator

from simulator.core.names import courteous_name, first_name, is_title, untitled
from simulator.core.transcript import Facts

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TELLING = 4
"""Letters from which a word tells one call from another."""
_TIMES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october"
    r"|november|december|yesterday|today|tomorrow|ago|(?:last|this|next) (?:week|month|morning|afternoon))\b",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(r"\b(?:he|him|his|she|hers?)\b", re.IGNORECASE)
_LOOSE = re.compile(r"^(?:(?:and|but|so|well|also|then|um|uh|er),?\s+)+", re.IGNORECASE)
_FACTS = ("company", "position", "discussion_topic", "interviewed", "promised")


def retold(line: str, was: Facts, now: Facts) -> str | None:
    """The line as a sentence of its own, with the facts of the call now in the place of those it was said with; None if
    something of the old call stays in it."""
    line = _LOOSE.sub("", line.strip()).strip(" ,;-–—")
    if was != now:
        for old, new in _pairs(was, now):
            line, times = _swap(line, old, new)
            if times and not new:
                return None
        if was.contact != now.contact and _PRONOUNS.search(line):
            return None
        known = _telling(*_values(now))
        strange = _telling(*_values(was)) - known
        if strange & _telling(line) or _times(line) - _times(" ".join(_values(now))):
            return None
    if not line:
        return None
    return line[:1].upper() + line[1:] + ("" if line[-1] in ".!?…" else ".")


def _swap(line: str, old: str, new: str) -> tuple[str, int]:
    """The line with the new words, and how often."""
    parts = re.split(rf"(?<!\w){re.escape(old)}(?!\w)", line, flags=re.IGNORECASE)
    return new.join(parts), len(parts) - 1


def _pairs(was: Facts, now: Facts) -> Iterator[tuple[str, str]]:
    """What stands for what, the longest first."""
    pairs = [(getattr(was, name), getattr(now, name)) for name in _FACTS]
    pairs += [(form(was.contact), form(now.contact)) for form in (str, courteous_name, untitled, _surname)]
    pairs += [(form(was.candidate), form(now.candidate)) for form in (str, first_name)]
    yield from sorted(((old, new) for old, new in pairs if old and old != new), key=lambda pair: -len(pair[0]))


def _surname(name: str) -> str:
    words = [word for word in name.split() if not is_title(word)]
    return words[-1] if len(words) > 1 else ""


def _values(facts: Facts) -> tuple[str, ...]:
    return (facts.contact, facts.candidate, *(getattr(facts, name) for name in _FACTS))


def _telling(*texts: str) -> set[str]:
    words = (word.lower() for text in texts for word in _WORD.findall(text))
    return {word for word in words if len(word) >= _TELLING and word not in _COMMON}


def _times(text: str) -> set[str]:
    return {found.lower() for found in _TIMES.findall(text)}


_COMMON = frozenset(
    """about after also been before could does down from have into just last like made make more much next only other
    over said same some such than that their them then there they this very want were what when which will with would
    your mrs miss doctor role position company project work week""".split()
)
"""Words that could stand in the facts of any call."""

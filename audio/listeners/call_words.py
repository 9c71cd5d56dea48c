"""Words that a call is likely to bring and that no general dictionary holds.

The language model has places for them: to it, "this is <own_first> <own_last>" is one sentence whoever calls. What
stands in a place, and how it sounds, is settled before each call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TITLES = frozenset("mr mrs ms miss mister dr doctor prof professor sir madam rev reverend".split())
_LITTLE = frozenset("a an and at by for from how in of on or our the their to with your".split())
_LONG = 4
"""Letters from which on a word of the topic is worth a place of its own."""


class Place(StrEnum):
    """What differs from call to call, as a word of the language model."""

    OWN_FIRST = "<own_first>"
    OWN_LAST = "<own_last>"
    OTHER_FIRST = "<other_first>"
    OTHER_LAST = "<other_last>"
    COMPANY = "<company>"
    POSITION = "<position>"
    TOPIC = "<topic>"
    TOPIC_WORD = "<topic_word>"

    @classmethod
    def is_place(cls, word: str) -> bool:
        return word in cls._value2member_map_

    @classmethod
    def in_text(cls, text: str) -> bool:
        return any(place in text for place in cls)


@dataclass(frozen=True, slots=True)
class CallWords:
    """Names as one writes them; empty where unknown."""

    speaker: str = ""
    """Who will be heard: "Alex Morgan"."""
    other: str = ""
    """To whom they speak, with or without a title: "Ms. Ingrid Sorley"."""
    company: str = ""
    position: str = ""
    topic: str = ""
    """What they may come back to: "the captions for the lighthouse museum"."""

    def by_place(self) -> dict[Place, tuple[str, ...]]:
        """What may be said in each place, the most likely first: the whole, and what people shorten it to."""
        own, other = _names(self.speaker), _names(self.other)
        found = {
            Place.OWN_FIRST: own[:1],
            Place.OWN_LAST: (" ".join(own[1:]),),
            Place.OTHER_FIRST: other[:1] if len(other) > 1 else (),
            Place.OTHER_LAST: (" ".join(other[1:] or other),),
            Place.COMPANY: tuple(_shortened(self.company, from_end=True)),
            Place.POSITION: tuple(_shortened(self.position, from_end=False)),
            Place.TOPIC: tuple(_shortened(self.topic, from_end=True)),
            Place.TOPIC_WORD: tuple(word for word in _words(self.topic) if len(word) >= _LONG and word not in _LITTLE),
        }
        return {place: tuple(dict.fromkeys(one for one in said if one)) for place, said in found.items() if any(said)}


def _words(text: str) -> tuple[str, ...]:
    spoken = text.replace("&", " and ").replace("-", " ").replace("’", "'")
    return tuple(word for word in (part.strip("'") for part in re.findall(r"[^\W_]+(?:'[^\W_]+)*", spoken)) if word)


def _names(name: str) -> tuple[str, ...]:
    words = _words(name)
    return words[1:] if words and words[0].lower() in _TITLES else words


def _shortened(text: str, *, from_end: bool) -> Iterator[str]:
    """The whole, and the whole less its article or its most general word: "Saltmarsh" of "The Saltmarsh Hotel",
    "Designer" of "Exhibition Designer"."""
    words = _words(text)
    yield " ".join(words)
    if len(words) > 1 and words[0].lower() in _LITTLE:
        words = words[1:]
        yield " ".join(words)
    if len(words) > 1:
        rest = words[:-1] if from_end else words[1:]
        while rest and rest[-1].lower() in _LITTLE:
            rest = rest[:-1]
        yield " ".join(rest)

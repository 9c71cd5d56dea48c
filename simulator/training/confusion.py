"""Recognition errors for turns that no recogniser has heard: the confusions of those that one has.

What was heard is laid beside what was said; a word is then misheard as it was there, and a word that was not there
falls out or becomes one that begins alike.
"""

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

MOST_ERRORS = 0.35
"""The highest word error rate of a confused turn; each turn draws its own, from 0 on."""
_FALLS_OUT = 0.3
"""Share of unknown words that fall out instead of becoming another."""


@dataclass(frozen=True, slots=True)
class Confusions:
    """How a recogniser mishears."""

    heard_as: Mapping[str, Sequence[str]]
    """What a word was heard as, once for each time; empty text where it was not heard at all."""
    by_letter: Mapping[str, Sequence[str]]
    """Words that came up, by the letter that they begin with, as often as they did."""

    def confused(self, text: str, chance: random.Random) -> str:
        """The text as it might be heard: lower case, no punctuation, some words wrong."""
        rate = chance.uniform(0, MOST_ERRORS)
        return " ".join(
            word
            for word in (self._misheard(one, chance) if chance.random() < rate else one for one in spoken(text))
            if word
        )

    def _misheard(self, word: str, chance: random.Random) -> str:
        if known := self.heard_as.get(word):
            return chance.choice(known)
        others = self.by_letter.get(word[0])
        return "" if not others or chance.random() < _FALLS_OUT else chance.choice(others)


def spoken(text: str) -> list[str]:
    """The words of a text as a recogniser writes them."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower().replace("’", "'"))


def confusions(heard: Mapping[str, str]) -> Confusions:
    """From what was said to what was heard."""
    heard_as: dict[str, list[str]] = defaultdict(list)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for said, written in sorted(heard.items()):
        words, others = spoken(said), spoken(written)
        for other in others:
            by_letter[other[0]].append(other)
        for change in Levenshtein.opcodes(words, others):
            if change.tag in ("replace", "delete"):
                became = others[change.dest_start : change.dest_end]
                for place in range(change.src_start, change.src_end):
                    at = place - change.src_start
                    heard_as[words[place]].append(became[at] if at < len(became) else "")
    return Confusions(heard_as, by_letter)

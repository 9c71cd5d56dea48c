"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from simulator.core.echo import LITTLE
from simulator.core.text import Span
from simulator.core.word_forms import forms_of_one, stem


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""

    def asked_in(self, said: frozenset[str], words: int) -> int:
        """How clearly a question asks about it: the letters of the longest phrase that stands in it; 0 if none does.
        `said`: its words in lower case, and those that it leans on; `words`: how many of them are its own."""
        return max((_letters(one) for one in self.about if _says_enough(one, words) and _holds(said, one)), default=0)


@dataclass(frozen=True, slots=True)
class DetailAsked:
    """Something that a turn asks about."""

    detail: Detail
    question: Span
    """Where in the turn."""
    outright: bool
    """The question is about nothing else, whatever act it was taken for."""

    def untold(self, said: Collection[str]) -> bool:
        """Whether there is a line left that was not `said`."""
        return not set(self.detail.lines) <= set(said)


def asked_about(question: str, details: Iterable[Detail], context: str = "") -> Detail | None:
    """The detail that the question asks about most clearly. `context`: what it leans on, with words that may stand for
    its own."""
    said = _words(f"{question} {context}".replace("alright", "all right"))
    words = len(_words(question))
    named = ((detail.asked_in(said, words), detail) for detail in details)
    hits = ((letters, detail) for letters, detail in named if letters and _explains(question, detail))
    return max(hits, key=itemgetter(0), default=(0, None))[1]


def asked_outright(question: str, detail: Detail) -> bool:
    """Whether the question is about this and nothing else, whatever act it may be taken for."""
    if _OF_THE_CALL.search(question):
        return False
    foreign, own = _sorted_out(question, detail)
    return len(own) >= _TIMES_MORE * len(foreign)


_MEASURED = re.compile(r"\b(?:when|how\s+(?:long|much|many|often|far|soon|big)|what\s+(?:time|day))\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\d"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|double|first|second|third|fourth"
    r"|once|twice|each|every|few|many|lots|all|none|nobody|never|always|soon|now|then|today|tonight"
    r"|tomorrow|yesterday|noon|midnight|mornings?|afternoons?|evenings?|nights?|minutes?|hours?|days?"
    r"|weeks?|months?|years?|seasons?|springs?|summers?|autumns?|winters?|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|christmas|easter|till|until|before|after|since|when|by|from|later|earlier|free|no|long"
    r"|short|enough)\b",
    re.IGNORECASE,
)
_EMPTY = LITTLE | frozenset(
    """a actually again all already am an and any anything are around as ask at bad be before being believe better big
    but by called can come curious day did do does doing down else even ever exactly find first for free get gets
    getting give go goes going good got great had happen happened happens has have having he hear heard her here him
    his how how's i if in interesting into is it its job kind know known last let like likely little long look looking
    lot made make makes many may maybe me mean mention mentioned might more most much my name need new next nice no now
    of off oh ok okay old on once one only or other our out over people perhaps place please put quite really remember
    right said same saw say see seen shall she should show so some something sometimes sorry sort spoke still such sure
    take talk talked tell than thank thanks that that's the their them then there these they thing things think this
    those though time to today told tomorrow too two until up us use usually very want wanted was way we week well were
    what what's when when's where where's which while who who's whom whose why will with wonder wondering work working
    would yes yesterday yet you your""".split()
)
"""Words that tell little of what a question is about."""
_MOST_UNEXPLAINED = 2
"""Telling words of a question that may be about something else, where one word of it fits."""


_TIMES_MORE = 2
"""Telling words that are of the matter, for each that is not, in a question that asks about nothing else."""
_OF_THE_CALL = re.compile(
    r"\b(?:concerns?|decision|decid\w+|news|updates?|status|outcome|results?|feedback|keep\s+me|in\s+mind|candidates?|applicants?"
    r"|still\s+(?:free|open|available|vacant|in)|filled|taken|the\s+others|other\s+people|anyone\s+else|compared?|hear\s+(?:from|back)|get\s+the\s+job|bye|goodbye)\b",
    re.IGNORECASE,
)
"""Words of what the call is about, which no detail answers alone."""


def _explains(question: str, detail: Detail) -> bool:
    """Whether the detail can be the answer to the question, and does not just share a word with it: it tells a measure
    to who asks for one, and most of the telling words are its own."""
    if _MEASURED.search(question) and not any(_MEASURE.search(line) for line in detail.lines):
        return False
    foreign, own = _sorted_out(question, detail)
    return len(foreign) <= max(_MOST_UNEXPLAINED, len(own))


def _sorted_out(question: str, detail: Detail) -> tuple[list[str], list[str]]:
    """The telling words of the question: those that the detail has nothing to do with, and those that are its own."""
    words = _words(" ".join((*detail.about, *detail.lines)))
    telling = _telling(question)
    own = [word for word in telling if _has(words, word)]
    return [word for word in telling if word not in own], own


def _says_enough(phrase: str, words: int) -> bool:
    """Whether a phrase that stands in a question of so many words tells what that is about: "the dog" does wherever it
    stands, "how is he" only where little else is said."""
    return bool(_telling(phrase)) or 2 * len(_words(phrase)) >= words


def _holds(said: frozenset[str], phrase: str) -> bool:
    wanted = _words(phrase)
    return bool(wanted) and all(_has(said, word) for word in wanted)


def _has(words: frozenset[str], word: str) -> bool:
    return word in words or stem(word) in _stems(words) or any(forms_of_one(word, other) for other in words)


@lru_cache(maxsize=5_000)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


@lru_cache(maxsize=5_000)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[\w']+", text.lower()) if word not in _EMPTY and "'" not in word)


@lru_cache(maxsize=5_000)
def _letters(phrase: str) -> int:
    return sum(map(len, _words(phrase)))


@lru_cache(maxsize=5_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))

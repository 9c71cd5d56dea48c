"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from simulator.core.echo import telling_words
from simulator.core.likeness import alike

_ByLetter: TypeAlias = dict[str, list[str]]
"""The words of a question, in lower case, by their first letter, which forms of one word share."""


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""

    def asked_in(self, said: _ByLetter) -> int:
        """How clearly a question of these words asks about it: the letters of the phrases that stand in it; 0 if none
        does."""
        return sum(len(phrase) for phrase in self.about if _holds(said, phrase))


def asked_about(question: str, details: Iterable[Detail], told: Collection[str], context: str = "") -> Detail | None:
    """The detail that the question asks about most clearly, if it has a line that was not `told` yet. `context`: what
    it leans on, with words that may stand for its own."""
    said: _ByLetter = {}
    for word in _words(f"{question} {context}".replace("alright", "all right")):
        said.setdefault(word[0], []).append(word)
    named = ((detail.asked_in(said), detail) for detail in details)
    hits = ((letters, detail) for letters, detail in named if letters and _explains(question, detail))
    clearest = max(hits, key=itemgetter(0), default=None)
    if clearest is None or set(clearest[1].lines) <= set(told):
        return None
    return clearest[1]


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
_EMPTY = frozenset(
    """actually again already anything around before being believe better called come could curious day does
    doing down else even ever exactly find first gets getting give goes going good great happen happened
    happens have having hear heard here how's interesting kind know known last like likely little long look
    looking lot made make makes many maybe mean mention mentioned might more most much name need next nice now
    okay once one only other people perhaps place please quite really remember right said same seen should
    show some something sometimes sorry sort spoke still such sure take talk talked tell than thank thanks
    that's their them there these they thing things think this those though time today told tomorrow until
    usually very want wanted week well were what's when where where's which while will with wonder wondering
    work working would yesterday your""".split()
)
"""Words that tell little of what a question is about, beside those that stand in any."""
_MOST_UNEXPLAINED = 2
"""Telling words of a question that may be about something else, where one word of it fits."""


def _explains(question: str, detail: Detail) -> bool:
    """Whether the detail can be the answer to the question, and does not just share a word with it: it tells a measure
    to who asks for one, and most of the telling words are its own."""
    if _MEASURED.search(question) and not any(_MEASURE.search(line) for line in detail.lines):
        return False
    own = _words(" ".join((*detail.about, *detail.lines)))
    foreign = [word for word in telling_words(question) - _EMPTY if not any(_forms_of_one(word, one) for one in own)]
    hit = [word for word in telling_words(question) - _EMPTY if any(_forms_of_one(word, one) for one in own)]
    return len(foreign) <= max(_MOST_UNEXPLAINED, len(hit))


def _holds(said: _ByLetter, phrase: str) -> bool:
    wanted = _words(phrase)
    return bool(wanted) and all(any(_forms_of_one(word, other) for other in said.get(word[0], ())) for word in wanted)


@lru_cache(maxsize=20_000)
def _forms_of_one(word: str, other: str) -> bool:
    return alike(word, other) or word.rstrip("s") == other.rstrip("s")


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))

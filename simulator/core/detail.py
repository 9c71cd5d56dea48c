"""Something that the other end can tell when asked: the name of the dog, how long the sea trials last."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from simulator.core.echo import LITTLE
from simulator.core.measure import asks_measure, telling, tells_measure
from simulator.core.text import Span
from simulator.core.word_forms import stems


@dataclass(frozen=True, slots=True)
class Detail:
    """An answer, and what it is about."""

    about: tuple[str, ...]
    """Words or short phrases. A question that holds all words of one of them, in any form, asks about this."""
    lines: tuple[str, ...]
    """Variants of the answer."""


@dataclass(frozen=True, slots=True)
class DetailAsked:
    """Something that a turn asks about."""

    detail: Detail
    question: Span
    """Where in the turn."""
    outright: bool
    """The question is about nothing else, whatever act it was taken for."""
    words: str = ""
    """The question itself."""

    def untold(self, said: Collection[str]) -> bool:
        """Whether there is a line left that was not `said`."""
        return not set(self.detail.lines) <= set(said)

    def lines(self, said: Collection[str]) -> list[str]:
        """Those that were not `said`; of these, the ones that tell the measure that was asked for, if any do."""
        left = [line for line in self.detail.lines if line not in said]
        return telling(self.words, left) or left


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a question must hold to be about a detail."""

    detail: Detail
    words: frozenset[str]
    stems: frozenset[str]
    letters: int
    tells: bool
    """It tells what a question is about wherever it stands in it, as "the dog" does; "how is he" does only where little
    else is said."""


def asked_about(question: str, details: Iterable[Detail], context: str = "", *, own: bool = False) -> Detail | None:
    """The detail that the question asks about most clearly. `context`: what it leans on, with words that may stand for
    its own; `own`: not for all of them."""
    phrases, known = _phrases(tuple(details))
    said = stems(_words(f"{question} {context}".replace("alright", "all right")), known)
    words = len(_words(question))
    its = stems(_words(question) - (_EMPTY - _WHAT), known) if own else said
    hits = (
        one
        for one in phrases
        if one.stems <= said and (one.tells or 2 * len(one.stems) >= words) and not one.stems.isdisjoint(its)
    )
    explaining = [one for one in hits if _explains(question, one.detail)]
    longest = max(explaining, key=lambda one: one.letters, default=None)
    if longest is None:
        return None
    # "A train" and "training" are forms of one word to a machine, and two things to people.
    spoken = _words(question)
    alike = (one for one in explaining if one.stems == longest.stems)
    return max(alike, key=lambda one: len(one.words & spoken)).detail


def shared_phrases(details: Iterable[Detail]) -> Iterator[tuple[str, Detail, Detail]]:
    """Phrases that stand in two details, so that nobody can say which of them is meant."""
    first: dict[frozenset[str], Detail] = {}
    for detail in details:
        for phrase in detail.about:
            owner = first.setdefault(_words(phrase), detail)
            if owner is not detail:
                yield phrase, owner, detail


def prepare(details: Iterable[Detail]) -> None:
    """Does once what takes some hundredths of a second, so that the first question need not wait for it."""
    _phrases(tuple(details))


def asked_outright(question: str, detail: Detail, *, strictly: bool = False) -> bool:
    """Whether the question is about this and nothing else, whatever act it may be taken for; `strictly`: more
    of its words must be explained, because it may be one that hurts."""
    if _OF_THE_CALL.search(question):
        return False
    foreign, own = _sorted_out(question, detail)
    return len(own) >= (_TIMES_MORE if strictly else 1) * len(foreign)


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
_WHAT = frozenset("who whom whose when where why how which what".split())
"""Of these words, those that tell what is asked of it."""
_MOST_UNEXPLAINED = 2
"""Telling words of a question that may be about something else, where one word of it fits."""


_REASON = re.compile(r"\b(?:why|how\s+come|reason|what\s+for|because)\b", re.IGNORECASE)
_TIMES_MORE = 2
"""Telling words that are of the matter, for each that is not, in a question that sounds like an insult and is none."""
_OF_THE_CALL = re.compile(
    r"\b(?:concerns?|decision|decid\w+|news|updates?|status|outcome|results?|feedback|keep\s+me|in\s+mind|candidates?|applicants?"
    r"|still\s+(?:free|open|available|vacant|in)|filled|taken|the\s+others|other\s+people|anyone\s+else|compared?|hear\s+(?:from|back)|get\s+the\s+job|bye|goodbye)\b",
    re.IGNORECASE,
)
"""Words of what the call is about, which no detail answers alone."""


def _explains(question: str, detail: Detail) -> bool:
    """Whether the detail can be the answer to the question, and does not just share a word with it: it tells a measure
    to who asks for one, and most of the telling words are its own."""
    if asks_measure(question) and not any(map(tells_measure, detail.lines)):
        return False
    if all(line.startswith("Because") for line in detail.lines) and not _REASON.search(question):
        return False
    foreign, own = _sorted_out(question, detail)
    return len(foreign) <= max(_MOST_UNEXPLAINED, len(own))


def _sorted_out(question: str, detail: Detail) -> tuple[list[str], list[str]]:
    """The telling words of the question: those that the detail has nothing to do with, and those that are its own."""
    words, its_stems = _of_detail(detail)
    telling = _telling(question)
    own = [word for word in telling if stems((word,), words) & its_stems]
    return [word for word in telling if word not in own], own


@lru_cache(maxsize=100)  # a call has one set of details, but many are played at once in tests
def _phrases(details: tuple[Detail, ...]) -> tuple[tuple[_Phrase, ...], tuple[str, ...]]:
    """The phrases of all, and their words."""
    about = [(detail, phrase, _words(phrase)) for detail in details for phrase in detail.about]
    phrases = tuple(
        _Phrase(detail, words, stems(words), sum(map(len, words)), bool(_telling(phrase)))
        for detail, phrase, words in about
        if words
    )
    return phrases, tuple(sorted({word for _, _, words in about for word in words}))


@lru_cache(maxsize=5_000)
def _of_detail(detail: Detail) -> tuple[tuple[str, ...], frozenset[str]]:
    words = _words(" ".join((*detail.about, *detail.lines)))
    return tuple(sorted(words)), stems(words)


@lru_cache(maxsize=5_000)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[\w']+", text.lower()) if word not in _EMPTY and "'" not in word)


@lru_cache(maxsize=5_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))

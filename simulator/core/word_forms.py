"""Whether two words are forms of one: "decide" and "deciding", not "interview" and "internet".

The only importer of `snowballstemmer`.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process
from snowballstemmer.english_stemmer import EnglishStemmer

_LONG = 6
"""Letters from which on a word may have a slip in it."""
_SLIP = 88
"""Per cent of letters in common: one slip in eight."""


def stems(words: Iterable[str], known: tuple[str, ...] = ()) -> frozenset[str]:
    """What all forms of each word, in lower case, have in common; a slip of the finger or the ear in a long word is
    forgiven where a `known` one is meant."""
    return frozenset(stem for word in words for stem in (_stem(word), *_meant(word, known)))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    # One each time: a stemmer holds the word that it works on, and calls aloud ask from several threads.
    return str(EnglishStemmer().stemWord(word))


@lru_cache(maxsize=5_000)
def _meant(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    if len(word) < _LONG or not known:
        return ()
    nearest = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_SLIP)
    return (_stem(nearest[0]),) if nearest else ()

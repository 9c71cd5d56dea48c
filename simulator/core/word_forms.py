"""Whether two words are forms of one: "decide" and "deciding", not "interview" and "internet".

The only importer of `snowballstemmer`.
"""

from functools import lru_cache

from rapidfuzz import fuzz
from snowballstemmer.english_stemmer import EnglishStemmer

_LONG = 6
"""Letters from which on a word may have a slip in it."""
_SLIP = 88
"""Per cent of letters in common: one slip in eight."""
_STEMMER = EnglishStemmer()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What all forms of a word in lower case have in common."""
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=20_000)
def forms_of_one(word: str, other: str) -> bool:
    """Of two words in lower case; a slip of the finger or the ear in a long word is forgiven."""
    if stem(word) == stem(other):
        return True
    return min(len(word), len(other)) >= _LONG and fuzz.ratio(word, other) >= _SLIP

"""What the linear model looks at: hashed words and letters of a text."""

import re
from collections import Counter
from collections.abc import Iterator
from zlib import crc32

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!]")
_DIGIT = re.compile(r"\d")


def words(text: str) -> list[str]:
    """Lower-cased words with every digit as 0, question and exclamation marks among them."""
    return _TOKEN.findall(_DIGIT.sub("0", text.replace("’", "'").lower()))


def word_features(text: str) -> Counter[int]:
    """How often each run of one to three words stands in the text, by hash."""
    return Counter(map(_hash, _word_grams(["<", *words(text), ">"])))


def letter_features(text: str) -> Counter[int]:
    """How often each run of two to five letters stands in the text, by hash; runs stay within a word and its ends."""
    return Counter(map(_hash, _letter_grams(words(text))))


def _word_grams(tokens: list[str]) -> Iterator[str]:
    for size in (1, 2, 3):
        for start in range(len(tokens) - size + 1):
            yield "w" + " ".join(tokens[start : start + size])


def _letter_grams(tokens: list[str]) -> Iterator[str]:
    line = f" {' '.join(tokens)} "
    for size in (2, 3, 4, 5):
        for start in range(len(line) - size + 1):
            yield "c" + line[start : start + size]


def _hash(gram: str) -> int:
    return crc32(gram.encode("utf-8", "replace"))

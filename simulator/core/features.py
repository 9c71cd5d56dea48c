"""What the linear model looks at: hashed runs of words and of letters."""

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
    """How often each run of one to three words stands in the text, by its 32-bit hash."""
    return Counter(_hash("w" + run) for run in _runs(["<", *words(text), ">"], 3))


def letter_features(text: str) -> Counter[int]:
    """How often each run of two to five characters stands in the words of the text, by its 32-bit hash."""
    line = f" {' '.join(words(text))} "
    return Counter(_hash("c" + line[at : at + size]) for size in (2, 3, 4, 5) for at in range(len(line) - size + 1))


def context_features(context: str) -> Counter[int]:
    """The runs of one or two words in the context of a turn, by their 32-bit hash; none without a context."""
    return Counter(_hash("b" + run) for run in _runs(["<", *words(context)], 2)) if context else Counter()


def _runs(tokens: list[str], longest: int) -> Iterator[str]:
    for size in range(1, longest + 1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])


def _hash(run: str) -> int:
    return crc32(run.encode("utf-8", "replace"))

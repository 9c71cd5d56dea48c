"""A better line made of the candidate's own words, where they said nearly the right thing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.core.lines import fill


@dataclass(frozen=True, slots=True)
class Rewording:
    """One way to better what was said. Either `better` is a line with gaps for what the named groups of `said` caught,
    or `instead` are words to put in the place of others, while the rest of the sentence stays."""

    said: re.Pattern[str]
    """How it was said; its named groups are kept."""
    better: str = ""
    """In braces: the names of the groups, and the placeholders of an example line."""
    instead: tuple[tuple[re.Pattern[str], str], ...] = ()

    def of(self, words: str, values: Mapping[str, str]) -> str:
        """The better line; empty if this is not how it was said."""
        found = self.said.search(words)
        if found is None:
            return ""
        if self.better:
            caught = {name: text.strip(" ,.!?") for name, text in found.groupdict(default="").items()}
            return fill(self.better, {**values, **caught})
        plain = words
        for old, new in self.instead:
            plain = old.sub(new, plain)
        return _mended(plain)


def reword(words: Iterable[str], rewordings: Sequence[Rewording], values: Mapping[str, str]) -> tuple[int, str] | None:
    """The first of the candidate's words that can be bettered: which, and how they read then."""
    for number, one in enumerate(words):
        for rewording in rewordings:
            if better := rewording.of(one, values):
                return number, better
    return None


_BLANKS = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"(?:\s|,)+([,.!?])")
_AT_START = re.compile(r"^[\s,.!?]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+)[a-z]")


def _mended(line: str) -> str:
    """The line as one writes it, after words were taken out of it; empty if nothing is left."""
    plain = _AT_START.sub("", _LOOSE_MARKS.sub(r"\1", _BLANKS.sub(" ", line))).strip()
    return _SENTENCE_START.sub(lambda start: start.group().upper(), plain)

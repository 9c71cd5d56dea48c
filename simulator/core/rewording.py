"""A better line made of the candidate's own words, where they said nearly the right thing."""

import re
from collections.abc import Mapping
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
            caught = {name: _inside(text) for name, text in found.groupdict(default="").items()}
            if found.start() == 0:
                caught = {name: _uncapitalised(text) for name, text in caught.items()}
            return fill(self.better, {**values, **caught})
        plain = words
        for old, new in self.instead:
            plain = old.sub(new, plain)
        better = _mended(plain)
        return better if len(better.split()) >= _FEWEST and better != words else ""


_FEWEST = 3
"""Words: of less, nobody can learn anything."""
_OWN = re.compile(r"I\b")


def _inside(text: str) -> str:
    return text.strip(" ,.!?")


def _uncapitalised(text: str) -> str:
    """The beginning of a sentence as it reads inside one."""
    return text if _OWN.match(text) else text[:1].lower() + text[1:]


_BLANKS = re.compile(r"\s+")
_LOOSE_MARKS = re.compile(r"(?:\s|,)+([,.!?])")
_AT_START = re.compile(r"^[\s,.!?]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+)[a-z]")


def _mended(line: str) -> str:
    """The line as one writes it, after words were taken out of it; empty if nothing is left."""
    plain = _AT_START.sub("", _LOOSE_MARKS.sub(r"\1", _BLANKS.sub(" ", line))).strip()
    return _SENTENCE_START.sub(lambda start: start.group().upper(), plain)

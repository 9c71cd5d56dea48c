"""Who says back at the end all that they were told, to be sure."""

import re
from collections.abc import Collection

from simulator.core.echo import holds, sums_up
from simulator.core.question import SENTENCE
from simulator.core.text import Span

_BEGINS = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|good|fine|well|now|and|but|um+|uh+|er+m?|yes|thanks?|perfect|grand|great|lovely|please|just|then)\W+){0,4}"
    r"(?:so\b|to\s+(?:check|sum|be\s+(?:quite\s+)?sure|recap|repeat)|let\s+me\b|lemme\b|i\s+(?:(?:just\s+)?repeat|sum\b|have\s+(?:written|noted)|note\b)"
    r"|if\s+i\s+(?:got|have|understood)|say\s+whether\b|tell\s+me\s+if\b)",
    re.IGNORECASE,
)
_TO_BE_SURE = re.compile(
    r"\b(?:have|did|do|'?ve)\s+i\b[^.?!]{0,20}\b(?:right|straight|everything|it\s+all|correctly)\b|\b(?:is|was)\s+(?:that|this|it)\s+(?:all\s+)?(?:so|right|correct|it)\b"
    r"|\b(?:correct|right|yes|yeah|agreed|am\s+i\s+right)\W*$",
    re.IGNORECASE,
)


def summing_up(text: str, told: Collection[str]) -> Span | None:
    """The sentences that say back what was told, and ask whether it is right; None where nothing does so, or something
    in it was not told. `told`: the telling words of all that the other end said, in lower case."""
    sentences = list(SENTENCE.finditer(text))
    for place, found in enumerate(sentences):
        words, after = found.group(), sentences[place + 1] if place + 1 < len(sentences) else None
        asks_after = after is not None and _TO_BE_SURE.search(after.group()) is not None
        if (_BEGINS.match(words) or _TO_BE_SURE.search(words) or asks_after) and sums_up(words, told):
            return Span(found.start(), after.end() if after and asks_after else found.end())
    asked = next((one for one in sentences if asks_if_right(one.group())), None)
    return Span(0, asked.end()) if asked and holds(text[: asked.end()], told) else None


def asks_if_right(question: str) -> bool:
    """Whether it asks if what was said back before it is so: "Have I got that right?"."""
    return bool(_GOT_IT_RIGHT.search(question))


_GOT_IT_RIGHT = re.compile(
    r"\b(?:(?:have|do)\s+i\s+(?:got|have|understood)|have\s+i)\s+(?:it|that|this|you|them|everything)\s+(?:all\s+)?"
    r"(?:right|straight|correct(?:ly)?|without\s+a\s+\w+)\W*$"
    r"|\b(?:it|that)(?:['’]?s|\s+is)\s+(?:all\s+)?correct\W*$"
    r"|\bis\s+my\s+(?:summary|sum|list)\s+(?:right|correct)\W*$|\bi\s+understand\s+correct(?:ly)?\W*$",
    re.IGNORECASE,
)

"""Candidates who put right what they said in the interview: "One correction: it was twenty minutes, not an hour"."""

import re

_CORRECTS_SELF = re.compile(
    r"\b(?:one|a|small|little|quick)\s+correction\b"
    r"|\bi\s+(?:have\s+to\s+|must\s+|want\s+to\s+|need\s+to\s+|should\s+|would\s+like\s+to\s+|['’]d\s+like\s+to\s+)?correct\s+(?:one|a|some|my|what\s+i)"
    r"|\b(?:i\s+(?:said|told\s+you)\b[^?]{0,120}\b(?:that\s+was\s+wrong|i\s+was\s+wrong|i(?:['’]ve|\s+have)?\s+(?:checked|looked\s+it\s+up|measured)))",
    re.IGNORECASE,
)


def corrects_own_words(text: str) -> bool:
    """Whether it says so."""
    return bool(_CORRECTS_SELF.search(text))

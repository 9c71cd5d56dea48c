"""Words by which callers speak of themselves."""

import re

_OF_SELF = re.compile(r"\b(?:i|me|my|mine)\b", re.IGNORECASE)


def speaks_of_self(text: str) -> bool:
    """Whether it does: who asks about themselves is not put off with a joke, nor with what is so as a rule."""
    return bool(_OF_SELF.search(text))

"""What of a line is spoken: voicemails have beeps in their lines, and what happens stands in brackets."""

import re
from collections.abc import Iterator

_BRACKETS = re.compile(r"\(([^()]*)\)")
BEEP = "(beep)"


def spoken_parts(line: str) -> Iterator[str]:
    """The line in parts to be spoken, and `BEEP` where the machine beeps. Other things in brackets are only shown."""
    rest = 0
    for bracket in _BRACKETS.finditer(line):
        if before := line[rest : bracket.start()].strip():
            yield before
        if "beep" in bracket.group(1).lower():
            yield BEEP
        rest = bracket.end()
    if after := line[rest:].strip():
        yield after

"""Whether a sound of the listener's is meant to stop the one who speaks."""

import re

_BACKCHANNELS = re.compile(
    r"(?:m+|hm+|mhm|uh huh|um hum|huh|mm hm+|yes|yeah|yep|ya|ok|okay|right|sure|i see|of course|oh|ah|aha|really|great|"
    r"good|fine|no|all right|alright|got it|exactly|true|wow|nice|him|hum|in|and|the|a|i)(?: |$)"
)
"""What listeners say while they listen, and what a recogniser makes of "mm-hm"."""
_CERTAIN_MS = 700
"""So much of a voice is no "mm-hm", whatever the words."""
_POSSIBLE_MS = 300


def is_backchannel(text: str) -> bool:
    """Whether that is only a sign of listening. The empty text is."""
    rest = re.sub(r"[^\w' ]+", " ", text.lower()).strip()
    while rest and (found := _BACKCHANNELS.match(rest)):
        rest = rest[found.end() :].strip()
    return not rest


def interrupts(voiced_ms: int, text: str) -> bool:
    """Whether a voice heard for so long, with these words so far, wants the turn."""
    return voiced_ms >= _CERTAIN_MS or (voiced_ms >= _POSSIBLE_MS and not is_backchannel(text))

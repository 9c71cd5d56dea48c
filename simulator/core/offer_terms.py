"""What the employer answers about an offer."""

import re
from collections.abc import Iterator

from simulator.core.moves import Move
from simulator.core.situation import Situation

_TERMS = tuple(
    (move, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for move, words in {
        Move.GIVE_PAY: "how much|pay|salar|wage|money|rate|compensation|earn|per hour|an hour|bonus|figure",
        Move.GIVE_WRITING: "writ|email|e-mail|paper|contract|letter|documents?|send",
        Move.GIVE_TIME: "think|time to|until|till|overnight|few days|day or two|(?:a|one|two|next) week|"
        "sleep on|discuss|talk it|consider|decide|by when|deadline|let you know|get back",
        Move.GIVE_START: "start|begin|first day|notice",
        Move.GIVE_EXTRAS: "benefit|holiday|vacation|leave|hours|shift|remote|home|insurance|pension|overtime|parking|"
        "probation|team|report to|training|location",
    }.items()
)
"""What an offer is asked about, by the words that say so."""


def terms(situation: Situation) -> Iterator[Move]:
    """To what exactly the candidate asks about an offer, at most two things, those not yet answered first."""
    asked = [move for move, words in _TERMS if words.search(situation.utterance.text)]
    new = [move for move in asked if move not in situation.before.moves]
    yield from (new or asked)[:2] or [Move.GIVE_TERMS]

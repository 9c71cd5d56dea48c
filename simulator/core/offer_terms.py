"""What the employer answers about an offer."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.echo import echoes
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.situation import Situation

_TERMS = tuple(
    (move, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for move, words in {
        Move.GIVE_PAY: "how much|pay|salar|wage|money|rate|compensation|earn|per hour|an hour|bonus|"
        "figure|grand\\b|thousand|hundred|worth|make it|raise|negotiat",
        Move.GIVE_WRITING: "writ|email|e-mail|paper|letter|documents?|send|"
        "contract(?! (?:unlimited|permanent|fixed|temporary|without))",
        Move.GIVE_TIME: "think|time to|until|till|overnight|few days|day or two|(?:a|one|two|next) week|"
        "sleep on|discuss|talk it|consider|decide|by when|deadline|let you know|get back",
        Move.GIVE_START: "start|begin|first day|notice",
        Move.GIVE_EXTRAS: "benefit|holiday|vacation|(?:annual|paid|sick|parental) leave|"
        "hours|shift|remote|home|insurance|pension|overtime|parking|"
        "probation|team|report to|training|location|contract (?:unlimited|permanent|fixed|temporary|without)",
    }.items()
)
"""What an offer is asked about, by the words that say so."""


_WISHES = re.compile(
    r"\b(?:i|we)(?:'d|\s+would)?\s+(?:also\s+|really\s+)?(?:need|want|like|hope|hoped|expected|prefer)\b", re.IGNORECASE
)


def wishes(text: str) -> bool:
    """Whether the words ask or wish for something, whatever else they do."""
    return bool(_WISHES.search(text)) or bool(questions(text))


def terms(situation: Situation) -> Iterator[Move]:
    """To what exactly the candidate asks about an offer, at most two things, those not yet answered first. A turn of
    which nothing else is known, but that names a term, wishes something about it."""
    asked = [move for move, words in _TERMS if words.search(situation.utterance.text)]
    new = [move for move in asked if move not in situation.before.moves]
    if situation.acts & {A.CLARIFY, A.ASK_OFFER_DETAILS} and echoes(situation.utterance.text, situation.before.told):
        yield Move.CONFIRM_THAT
    elif A.CLARIFY in situation.acts and not asked:
        yield Move.REPEAT_THAT
    elif A.ASK_OFFER_DETAILS in situation.acts:
        yield from (new or asked)[:2] or [Move.GIVE_TERMS]
    elif situation.acts == {A.OTHER} and wishes(situation.utterance.text):
        yield from new[:2]

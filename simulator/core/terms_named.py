"""What an offer is asked about."""

import re

from simulator.core.moves import Move

_LENGTH = (
    r"(?:un)?limited"
    r"|permanent"
    r"|open.ended"
    r"|fixed.term"
    r"|temporary"
    r"|without (?:an )?end"
    r"|how long (?:\w+ ){0,2}contract"
    r"|(?:length|duration|term) of the contract"
    r"|contract (?:length|duration)"
    r"|how long (?:does|would|will|do) (?:it|the (?:job|post|position)) (?:last|run|go)"
)
_HOUR = r"\s+(?:work\s+)?(?:in\s+the\s+morning|of\s+a\s+morning|mornings|early|late)\b"
_NO_HOUR = rf"(?!\w*{_HOUR})"
_SHIFT = (
    r"(?:what|which) (?:time|hour)\b[^.?!]*\b(?:start|begin)|(?:shifts?|mornings?|work(?:ing)? days?) (?:start|begin)"
)
_TERMS = tuple(
    (move, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for move, words in {
        Move.GIVE_PAY: "how much|pay|(?:be|being|get) paid|paid (?:for|extra|more|less|over|by)|salar|wage|money|rate|"
        "compensation|earn|"
        "per hour|bonus|figure|grand\\b|thousand|hundred|worth|raise|negotiat",
        Move.GIVE_LENGTH: _LENGTH,
        Move.GIVE_WRITING: "writ|email|e-mail|paper|letter|documents?|send|contract",
        Move.GIVE_TIME: "think (?:about|on|over|(?:it|this|that) (?:over|through))|(?:a|to|must|me) think|time to|"
        "until|till|overnight|few days|day or two|(?:(?<!hours )(?<!days )(?<!times )a|one|two|next) weeks?\\b"
        "(?! (?:later|earlier|a|per|of|off|each|every)\\b)|"
        "sleep on|discuss|talk it|consider|decide|by when|deadline|let you know|get back|"
        "when [^.?!]*\\b(?:need|want|have) (?:to know|my answer|an answer)",
        Move.GIVE_START: rf"(?:start|begin){_NO_HOUR}|first day|(?:my|give|work|serve|\\d|weeks?'?) (?:own )?notice",
        Move.GIVE_EXTRAS: rf"(?:start|begin)s?{_HOUR}|{_SHIFT}|benefit|holiday|vacation|"
        "(?:annual|paid|sick|parental) leave|hours|shift|remote|home|insurance|pension|overtime|parking|"
        "probation|team|report to|training|location",
    }.items()
)
"""What an offer is asked about, by the words that say so."""
_ON_PAPER = re.compile(r"\b(?:writ|e-?mail|paper|letter|document|send)", re.IGNORECASE)


_ASKS_HOUR = re.compile(rf"\b(?:{_SHIFT})", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:work(?:ing)?|job|contract|shifts?|busy|employed|tied|bound)\b[^.?!]*$", re.IGNORECASE)
"""Before an "until", it speaks of what the caller is bound by, and wants no time: "I have work until June"."""


MAIN_TERMS = frozenset({Move.GIVE_PAY, Move.GIVE_WRITING, Move.GIVE_TIME, Move.GIVE_START})
"""What decides whether one takes an offer."""


def named(text: str) -> list[Move]:
    """The terms that the words name, in order."""
    places = places_named(text)
    return sorted(places, key=places.__getitem__)


def places_named(text: str) -> dict[Move, int]:
    """Where in the text each term is named that the words name."""
    # The hour at which a day begins is no first day.
    day = _ASKS_HOUR.sub(lambda found: " " * len(found.group()), text)
    among = ((move, words, day if move is Move.GIVE_START else text) for move, words in _TERMS)
    found = {move: match.start() for move, words, text in among if (match := words.search(text))}
    if Move.GIVE_TIME in found and _BOUND.search(text, 0, found[Move.GIVE_TIME]):
        del found[Move.GIVE_TIME]
    if Move.GIVE_LENGTH in found and not _ON_PAPER.search(text):
        found.pop(Move.GIVE_WRITING, None)  # "Is the contract permanent?" does not ask for it
    return found

"""What the employer answers about an offer."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.echo import echoes, says_back_a_date
from simulator.core.moves import TERMS, Move
from simulator.core.question import questions
from simulator.core.situation import Situation
from simulator.core.terms_named import named, places_named

_MOST = 3
"""Terms told in one answer."""
_IN_GENERAL = re.compile(
    r"\b(?:terms?|conditions?|details?|package|offer|(?:tell\s+me|know)\s+more|more\s+about"
    r"|look(?:s)?\s+like|involve[sd]?|everything|all\s+of\s+it|the\s+rest)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:i|we)(?:'d|\s+would)?\s+(?:also\s+|really\s+)?(?:need|want|like|hope|hoped|expected|prefer)\b", re.IGNORECASE
)
_ARGUES = re.compile(
    r"\b(?:too|very)\s+(?:short|late|early|soon|little|low|few|tight)\b"
    r"|\bnot\s+(?:enough|realistic|possible|much)\b"
    r"|\b(?:more|longer|later|earlier|higher|better|extra)\s+(?:than|money|time|pay)\b"
    r"|\bat\s+least\b"
    r"|\binstead\b"
    r"|\b(?:hoped|hoping|counted|counting)\s+(?:for|on)\b"
    r"|\b(?:could|can|would)\s+you\s+(?:\w+\s+)?(?:go|do|make|stretch|manage|meet)\b"
    r"|\b(?:any|some)\s+(?:room|leeway|flexibility|way)\b"
    r"|\bnegotiat\w*"
    r"|\bwould\b[^.?!]*\bbe\s+possible\b"
    r"|\bi\s+earn\w*\b"
    r"|\bwhat\s+i\s+(?:\w+\s+)?(?:need|want|hoped|had\s+in\s+mind)\b"
    r"|\bwhat\s+about\b[^.?!]*\binstead\b",
    re.IGNORECASE,
)
"""Bargains about what was told."""
_COUNTERS = re.compile(
    r"\binstead\b|\bbe\s+possible\b|\btoo\s+(?:short|late|early|soon|little|low|few)\b"
    r"|(?<!\bor )\b(?:later|earlier|sooner|higher)\b[^.?!]*\?",
    re.IGNORECASE,
)
"""Asks for other terms than those that may be told now."""
_CONDITION = re.compile(
    r"\bbefore\s+i\s+(?:can\s+)?(?:say\s+yes|accept|agree|decide|sign|answer|commit)"
    r"|\b(?:can't|cannot|couldn't|won't)\s+(?:say\s+yes|accept|decide|answer|commit)"
    r"|\bif\s+(?:the|that|you|it)\b[^.?!]*\b(?:i'm\s+in|yes|accept|deal)\b"
    r"|\bthat\s+depends\b"
    r"|\bi'd\s+(?:first|need)\b"
    r"|\bnot\s+(?:a\s+)?yes\s+yet\b"
    r"|\bfirst\s+i\s+(?:must|need|have|want)",
    re.IGNORECASE,
)


def wishes(text: str) -> bool:
    """Whether the words ask or wish for something, whatever else they do."""
    return bool(_WISHES.search(text)) or bool(questions(text))


def half_hearted(situation: Situation) -> bool:
    """Whether a yes hangs on something, or on time to think: no cause for joy yet. Nor is joy shown twice."""
    asks_time = Move.GIVE_TIME in places_named(situation.utterance.text)
    waits = asks_time and A.ASK_OFFER_DETAILS in situation.acts
    again = A.CLOSE in situation.acts and Move.SHARE_JOY in situation.before.moves
    return bool(_CONDITION.search(situation.utterance.text)) or waits or again


def terms(situation: Situation) -> Iterator[Move]:
    """To what exactly the candidate asks about an offer, at most three things, in the order asked, those not yet
    answered first. A turn of which nothing else is known, but that names a term, wishes something about it."""
    text = situation.utterance.text
    asked = named(text)
    new = [move for move in asked if move not in situation.before.moves]
    if A.CLOSE in situation.acts:
        wanted = new[:_MOST] if A.ASK_OFFER_DETAILS in situation.acts else []
        yield from wanted or _noted(situation)
    elif A.ASK_OFFER_DETAILS not in situation.acts and bargains(situation):
        yield Move.STAND_FIRM
    elif situation.acts & {A.CLARIFY, A.ASK_OFFER_DETAILS} and echoes(text, situation.before.told):
        yield Move.CONFIRM_THAT
    elif A.CLARIFY in situation.acts and not asked:
        yield Move.REPEAT_THAT
    elif A.ASK_OFFER_DETAILS in situation.acts:
        yield from _told(asked, new, situation)
    elif situation.acts == {A.OTHER} and wishes(text):
        yield from new[:_MOST]


def _named_last(text: str) -> list[Move]:
    """The terms of the last sentence that names any: what stands before is often only said back."""
    return next(filter(None, (named(sentence) for sentence in reversed(re.split(r"(?<=[.!?])\s+", text)))), [])


def bargains(situation: Situation) -> bool:
    """Whether the turn argues about terms that were told, in whatever way, and asks for no new one."""
    told = TERMS & set(situation.before.moves)
    new = set(named(situation.utterance.text)) - told
    return bool(told) and not new and bool(_ARGUES.search(situation.utterance.text))


def _told(asked: list[Move], new: list[Move], situation: Situation) -> Iterator[Move]:
    text = situation.utterance.text
    old = [move for move in asked if move not in new]
    if old and _ARGUES.search(text):
        yield Move.STAND_FIRM
        yield from new[: _MOST - 1]
    elif new and _COUNTERS.search(text):
        # Who names the day that they were told need not hear it again.
        yield from () if says_back_a_date(situation.utterance, situation.before.told) else new[: _MOST - 1]
        yield Move.STAND_FIRM
    elif asked:
        yield from (new or _named_last(text))[:_MOST]
    elif situation.utterance.mentions.dates and Move.GIVE_TIME in situation.before.moves:
        yield Move.STAND_FIRM
    elif not situation.now.curious:
        general = _IN_GENERAL.search(text) or not wishes(text)
        yield Move.GIVE_TERMS if general else Move.CANNOT_SAY


def _noted(situation: Situation) -> Iterator[Move]:
    """At the goodbye, the day of the answer is not told anew, unless the caller has it wrong."""
    names_day = situation.utterance.mentions.dates and Move.GIVE_TIME in situation.before.moves
    if names_day and not says_back_a_date(situation.utterance, situation.before.told):
        yield Move.STAND_FIRM

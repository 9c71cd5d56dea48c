"""What the employer answers about an offer."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.asking_part import without_givens
from simulator.core.echo import echoes, says_back_a_date
from simulator.core.moves import BARGAINING, Move
from simulator.core.question import SENTENCE, questions
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
_CONDITION = re.compile(
    r"\bbefore\s+i\s+(?:can\s+)?(?:say\s+yes|accept|agree|decide|sign|answer|commit)"
    r"|\b(?:can't|cannot|couldn't|won't)\s+(?:say\s+yes|accept|decide|answer|commit)"
    r"|\bif\s+(?:the|that|you|it)\b[^.?!]*\b(?:i'm\s+in|yes|accept|deal)\b"
    r"|\bthat\s+depends\b"
    r"|\bi'd\s+(?:first|need)\b"
    r"|\bnot\s+(?:a\s+)?yes\s+yet\b"
    r"|\bfirst\s+i\s+(?:must|need|have|want)"
    r"|\b(?:give|gave|giving)\s+you\s+(?:my|an)\s+answer\s+(?:by|on|until|till|tomorrow|later|when|after|in)\b",
    re.IGNORECASE,
)


def asks_in_general(text: str) -> bool:
    """Whether it asks for the terms of an offer, and for none of them by name."""
    return bool(_IN_GENERAL.search(text)) and not named(text)


_FIGURE = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_SUM = re.compile(
    rf"\b{_FIGURE}[\s-]+(?:(?:thousand|hundred|grand|k)\s+)?(?:and\s+)?{_FIGURE}\b"
    r"(?!\s*(?:o['’]clock|am|pm|days?|weeks?|months?|hours?|minutes?)\b)"
    r"|\b\d{1,3}[.,]?\d{3}\b(?!\d)|\b\d+(?:[.,]\d+)?\s*(?:k|grand|thousand)\b",
    re.IGNORECASE,
)


def names_a_sum(text: str) -> bool:
    """Whether it names a sum of money, or what can hardly be anything else: "three six"."""
    return bool(_SUM.search(text))


def wishes(text: str) -> bool:
    """Whether the words ask or wish for something, whatever else they do."""
    return bool(_WISHES.search(text)) or bool(questions(text))


def hangs_on_something(text: str) -> bool:
    """Whether a yes in it is none yet."""
    return bool(_CONDITION.search(text))


_APPROVES = re.compile(
    r"^\W*(?:(?:very|ok(?:ay)?|good|great|fine|perfect|excellent|lovely|super|nice|well|all\s+right|alright|thanks?|thank\s+you)\W*)+$",
    re.IGNORECASE,
)


def half_hearted(situation: Situation) -> bool:
    """Whether a yes hangs on something, or on time to think: no cause for joy yet. Nor is joy shown twice, or because
    somebody finds an answer good: "Very good, thank you. And by post?"."""
    asks_time = Move.GIVE_TIME in places_named(situation.utterance.text)
    waits = asks_time and A.ASK_OFFER_DETAILS in situation.acts
    asks = A.CLOSE in situation.acts or bool(questions(situation.utterance.text))
    again = Move.SHARE_JOY in situation.before.moves and asks
    text = situation.utterance.text
    welcomes = [text[one.start : one.end] for one in situation.utterance.matches if one.act is A.WELCOME_OFFER]
    approves = situation.before.turns_since_news > 0 and all(map(_APPROVES.match, welcomes))
    return hangs_on_something(text) or waits or again or approves


def terms(situation: Situation) -> Iterator[Move]:
    """To what exactly the candidate asks about an offer, at most three things, in the order asked, those not yet
    answered first. A turn of which nothing else is known, but that names a term, wishes something about it."""
    text = situation.utterance.text
    asked = _named(_asking(text), situation)
    new = [move for move in asked if move not in situation.before.moves]
    if A.CLOSE in situation.acts:
        wanted = new[:_MOST] if A.ASK_OFFER_DETAILS in situation.acts else []
        yield from wanted or _noted(situation)
    elif situation.acts & {A.CLARIFY, A.ASK_OFFER_DETAILS} and _says_back(text, situation):
        yield Move.CONFIRM_THAT
    elif A.CLARIFY in situation.acts and not asked and not situation.now.curious:
        yield Move.REPEAT_THAT
    elif A.ASK_OFFER_DETAILS in situation.acts:
        yield from _told(asked, new, situation)
    elif situation.acts == {A.OTHER} and wishes(text):
        yield from new[:_MOST]


def _asking(text: str) -> str:
    """The sentences of a turn that ask or wish, where some do so by their form: what is said back beside them asks for
    nothing ("I've written it all down. And how long is the trial?")."""
    asking = [
        without_givens(one.group())
        for one in SENTENCE.finditer(text)
        if questions(one.group()) or _WISHES.search(one.group())
    ]
    return " ".join(asking) if any(map(named, asking)) or questions(text) else text


def _says_back(text: str, situation: Situation) -> bool:
    """Whether the turn says back what was told, and asks nothing else: "So it's forty? From when?"."""
    asked = [text[span.start : span.end] for span in questions(text)]
    return all(echoes(one, situation.before.told) for one in (text, *asked))


def _named(text: str, situation: Situation) -> list[Move]:
    """The terms that the words name; of the first day, who has told theirs hears what became of it."""
    told = Move.NOTE_START in situation.before.moves
    return [Move.START_NOTED if told and move is Move.GIVE_START else move for move in named(text)]


def _named_last(situation: Situation) -> list[Move]:
    """The terms of the last sentence that names any: what stands before is often only said back."""
    sentences = reversed(re.split(r"(?<=[.!?])\s+", situation.utterance.text))
    return next(filter(None, (_named(sentence, situation) for sentence in sentences)), [])


def _told(asked: list[Move], new: list[Move], situation: Situation) -> Iterator[Move]:
    text = situation.utterance.text
    if asked:
        yield from (new or _named_last(situation))[:_MOST]
    elif _names_another_day(situation):
        yield Move.STAND_FIRM
    elif not situation.now.curious:
        general = _IN_GENERAL.search(text) or not wishes(text)
        yield Move.GIVE_TERMS if general else Move.CANNOT_SAY


def _noted(situation: Situation) -> Iterator[Move]:
    """At the goodbye, the day of the answer is not told anew, unless the caller has it wrong."""
    if _names_another_day(situation) and not says_back_a_date(situation.utterance, situation.before.told):
        yield Move.STAND_FIRM


def _names_another_day(situation: Situation) -> bool:
    """Whether a day is named after that of the answer was told, and no other was bargained for."""
    before = situation.before
    told = Move.GIVE_TIME in before.moves and BARGAINING.isdisjoint(before.moves)
    return told and bool(situation.utterance.mentions.dates)

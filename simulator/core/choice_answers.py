"""What the other end answers to questions that offer two things to choose from."""

import re

from simulator.core.acts import DialogueAct as A
from simulator.core.call import CallState
from simulator.core.choice import YES_OR_NO, Choosing, choice_in, differs, wants_no_yes
from simulator.core.contact_question import asks_who_rings
from simulator.core.echo import echoes
from simulator.core.moves import COURTESIES, Move
from simulator.core.question import questions
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.text import overlap
from simulator.core.transcript import Role

_OF_RINGING = frozenset(
    {Move.GIVE_AVAILABILITY, Move.REPEAT_AVAILABILITY, Move.EITHER_WAY, Move.ANY_DAY, Move.TAKE_ALTERNATIVE}
    | {Move.SAY_WHICH_WAY, Move.SAY_CHOICE}
)
_OWN = re.compile(r"\b(?:i|me|we|us)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:which|what)\s+(?:\w+\s+)?is\s+it\b", re.IGNORECASE)
_RING = re.compile(r"\b(?:ring|call|(?:tele)?phone)\b", re.IGNORECASE)
_ASKS_LEAVE = re.compile(r"\b(?:can|could|may|might|shall|should|would|better|best|okay|ok|fine)\b", re.IGNORECASE)
_RINGING = re.compile(r"\bi\b.*\b(?:r[aiu]ng|call|phone|try|tried|reach|catch)", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:better|best|rather|easier|prefer|suits?)\b", re.IGNORECASE)
"""Asks which of two things one had better do."""
_LEADING_OR = re.compile(r"^\W*or\b", re.IGNORECASE)
"""Before a question of its own: "Or shall I write?"."""
_OF_OWN_DETAILS = re.compile(r"\bmy\s+(?:\w+\s+)?(?:number|address|e-?mail)\b", re.IGNORECASE)
_TELLS_HOW = frozenset({Move.SAY_WHO_RINGS, Move.SAY_BY_WHAT, Move.GIVE_WRITING})
_YES = frozenset({Move.TAKE_ALTERNATIVE, Move.CONFIRM_THAT})


def chosen(question: str, situation: Situation) -> Move | None:
    """The answer to such a question, once the talk has come so far that it leans on something; that to another time to
    ring than the one that they were told, too."""
    if not _settled(situation) or _OF_OWN_DETAILS.search(question):
        return None
    now, choice = situation.now, choice_in(question)
    told = Move.GIVE_STATUS in situation.before.moves and now.role is Role.INTERVIEWER
    if asks_who_rings(question) and (told or now.ring_when):
        return Move.SAY_WHO_RINGS if told else Move.REPEAT_AVAILABILITY
    if choice is None:
        other = _ASKS_LEAVE.search(question) and _RINGING.search(question)
        return Move.REPEAT_AVAILABILITY if other and now.ring_when and differs(question, now.ring_when) else None
    if now.choice:
        return Move.SAY_CHOICE
    theirs = choice.theirs and not _ADVICE.search(question)
    match choice.about:
        case Choosing.DAY if not theirs and now.ring_when and now.names_ring_day:
            return Move.REPEAT_AVAILABILITY
        case Choosing.DAY if not theirs and _is_own(question, situation):
            return Move.ANY_DAY if choice.open_end else Move.EITHER_WAY
        case Choosing.HOUR if not choice.theirs and _is_own(question, situation):
            return Move.REPEAT_AVAILABILITY if now.ring_when else Move.GIVE_AVAILABILITY
        case Choosing.WAY if not choice.theirs and not _is_theirs_to_tell(situation):
            return Move.EITHER_WAY if not _RING.search(question) else Move.SAY_WHICH_WAY
        case Choosing.NEWS if told and situation.state is not CallState.OFFER and not _of_something_else(question):
            return Move.CONFIRM_STATUS
    return None


_OF_THE_NEWS = re.compile(
    r"\b(?:decid\w+|decision|hir\w+|offer\w*|job|post|position|place|role|vacanc\w+|application|news|answer|pick\w*|select\w*"
    r"|reject\w*|chosen|taken|filled|hold|open|closed|it|i|me)\b",
    re.IGNORECASE,
)


def _of_something_else(question: str) -> bool:
    """Whether a "yes or no" asks about another thing than the news: "Have you released the wasps, yes or no?"."""
    asked = YES_OR_NO.sub("", question)
    return asked != question and bool(asked.strip()) and not _OF_THE_NEWS.search(asked)


def _settled(situation: Situation) -> bool:
    before = situation.before
    told = not {Move.GIVE_STATUS, Move.UNAVAILABLE, Move.GIVE_AVAILABILITY, Move.TAKE_DETAILS}.isdisjoint(before.moves)
    return told or situation.state is CallState.RUDENESS


def _is_theirs_to_tell(situation: Situation) -> bool:
    """Whether it was just spoken of how they will let the caller know, or of an offer."""
    return A.ASK_OFFER_DETAILS in situation.acts or not _TELLS_HOW.isdisjoint(situation.before.last_moves)


def _is_own(question: str, situation: Situation) -> bool:
    """Whether it is about something that the caller does: by its words, or since it was just spoken of. At a desk,
    there is nothing else to choose."""
    if situation.now.role is Role.RECEPTIONIST or _OWN.search(question) or _ADVICE.search(question):
        return True
    spoken_of = situation.now.ring_when or not _OF_RINGING.isdisjoint(situation.before.last_moves)
    return bool(spoken_of) and not _THEIRS.search(question)


def no_yes_to_another(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer without a "That's right" that would be heard as one to the question asked last: "Two hundred drawers?
    So the job is mine?"."""
    text = situation.utterance.text
    asked = [text[span.start : span.end] for span in questions(text)]
    told = [move for move in moves if move is Move.CONFIRM_THAT or move not in (*COURTESIES, *_PURPOSE)]
    more = asked and len(asked) + len(told) > _ONE_OF_EACH
    if not more or told[-1:] != [Move.CONFIRM_THAT] or echoes(asked[-1], situation.before.told):
        return moves
    kept: list[Move] = [move for move in moves if move is not Move.CONFIRM_THAT]
    return kept if len(told) > 1 or _PURPOSE.intersection(kept) else [*kept, Move.CANNOT_SAY]


_ONE_OF_EACH = 2
"""A question, and the yes to it."""
_PURPOSE = frozenset({Move.ASK_PURPOSE, Move.GUESS_PURPOSE})


def no_bare_yes(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer without a yes to questions that offer two things; where nothing is left of it, either will do."""
    text = situation.utterance.text
    spans = list(single_questions(text))
    asked = [_LEADING_OR.sub("", text[span.start : span.end]) for span in spans]
    if (
        not asked
        or not all(map(wants_no_yes, asked))
        or _YES.isdisjoint(moves)
        or any(map(_OF_OWN_DETAILS.search, asked))
    ):
        return moves
    if any(not any(overlap(one.sentence, span) for span in spans) for one in situation.utterance.matters):
        return moves  # a wish without the form of a question may have one
    rest = [move for move in moves if move not in _YES]
    if not set(COURTESIES).issuperset(rest):
        return rest
    choices = [one for one in map(choice_in, asked) if one]
    theirs = bool(choices) and all(one.theirs for one in choices) and not any(map(_ADVICE.search, asked))
    return [*rest, Move.CANNOT_SAY if theirs else Move.EITHER_WAY]

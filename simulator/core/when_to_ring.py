"""When to ring or to come: the answers to questions for a day and an hour."""

import re

from simulator.core.at_a_loss import at_a_loss
from simulator.core.call import CallState
from simulator.core.matter import Matter, MatterAsked
from simulator.core.moves import Move
from simulator.core.situation import Situation
from simulator.core.transcript import Role

_RINGS = re.compile(
    r"\b(?:r[aiu]ng|ringing|call(?:ing|ed)?|(?:tele)?phon\w+|reach|catch|get\s+(?:hold\s+of\s+)?you|talk|speak)\b"
    r"|\b(?:good|best|better|suits?)\b(?!.*\b(?:come|stand|be\s+there|start|begin)\b)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:come|stand|be\s+there|turn\s+up|show\s+up|arrive|knock|start|begin)\b|\bfirst\s+day\b|\bthe\s+(?:round|interview|meeting)\b"
    r"|\bknock\b|\bnot\s+the\s+(?:tele)?phone\b",
    re.IGNORECASE,
)
"""Asks for the hour at which the caller is to be somewhere."""
_CLOCK = re.compile(
    r"\b(?:at|past)\s+(?:half\b|\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|noon\b)|\bo['’]clock\b|\bnoon\b",
    re.IGNORECASE,
)
_LEANS = 5
"""Words up to which a question for an hour is about what was said last: "And what time?"."""


def about_ringing(one: MatterAsked, situation: Situation) -> Move | None:
    """When to ring or to come, once that was spoken of."""
    now, before = situation.now, situation.before
    told = not {Move.GIVE_STATUS, Move.GIVE_AVAILABILITY, Move.UNAVAILABLE}.isdisjoint(before.moves)
    if not told and situation.state is not CallState.RUDENESS:
        return None
    match one.matter:
        case Matter.TIME_OF_DAY if situation.now.role is not Role.RECEPTIONIST and not _of_ringing(one, situation):
            return _hour_of(one.words(situation.utterance.text), situation)
        case Matter.TIME_OF_DAY:
            return Move.REPEAT_AVAILABILITY if now.ring_when else Move.GIVE_AVAILABILITY
        case Matter.DAY if now.ring_when:
            return Move.REPEAT_AVAILABILITY if now.names_ring_day else Move.ANY_DAY
        case Matter.WHEN_BACK:
            return Move.REPEAT_AVAILABILITY if now.ring_when else Move.GIVE_AVAILABILITY
    return None


def _hour_of(words: str, situation: Situation) -> Move | None:
    """To who asks for the hour of anything but a call."""
    if situation.now.guess:
        return at_a_loss(words, situation)
    due = situation.state in (CallState.DECISION_PENDING, CallState.OFFER) and _TO_COME.search(words)
    if not due:
        return None
    return Move.REPEAT_TIMELINE if _CLOCK.search(situation.now.due) else Move.HOUR_LATER


def _of_ringing(one: MatterAsked, situation: Situation) -> bool:
    """Whether the hour that is asked for is one to ring, by its words or as that was just spoken of."""
    words = one.words(situation.utterance.text)
    if _RINGS.search(words):
        return True
    spoken_of = _RINGS.search(situation.before.last_reply) is not None
    return spoken_of and not _TO_COME.search(words) and len(words.split()) <= _LEANS

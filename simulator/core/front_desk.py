"""What a receptionist does in answer to a turn."""

from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.contact_details import leaves_message, taking_details
from simulator.core.matter import Matter
from simulator.core.message import dictated
from simulator.core.moves import Move
from simulator.core.names import adds_to
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.temper import Tone
from simulator.core.text import overlap

_ASKING = frozenset({A.ASK_STATUS, A.ASK_TIMELINE})


def receptionist(situation: Situation) -> Iterator[Move]:
    yield from _names(situation)
    if situation.apologises:
        yield Move.ACCEPT_APOLOGY
    elif situation.now.known and situation.feels and A.CLOSE not in situation.acts:
        yield Move.ACCEPT_APOLOGY if situation.only_apologises else Move.ACCEPT_EMPATHY
    if not situation.now.known:
        yield Move.ASK_NAME
        return
    if situation.scenario.front_desk:
        yield from _put_through(situation, screens=situation.scenario.front_desk.screens)
    else:
        yield from _make_do(situation)


def _names(situation: Situation) -> Iterator[Move]:
    """Their own, or that of the person called."""
    if situation.asks(Matter.YOUR_NAME):
        yield Move.SAY_NAME
    elif _forgot_whom(situation) or situation.asks(Matter.CONTACT_NAME):
        yield Move.SAY_WHOM
    elif A.CLOSE not in situation.acts and adds_to(situation.now.caller, situation.before.caller):
        yield Move.NOTE_NAME
    if situation.names_other_position:
        yield Move.CORRECT_POSITION


def _forgot_whom(situation: Situation) -> bool:
    """Whether the name that is gone is that of the person called: who has just heard the desk's own name means that."""
    return A.APOLOGIZE_FORGOTTEN_NAME in situation.acts and Move.SAY_NAME not in situation.before.last_moves


def _put_through(situation: Situation, *, screens: bool) -> Iterator[Move]:
    """Unless the caller has just put them off."""
    if not (situation.hurts and situation.now.temper.tone is Tone.COLD):
        told = situation.now.placed or Move.ASK_PURPOSE in situation.before.moves
        yield Move.TRANSFER if told or not screens else Move.ASK_PURPOSE


def _make_do(situation: Situation) -> Iterator[Move]:
    """The person asked for cannot be reached: a message, and a good time to ring."""
    now, before, acts = situation.now, situation.before, situation.acts
    if taken := list(taking_details(situation)):
        yield from taken
    elif A.OFFER_ALTERNATIVE in acts and Move.UNAVAILABLE in before.moves:
        yield Move.TAKE_ALTERNATIVE
    elif A.ASK_FOR_PERSON in acts and A.ASK_AVAILABILITY not in acts and Move.UNAVAILABLE in before.moves:
        yield Move.UNAVAILABLE
    told = not {Move.UNAVAILABLE, Move.TAKE_DETAILS}.isdisjoint(before.moves)
    if not told and not leaves_message(situation):
        if now.placed or Move.ASK_PURPOSE in before.moves or A.ASK_AVAILABILITY in acts:
            yield Move.UNAVAILABLE
        else:
            yield Move.ASK_PURPOSE
    news = _wants_news(situation) and told
    if A.ASK_AVAILABILITY not in acts:
        yield from [Move.REPEAT_STATUS] if news else []
    elif news and (first := _two_things(situation)):
        yield from first
    else:
        yield Move.GIVE_AVAILABILITY


def _two_things(situation: Situation) -> list[Move]:
    """The answers to one question for the news and another for a good time to ring, in the order asked; none where
    both are the same: "When's he back, so that I can hear the decision?"."""
    spans = single_questions(situation.utterance.text)
    for_acts = [{match.act for match in situation.utterance.matches if overlap(match, span)} for span in spans]
    news = [number for number, acts in enumerate(for_acts) if acts & _ASKING and A.ASK_AVAILABILITY not in acts]
    when = [number for number, acts in enumerate(for_acts) if A.ASK_AVAILABILITY in acts and not acts & _ASKING]
    if not news or not when:
        return []
    return [Move.REPEAT_STATUS, Move.GIVE_AVAILABILITY] if news < when else [Move.GIVE_AVAILABILITY, Move.REPEAT_STATUS]


def _wants_news(situation: Situation) -> bool:
    """Whether the desk itself is asked how things stand, and it is no part of a message."""
    message = dictated(situation.utterance.text)
    asking = [match for match in situation.utterance.matches if match.act in _ASKING]
    if Move.ASK_DETAILS is situation.before.expects or A.LEAVE_DETAILS in situation.acts:
        asking = [match for match in asking if "?" in situation.utterance.text[match.start :]]
    return any(not message or match.end <= message.start or match.start >= message.end for match in asking)

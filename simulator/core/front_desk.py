"""What a receptionist does in answer to a turn."""

from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.contact_details import taking_details
from simulator.core.moves import Move
from simulator.core.situation import Situation
from simulator.core.temper import Tone


def receptionist(situation: Situation) -> Iterator[Move]:
    if not situation.now.known:
        yield Move.ASK_NAME
        return
    if A.SHOW_EMPATHY in situation.acts and A.CLOSE not in situation.acts:
        yield Move.ACCEPT_EMPATHY
    if situation.scenario.front_desk:
        yield from _put_through(situation, screens=situation.scenario.front_desk.screens)
    else:
        yield from _make_do(situation)


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
    if Move.UNAVAILABLE not in before.moves:
        if now.placed or Move.ASK_PURPOSE in before.moves or A.ASK_AVAILABILITY in acts:
            yield Move.UNAVAILABLE
        else:
            yield Move.ASK_PURPOSE
    if A.ASK_AVAILABILITY in acts:
        yield Move.GIVE_AVAILABILITY
    elif acts & {A.ASK_STATUS, A.ASK_TIMELINE} and Move.UNAVAILABLE in before.moves:
        yield Move.REPEAT_STATUS

"""Numbers and messages that the candidate leaves, or offers to leave."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.contact_question import offers_number
from simulator.core.message import dictated
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.situation import Situation
from simulator.core.text import clauses, overlap
from simulator.core.transcript import Role

_MAY_BE_DETAILS = frozenset(
    {A.OTHER, A.CONFIRM, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.THANK}
    | {A.REFERENCE_DISCUSSION, A.EXPRESS_INTEREST, A.CITE_QUALIFICATION, A.OFFER_INFORMATION}
)
"""What a message may hold."""


def taking_details(situation: Situation) -> Iterator[Move]:
    """Asks for what is only offered ("Shall I give you my number?"), and writes down what is given or dictated; what
    was just asked for may come in any words."""
    acts, named = situation.acts, situation.utterance.mentions
    given = named.phone or named.email or leaves_message(situation)
    if not given and situation.now.number != situation.before.number:
        yield Move.READ_BACK
        return
    asks = bool(questions(situation.utterance.text))
    awaited = situation.before.expects is Move.ASK_DETAILS and not offers_number(situation.utterance.text)
    brief = situation.before.expects is Move.ASK_NUMBER and situation.utterance.words <= _BRIEF
    if brief and not given and _AT_HAND.search(situation.utterance.text):
        yield Move.TAKE_DETAILS
        return
    due = awaited and (not asks or _tells_something(situation.utterance.text))
    if A.LEAVE_DETAILS in acts and not given and asks:
        yield Move.CONFIRM_THAT if Move.TAKE_DETAILS in situation.before.moves else Move.ASK_DETAILS
    elif A.LEAVE_DETAILS in acts or given or (due and acts and acts <= _MAY_BE_DETAILS):
        yield Move.TAKE_DETAILS
        if lacks_number(situation):
            yield Move.ASK_NUMBER


_AT_HAND = re.compile(
    r"\b(?:you|he|she|they)(?:['’](?:s|ve))?\s+(?:already\s+|should\s+|must\s+)?(?:has|have|had|got|knows?)\s+(?:got\s+)?(?:it|that|(?:my|the)\s+number)\b"
    r"|\b(?:number|it)(?:['’]s|\s+is)\s+(?:already\s+)?(?:on|in)\s+(?:the|my)\s+(?:form|cv|file|application|papers|r[ée]sum[ée])\b",
    re.IGNORECASE,
)
"""Says that the number is there already."""
_BRIEF = 12
"""Words in which one says only that."""


def _tells_something(text: str) -> bool:
    """Whether it says more than it asks."""
    asked = questions(text)
    told = (text[one.start : one.end] for one in clauses(text) if not any(overlap(one, span) for span in asked))
    return sum(len(clause.split()) for clause in told) >= _FEWEST_TOLD


_FEWEST_TOLD = 5


def leaves_message(situation: Situation) -> bool:
    """Whether the turn dictates a message to a desk that can only take one."""
    desk = situation.now.role is Role.RECEPTIONIST and not situation.scenario.front_desk
    return desk and dictated(situation.utterance.text) is not None


def lacks_number(situation: Situation) -> bool:
    """A message on which nobody could ring back; it is asked for once, and not of somebody who will ring again."""
    desk = situation.now.role is Role.RECEPTIONIST
    rings_again = bool(situation.acts & {A.CLOSE, A.OFFER_ALTERNATIVE})
    return desk and not situation.now.number_left and not rings_again and Move.ASK_NUMBER not in situation.before.moves

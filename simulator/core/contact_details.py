"""Numbers and messages that the candidate leaves, or offers to leave."""

from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.situation import Situation

_MAY_BE_DETAILS = frozenset({A.OTHER, A.CONFIRM, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.THANK})


def taking_details(situation: Situation) -> Iterator[Move]:
    """Asks for what is only offered ("Shall I give you my number?"), and writes down what is given; what was just
    asked for may come in any words."""
    acts, named = situation.acts, situation.utterance.mentions
    given = named.phone or named.email
    asks = bool(questions(situation.utterance.text))
    due = situation.before.expects is Move.ASK_DETAILS and not asks
    if A.LEAVE_DETAILS in acts and not given and asks:
        yield Move.CONFIRM_THAT if Move.TAKE_DETAILS in situation.before.moves else Move.ASK_DETAILS
    elif A.LEAVE_DETAILS in acts or (due and acts and acts <= _MAY_BE_DETAILS):
        yield Move.TAKE_DETAILS

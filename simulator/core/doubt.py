"""What is answered to who asks for the doubts there are about them."""

from simulator.core.call import CallState
from simulator.core.doubt_question import asks_for_doubts
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation

_ANSWERS = frozenset({Move.GIVE_FEEDBACK, Move.NO_CONCERN, Move.REACT_DELAY, Move.SAY_CHANCES, Move.CANNOT_SAY})
"""What is said to such a question where nothing better is."""


def with_the_doubt(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer with the concern of the scenario, where it is asked for, instead of a word on the interview; once, and
    while there is something to decide."""
    due = (
        situation.state is CallState.DECISION_PENDING
        and situation.scenario.kind is ScenarioKind.PENDING
        and Move.GIVE_STATUS in situation.before.moves
        and Move.RAISE_CONCERN not in situation.before.moves
    )
    if (
        not due
        or situation.hurts
        or {*_ANSWERS, Move.TELL_MORE}.isdisjoint(moves)
        or not asks_for_doubts(situation.utterance.text)
    ):
        return moves
    alone = len(questions(situation.utterance.text)) == 1
    replaced = _ANSWERS | {Move.RAISE_CONCERN} | ({Move.TELL_MORE} if alone else set())
    return [*(move for move in moves if move not in replaced), Move.RAISE_CONCERN]

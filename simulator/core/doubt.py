"""Questions whether anything speaks against the caller: "Is there something that worries you about me?"."""

import re

from simulator.core.call import CallState
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation

_DOUBT = re.compile(
    r"\b(?:doubts?|doubtful|worr(?:y|ies|ied|ying)|concerns?|reservations?|misgivings?|hesita\w+|hold(?:ing)?\s+(?:it\s+)?against|(?:speaks?|spoke|is|be|anything|something)"
    r"\s+against|weak(?:ness\w*|\s+(?:spots?|points?))?|put\s+(?:\w+\s+)?off|miss(?:ing|ed)?\s+(?:in|about|from)\s+(?:me|my)|not\s+(?:so\s+)?sure\s+(?:about|of)\s+me"
    r"|(?:was|were|am|sounded|seemed|came\s+across(?:\s+as)?)\s+(?:i\s+)?too\s+\w+)\b",
    re.IGNORECASE,
)
_OF_SELF = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
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
        or not _asks_for_doubts(situation.utterance.text)
    ):
        return moves
    alone = len(questions(situation.utterance.text)) == 1
    replaced = _ANSWERS | {Move.RAISE_CONCERN} | ({Move.TELL_MORE} if alone else set())
    return [*(move for move in moves if move not in replaced), Move.RAISE_CONCERN]


def _asks_for_doubts(text: str) -> bool:
    asked = (text[span.start : span.end] for span in questions(text))
    return any(_DOUBT.search(one) and _OF_SELF.search(text) for one in asked)

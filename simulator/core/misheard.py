"""Turns that say that the other end got the one before wrong: "I asked how, not when", "No, the diploma"."""

import re

from simulator.core.asking_part import asking_part
from simulator.core.at_a_loss import at_a_loss
from simulator.core.call import CallState
from simulator.core.moves import AT_A_LOSS, QUESTIONS, Move
from simulator.core.putting_right import corrects, from_correction
from simulator.core.question import questions
from simulator.core.situation import Situation
from simulator.core.when_and_why import asks_for_time

_NO_THE_OTHER = re.compile(
    r"^\W*(?:(?:oh|um|uh|ah|sorry|well|but)\b\W+)*no\b\W+(?:(?:no|sorry)\b\W+)*(?:not\s+(?!that\s+i\b)(?:the|that|those|him|her|them|you)|the)\b",
    re.IGNORECASE,
)
"""Corrects only what no question was asked of."""
_MOST = 2
"""How often one says so in a call: who never understands had better not say it each time."""
_EMPTY = AT_A_LOSS | {
    Move.ACKNOWLEDGE,
    Move.NOD,
    Move.ANYTHING_ELSE,
    Move.ACCEPT_EMPATHY,
    Move.ACCEPT_THANKS,
    Move.ACCEPT_GRACE,
    Move.TAKE_UP,
}
"""What is no answer to somebody who puts right what they asked."""
_DATED = frozenset({Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE})
"""The same to somebody who wanted no date."""
_SAID_OTHERWISE = frozenset(
    {Move.MISHEARD, Move.LOST_YOU, Move.REPEAT_THAT, Move.PUZZLED, Move.SOFTEN, Move.ACCEPT_APOLOGY, Move.TAKE_NAME}
)
"""What says it in other words."""


def own_up(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer, with the words that own up to a misunderstanding. Who has nothing to say to what was meant all
    the same says so, and does not claim to have understood."""
    if not owns_up(situation, moves):
        return moves
    empty = _EMPTY if asks_for_time(from_correction(situation.utterance.text)) else _EMPTY | _DATED
    return [Move.MISHEARD, *moves] if not empty.issuperset(moves) else lost(situation)


def lost(situation: Situation) -> list[Move]:
    """What is said to who puts right what they meant, by somebody who knows no better for it: a rough answer to the
    question, if there is one; to who asked nothing, that it was a misunderstanding."""
    before, text = situation.before, situation.utterance.text
    once_more = before.moves.get(Move.MISHEARD, 0) < _MOST
    asked = [asking_part(text[span.start : span.end]) for span in questions(text)]
    if not asked and not _SAYS_WHAT.search(text) and once_more:
        return [Move.MISHEARD]
    rough = at_a_loss(asked[-1], situation) if asked else Move.CANNOT_SAY
    if rough in _ROUGH and rough not in before.last_moves:
        return [Move.MISHEARD, rough] if once_more else [rough]
    return [Move.STILL_CANNOT_SAY if Move.LOST_YOU in before.moves else Move.LOST_YOU]


_SAYS_WHAT = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:mean|meant|ask(?:ed)?(?!\s+nothing)|was\s+asking|am\s+asking|wanted\s+to)\b", re.IGNORECASE
)
_ROUGH = AT_A_LOSS - {Move.CANNOT_SAY, Move.STILL_CANNOT_SAY, Move.PARRY, Move.LONG_STORY}


def owns_up(situation: Situation, moves: list[Move]) -> bool:
    """Whether the other end says first that they had understood something else."""
    before, text = situation.before, situation.utterance.text
    if situation.state is CallState.RUDENESS:
        return False
    if not moves or situation.hurts or not before.last_moves or before.moves.get(Move.MISHEARD, 0) >= _MOST:
        return False
    if not _SAID_OTHERWISE.isdisjoint(moves) or any(move.startswith("react_") for move in moves):
        return False
    open_question = before.expects in QUESTIONS - {Move.ANYTHING_ELSE}
    return corrects(text) or (not open_question and bool(_NO_THE_OTHER.match(text)))

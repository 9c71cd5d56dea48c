"""What nobody says twice: the answer that was taken wrongly, and that one knows nothing."""

from collections.abc import Sequence

from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import Question, asked_back, asks_what_was_meant
from simulator.core.echo import telling_words
from simulator.core.matter import Matter
from simulator.core.misheard import lost
from simulator.core.moves import AT_A_LOSS, BARGAINING, COURTESIES, PROCESS, TERMS, Move
from simulator.core.open_questions import ONLY_BACK, only_again
from simulator.core.putting_right import puts_right
from simulator.core.question import questions
from simulator.core.situation import Situation
from simulator.core.transcript import Role

_NO_NEWS = AT_A_LOSS.union(COURTESIES) | {Move.LOST_YOU, Move.MISHEARD, Move.SNAP}
_KNEW_NOTHING = AT_A_LOSS | {Move.LOST_YOU}
_NOTHING = _NO_NEWS | {Move.REPEAT_THAT, Move.PUZZLED, Move.ANYTHING_ELSE, Move.LEAVE_OPEN}
_HOLDS = frozenset(
    {Move.TELL_MORE, Move.HAVE_NUMBER, Move.READ_BACK, Move.SAY_PLACE, Move.SAY_CHOICE, Move.EITHER_WAY, Move.ANY_DAY}
    | {
        Move.SAY_NUMBER,
        Move.SAY_UNCHANGED,
        Move.SHOW_YOU,
        Move.SAY_WAY,
        Move.SAY_BRING,
        Move.SAY_DURATION,
        Move.SAY_BY_WHAT,
    }
    | {Move.SAY_WHICH_WAY, Move.SAY_WHO, Move.REPEAT_AVAILABILITY, *TERMS, *PROCESS, *BARGAINING}
)
"""What is told in new words each time, or as right the second time as the first."""
_BRIEF = 7
"""Words up to which a question back may only ask to hear it again."""


def not_again(moves: list[Move], situation: Situation) -> list[Move]:
    """To a turn that puts right how a question was taken: not the answer that it got. Who understands it no better says
    so, once, and what they can tell."""
    asks = (
        A.CLARIFY in situation.acts and situation.utterance.words > _BRIEF and bool(questions(situation.utterance.text))
    )
    if _NOTHING.issuperset(moves) and _asks_of_nothing(situation):
        return [Move.NEVER_MIND]
    if _NOTHING.issuperset(moves) and _asks_what_the_loss_meant(situation):
        return [Move.NEVER_MIND if Move.MANNER_OF_SPEAKING in situation.before.moves else Move.MANNER_OF_SPEAKING]
    again_or_why = (
        only_again(situation) or situation.asks(Matter.AGAIN) or asks_what_was_meant(situation.utterance.text)
    )
    if again_or_why or situation.hurts or not (asks or puts_right(situation.utterance.text)):
        return moves
    if (
        Move.REPEAT_STATUS in moves
        and situation.now.role is Role.INTERVIEWER
        and Move.GIVE_STATUS in situation.before.moves
    ):
        moves = [Move.CONFIRM_STATUS if move is Move.REPEAT_STATUS else move for move in moves]
    told = [move for move in moves if move not in COURTESIES]
    if asks and not puts_right(situation.utterance.text) and AT_A_LOSS.issuperset(told) and _is_new(told, situation):
        return moves
    again = {
        Move.REPEAT_THAT,
        Move.CANNOT_SAY,
        Move.STILL_CANNOT_SAY,
        Move.PUZZLED,
        *situation.before.last_moves,
    } - (_HOLDS | {Move.CONFIRM_STATUS} if A.ASK_STATUS in situation.acts else _HOLDS)
    if not told or not again.issuperset(told):
        return moves
    if told == [Move.REPEAT_TIMELINE] and A.ASK_TIMELINE in situation.acts and not puts_right(situation.utterance.text):
        return moves
    told_status = Move.GIVE_STATUS in situation.before.moves and situation.now.role is Role.INTERVIEWER
    if A.ASK_TIMELINE in situation.acts and told_status and Move.REPEAT_TIMELINE not in again:
        given = Move.GIVE_TIMELINE in situation.before.moves
        return [*(move for move in moves if move not in told), Move.REPEAT_TIMELINE if given else Move.GIVE_TIMELINE]
    return [*(move for move in moves if move not in told), *lost(situation)]


def _is_new(told: Sequence[Move], situation: Situation) -> bool:
    """Whether the turn before heard nothing of the kind: so that nobody was taken wrongly."""
    return bool(told) and _KNEW_NOTHING.isdisjoint(situation.before.last_moves)


def _asks_of_nothing(situation: Situation) -> bool:
    """Whether a question back finds nothing to go by, since the other end only said that it did not know."""
    before, text = situation.before, situation.utterance.text
    last = set(before.last_moves)
    only_at_a_loss = _NO_NEWS.issuperset(last) and not _KNEW_NOTHING.isdisjoint(last)
    if asked_back(text) is Question.AGAIN:
        return False
    only_back = situation.utterance.words <= ONLY_BACK and telling_words(text) <= telling_words(before.last_reply)
    return only_at_a_loss and only_back and bool(A.CLARIFY in situation.acts or questions(text))


def _asks_what_the_loss_meant(situation: Situation) -> bool:
    """Whether it wants words explained by which the other end only said that it did not know: "Which page?"."""
    before, text = situation.before, situation.utterance.text
    back = telling_words(text) & telling_words(before.last_reply)
    return bool(back) and asks_what_was_meant(text) and not _KNEW_NOTHING.isdisjoint(before.last_moves)

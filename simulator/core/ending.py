"""Whether the other end ends the call with this turn, and how."""

from simulator.core.acts import DialogueAct as A
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.situation import MAX_TURNS, Situation

ENDINGS = frozenset({Move.GOODBYE, Move.RING_OFF, Move.HANG_UP, Move.SAVED, Move.CUT_OFF, Move.POSTPONE})


def ending(situation: Situation) -> Move | None:
    """None if the call goes on."""
    temper = situation.now.temper
    if Move.GOODBYE in situation.before.moves:
        return Move.RING_OFF
    if temper.fed_up and not _is_civil(situation):
        return Move.HANG_UP
    # Who says that they must go hears one more word: nobody is to be left without a goodbye.
    if Move.WIND_DOWN in situation.before.moves:
        return Move.GOODBYE
    through = A.CLOSE in situation.acts or _has_no_more(situation)
    if not through and (temper.worn_out or situation.now.turns >= MAX_TURNS):
        return Move.WIND_DOWN
    if situation.before.has_rung_up and A.OFFER_ALTERNATIVE in situation.acts:
        return Move.POSTPONE
    return Move.GOODBYE if through else None


def hears_theirs(situation: Situation) -> bool:
    """Whether the caller still has a goodbye to say, when the other end says theirs: so that they are heard out."""
    return A.CLOSE not in situation.acts and not _has_no_more(situation)


def _is_civil(situation: Situation) -> bool:
    """Whether the turn asks or says something without doing harm: nobody hangs up on that."""
    said = bool(situation.acts - {A.OTHER}) or bool(questions(situation.utterance.text))
    return said and not situation.hurts and not situation.utterance.silent


def warns(situation: Situation) -> bool:
    """Whether the last straw has just been drawn: from here on, one more ends the call. Nobody is warned for being
    civil, or in a call in which nothing has hurt."""
    stayed = situation.now.chances > situation.before.chances
    has_hurt = any(act.hurts for act in situation.now.acts)
    return stayed and has_hurt and not _is_civil(situation) and Move.WARN not in situation.before.moves


def _has_no_more(situation: Situation) -> bool:
    """ "No, that's all, thank you" to "Anything else?"."""
    helping = {A.CONFIRM, A.THANK, A.ACCEPT_OUTCOME, A.SMALL_TALK}
    asks = bool(questions(situation.utterance.text))
    through = bool(situation.acts) and situation.acts <= helping and not asks
    return situation.before.expects is Move.ANYTHING_ELSE and through

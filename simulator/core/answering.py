"""What the other end does in answer to a turn, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.call import CallState
from simulator.core.echo import echoes
from simulator.core.front_desk import receptionist
from simulator.core.interviewer import annoyed, interviewer, timeline
from simulator.core.moves import MATTER, OPTIONAL, QUESTIONS, Move
from simulator.core.question import (
    Question,
    asked_back,
    asks_again,
    asks_leave,
    asks_when,
    asks_where,
    asks_who_rings,
    left_open,
    questions,
)
from simulator.core.situation import MAX_TURNS, Situation
from simulator.core.transcript import Role
from simulator.core.voicemail import machine

REACTIONS: tuple[tuple[A, Move], ...] = (
    (A.BE_HOSTILE, Move.REACT_HOSTILITY),
    (A.DISPUTE_DECISION, Move.REACT_DISPUTE),
    (A.SHOW_ENTITLEMENT, Move.REACT_ENTITLEMENT),
    (A.MENTION_OTHER_CANDIDATES, Move.REACT_RIVALS),
    (A.OVER_CONTACT, Move.REACT_OVER_CONTACT),
    (A.COMPLAIN_ABOUT_WAIT, Move.REACT_COMPLAINT),
    (A.QUESTION_DELAY, Move.REACT_DELAY),
    (A.PRESSURE_FOR_ANSWER, Move.REACT_PRESSURE),
    (A.SHOW_DESPERATION, Move.REACT_DESPERATION),
    (A.CASUAL_LANGUAGE, Move.REACT_CASUAL),
)
"""What hurts most comes first; a person reacts to one thing at a time."""

_ENDINGS = frozenset({Move.GOODBYE, Move.WIND_DOWN, Move.HANG_UP, Move.SAVED, Move.CUT_OFF, Move.POSTPONE})
SILENT = frozenset({Move.RECORD})
"""Moves that need no words."""
_MATTERS = frozenset(act for act in A if act.hurts) | {
    A.INTRODUCE_SELF,
    A.IDENTIFY_INTERVIEW,
    A.ASK_STATUS,
    A.ASK_TIMELINE,
    A.ASK_FEEDBACK,
    A.ASK_FOR_PERSON,
    A.ASK_AVAILABILITY,
    A.ASK_OFFER_DETAILS,
    A.OFFER_INFORMATION,
    A.OFFER_ALTERNATIVE,
    A.LEAVE_DETAILS,
    A.CLOSE,
}
"""Acts that want an answer of their own, even beside a "Sorry?"."""
_WORDS_OF_A_QUESTION = 3
"""Words from which on a question back is more than a "What?"."""
_RAMBLING_WORDS = 90


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves of one answer, in order."""

    moves: tuple[Move, ...]

    @property
    def ends_call(self) -> bool:
        return bool(_ENDINGS & set(self.moves))


def plan(situation: Situation) -> Plan:
    """The other end's answer."""
    if situation.now.role is Role.VOICEMAIL:
        return Plan(machine(situation))
    moves = _lasting(situation)
    ending = _ending(situation)
    if ending is Move.HANG_UP:
        moves = [move for move in moves if move.startswith("react_")]
    if ending:
        beside = QUESTIONS | {Move.CUT_SHORT, Move.TRANSFER}
        moves = [move for move in moves if move not in beside] + [ending]
    return Plan(tuple(dict.fromkeys(moves)))


def _ending(situation: Situation) -> Move | None:
    temper = situation.now.temper
    if temper.worn_out:
        return Move.HANG_UP if temper.fed_up else Move.WIND_DOWN
    if situation.now.turns >= MAX_TURNS:
        return Move.WIND_DOWN
    if situation.before.has_rung_up and A.OFFER_ALTERNATIVE in situation.acts:
        return Move.POSTPONE
    if A.CLOSE in situation.acts or _has_no_more(situation):
        return Move.GOODBYE
    return None


def _has_no_more(situation: Situation) -> bool:
    """ "No, that's all, thank you" to "Anything else?"."""
    helping = {A.CONFIRM, A.THANK, A.ACCEPT_OUTCOME, A.SMALL_TALK}
    return situation.before.expects is Move.ANYTHING_ELSE and bool(situation.acts) and situation.acts <= helping


def _lasting(situation: Situation) -> list[Move]:
    """The answer, were the call to go on for ever."""
    if situation.utterance.silent:
        return [Move.NUDGE]
    # Nobody defends a decision of theirs that they have not told yet.
    untold = situation.now.role is Role.INTERVIEWER and Move.GIVE_STATUS not in situation.before.moves
    heard = situation.acts - {A.DISPUTE_DECISION} if untold else situation.acts
    reactions = [move for act, move in REACTIONS if act in heard][:1]
    asks_back = A.CLARIFY in situation.acts and not situation.acts & _MATTERS
    if (asks_back or _only_again(situation)) and (told := list(_told_again(situation))):
        return told
    if situation.now.role is Role.RECEPTIONIST:
        answers = list(receptionist(situation))
    elif situation.state is CallState.RUDENESS:
        answers = list(annoyed(situation))
    else:
        answers = list(interviewer(situation))
    cut = [Move.CUT_SHORT] if situation.utterance.words > _RAMBLING_WORDS else []
    written = (move for move in answers if move not in OPTIONAL or situation.scenario.has_words_for(move))
    moves = [*cut, *reactions, *written]
    if not reactions:
        moves = _with_the_rest(moves, situation)
    moves.sort(key=QUESTIONS.__contains__)  # what they ask themselves comes last
    if len(moves) > 1:
        moves = [move for move in moves if move is not Move.GUESS_PURPOSE]
    return moves or list(_floor(situation))


_STOCK = frozenset({Move.REPEAT_STATUS, Move.REPEAT_TIMELINE, Move.NO_CONCERN, Move.PUZZLED, Move.GIVE_TERMS})
"""Answers that are better than none, and worse than a real one."""
_MAY_BE_LEAVE = frozenset({A.OFFER_INFORMATION, A.ASK_TIMELINE, A.ASK_AVAILABILITY})
_REAL = frozenset({Move.TELL_MORE, Move.TAKE_ALTERNATIVE, Move.CONFIRM_THAT})


def _with_the_rest(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer, with what the turn asks beside all that its acts account for."""
    if not situation.now.known:
        text = situation.utterance.text
        where = any(asks_where(text[span.start : span.end]) for span in questions(text))
        return [Move.SAY_COMPANY, *moves] if where else moves
    more = list(dict.fromkeys(move for move in _rest(situation) if move not in moves))
    if not QUESTIONS.isdisjoint(moves) or not MATTER.isdisjoint(moves):
        more = [move for move in more if move is not Move.CANNOT_SAY]
    if not _REAL.isdisjoint(more):
        moves = [move for move in moves if move not in _STOCK]
    at = next((place for place, move in enumerate(moves) if move in _NEWS), len(moves))
    return moves[:at] + more + moves[at:]


_NEWS = frozenset({Move.HEDGE, Move.COME_TO_IT, Move.GIVE_STATUS, Move.CONFIRM_STATUS})
"""What comes last of all that is told."""


def _rest(situation: Situation) -> Iterator[Move]:
    if situation.now.curious:
        yield Move.TELL_MORE
        return
    told = Move.GIVE_STATUS in situation.before.moves or Move.UNAVAILABLE in situation.before.moves
    # "May I send you a summary?" wants a yes, even where it offers information.
    text = situation.utterance.text
    asked = [text[span.start : span.end] for span in questions(text)]
    if situation.acts & _MAY_BE_LEAVE and any(asks_leave(one) and not asks_when(one) for one in asked):
        yield Move.TAKE_ALTERNATIVE
    for question in left_open(situation.utterance):
        if told and situation.now.role is Role.INTERVIEWER and asks_who_rings(question):
            yield timeline(situation)
        elif asks_leave(question):
            yield Move.TAKE_ALTERNATIVE
        elif echoes(question, situation.before.told):
            yield Move.CONFIRM_THAT
        elif asks_when(question) and situation.reachable_later:
            yield Move.GIVE_AVAILABILITY
        elif told and A.CLOSE not in situation.acts:
            yield _explained(situation) or Move.CANNOT_SAY


def _only_again(situation: Situation) -> bool:
    return asks_again(situation.utterance.text) and not situation.hurts and A.ASK_STATUS not in situation.acts


def _told_again(situation: Situation) -> Iterator[Move]:
    """To a turn that asks back: what exactly it asks, or else all that was said."""
    if _only_again(situation) and situation.before.last_substance:
        yield Move.REPEAT_THAT
    elif situation.now.curious:
        yield Move.TELL_MORE
    elif echoes(situation.utterance.text, situation.before.told):
        yield Move.CONFIRM_THAT
    elif explained := _explained(situation):
        yield explained
    elif situation.before.last_substance:
        beyond = situation.utterance.words >= _WORDS_OF_A_QUESTION and asked_back(situation.utterance.text) is None
        told = Move.GIVE_STATUS in situation.before.moves
        yield Move.CANNOT_SAY if beyond and told else Move.REPEAT_THAT


_AT_THE_DESK = {
    Question.NAME: Move.SAY_NAME,
    Question.OTHER_NAME: Move.SAY_WHOM,
    Question.COMPANY: Move.SAY_COMPANY,
}


def _explained(situation: Situation) -> Move | None:
    before = situation.before
    if situation.now.role is not Role.INTERVIEWER:
        asked = asked_back(situation.utterance.text)
        return _AT_THE_DESK.get(asked) if asked else None
    told = Move.GIVE_STATUS in before.moves
    open_still = told and situation.state in (CallState.DECISION_PENDING, CallState.ON_HOLD)
    match asked_back(situation.utterance.text):
        case Question.NAME:
            return Move.SAY_NAME
        case Question.COMPANY:
            return Move.SAY_COMPANY
        case Question.DECIDER if open_still:
            return Move.SAY_WHO
        case Question.DAY if open_still:
            return Move.REPEAT_TIMELINE if Move.GIVE_TIMELINE in before.moves else Move.GIVE_TIMELINE
        case Question.DAY if told and situation.state is CallState.OFFER and Move.GIVE_TIME not in before.moves:
            return Move.GIVE_TIME
        case Question.NEWS if told:
            return Move.CONFIRM_STATUS
    return None


def _just_hurt(situation: Situation) -> bool:
    """The bad news is only just out, so that whatever is said now is said in its shadow."""
    bad = situation.state in (CallState.REJECTION, CallState.ON_HOLD)
    return bad and Move.CONSOLE not in situation.before.moves and situation.before.turns_since_news <= 1


def _floor(situation: Situation) -> Iterator[Move]:
    """Nothing was asked and nothing hurt: what keeps the talk going."""
    acts, before = situation.acts, situation.before
    if acts == {A.OTHER}:
        if "?" in situation.utterance.text and Move.GIVE_STATUS in before.moves:
            yield _explained(situation) or Move.CANNOT_SAY
        else:
            yield Move.CONSOLE if _just_hurt(situation) else Move.PUZZLED
        return
    if A.ACCEPT_OUTCOME in acts and Move.ACCEPT_GRACE not in before.moves:
        yield Move.ACCEPT_GRACE
    elif A.THANK in acts:
        yield Move.ACCEPT_THANKS
    elif A.CLOSE not in acts:
        yield Move.ACKNOWLEDGE
    if A.CLOSE not in acts:
        yield Move.ANYTHING_ELSE

"""What the other end does in answer to a turn, and in which order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.call import BRANCHES, Call, CallState, Memory
from simulator.core.moves import OPTIONAL, QUESTIONS, Move
from simulator.core.scenario import Scenario
from simulator.core.temper import Tone
from simulator.core.transcript import Role
from simulator.core.utterance import Utterance

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

MAX_TURNS = 30
"""Candidate turns after which even the most patient person has to go."""
WORDS_A_SECOND = 2.5
"""Of unhurried speech: 150 words a minute."""
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
_TERMS = tuple(
    (move, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for move, words in {
        Move.GIVE_PAY: "how much|pay|salar|wage|money|rate|compensation|earn|per hour|an hour|bonus|figure",
        Move.GIVE_WRITING: "writ|email|e-mail|paper|contract|letter|documents?|send",
        Move.GIVE_TIME: "think|time to|until|till|overnight|few days|day or two|week|sleep on|discuss|talk it|consider|"
        "decide|by when|deadline|let you know|get back",
        Move.GIVE_START: "start|begin|first day|notice",
        Move.GIVE_EXTRAS: "benefit|holiday|vacation|leave|hours|shift|remote|home|insurance|pension|overtime|parking|"
        "probation|team|report to|training|location",
    }.items()
)
"""What an offer is asked about, by the words that say so."""
_PRESSES_ONE = frozenset({"1", "one", "press 1", "press one", "(presses 1)", "#1"})
_LOST_PATIENCE_MOOD = -0.3
_RAMBLING_WORDS = 90


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves of one answer, in order."""

    moves: tuple[Move, ...]

    @property
    def ends_call(self) -> bool:
        return bool(_ENDINGS & set(self.moves))


@dataclass(frozen=True, slots=True)
class Situation:
    """A turn of the candidate, and the call as it stands after it."""

    utterance: Utterance
    scenario: Scenario
    called_back: bool
    state: CallState
    path: tuple[CallState, ...]
    """The states passed in this turn."""
    before: Memory
    now: Memory

    @classmethod
    def of(cls, utterance: Utterance, call: Call, path: tuple[CallState, ...], before: Memory) -> "Situation":
        return cls(utterance, call.scenario, call.called_back, call.state, path, before, call.memory)

    @property
    def acts(self) -> frozenset[A]:
        return self.utterance.acts

    @property
    def hurts(self) -> bool:
        return any(act.hurts for act in self.acts)

    def first(self, act: A) -> bool:
        return act in self.acts and not self.before.acts.get(act)


def plan(situation: Situation) -> Plan:
    """The other end's answer."""
    if situation.now.role is Role.VOICEMAIL:
        return Plan(_voicemail(situation))
    moves = _lasting(situation)
    ending = _ending(situation)
    if ending is Move.HANG_UP:
        moves = [move for move in moves if move.startswith("react_")]
    if ending:
        beside = QUESTIONS | {Move.CUT_SHORT, Move.TRANSFER}
        moves = [move for move in moves if move not in beside] + [ending]
    return Plan(tuple(dict.fromkeys(moves)))


def _voicemail(situation: Situation) -> tuple[Move, ...]:
    now = situation.now
    offered = not {Move.OFFER_RERECORD, Move.RERECORD}.isdisjoint(situation.before.moves)
    records_anew = situation.scenario.has_words_for(Move.OFFER_RERECORD)
    pressed = situation.utterance.text.strip(" .!").lower() in _PRESSES_ONE
    if records_anew and pressed and situation.before.words and Move.RERECORD not in situation.before.moves:
        return (Move.RERECORD,)
    if situation.before.expects is Move.OFFER_RERECORD:
        return (Move.SAVED,)
    if now.words > situation.scenario.record_seconds * WORDS_A_SECOND or now.turns >= MAX_TURNS:
        return (Move.CUT_OFF,)
    if A.CLOSE not in situation.acts:
        return (Move.RECORD,)
    return (Move.OFFER_RERECORD,) if records_anew and not offered else (Move.SAVED,)


def _ending(situation: Situation) -> Move | None:
    temper = situation.now.temper
    if temper.worn_out:
        return Move.HANG_UP if temper.mood <= _LOST_PATIENCE_MOOD else Move.WIND_DOWN
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
    reactions = [move for act, move in REACTIONS if act in situation.acts][:1]
    if A.CLARIFY in situation.acts and not situation.acts & _MATTERS and situation.before.last_substance:
        return [Move.REPEAT_THAT]
    if situation.now.role is Role.RECEPTIONIST:
        answers = list(_receptionist(situation))
    elif situation.state is CallState.RUDENESS:
        answers = list(_rudeness(situation))
    else:
        answers = list(_interviewer(situation))
    cut = [Move.CUT_SHORT] if situation.utterance.words > _RAMBLING_WORDS else []
    written = (move for move in answers if move not in OPTIONAL or situation.scenario.has_words_for(move))
    moves = [*cut, *reactions, *written]
    if len(moves) > 1:
        moves = [move for move in moves if move is not Move.GUESS_PURPOSE]
    return moves or list(_floor(situation))


def _receptionist(situation: Situation) -> Iterator[Move]:
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
    if A.LEAVE_DETAILS in acts:
        yield Move.TAKE_DETAILS
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


def _rudeness(situation: Situation) -> Iterator[Move]:
    acts = situation.acts
    if A.OFFER_ALTERNATIVE in acts:
        yield Move.TAKE_ALTERNATIVE
    elif CallState.RUDENESS in situation.path or acts & {A.ASK_STATUS, A.ASK_TIMELINE}:
        yield Move.BRUSH_OFF
    elif not situation.hurts:
        yield Move.SNAP


def _interviewer(situation: Situation) -> Iterator[Move]:
    before, calm = situation.before, situation.now.temper.tone is not Tone.COLD
    if calm and Move.BRUSH_OFF in before.moves and Move.SOFTEN not in before.moves:
        yield Move.SOFTEN
    yield from _courtesies(situation)
    yield from _answers(situation)


def _courtesies(situation: Situation) -> Iterator[Move]:
    acts, now, before = situation.acts, situation.now, situation.before
    yield from _names(situation)
    if A.SMALL_TALK in acts and situation.utterance.asks_after and A.CLOSE not in acts:
        yield Move.RETURN_SMALL_TALK
    if now.recalled and not before.recalled:
        yield Move.RECALL_TOPIC
    elif situation.hurts:
        return
    elif situation.first(A.EXPRESS_INTEREST):
        yield Move.NOTE_INTEREST
    elif A.SHOW_EMPATHY in acts and any(act.hurts for act in before.acts):
        yield Move.ACCEPT_APOLOGY
    elif situation.first(A.SHOW_EMPATHY) and A.ACCEPT_OUTCOME not in acts:
        yield Move.ACCEPT_EMPATHY


def _names(situation: Situation) -> Iterator[Move]:
    acts, before = situation.acts, situation.before
    if A.APOLOGIZE_FORGOTTEN_NAME in acts:
        yield Move.SAY_NAME
    elif situation.utterance.mentions.misnamed:
        yield Move.CORRECT_NAME
    elif A.ASK_FOR_PERSON in acts and not before.acts:
        yield Move.SPEAKING
    if situation.now.known and Move.RECOGNISE not in before.moves and not situation.called_back:
        yield Move.RECOGNISE
        yield Move.ASIDE


def _answers(situation: Situation) -> Iterator[Move]:
    """To what the turn asks, or else the other end's own next question."""
    if situation.called_back and Move.CALL_IN not in situation.before.moves:
        yield Move.CALL_IN
    elif not situation.now.known:
        if A.CLOSE not in situation.acts:
            yield Move.ASK_NAME
    elif situation.state is CallState.STATUS_QUESTION:
        yield Move.ASK_INTERVIEW
    else:
        yield from _about_the_matter(situation)


def _about_the_matter(situation: Situation) -> Iterator[Move]:
    acts, now, before = situation.acts, situation.now, situation.before
    told = Move.GIVE_STATUS in before.moves
    news = not told and not BRANCHES.isdisjoint((situation.state, *situation.path))
    if now.promised and not before.promised and not situation.hurts:
        yield Move.OWN_PROMISE
    if news:
        yield Move.HEDGE
        yield Move.GIVE_STATUS
        yield Move.PRESS_FOR_YES
    elif told and acts & {A.ASK_STATUS, A.PRESSURE_FOR_ANSWER} and not acts & {A.ASK_FEEDBACK, A.OFFER_INFORMATION}:
        yield Move.REPEAT_STATUS
    if told or news:
        yield from _after_the_news(situation, told=told)
    elif A.CLOSE not in acts and Move.ASK_PURPOSE not in before.moves:
        yield Move.ASK_PURPOSE
    elif A.CLOSE not in acts and before.expects is not Move.GUESS_PURPOSE:
        yield Move.GUESS_PURPOSE


def _after_the_news(situation: Situation, *, told: bool) -> Iterator[Move]:
    acts, before = situation.acts, situation.before
    lost = situation.state is CallState.REJECTION and not told
    if A.ASK_TIMELINE in acts and not lost:
        yield Move.REPEAT_TIMELINE if Move.GIVE_TIMELINE in before.moves else Move.GIVE_TIMELINE
    if A.ASK_FEEDBACK in acts or (before.expects is Move.OFFER_FEEDBACK and A.CONFIRM in acts):
        yield Move.GIVE_FEEDBACK
    elif _lost_gracefully(situation):
        yield Move.OFFER_FEEDBACK
    if situation.state is CallState.OFFER:
        if A.WELCOME_OFFER in acts:
            yield Move.SHARE_JOY
        if A.ASK_OFFER_DETAILS in acts:
            yield from _terms(situation)
    if A.REQUEST_FUTURE_CONSIDERATION in acts and (
        Move.KEEP_IN_MIND not in before.moves or A.OFFER_ALTERNATIVE not in acts
    ):
        yield Move.KEEP_IN_MIND
    yield from _about_fitness(situation, told=told)
    if A.LEAVE_DETAILS in acts:
        yield Move.TAKE_DETAILS
    if A.OFFER_ALTERNATIVE in acts:
        yield Move.TAKE_ALTERNATIVE


def _lost_gracefully(situation: Situation) -> bool:
    rejected = situation.state is CallState.REJECTION and Move.GIVE_STATUS in situation.before.moves
    return rejected and situation.first(A.ACCEPT_OUTCOME) and Move.GIVE_FEEDBACK not in situation.before.moves


def _terms(situation: Situation) -> Iterator[Move]:
    """To what exactly the candidate asks about an offer, at most two things, those not yet answered first."""
    asked = [move for move, words in _TERMS if words.search(situation.utterance.text)]
    new = [move for move in asked if move not in situation.before.moves]
    yield from (new or asked)[:2] or [Move.GIVE_TERMS]


def _about_fitness(situation: Situation, *, told: bool) -> Iterator[Move]:
    acts, asked = situation.acts, Move.RAISE_CONCERN in situation.before.moves
    if _answers_concern(situation) or (told and A.CITE_QUALIFICATION in acts):
        yield Move.WEIGH_ANSWER
    elif A.OFFER_INFORMATION in acts and not asked and situation.state is CallState.DECISION_PENDING:
        yield Move.RAISE_CONCERN
    elif A.OFFER_INFORMATION in acts and not acts & {A.OFFER_ALTERNATIVE, A.ASK_FEEDBACK}:
        yield Move.NO_CONCERN


def _answers_concern(situation: Situation) -> bool:
    """The concern was raised, and this is no outburst and no goodbye: it is taken for the answer."""
    expected = situation.before.expects is Move.RAISE_CONCERN
    return expected and not situation.hurts and A.CLOSE not in situation.acts


def _just_hurt(situation: Situation) -> bool:
    """The bad news is only just out, so that whatever is said now is said in its shadow."""
    bad = situation.state in (CallState.REJECTION, CallState.ON_HOLD)
    return bad and Move.CONSOLE not in situation.before.moves and situation.before.turns_since_news <= 1


def _floor(situation: Situation) -> Iterator[Move]:
    """Nothing was asked and nothing hurt: what keeps the talk going."""
    acts, before = situation.acts, situation.before
    if acts == {A.OTHER}:
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

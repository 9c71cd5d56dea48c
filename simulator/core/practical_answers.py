"""What the other end answers to practical questions, where nothing that they know says more."""

import re
from collections.abc import Iterator
from dataclasses import replace

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.blanks import blanked
from simulator.core.call import CallState
from simulator.core.choice import Choosing, choice_in, differs, wants_no_yes
from simulator.core.moves import COURTESIES, Move
from simulator.core.practical_question import Practical, PracticalQuestion, asks_to_leave, practical_questions
from simulator.core.process_answers import Answered
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.terms_named import named
from simulator.core.text import Span, overlap
from simulator.core.transcript import Role

_TAKEN_FOR = frozenset(
    {A.OFFER_ALTERNATIVE, A.ASK_AVAILABILITY, A.ASK_TIMELINE, A.CLARIFY, A.OTHER, A.CONFIRM, A.SMALL_TALK, A.ASK_STATUS}
    | {A.OFFER_INFORMATION, A.PRESSURE_FOR_ANSWER, A.QUESTION_DELAY}
)
"""As what such a question may be heard while it is none of these."""
_TELLS_NUMBER = frozenset({Practical.NUMBER, Practical.ARRIVED})


def practically(situation: Situation) -> Answered:
    """The answers, each with the place of its question in the turn, and the turn without those questions."""
    if not situation.now.known:
        return Answered({}, situation)
    moves: dict[Move, int] = {}
    answered: list[PracticalQuestion] = []
    for one in practical_questions(situation.utterance.text):
        free = not any(overlap(one.sentence, other.sentence) for other in answered)
        if free and not _better_known(one, situation) and (move := _answer(one, situation)):
            moves.setdefault(move, one.at)
            if move is Move.HAVE_NUMBER and situation.now.role is Role.RECEPTIONIST:
                moves.setdefault(Move.ASK_NUMBER, one.at + 1)
            answered.append(one)
    return Answered(moves, _without(answered, situation) if answered else situation)


def _better_known(one: PracticalQuestion, situation: Situation) -> bool:
    """Whether the scenario has an answer of its own, or the words hurt and want another one."""
    harsh = any(
        match.act.hurts and match.act not in _TAKEN_FOR and overlap(match, one.sentence)
        for match in situation.utterance.matches
    )
    details = (asked.question for asked in situation.now.curious)
    return harsh or any(overlap(one.sentence, span) for span in details)


def _answer(one: PracticalQuestion, situation: Situation) -> Move | None:
    now = situation.now
    desk = now.role is Role.RECEPTIONIST
    if one.about in _TELLS_NUMBER:
        return _about_number(one, situation, desk=desk)
    if not _settled(situation):
        return None
    match one.about:
        case Practical.PLACE:
            return Move.SAY_PLACE if situation.scenario.kind is not ScenarioKind.REJECTION else None
        case Practical.OTHER_TIME if now.ring_when and differs(_words(one, situation), now.ring_when):
            return Move.REPEAT_AVAILABILITY
        case Practical.HOUR if now.ring_when:
            return Move.REPEAT_AVAILABILITY
        case Practical.HOUR if (
            not (desk or situation.state is CallState.RUDENESS) or A.ASK_AVAILABILITY not in situation.acts
        ):
            return Move.GIVE_AVAILABILITY
        case Practical.WHICH_DAY if now.ring_when:
            return Move.REPEAT_AVAILABILITY if now.names_ring_day else Move.ANY_DAY
        case Practical.CHOICE:
            return _chosen(one, situation)
    return None


def _settled(situation: Situation) -> bool:
    """Whether the talk has come so far that such questions lean on something."""
    before = situation.before
    told = not {Move.GIVE_STATUS, Move.UNAVAILABLE, Move.GIVE_AVAILABILITY, Move.TAKE_DETAILS}.isdisjoint(before.moves)
    return told or situation.state is CallState.RUDENESS


def _about_number(one: PracticalQuestion, situation: Situation, *, desk: bool) -> Move | None:
    """A number that was left is read back; an employer has it in the papers, a desk must ask for it."""
    if situation.now.number:
        return Move.READ_BACK
    if one.about is Practical.ARRIVED:
        return Move.CONFIRM_THAT if Move.TAKE_DETAILS in situation.before.moves else None
    offers = desk and asks_to_leave(_words(one, situation))
    return Move.ASK_DETAILS if offers else Move.HAVE_NUMBER


def _chosen(one: PracticalQuestion, situation: Situation) -> Move | None:
    choice, now = one.choice, situation.now
    if choice is None:
        return None
    if now.choice:
        return Move.SAY_CHOICE
    told = Move.GIVE_STATUS in situation.before.moves and now.role is Role.INTERVIEWER
    match choice.about:
        case Choosing.DAY if not choice.theirs and now.ring_when and now.names_ring_day:
            return Move.REPEAT_AVAILABILITY
        case Choosing.DAY if not choice.theirs and _is_own(one, situation):
            return Move.ANY_DAY if choice.open_end else Move.EITHER_WAY
        case Choosing.HOUR if not choice.theirs and _is_own(one, situation):
            return Move.REPEAT_AVAILABILITY if now.ring_when else Move.GIVE_AVAILABILITY
        case Choosing.WAY if not choice.theirs and A.ASK_OFFER_DETAILS not in situation.acts:
            return Move.EITHER_WAY if not _to_ring(one, situation) else Move.SAY_WHICH_WAY
        case Choosing.NEWS if told and situation.state is not CallState.OFFER:
            return Move.CONFIRM_STATUS
    return None


def _is_own(one: PracticalQuestion, situation: Situation) -> bool:
    """Whether it is about something that the caller does: by its words, or since it was just spoken of. At a desk,
    there is nothing else to choose."""
    words = _words(one, situation)
    if situation.now.role is Role.RECEPTIONIST or _OWN.search(words):
        return True
    spoken_of = situation.now.ring_when or not _OF_RINGING.isdisjoint(situation.before.last_moves)
    return bool(spoken_of) and not _THEIRS.search(words)


_OF_RINGING = frozenset(
    {Move.GIVE_AVAILABILITY, Move.REPEAT_AVAILABILITY, Move.EITHER_WAY, Move.ANY_DAY, Move.TAKE_ALTERNATIVE}
    | {Move.SAY_WHICH_WAY, Move.SAY_CHOICE}
)
_OWN = re.compile(r"\b(?:i|me|we|us)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:which|what)\s+(?:\w+\s+)?is\s+it\b", re.IGNORECASE)


def _to_ring(one: PracticalQuestion, situation: Situation) -> bool:
    """Whether one of the two is to ring."""
    return bool(_RING.search(_words(one, situation)))


_RING = re.compile(r"\b(?:ring|call|(?:tele)?phone)\b", re.IGNORECASE)


def _words(one: PracticalQuestion, situation: Situation) -> str:
    return situation.utterance.text[one.sentence.start : one.sentence.end]


def _without(answered: list[PracticalQuestion], situation: Situation) -> Situation:
    utterance = situation.utterance
    text = utterance.text
    spans = [one.sentence for one in answered]
    others = [span for span in single_questions(text) if not any(overlap(span, one) for one in spans)]
    taken_for = set(_TAKEN_FOR) if utterance.mentions.phone else _TAKEN_FOR | {A.LEAVE_DETAILS}
    if not any(named(_words(one, situation)) for one in answered):
        taken_for |= {A.ASK_OFFER_DETAILS}
    kept = tuple(
        match
        for match in utterance.matches
        if match.act not in taken_for
        or any(overlap(match, span) and not _begins_in(match, spans) for span in others)
        or not any(overlap(match, span) for span in spans)
    )
    text = blanked(text, spans)
    apart = tuple(match for match in utterance.apart if not any(overlap(match, span) for span in spans))
    return replace(situation, utterance=replace(utterance, text=text, matches=kept, apart=apart))


def _begins_in(match: ActMatch, spans: list[Span]) -> bool:
    return any(span.start <= match.start < span.end for span in spans)


def beside(moves: list[Move], answered: Answered) -> Iterator[Move]:
    """The rest of an answer that says what was asked: nobody snaps, or asks what one wants, in the same breath."""
    drop = _NOT_BESIDE if answered.moves else frozenset[Move]()
    yield from (move for move in moves if move not in drop)


def no_bare_yes(moves: list[Move], situation: Situation) -> list[Move]:
    """The answer without a yes to questions that offer two things; where nothing is left of it, either will do."""
    text = situation.utterance.text
    asked = [text[span.start : span.end] for span in single_questions(text)]
    if not asked or not all(map(wants_no_yes, asked)) or _YES.isdisjoint(moves):
        return moves
    rest = [move for move in moves if move not in _YES]
    theirs = all(one.theirs for one in map(choice_in, asked) if one)
    return rest if not set(COURTESIES).issuperset(rest) or theirs else [*rest, Move.EITHER_WAY]


_YES = frozenset({Move.TAKE_ALTERNATIVE, Move.CONFIRM_THAT})
_NOT_BESIDE = frozenset({Move.SNAP, Move.PUZZLED, Move.ACKNOWLEDGE, Move.ANYTHING_ELSE})

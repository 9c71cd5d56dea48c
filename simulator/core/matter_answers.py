"""What the other end answers to questions that come up in any call, where nothing that they know says more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import asks_what_was_meant
from simulator.core.at_a_loss import at_a_loss
from simulator.core.call import BRANCHES, CallState
from simulator.core.contact_details import lacks_number
from simulator.core.contact_question import asks_for_figure, asks_if_heard, offers_number
from simulator.core.dates import date_mentions
from simulator.core.echo import holds
from simulator.core.matter import Matter, MatterAsked
from simulator.core.matter_moves import (
    AFTER_A_NO,
    ALWAYS,
    AT_ANY_TIME,
    AT_THE_DESK,
    LATER,
    MESSAGES,
    OF_AN_OFFER,
    WHILE_AWAY,
    WHILE_OPEN,
)
from simulator.core.message import tells_message
from simulator.core.moves import Move
from simulator.core.names import asks_surname
from simulator.core.offer_answers import (
    SURE,
    asks_one_term,
    bargains,
    names_terms,
    of_the_offer,
    wish_in,
    yet_to_find_out,
)
from simulator.core.open_questions import what_was_meant
from simulator.core.plain_answers import about_their_name, better_known, plain_by_words
from simulator.core.question import questions
from simulator.core.rest_of_turn import rest_of
from simulator.core.said_back import SAID_BACK, said_back
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.text import Span, overlap
from simulator.core.transcript import Role
from simulator.core.when_and_why import asks_when, asks_when_of_another_thing
from simulator.core.when_to_ring import about_ringing


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, each with the place of its question in the turn, and the turn without those questions."""

    moves: dict[Move, int]
    rest: Situation


_WITH_THE_NEWS = frozenset({Matter.ROUND, Matter.TELLER, Matter.POSTS, Matter.FIRMS})
"""What is a question of its own even before the news is out."""
_BY_ACTS = {
    Matter.FEEDBACK: frozenset({A.ASK_FEEDBACK}),
    Matter.KEEP: frozenset({A.REQUEST_FUTURE_CONSIDERATION}),
    Matter.OTHERS: frozenset({A.MENTION_OTHER_CANDIDATES}),
    Matter.NEEDED: frozenset({A.OFFER_INFORMATION, A.ASK_OFFER_DETAILS}),
    Matter.DAY: frozenset({A.ASK_TIMELINE}),
    Matter.MAY_RING: frozenset({A.OFFER_ALTERNATIVE}),
    Matter.BY_WHAT: frozenset({A.OFFER_ALTERNATIVE}),
    Matter.WELLBEING: frozenset({A.SMALL_TALK}),
    Matter.THEIR_WORRY: frozenset({A.OFFER_INFORMATION}),
    Matter.LEAVE_MESSAGE: frozenset({A.LEAVE_DETAILS, A.OFFER_ALTERNATIVE}),
    Matter.WHEN_BACK: frozenset({A.ASK_AVAILABILITY}),
    Matter.AGAIN: frozenset({A.CLARIFY, A.ASK_OFFER_DETAILS}),
    Matter.AVAILABLE: frozenset({A.OFFER_ALTERNATIVE}),
    Matter.YOUR_NAME: frozenset({A.APOLOGIZE_FORGOTTEN_NAME}),
    Matter.REASON: frozenset({A.QUESTION_DELAY, A.ASK_FEEDBACK, A.DISPUTE_DECISION}),
    Matter.PUT_THROUGH: frozenset({A.ASK_FOR_PERSON}),
    Matter.PARTICULAR: frozenset({A.SHOW_EMPATHY}),
    **dict.fromkeys((*LATER, Matter.IN_WRITING), frozenset({A.ASK_OFFER_DETAILS})),
}
"""Acts that, performed by the question, bring the right answer by themselves."""
_ASKED_ONLY = frozenset({Matter.SO_ITS, Matter.TIME_OF_DAY, Matter.THEIR_WORRY})
"""What nobody asks in a statement: "Good, so I put half past eight."."""
_DATED = frozenset({Matter.TELLER, Matter.STEP, Matter.ROUND})
"""A question about these that asks when asks for the date."""
_WHICH_DAY = re.compile(r"\b(?:what|which)\s+day\b", re.IGNORECASE)
_OUT_OF_DATE = re.compile(
    r"\b(?:new|old|another|different)\s+(?:\w+\s+)?(?:address|number|mobile|phone|e-?mail\s+address)\b"
    r"|\bi(?:['’]?ve|\s+have)?\s+(?:just\s+|since\s+)?(?:moved|shifted|changed)\b",
    re.IGNORECASE,
)
_MESSAGE = re.compile(r"\b(?:message|note|word)\b", re.IGNORECASE)
_PLAIN_QUESTIONS = frozenset({A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_AVAILABILITY, A.ASK_FEEDBACK, A.ASK_OFFER_DETAILS})
_SEEMS_DATED = frozenset({Matter.BY_WHAT, Matter.TELLER, Matter.ROUND})
"""Questions that the acts take for one for the day: "How will I hear, by telephone?"."""
_PLAIN = 0.85
"""The chance, 0 to 1, from which on such an act is sure."""


def matters_answered(situation: Situation) -> Answered:
    """What is asked of such matters, and the turn without it."""
    if not situation.now.known:
        return _of_the_call(situation)
    moves: dict[Move, int] = {}
    answered: list[Span] = []
    for span, move in _answers(situation):
        if not any(overlap(span, other) for other in answered):
            moves.setdefault(move, span.start)
            wants_number = move is Move.HAVE_NUMBER or (move is Move.TAKE_DETAILS and lacks_number(situation))
            if wants_number and situation.now.role is Role.RECEPTIONIST:
                moves.setdefault(Move.ASK_NUMBER, span.start + 1)
            answered.append(span)
    rest = rest_of(answered, situation) if answered else situation
    return Answered(moves, _without_consideration(rest) if Move.HAVE_TIME in moves else rest)


def _without_consideration(situation: Situation) -> Situation:
    """Who asks whether it is a good time has the answer to that, and no thanks for the asking beside it."""
    kept = tuple(match for match in situation.utterance.matches if match.act is not A.SHOW_EMPATHY)
    return replace(situation, utterance=replace(situation.utterance, matches=kept))


def _of_the_call(situation: Situation) -> Answered:
    """Of somebody who has not said yet who they are, nothing is answered but whether they can be heard, and whether
    this is a good time."""
    if situation.hurts:
        return Answered({}, situation)
    text = situation.utterance.text
    heard = [span for span in single_questions(text) if asks_if_heard(text[span.start : span.end])]
    now = [
        one.sentence
        for one in situation.utterance.matters
        if one.matter is Matter.AVAILABLE and one.sentence not in heard
    ]
    moves = {move: spans[0].start for move, spans in ((Move.HEARS_YOU, heard), (Move.HAVE_TIME, now)) if spans}
    named = list(about_their_name(situation))
    moves |= {move: span.start for span, move in named}
    rest = rest_of([*heard, *now, *(span for span, _ in named)], situation) if moves else situation
    return Answered(moves, _without_consideration(rest) if now else rest)


def _answers(situation: Situation) -> Iterator[tuple[Span, Move]]:
    """What is plain by its words first; the first of a question counts."""
    yield from plain_by_words(situation)
    text = situation.utterance.text
    answering = situation.before.expects is Move.RAISE_CONCERN
    for one in sorted(situation.utterance.matters, key=lambda one: one.at):
        by_form = any(overlap(one.sentence, span) for span in questions(text))
        if not by_form and (answering or one.matter in _ASKED_ONLY):
            continue  # who answers a question tells of something, and "Zero defaults, zero." says nothing back
        if not better_known(one.sentence, situation) and (move := _answer(one, situation)):
            yield one.sentence, move


def _answer(one: MatterAsked, situation: Situation) -> Move | None:
    if one.matter in _LEANS_ON_A_WISH and (wish := wish_in(situation)):
        one = replace(wish, sentence=one.sentence)
    matter = one.matter
    matches = [match for match in situation.utterance.matches if overlap(match, one.sentence)]
    acts = {match.act for match in matches}
    plain = _PLAIN_QUESTIONS - {A.ASK_TIMELINE} if matter in _SEEMS_DATED else _PLAIN_QUESTIONS
    plainly = any(match.act in plain and match.confidence >= _PLAIN for match in matches)
    if not bargains(matter, situation):
        if (plainly or A.OFFER_INFORMATION in acts) and one.chance < SURE:
            return None
        suits_now = matter is Matter.AVAILABLE and _may_be_asked_in(situation)
        if not (suits_now or asks_one_term(one, situation)) and (
            acts & _BY_ACTS.get(matter, frozenset[A]()) or (A.ASK_OFFER_DETAILS in acts and names_terms(one, situation))
        ):
            return None
    if asks_surname(one.words(situation.utterance.text)):
        return Move.SAY_NAME
    if _is_of_something_else(one, situation):
        return None
    just_left = bool(situation.now.number) and Move.TAKE_DETAILS in situation.before.last_moves
    if matter is Matter.MY_NUMBER or (matter is Matter.YOUR_NUMBER and just_left):
        return _about_number(one, situation)
    if move := ALWAYS.get(matter):
        return move
    if situation.now.role is Role.RECEPTIONIST:
        return _at_the_desk(one, situation)
    words = one.words(situation.utterance.text)
    return about_ringing(one, situation) or _unless_open(_of_the_decision(one, situation), words)


def _leans_on_something_else(one: MatterAsked, situation: Situation) -> bool:
    """Whether "that" is what they have just told of, and not the work: "And would that be on a weekday?"."""
    words = one.words(situation.utterance.text)
    told = Move.TELL_MORE in situation.before.last_moves and situation.scenario.kind is not ScenarioKind.OFFER
    return one.matter in LATER and told and bool(_LEANS.search(words)) and not _OF_THE_WORK.search(words)


_LEANS = re.compile(
    r"^\W*(?:(?:and|so|but|then)\W+)*(?:would|will|is|was|does|could)\s+(?:that|it|this)\b", re.IGNORECASE
)
_OF_THE_WORK = re.compile(
    r"\b(?:work|job|post|position|shifts?|hours|contract|pay|paid|salary|wage|leave|holidays?|full|part)\b",
    re.IGNORECASE,
)


def _is_of_something_else(one: MatterAsked, situation: Situation) -> bool:
    """Whether the number is none of a telephone, somebody else than the person on the line is to come back, or a
    reproach only sounds as if it asked how hard it is for them."""
    words = one.words(situation.utterance.text)
    match one.matter:
        case Matter.YOUR_NUMBER:
            return asks_for_figure(words)
        case Matter.WHEN_BACK:
            return situation.now.role is Role.INTERVIEWER and bool(_OF_SOMEBODY_ELSE.search(words))
        case Matter.THEIR_WORRY:
            return situation.hurts
    return False


_OF_SOMEBODY_ELSE = re.compile(r"\b(?:he|she|they|him|her|them|his|their|who)\b", re.IGNORECASE)
"""Asks when somebody else than who is on the line comes back."""


def _may_be_asked_in(situation: Situation) -> bool:
    """Whether who offers to ring later, before anything was told, hears that now is a good time: not from somebody who
    is having a bad day, or who rang themselves."""
    before = situation.before
    return (
        situation.now.role is Role.INTERVIEWER
        and situation.scenario.kind is not ScenarioKind.RUDE
        and not situation.called_back
        and Move.GIVE_STATUS not in before.moves
    )


_LEANS_ON_A_WISH = frozenset({Matter.THEIR_WORRY, Matter.EITHER_OR, Matter.SO_ITS, Matter.AVAILABLE})
"""Questions that may ask what comes of a wish in the same turn: "Is that a problem for you?", "Yes or no?"."""


def _about_number(one: MatterAsked, situation: Situation) -> Move | None:
    """A number that was left is read back; an employer has it in the papers, a desk must ask for it."""
    taken = Move.TAKE_DETAILS in situation.before.moves
    if taken and _MESSAGE.search(one.words(situation.utterance.text)):
        return Move.CONFIRM_THAT
    if situation.now.number:
        return Move.READ_BACK
    if taken:
        return Move.CONFIRM_THAT
    words = one.words(situation.utterance.text)
    if situation.now.role is Role.RECEPTIONIST:
        return Move.ASK_DETAILS if offers_number(words) else Move.HAVE_NUMBER
    return Move.NEW_DETAILS if _OUT_OF_DATE.search(words) else Move.HAVE_NUMBER


def _at_the_desk(one: MatterAsked, situation: Situation) -> Move | None:
    if one.matter in MESSAGES and situation.before.expects is Move.ASK_DETAILS:
        return None  # this is the message
    if one.matter in MESSAGES and tells_message(situation.utterance.text):
        return Move.TAKE_DETAILS
    if move := AT_THE_DESK.get(one.matter):
        return move
    if one.matter is Matter.SO_ITS and holds(one.words(situation.utterance.text), situation.before.told):
        return Move.CONFIRM_THAT
    if situation.scenario.front_desk:
        return None
    if Move.UNAVAILABLE in situation.before.moves and one.matter in WHILE_AWAY:
        return about_ringing(one, situation) or WHILE_AWAY[one.matter]
    return MESSAGES.get(one.matter)


def _of_the_decision(one: MatterAsked, situation: Situation) -> Move | None:
    """Before the news, all questions are one: where it stands."""
    matter, before = one.matter, situation.before
    if move := AT_ANY_TIME.get(matter):
        return move
    told = Move.GIVE_STATUS in before.moves
    news = not BRANCHES.isdisjoint((situation.state, *situation.path))
    if not told and not (news and matter in _WITH_THE_NEWS):
        return None
    if _asks_otherwise(one, situation):
        return None
    if matter is Matter.PARTICULAR or _leans_on_something_else(one, situation):
        return _not_known(one, situation)
    held_up = matter is Matter.DURATION and situation.state is CallState.ON_HOLD
    if (matter in {Matter.STEP, Matter.DAY} or held_up) and not bargains(matter, situation):
        return _how_it_goes_on(one, situation)
    if matter is Matter.MEANT and asks_what_was_meant(one.words(situation.utterance.text)):
        return what_was_meant(situation)
    if matter in SAID_BACK and not (situation.scenario.kind is ScenarioKind.OFFER and matter in OF_AN_OFFER):
        return said_back(one, situation)
    match situation.scenario.kind:
        case ScenarioKind.OFFER:
            return of_the_offer(matter, before)
        case ScenarioKind.REJECTION:
            return AFTER_A_NO.get(matter)
        case _:
            return WHILE_OPEN.get(matter)


def _unless_open(move: Move | None, words: str) -> Move | None:
    """Nobody notes a day that the caller has yet to find out."""
    noted = move is not None and move in _NOTED
    is_open = noted and yet_to_find_out(words) and not questions(words) and not _BOUND_FOR.search(words)
    return Move.START_UNKNOWN if is_open and not _named_day(words) else move


def _named_day(words: str) -> bool:
    """Whether it goes on to name a day: "I don't have to ask, I could start on Monday"."""
    found = _STARTS.search(words)
    return found is not None and any(one.start > found.start() for one in date_mentions(words))


_NOTED = frozenset({Move.NOTE_START, Move.START_NOTED})


def _asks_otherwise(one: MatterAsked, situation: Situation) -> bool:
    """Whether it rather asks for a date, or for nothing that bears on a day to begin; a wish that asks nothing is one
    only where there is an offer: "I'd say yes to her, if the total comes out the same"."""
    words = one.words(situation.utterance.text)
    dated = one.matter in _DATED and asks_when(words)
    dated = dated or (one.matter is Matter.SINCE and bool(_WHICH_DAY.search(words)))
    unsure = one.matter is Matter.MY_START and (one.chance < SURE or not _STARTS.search(words))
    wish = one.matter in _OF_AN_OFFER_ONLY and not questions(words)
    return dated or (situation.scenario.kind is not ScenarioKind.OFFER and (unsure or wish))


_OF_AN_OFFER_ONLY = frozenset({Matter.MORE_PAY, Matter.CONDITION})
_BOUND_FOR = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|eight|ten|twelve|a|an)\s+(?:full\s+|whole\s+)?(?:day|week|month|quarter|year)s?\b",
    re.IGNORECASE,
)
"""Names how long: there is something to note."""
_STARTS = re.compile(r"\b(?:start\w*|begin\w*|began|notice|available|free|join|first\s+day)\b", re.IGNORECASE)


def _not_known(one: MatterAsked, situation: Situation) -> Move | None:
    """Nobody tells the news again to who asks for something else that they know nothing of."""
    alone = len(list(single_questions(situation.utterance.text))) == 1 and not situation.now.curious
    return at_a_loss(one.words(situation.utterance.text), situation) if alone and one.chance >= SURE else None


def _how_it_goes_on(one: MatterAsked, situation: Situation) -> Move | None:
    matter, words = one.matter, one.words(situation.utterance.text)
    if matter is Matter.DAY and asks_when_of_another_thing(words, situation.before.told):
        return at_a_loss(words, situation)
    given = Move.GIVE_TIMELINE in situation.before.moves
    is_open = situation.state in (CallState.DECISION_PENDING, CallState.ON_HOLD)
    if matter is Matter.STEP:
        return Move.SAY_NEXT_ROUND if given or not is_open else Move.GIVE_TIMELINE
    if not is_open:
        return None
    return Move.REPEAT_TIMELINE if given else Move.GIVE_TIMELINE

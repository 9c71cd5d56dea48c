"""What the other end answers to questions that are plain by their words, whatever they seem to be about."""

import re
from collections.abc import Collection, Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.choice import differs
from simulator.core.choice_answers import chosen
from simulator.core.contact_question import (
    asks_if_fine,
    asks_if_heard,
    asks_to_name_them,
    asks_where_to_send,
    asks_which_way,
    sends_regards,
)
from simulator.core.correction import corrects_own_words
from simulator.core.doubt_question import asks_if_settled
from simulator.core.echo import asks_if_it_stands, echoes
from simulator.core.matter import Matter
from simulator.core.message import asks_to_note, asks_what_was_noted
from simulator.core.moves import Move
from simulator.core.offer_answers import will_answer
from simulator.core.own_details import asks_if_name_wanted, asks_own_message, asks_own_name, asks_own_number
from simulator.core.question import SENTENCE
from simulator.core.rest_of_turn import TAKEN_FOR
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.status_question import asks_outcome
from simulator.core.summing_up import summing_up
from simulator.core.text import Span, overlap
from simulator.core.their_name import asks_spelling, asks_their_name, spelling_beside_name
from simulator.core.transcript import Role

_SAYS_NAME = frozenset({Move.SAY_NAME, Move.SPELL_NAME, Move.CORRECT_NAME})
_TOOK = frozenset({Move.TAKE_DETAILS, Move.READ_BACK})
_AN_ADDRESS = re.compile(
    r"\d|@|\b(?:road|street|avenue|lane|drive|close|square|terrace|gardens|place|court|flat|apartment|ward|postcode|double)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)\b",
    re.IGNORECASE,
)
_MILD = TAKEN_FOR | {A.SHOW_DESPERATION}
"""What hurts nobody so much that they would not answer."""


def plain_by_words(situation: Situation) -> Iterator[tuple[Span, Move]]:
    """Such questions, and what answers each; that they will answer an offer, too."""
    text = situation.utterance.text
    told = situation.before.told if not situation.hurts else frozenset[str]()
    harsh = any(match.act.hurts and match.act not in _MILD for match in situation.utterance.matches)
    yield from about_their_name(situation)
    yield from _about_own_number(situation)
    if not harsh and (all_of_it := summing_up(text, situation.before.told)):
        yield all_of_it, Move.CONFIRM_ALL
    if Move.NEW_DETAILS in situation.before.last_moves and not harsh:
        given = (found for found in SENTENCE.finditer(text) if _AN_ADDRESS.search(found.group()))
        yield from ((Span(found.start(), found.end()), Move.TAKE_DETAILS) for found in given)
    if not harsh:
        yield from _about_notes(situation)
    if promised := will_answer(situation):
        yield promised, Move.AWAIT_ANSWER
    if fine := _whether_fine(situation):
        yield fine
    if not situation.hurts and _has_news(situation):
        found = (Span(one.start(), one.end()) for one in SENTENCE.finditer(text))
        yield from ((span, Move.PASS_ON) for span in found if sends_regards(text[span.start : span.end]))
    yield from _questions(situation, told)


def _questions(situation: Situation, told: Collection[str]) -> Iterator[tuple[Span, Move]]:
    text = situation.utterance.text
    for span in single_questions(text):
        question = text[span.start : span.end]
        if move := _of_this_call(question, situation) or (
            None if better_known(span, situation) else chosen(question, situation)
        ):
            yield span, move
        elif better_known(span, situation):
            continue
        elif asks_to_name_them(question) and _has_news(situation):
            yield span, Move.TAKE_ALTERNATIVE
        elif asks_which_way(question) and _has_news(situation):
            yield span, Move.SAY_WHICH_WAY
        elif asks_where_to_send(question) and _has_news(situation):
            yield span, Move.SAY_ADDRESS
        elif echoes(question, told):
            yield span, Move.CONFIRM_THAT


def about_their_name(situation: Situation) -> Iterator[tuple[Span, Move]]:
    """To who asks whom they speak with, and how that is spelt, in whatever tone."""
    named = not _SAYS_NAME.isdisjoint(situation.before.last_moves)
    text = situation.utterance.text
    for found in SENTENCE.finditer(text):
        if at := spelling_beside_name(found.group()):
            yield Span(found.start(), found.start() + at), Move.SAY_NAME
            yield Span(found.start() + at, found.end()), Move.SPELL_NAME
        elif asks_spelling(found.group(), named=named):
            yield Span(found.start(), found.end()), Move.SPELL_NAME
        elif asks_their_name(found.group()):
            yield Span(found.start(), found.end()), Move.SAY_NAME


def _about_own_number(situation: Situation) -> Iterator[tuple[Span, Move]]:
    """To who wants to hear the number that they left, also in the form of a demand: "Read it back."."""
    text, left = situation.utterance.text, situation.utterance.mentions.phone
    told = left is not None or not _TOOK.isdisjoint(situation.before.last_moves)
    for found in SENTENCE.finditer(text) if situation.now.number and not situation.hurts else ():
        if asks_own_number(found.group(), just_told=told) and (left is None or found.start() >= left.start):
            yield Span(found.start(), found.end()), Move.READ_BACK


def _about_notes(situation: Situation) -> Iterator[tuple[Span, Move]]:
    """To who wants something written down, or to hear what was."""
    before, text = situation.before, situation.utterance.text
    at_desk = situation.now.role is Role.RECEPTIONIST and Move.UNAVAILABLE in before.moves
    days = [one.sentence for one in situation.utterance.matters if one.matter is Matter.MY_START]
    for found in SENTENCE.finditer(text) if at_desk or _has_news(situation) else ():
        span = Span(found.start(), found.end())
        if asks_what_was_noted(found.group()) and Move.TAKE_DETAILS in before.moves:
            yield span, Move.READ_MESSAGE
        elif asks_to_note(found.group()) and (at_desk or not any(overlap(span, day) for day in days)):
            yield span, Move.TAKE_DETAILS


def _of_this_call(question: str, situation: Situation) -> Move | None:
    """To a question about the line, the doubt, the news or what was just told."""
    if asks_if_heard(question):
        return Move.HEARS_YOU
    if situation.hurts:
        return None
    if move := _of_own_details(question, situation) or _of_the_doubt(question, situation):
        return move
    if asks_if_it_stands(question, situation.utterance.text, situation.before.told):
        return Move.CONFIRM_THAT
    return Move.CONFIRM_STATUS if asks_outcome(question) and _has_news(situation) else None


def _of_own_details(question: str, situation: Situation) -> Move | None:
    """To who wants to know whether their name or number was taken down right."""
    now = situation.now
    if Move.TAKE_DETAILS in situation.before.moves and asks_own_message(question):
        return Move.CONFIRM_THAT
    if now.caller and asks_if_name_wanted(question):
        return Move.HAVE_NAME if " " in now.caller else Move.WANT_NAME
    return Move.HAVE_NAME if now.caller and asks_own_name(question) else None


def _has_news(situation: Situation) -> bool:
    """Whether the other end has told the news."""
    return Move.GIVE_STATUS in situation.before.moves and situation.now.role is Role.INTERVIEWER


def _whether_fine(situation: Situation) -> tuple[Span, Move] | None:
    """To who says how they will get in touch, and asks whether that will do."""
    if situation.hurts or not (asked := asks_if_fine(situation.utterance.text)):
        return None
    when = situation.now.ring_when
    if better_known(Span(*asked), situation):
        return None
    if not when:
        return Span(*asked), Move.TAKE_ALTERNATIVE
    return Span(*asked), Move.REPEAT_AVAILABILITY if differs(situation.utterance.text, when) else Move.CONFIRM_THAT


def _of_the_doubt(question: str, situation: Situation) -> Move | None:
    """To who asks whether what they said to a concern is enough."""
    if Move.RAISE_CONCERN not in situation.before.moves or not asks_if_settled(question):
        return None
    if situation.before.expects is Move.RAISE_CONCERN:
        return Move.WEIGH_ANSWER
    return Move.DOUBT_SETTLED if Move.WEIGH_ANSWER in situation.before.moves else None


def better_known(span: Span, situation: Situation) -> bool:
    """Whether the scenario has an answer of its own, or the words hurt, or put something right, and want another."""
    if corrects_own_words(situation.utterance.text[span.start : span.end]):
        return True
    said = (*situation.utterance.matches, *situation.utterance.apart)
    harsh = any(match.act.hurts and match.act not in _MILD and overlap(match, span) for match in said)
    return harsh or any(overlap(span, asked.question) for asked in situation.now.curious)

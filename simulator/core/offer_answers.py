"""What is asked about an offer or wished otherwise, by what it is about and not only by the terms that it names."""

import re

from simulator.core.acts import DialogueAct as A
from simulator.core.echo import telling_words
from simulator.core.matter import WISHES, Matter, MatterAsked
from simulator.core.matter_moves import NOT_OF_AN_OFFER, OF_AN_OFFER, ONCE_TOLD, TO_A_WISH, TO_COME
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.offer_terms import asks_in_general
from simulator.core.question import SENTENCE, questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.terms_named import named
from simulator.core.text import Span, overlap

SURE = 0.7
"""The chance, 0 to 1, from which on a matter is sure."""


def bargains(matter: Matter, situation: Situation) -> bool:
    """Whether it wants an offer otherwise than it is, which no act tells from a question about it."""
    again = matter is Matter.TIME_TO_THINK and Move.GIVE_TIME in situation.before.moves
    before = situation.before
    day = matter is Matter.DAY and (_speaks_of_the_answer(before) or _speaks_of_the_start(before))
    return situation.scenario.kind is ScenarioKind.OFFER and (matter in WISHES or again or day)


_WILL_ANSWER = re.compile(
    r"\bi(?:['’]?ll|\s+will|\s+am\s+going\s+to|['’]m\s+going\s+to|\s+promise\s+to)?\s+(?:(?!not\b|never\b|have\b|must\b|cannot\b)\w+\s+){0,2}?"
    r"(?:(?:call|ring|phone|tell|answer)\s+(?:you|back)|write|e-?mail|let\s+you\s+know|give\s+you|get\s+back|come\s+back|answer|confirm)\b",
    re.IGNORECASE,
)


def will_answer(situation: Situation) -> Span | None:
    """The sentence in which the caller says that they will answer an offer by the day that was named."""
    named_day = not {Move.GIVE_TIME, Move.STRETCH_TIME}.isdisjoint(situation.before.moves)
    utterance = situation.utterance
    offered = situation.scenario.kind is ScenarioKind.OFFER and named_day
    if not offered or situation.hurts or A.WELCOME_OFFER in situation.acts:
        return None
    asked = questions(utterance.text)
    for found in SENTENCE.finditer(utterance.text):
        sentence = Span(found.start(), found.end())
        dates = [one for one in utterance.mentions.dates if overlap(sentence, Span(one.start, one.end))]
        told = dates and all(telling_words(one.text) <= set(situation.before.told) for one in dates)
        if told and _WILL_ANSWER.search(found.group()) and not any(overlap(sentence, one) for one in asked):
            return sentence
    return None


def wish_in(situation: Situation) -> MatterAsked | None:
    """What the turn wants of an offer otherwise."""
    wishes = (one for one in situation.utterance.matters if one.matter in WISHES)
    return next(wishes, None) if situation.scenario.kind is ScenarioKind.OFFER else None


def asks_one_term(one: MatterAsked, situation: Situation) -> bool:
    """Whether it surely asks for one term of an offer, and no other."""
    offered = situation.scenario.kind is ScenarioKind.OFFER and one.matter in OF_AN_OFFER
    words = one.words(situation.utterance.text)
    return offered and one.chance >= SURE and len(named(words)) <= 1 and not asks_in_general(words)


def names_terms(one: MatterAsked, situation: Situation) -> bool:
    """Whether its words name terms of an offer, or ask for all of them."""
    words = one.words(situation.utterance.text)
    return situation.scenario.kind is ScenarioKind.OFFER and bool(named(words) or asks_in_general(words))


def of_the_offer(matter: Matter, before: Memory) -> Move | None:
    """A term is told once; who asks again wants to argue."""
    if matter is Matter.TIME_TO_THINK and Move.GIVE_TIME in before.moves:
        return Move.STRETCH_TIME
    if matter in {Matter.DAY, Matter.MY_START} and _speaks_of_the_answer(before):
        return Move.STRETCH_TIME
    about_start = {Matter.MY_START, Matter.START} | ({Matter.DAY} if _speaks_of_the_start(before) else set())
    if matter in about_start and Move.NOTE_START in before.moves:
        return Move.START_NOTED
    if matter is Matter.MORE_PAY and Move.GIVE_PAY not in before.moves:
        return Move.GIVE_PAY
    if matter in TO_A_WISH:
        return TO_A_WISH[matter]
    if matter in OF_AN_OFFER:
        move = OF_AN_OFFER[matter]
        return move if move not in before.moves else None
    return None if matter in NOT_OF_AN_OFFER else {**ONCE_TOLD, **TO_COME}.get(matter)


def yet_to_find_out(text: str) -> bool:
    """Whether somebody does not know yet how long they are bound, or when they could begin."""
    return bool(_FIND_OUT.search(text))


_FIND_OUT = re.compile(
    r"\b(?:don['’]?t|do\s+not|didn['’]?t)\s+(?:even\s+|yet\s+|really\s+|exactly\s+|actually\s+)?know\b"
    r"|\b(?:not|n['’]t)\s+(?:quite\s+|really\s+|yet\s+)?sure\b|\bno\s+idea\b|\b(?:can['’]?t|cannot|couldn['’]?t)\s+(?:say|tell)\b"
    r"|\b(?<!don['’]t )(?<!dont )(?<!not )(?:have|need|must|got|going|want|let\s+me)\s+(?:to\s+)?(?:first\s+)?"
    r"(?:check|find\s+out|ask|clarify|look\s+(?:it|that|my|this)|see\s+(?:how|when|what)|(?:talk|speak)\s+(?:to|with)\s+my)\b"
    r"|\blook\s+(?:it|that)\s+up\b",
    re.IGNORECASE,
)


def _speaks_of_the_answer(before: Memory) -> bool:
    """Whether the day last named is that by which they want the candidate's answer."""
    return Move.GIVE_TIME in before.last_moves and Move.GIVE_START not in before.last_moves


def _speaks_of_the_start(before: Memory) -> bool:
    """Whether the day last named is the candidate's first."""
    return not {Move.GIVE_START, Move.NOTE_START, Move.START_UNKNOWN, Move.START_NOTED}.isdisjoint(before.last_moves)

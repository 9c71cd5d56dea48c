"""What the other end answers to who says back what was said, is not sure of it, or asks how they will hear more."""

import re

from simulator.core.at_a_loss import at_a_loss
from simulator.core.contact_question import asks_which_way
from simulator.core.echo import echoes, holds, is_about_outcome, says_no_other_number, telling_words
from simulator.core.matter import Matter, MatterAsked
from simulator.core.moves import TERMS, Move
from simulator.core.names import asks_surname
from simulator.core.of_self import speaks_of_self
from simulator.core.offer_terms import names_a_sum
from simulator.core.open_questions import once_more
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.summing_up import asks_if_right
from simulator.core.when_and_why import asks_why_of_others

SAID_BACK = frozenset(
    {Matter.BY_WHAT, Matter.IN_WRITING, Matter.SO_ITS, Matter.AGAIN, Matter.CONTACT_NAME, Matter.EITHER_OR}
    | {Matter.REASON}
)
"""What such questions are about."""
_ASKS_FOR = re.compile(r"\bi\b[^.?!]*\b(?:ask|address|write|speak|contact|turn)\b", re.IGNORECASE)
"""Whom to ask for, when one comes or rings."""
_OWN_CHOICE = re.compile(
    r"\b(?:shall|should|may|can|could|do|would)\s+(?:i|we)\b|\b(?:rather|prefer|better|best|recommend|suits?)\b",
    re.IGNORECASE,
)
"""Which of two things the caller does."""
_A_YES = re.compile(
    r"\W*(?:(?:so|and|then|oh|ok(?:ay)?)\W+)*(?:(?:that|it|this)(?:['’]s|\s+is)|(?:is|was)\s+(?:that|it|this))\s+a\s+yes(?:\s+then)?\W*",
    re.IGNORECASE,
)
_IN_TOUCH = re.compile(r"\b(?:e-?mail|mail|write|letter|call|ring|phone)\b", re.IGNORECASE)


def said_back(one: MatterAsked, situation: Situation) -> Move | None:
    """To a question about what was said, or how it will be said."""
    words, before = one.words(situation.utterance.text), situation.before
    match one.matter:
        case Matter.BY_WHAT if asks_which_way(words):
            return Move.SAY_WHICH_WAY
        case Matter.BY_WHAT | Matter.IN_WRITING:
            return Move.SAY_BY_WHAT
        case Matter.SO_ITS | Matter.EITHER_OR if terms := _terms_again(words, situation):
            return terms
        case Matter.SO_ITS:
            chosen = at_a_loss(words, situation) is Move.CHOOSE
            return Move.CHOOSE if chosen else _so_its(words, situation)
        case Matter.CONTACT_NAME if _ASKS_FOR.search(words) or asks_surname(words):
            return Move.SAY_NAME
        case Matter.EITHER_OR if _OWN_CHOICE.search(words):
            return Move.EITHER_WAY
        case Matter.AGAIN | Matter.EITHER_OR if before.last_substance:
            of_others = one.matter is Matter.EITHER_OR and (
                bool(situation.now.guess) or telling_words(words).isdisjoint(before.told)
            )
            return at_a_loss(words, situation) if of_others else once_more(situation)
        case Matter.REASON if not asks_why_of_others(words):
            lost = situation.scenario.kind is ScenarioKind.REJECTION or speaks_of_self(words)
            return Move.GIVE_FEEDBACK if lost else Move.REACT_DELAY
    return None


def _so_its(words: str, situation: Situation) -> Move | None:
    """To who says back what they understood, to be sure; None where they only marvel at what was told by the way."""
    before = situation.before
    if len(words.split()) <= _MARVEL and not telling_words(words) and Move.GIVE_STATUS not in before.last_moves:
        return None
    of_writing = Move.SAY_WHICH_WAY in before.last_moves and _IN_TOUCH.search(words)
    if of_writing or echoes(words, before.told):
        return Move.CONFIRM_THAT
    if _A_YES.fullmatch(words) and Move.TAKE_ALTERNATIVE in before.last_moves:
        return Move.CONFIRM_THAT
    if situation.scenario.kind is not ScenarioKind.OFFER and (move := _of_the_round_or_day(words, situation)):
        return move
    if is_about_outcome(_DENIAL.sub("", words)) and not _OF_OTHERS.search(words):
        return Move.CONFIRM_STATUS
    if holds(situation.utterance.text if asks_if_right(words) else words, before.told):
        return Move.CONFIRM_THAT
    if situation.scenario.kind is not ScenarioKind.OFFER:
        by_the_way = Move.GIVE_STATUS not in before.last_moves and not speaks_of_self(words)
        return None if by_the_way or _OF_OTHERS.search(words) else Move.CONFIRM_STATUS
    return Move.CONFIRM_THAT if says_no_other_number(words, before.told) else Move.CANNOT_SAY


def _terms_again(words: str, situation: Situation) -> Move | None:
    """To who says back a sum or a day of an offer, rightly or not."""
    before = situation.before
    if names_a_sum(words) and Move.GIVE_PAY in before.moves:
        return Move.GIVE_PAY if before.moves[Move.GIVE_PAY] < _TOLD_TWICE else Move.STAND_FIRM
    if not situation.utterance.mentions.dates or TERMS.isdisjoint(before.moves):
        return None
    return Move.CONFIRM_THAT if says_no_other_number(words, before.told) else Move.STAND_FIRM


_OF_OTHERS = re.compile(
    r"^\W*(?:(?:and|so|but|haha|ha|oh)\W+)*(?:he|she|they)\s+(?!(?:have|has|['’]ve)?\s*(?:already\s+)?(?:chos|decid|pick|hir|told|said))",
    re.IGNORECASE,
)
"""Speaks of what somebody else does: "They want the same position as me?"."""
_TOLD_TWICE = 2
_MARVEL = 4
"""Words up to which what was said back, with none in them that tells it from anything else, is only marvelled at."""
_DENIAL = re.compile(r"\b(?:not|no)\b", re.IGNORECASE)
"""Speaks of the outcome only beside other words: "Four Wednesdays, not forty?"."""


def _of_the_round_or_day(words: str, situation: Situation) -> Move | None:
    """To who is not sure of one of these."""
    if _ROUND.search(words):
        return Move.SAY_NEXT_ROUND
    dated = bool(situation.now.which_day) and Move.GIVE_TIMELINE in situation.before.moves
    return Move.REPEAT_TIMELINE if dated else None


_ROUND = re.compile(
    r"\b(?:another|further|second|third|next|more|last|no)\s+(?:rounds?|interviews?|talks?)\b", re.IGNORECASE
)

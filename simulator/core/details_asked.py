"""What a turn asks about, of the things that the other end knows, and the turn as it is taken then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import Question, asked_back, asks_what_was_meant
from simulator.core.asking_part import asking_part, without_givens
from simulator.core.blanks import blanked
from simulator.core.contact_question import asks_if_heard, asks_where_to_send, asks_who_rings
from simulator.core.correction import corrects_own_words
from simulator.core.detail import DetailAsked
from simulator.core.doubt_question import asks_if_settled
from simulator.core.echo import OFTEN, asks_if_it_stands, echoes, holds, is_about_outcome, telling_words
from simulator.core.explaining import brought_up_by, to_explain
from simulator.core.harmless_question import MOST_ASKED, OF_THE_CALL, lies_in
from simulator.core.matter import Matter, MatterAsked
from simulator.core.memory import Memory
from simulator.core.message import asks_what_was_noted
from simulator.core.moves import Move
from simulator.core.putting_right import MEANT_SO, puts_right
from simulator.core.question import SENTENCE, WH, asks_by_form, questions, wants_a_nod
from simulator.core.retrieval import LIKELY, Found, Retrieval
from simulator.core.single_questions import single_questions
from simulator.core.status_question import takes_for_granted
from simulator.core.summing_up import asks_if_right
from simulator.core.terms_named import named as terms_named
from simulator.core.text import Span, overlap
from simulator.core.their_name import asks_spelling, asks_their_name
from simulator.core.utterance import Utterance, asks_after
from simulator.core.when_and_why import asks_for_time
from simulator.core.which_day import which_day
from simulator.core.who_is_who import explained_otherwise, people_named, person_named

_MISTAKEN = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION}
    | {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.CLOSE, A.OTHER}
)
"""As what a question about a detail may be taken."""
_DUE = _MISTAKEN - {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.OTHER}
"""Acts of questions that are answered as they are, unless nothing but a detail is asked about."""
_INSTEAD_FROM = ((0.93, 0.95), (0.85, 0.8), (0.0, 0.5))
"""From which chance of an act that is due on, 0 to 1, how likely a detail must be the answer instead."""
_MADE_FOR = frozenset({A.ASK_STATUS, A.OFFER_INFORMATION})
"""What a call is made for: likely, it counts as sure."""
_PLAINLY = 0.75
"""From which chance on this holds; and from which on a detail is meant although words of the call are used."""
_EARLY = 0.5
"""How likely it must be before the news, when what they know is rarely what is asked for."""
_ASKS_IT, _ALL_BUT_SURE = 0.6, 0.97
"""The chance of asking how things stand, before it is told, from which on hardly anything else is an answer; and how
likely it must be."""
_BESIDE_TERMS = 0.55
"""The same where an offer is asked about, but none of its terms."""
_SETTLED = 0.65
"""The same instead of an answer that fits any call well."""
_BETTER_THAN_NOTHING = 0.25
"""The same where nothing else answers the question: players who marked what they were told from 1 to 5 gave 3.4 at the
mean to 26 answers likely by 0.3 to 0.4, and 2.5 where they heard that one does not know."""
_AT_HAND = 0.1
"""How likely what was just told must be the answer, to be told again in plain words rather than that nobody knows."""
_CORRECTED = 0.3
"""The same where the caller puts right how they were taken: the answer that seemed likelier was wrong."""
_TOLD = 0.6
"""The same where all of it was told: people seldom ask for that again, and rather for what only sounds like it."""
_ANSWERED_WELL = frozenset(
    {Matter.PLACE, Matter.TELLER, Matter.BY_WHAT, Matter.MY_NUMBER, Matter.YOUR_NUMBER, Matter.MAY_RING}
    | {Matter.TIME_OF_DAY, Matter.WHEN_BACK, Matter.KEEP, Matter.WORD, Matter.REGARDS, Matter.EITHER_OR}
    | {Matter.AVAILABLE, Matter.MAY_SEND}
)
"""Questions to which what is said in any call is a good answer."""
_HARDLY_ANSWERED = frozenset({Matter.TEAM, Matter.TASK, Matter.TRAINING, Matter.PARTICULAR})
"""Questions that in any call get no more than "You'll see"."""
_OF_THE_CALL_ITSELF = frozenset({Matter.YOUR_NAME, Matter.COMPANY, Matter.MY_NUMBER, Matter.AGAIN, Matter.AVAILABLE})
_CERTAIN = 0.9
"""The chance, 0 to 1, from which on it is sure what a question is about."""
_AFTER_ALL, _NEVER = 0.8, 2.0
"""How likely a detail must be where the question is surely about the call itself: more than can be, unless what seems
to ask to hear it again says what it wants to know: "A dispensary, what is that, please?"."""
_OFFERS = frozenset({Matter.NEEDED, Matter.MAY_SEND, Matter.HELP, Matter.CONCERNS})
"""Questions that may offer information; who surely asks about anything else does not."""
_SAYS_WHAT = re.compile(
    rf"\bi\s+(?:just\s+|only\s+|really\s+)?(?:mean[,:]?\s+(?:the|your|my|that|this|what|how|who|when|where|which)\b|meant\b(?!\s+{MEANT_SO})"
    r"|asked\s+(?:about|how|what|when|where|who|which|whether|if)\b)",
    re.IGNORECASE,
)
"""Says what was meant, without asking once more."""
_TELLS_OWN = re.compile(r"\bi\s+(?:\w+\s+)?(?:asked|said|told)\b", re.IGNORECASE)
"""Tells what the caller said in the interview."""
_REACTED = frozenset(move for move in Move if move.startswith("react_")) - {Move.REACT_DELAY, Move.REACT_RIVALS}
"""After these, "Like what?" asks what was meant."""
_OWN_ANSWER = (asks_who_rings, asks_where_to_send, asks_their_name, partial(asks_spelling, named=False))
"""Questions that are plain by their words, so that only a detail of which just that is asked answers them."""
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|they|them|their|its)\b", re.IGNORECASE)
_SHORT = 6
"""Words up to which a question with such a word leans on what was said just before."""
_MORE = re.compile(rf"\s*(?:(?:and|so|but)\s+)?{WH}\b", re.IGNORECASE)
"""How a question goes on with what was asked before."""


def details_asked(utterance: Utterance, known: Retrieval, memory: Memory) -> tuple[DetailAsked, ...]:
    """In the order of the questions."""
    return tuple(_asked(utterance, known, memory))


def _asked(utterance: Utterance, known: Retrieval, memory: Memory) -> Iterator[DetailAsked]:
    of_self = corrects_own_words(utterance.text)
    corrected = puts_right(utterance.text) and not asks_what_was_meant(utterance.text) and not of_self
    for span in islice(_spans(utterance.text, corrected=corrected), MOST_ASKED):
        if not _is_of_the_talk(span, utterance, memory, of_self=of_self):
            yield from _of_one(span, utterance, known, memory, corrected=corrected)


def _is_of_the_talk(span: Span, utterance: Utterance, memory: Memory, *, of_self: bool) -> bool:
    """Whether a question is of another kind: a courtesy, an insult, a message, or one for what was said itself."""
    question = utterance.text[span.start : span.end]
    acts = {match.act for match in utterance.matches if overlap(match, span)}
    if any(act.hurts for act in acts) or A.LEAVE_DETAILS in acts or (A.SMALL_TALK in acts and asks_after(question)):
        return True
    if (
        asks_if_heard(question)
        or asks_if_right(question)
        or _asks_what_was_noted(question, memory)
        or (of_self and _TELLS_OWN.search(question))
    ):
        return True
    if Move.RAISE_CONCERN in memory.moves and asks_if_settled(question):
        return True
    if _is_early(memory) and (takes_for_granted(question) or (A.IDENTIFY_INTERVIEW in acts and _only_names(question))):
        return True
    said_back = echoes(question, memory.told) or asks_if_it_stands(question, utterance.text, memory.told)
    said_back = said_back or (_checks(span, utterance) and _adds_nothing(question, memory))
    return said_back or bool(_REACTED.intersection(memory.last_moves) and not telling_words(question))


def _adds_nothing(question: str, memory: Memory) -> bool:
    """Whether all that it asks to be sure of was told, in these words."""
    return holds(question, memory.told) and telling_words(question) - OFTEN <= set(memory.told)


def _only_names(question: str) -> bool:
    """Whether it says which interview it was, in the tone of a question: "We met on Tuesday, about the kiln post?"."""
    return bool(_MET.match(question)) and not asks_by_form(question)


_MET = re.compile(r"\W*(?:(?:and|so|um+|uh+)\W+)*(?:we|i|it(?:['’]s|\s+is|\s+was)|about|for|my)\b", re.IGNORECASE)


def _asks_what_was_noted(question: str, memory: Memory) -> bool:
    return Move.TAKE_DETAILS in memory.moves and asks_what_was_noted(question)


def _of_one(
    span: Span, utterance: Utterance, known: Retrieval, memory: Memory, *, corrected: bool
) -> Iterator[DetailAsked]:
    """What one question asks about."""
    question = utterance.text[span.start : span.end]
    matches = [match for match in utterance.matches if overlap(match, span)]
    acts = {match.act for match in matches}
    of_any_call = [one for one in utterance.of_any_call if overlap(one.sentence, span)]
    asking = asking_part(question)
    earlier = _leans_on(question, utterance.text[: span.start]) or memory.last_reply
    found = known.best(asking, earlier, memory.said if corrected else frozenset())
    if explained := list(_explained(span, utterance, known, memory, found)):
        yield from explained
        return
    if asks_what_was_meant(question) and not (questions(question) or corrected):
        return  # who only says that they don't follow asks about nothing else
    if found is None or found.chance < _usual(question, of_any_call, memory, corrected=corrected):
        if not acts & _DUE and {one.matter for one in of_any_call} <= _HARDLY_ANSWERED:
            yield from _at_hand(span, question, known, memory)
        return
    if wants_a_nod(question) and found.chance < _PLAINLY:
        return
    told = memory.said.issuperset(found.detail.all_lines)
    if any(asks(question) and (told or not any(map(asks, found.detail.examples))) for asks in _OWN_ANSWER):
        return
    if which_day(question, memory.due):
        return
    by_any_call = _is_settled(of_any_call)
    least = _CORRECTED if corrected and not by_any_call else _least(question, matches, of_any_call, memory, told=told)
    plainly = found.chance >= _PLAINLY and not acts & _DUE
    outright = found.chance >= least and (plainly or not OF_THE_CALL.search(asking))
    if outright or not (told or acts & _DUE or of_any_call):
        yield DetailAsked(found.detail, span, outright, question)


def _at_hand(span: Span, question: str, known: Retrieval, memory: Memory) -> Iterator[DetailAsked]:
    """What comes nearest to an answer where there is none: who somebody is that is named, or what was just told of it,
    in plain words."""
    person = person_named(question, known.explained)
    if person and memory.said.isdisjoint(person.lines):
        yield DetailAsked(person, span, outright=True, words=question)
        return
    told = brought_up_by(question, known.details, memory)
    if told and known.chance_of(told, asking_part(question), memory.last_reply) >= _AT_HAND:
        yield DetailAsked(told, span, outright=True, words=question, explains=True)


def _explained(
    span: Span, utterance: Utterance, known: Retrieval, memory: Memory, found: Found | None
) -> Iterator[DetailAsked]:
    """Who or what the question wants explained: somebody by name, something that was told, or a word. `found`: the
    detail that answers it best, before which none of these goes where it is likely."""
    question = utterance.text[span.start : span.end]
    asking = asking_part(question)
    earlier = _leans_on(question, utterance.text[: span.start]) or memory.last_reply
    chance = found.chance if found else 0.0
    people = people_named(_with_the_name(asking, utterance.text, span), known.explained) if chance < _PLAINLY else ()
    unlikely = found is None or chance < LIKELY or not memory.said.isdisjoint(found.detail.lines)
    to_be_sure = _is_unsure(span, utterance, memory, unlikely=unlikely)
    meant = to_explain(question, known.details, memory, to_be_sure=to_be_sure)
    if not people and meant and (unlikely or to_be_sure or asks_what_was_meant(question)):
        yield DetailAsked(meant, span, outright=True, words=question, explains=True)
        return
    people = people or (explained_otherwise(asking, earlier, known.explained) if chance < LIKELY else ())
    yield from (DetailAsked(person, span, outright=True, words=question) for person in people)


def _is_unsure(span: Span, utterance: Utterance, memory: Memory, *, unlikely: bool) -> bool:
    """Whether the question asks if something was understood right, and says it otherwise than it was told; `unlikely`:
    no detail answers it."""
    question = utterance.text[span.start : span.end]
    acts = {match.act for match in utterance.matches if overlap(match, span)}
    checks = _checks(span, utterance)
    asks_back = A.CLARIFY in acts and not acts & _DUE and unlikely
    return (checks or asks_back) and not (is_about_outcome(question) or holds(question, memory.told))


def _checks(span: Span, utterance: Utterance) -> bool:
    """Whether the question surely asks if something was understood right."""
    of_any_call = (one for one in utterance.of_any_call if overlap(one.sentence, span))
    return any(one.matter is Matter.SO_ITS and one.chance >= _CERTAIN for one in of_any_call)


def _usual(question: str, of_any_call: Sequence[MatterAsked], memory: Memory, *, corrected: bool) -> float:
    """How likely a detail must be the answer to be thought of at all."""
    late = set() if _is_early(memory) else {Matter.COMPANY}  # by then another one is meant
    surely = {one.matter for one in of_any_call if one.chance >= _CERTAIN} & _OF_THE_CALL_ITSELF - late
    if surely:
        parts = asking_part(question).split(", ")
        says_what = any(asks_by_form(one) and asked_back(one) is not Question.AGAIN for one in parts)
        return _AFTER_ALL if surely == {Matter.AGAIN} and says_what else _NEVER
    if not corrected:
        return LIKELY if of_any_call or _is_early(memory) else _BETTER_THAN_NOTHING
    return _CORRECTED if questions(question) else _EARLY


def _with_the_name(asking: str, text: str, span: Span) -> str:
    """The question with the name that makes a sentence of its own before it: "Gunapala. Your taster?"."""
    before = _NAME_ALONE.search(text, 0, span.start)
    return f"{before['name']}, {asking}" if before else asking


_NAME_ALONE = re.compile(r"(?:^|[.!?]\s+)(?:(?:and|so|oh|ah)\s+)?(?P<name>\w+(?:\s\w+)?)[.!,…]+\s*$", re.IGNORECASE)


def _spans(text: str, *, corrected: bool) -> Iterator[Span]:
    """The questions, in order; with them a sentence that puts right, or wants something explained, without asking: "I
    mean the date of the round.", "I don't get what the box is."."""
    spans = list(single_questions(text))
    for found in SENTENCE.finditer(text):
        sentence = Span(found.start(), found.end())
        wants = (corrected and _SAYS_WHAT.search(found.group())) or asks_what_was_meant(found.group())
        if wants and not any(overlap(sentence, one) for one in spans):
            spans.append(sentence)
    yield from sorted(spans, key=lambda one: one.start)


def _least(
    question: str, matches: Sequence[ActMatch], of_any_call: Sequence[MatterAsked], memory: Memory, *, told: bool
) -> float:
    """How likely a detail must be the answer, given what else the question may be; `told`: it was said before."""
    early = _is_early(memory)
    settled = _is_settled(of_any_call)
    no_timeline = not asks_for_time(question)
    no_offer = any(one.chance >= _CERTAIN and one.matter not in _OFFERS for one in of_any_call)
    not_meant = {act for act, never in ((A.ASK_TIMELINE, no_timeline), (A.OFFER_INFORMATION, no_offer)) if never}
    due = [one for one in matches if one.act in _DUE - not_meant]
    if early and any(one.act is A.ASK_STATUS and one.confidence >= _ASKS_IT for one in due):
        return _ALL_BUT_SURE
    return max(
        _SETTLED if settled else _EARLY if early else LIKELY,
        _TOLD if told else 0.0,
        *(_BESIDE_TERMS if _of_no_term(one, question) else _instead_of(one) for one in due),
    )


def _of_no_term(match: ActMatch, question: str) -> bool:
    """Whether what is asked about an offer is none of its terms by name: "Is that before tax?"."""
    return match.act is A.ASK_OFFER_DETAILS and not terms_named(without_givens(question))


def _is_settled(of_any_call: Sequence[MatterAsked]) -> bool:
    """Whether what is said in any call is a good answer."""
    return any(one.matter in _ANSWERED_WELL and one.chance >= _CERTAIN for one in of_any_call)


def _is_early(memory: Memory) -> bool:
    """Whether the other end has not come to the point yet."""
    return Move.GIVE_STATUS not in memory.moves and Move.UNAVAILABLE not in memory.moves


def _instead_of(match: ActMatch) -> float:
    """How likely a detail must be the answer to a question that may be this act."""
    plainly = match.act in _MADE_FOR and match.confidence >= _PLAINLY
    chance = 1.0 if plainly else match.confidence
    return next(least for sure, least in _INSTEAD_FROM if chance >= sure)


def _leans_on(question: str, earlier: str) -> str:
    """What the question leans on of what was said before it in the same turn, if anything."""
    goes_on = questions(earlier) and _MORE.match(question)
    points_back = len(question.split()) <= _SHORT and _PRONOUN.search(question)
    return earlier if goes_on or points_back else ""


def taken(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn without the acts for which questions were taken that only ask about details. Of an offer, there may be
    asked about a term, too, in the next breath: "What does it pay, is that before tax?"."""
    outright = [one.question for one in asked if one.outright]
    others = [span for span in single_questions(utterance.text) if not any(overlap(span, one) for one in outright)]
    of_terms = [span for span in others if terms_named(utterance.text[span.start : span.end])]
    kept = tuple(
        match
        for match in utterance.matches
        if match.act not in _MISTAKEN
        or not lies_in(match, outright)
        or (match.act is A.ASK_OFFER_DETAILS and any(overlap(match, span) for span in of_terms))
    )
    return replace(utterance, matches=kept)


def without(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn with blanks in place of the questions that only ask about details."""
    outright = [one.question for one in asked if one.outright]
    told = {one.matter for one in utterance.matters if any(overlap(one.sentence, span) for span in outright)}
    left = (one for one in utterance.matters if not any(overlap(one.sentence, span) for span in outright))
    # "Can we talk about the evenings, how many shows are there?" is told by what they know of the shows.
    matters = tuple(one for one in left if one.matter not in told)
    return replace(utterance, text=blanked(utterance.text, outright), matters=matters)

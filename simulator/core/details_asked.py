"""What a turn asks about, of the things that the other end knows, and the turn as it is taken then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import asks_your_name, points_back
from simulator.core.detail import Detail, DetailAsked, asked_about, asked_outright
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.process_question import MAY_BE_DETAILS, process_questions
from simulator.core.question import WH, questions
from simulator.core.single_questions import single_questions
from simulator.core.text import Span, overlap
from simulator.core.utterance import Utterance, asks_after

_MISTAKEN = frozenset(act for act in A if act.hurts) | frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION}
    | {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.CLOSE, A.OTHER}
)
"""As what a question about a detail may be taken."""
_DUE = _MISTAKEN - {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.OTHER}
"""Acts of questions that are answered as they are, unless nothing but a detail is asked about."""
_HEAD = 4
"""Words of a question before a comma that can stand without the rest."""
_MORE = re.compile(rf"\s*(?:(?:and|so|but)\s+)?{WH}\b", re.IGNORECASE)
"""How a question goes on with what was asked before."""
_INSIDE = 0.6
"""Share of an act's words that lie in a question, from which on the act is what the question was taken for."""


def details_asked(utterance: Utterance, details: Sequence[Detail], memory: Memory) -> tuple[DetailAsked, ...]:
    """In the order of the questions."""
    return tuple(_asked(utterance, details, memory))


def _asked(utterance: Utterance, details: Sequence[Detail], memory: Memory) -> Iterator[DetailAsked]:
    for span in single_questions(utterance.text):
        question = utterance.text[span.start : span.end]
        detail = _by_its_words(question, details)
        leans = detail is None
        if detail is None:
            contexts = _leans_on(question, utterance.text[: span.start], memory.last_reply)
            found = (asked_about(question, details, one, own=own) for one, own in contexts)
            detail = next(filter(None, found), None)
        if detail is None:
            continue
        acts = {match.act for match in utterance.matches if overlap(match, span)}
        if leans and acts & _DUE:
            continue
        means_well = A.SMALL_TALK in acts and asks_after(question)
        if means_well or A.LEAVE_DETAILS in acts or asks_your_name(question):
            continue
        # Before the news, what they know is rarely what is asked for.
        early = Move.GIVE_STATUS not in memory.moves and Move.UNAVAILABLE not in memory.moves
        outright = asked_outright(question, detail, strictly=early or any(act.hurts for act in acts))
        if outright or not (acts & _DUE or _is_process(question, memory)):
            yield DetailAsked(detail, span, outright, question)


def _by_its_words(question: str, details: Sequence[Detail]) -> Detail | None:
    """What it asks about, or what it would, were it not for what is added: "Should I prepare something, a sketch?"."""
    head, _, added = question.partition(",")
    whole = asked_about(question, details)
    return asked_about(head, details) if whole is None and added and len(head.split()) >= _HEAD else whole


def _leans_on(question: str, earlier: str, last_reply: str) -> Iterator[tuple[str, bool]]:
    """What may say the words that the question leaves out, and whether it must have some of its own: "And who will be
    there?" asks more about what was asked just before."""
    if points_back(question):
        yield earlier, bool(questions(earlier))
        yield last_reply, False
    elif questions(earlier) and _MORE.match(question):
        yield earlier, True


def _is_process(question: str, memory: Memory) -> bool:
    told = Move.GIVE_STATUS in memory.moves
    return told and any(one.matter not in MAY_BE_DETAILS for one in process_questions(question))


def taken(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn without the acts for which questions were taken that only ask about details."""
    outright = [one.question for one in asked if one.outright]
    kept = tuple(
        match
        for match in utterance.matches
        if match.act not in _MISTAKEN or not _lies_in(match.start, match.end, outright)
    )
    return replace(utterance, matches=kept)


def without(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn with blanks in place of the questions that only ask about details."""
    text = utterance.text
    for span in (one.question for one in asked if one.outright):
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return replace(utterance, text=text)


def _lies_in(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether most of a stretch lies in these spans, one or more of them."""
    inside = sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
    return inside >= _INSIDE * (end - start)

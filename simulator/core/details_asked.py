"""What a turn asks about, of the things that the other end knows, and the turn as it is taken then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail, DetailAsked, asked_about, asked_outright
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.process_question import MAY_BE_DETAILS, process_questions
from simulator.core.question import asks_your_name, points_back, questions
from simulator.core.text import Span
from simulator.core.utterance import Utterance, asks_after

_MISTAKEN = frozenset(act for act in A if act.hurts) | frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION}
    | {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.CLOSE, A.OTHER}
)
"""As what a question about a detail may be taken."""
_DUE = _MISTAKEN - {A.SMALL_TALK, A.CLARIFY, A.CONFIRM, A.OTHER}
"""Acts of questions that are answered as they are, unless nothing but a detail is asked about."""
_AND = re.compile(
    r"\s+and\s+(?=(?:who|what|when|where|how|why|which|is|are|do|does|did|has|have|had|can|could|will|would)\b)",
    re.IGNORECASE,
)
"""Joins two questions in one sentence."""
_ECHO = 3
"""Words up to which a question before another only says back what was heard."""
_INSIDE = 0.6
"""Share of an act's words that lie in a question, from which on the act is what the question was taken for."""


def details_asked(utterance: Utterance, details: Sequence[Detail], memory: Memory) -> tuple[DetailAsked, ...]:
    """In the order of the questions."""
    return tuple(_asked(utterance, details, memory))


def _asked(utterance: Utterance, details: Sequence[Detail], memory: Memory) -> Iterator[DetailAsked]:
    for span in _single_questions(utterance.text):
        question = utterance.text[span.start : span.end]
        detail = asked_about(question, details)
        if detail is None and points_back(question):
            contexts = (utterance.text[: span.start], memory.last_reply)
            detail = next(filter(None, (asked_about(question, details, one) for one in contexts)), None)
        if detail is None:
            continue
        acts = {match.act for match in utterance.matches if match.start < span.end and span.start < match.end}
        means_well = A.SMALL_TALK in acts and asks_after(question)
        if means_well or A.LEAVE_DETAILS in acts or asks_your_name(question):
            continue
        # Before the news, what they know is rarely what is asked for.
        early = Move.GIVE_STATUS not in memory.moves and Move.UNAVAILABLE not in memory.moves
        outright = asked_outright(question, detail, strictly=early or any(act.hurts for act in acts))
        if outright or not (acts & _DUE or _is_process(question, memory)):
            yield DetailAsked(detail, span, outright)


def _is_process(question: str, memory: Memory) -> bool:
    told = Move.GIVE_STATUS in memory.moves
    return told and any(one.matter not in MAY_BE_DETAILS for one in process_questions(question))


def _single_questions(text: str) -> Iterator[Span]:
    for span in _with_their_echoes(text):
        start = span.start
        for joint in _AND.finditer(text, span.start, span.end):
            yield Span(start, joint.start())
            start = joint.end()
        yield Span(start, span.end)


def _with_their_echoes(text: str) -> Iterator[Span]:
    """The questions; a few words said back before one belong to it: "A spaniel? Oh dear, what's happened to him?"."""
    start: int | None = None
    spans = questions(text)
    for number, span in enumerate(spans, 1):
        start = span.start if start is None else start
        is_echo = len(text[start : span.end].split()) <= _ECHO and number < len(spans)
        if not is_echo:
            yield Span(start, span.end)
            start = None


def taken(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn without the acts for which questions were taken that only ask about details."""
    outright = [one.question for one in asked if one.outright]
    kept = tuple(
        match
        for match in utterance.matches
        if match.act not in _MISTAKEN or not any(_lies_in(match.start, match.end, span) for span in outright)
    )
    return replace(utterance, matches=kept)


def without(utterance: Utterance, asked: Sequence[DetailAsked]) -> Utterance:
    """The turn with blanks in place of the questions that only ask about details."""
    text = utterance.text
    for span in (one.question for one in asked if one.outright):
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return replace(utterance, text=text)


def _lies_in(start: int, end: int, span: Span) -> bool:
    return min(end, span.end) - max(start, span.start) >= _INSIDE * (end - start)

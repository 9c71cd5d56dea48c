"""Questions that drown in a turn: read as a whole, it seems to ask only one thing of several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.detail import DetailAsked
from simulator.core.single_questions import single_questions
from simulator.core.text import Span, overlap
from simulator.core.understanding import Understanding
from simulator.core.utterance import Utterance, asks_after

_ASKING = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION, A.LEAVE_DETAILS}
    | {A.MENTION_OTHER_CANDIDATES}
)
"""Of the acts that hurt only the mildest: nobody is heard to say more harm in parts than as a whole."""
_HEARD = _ASKING | frozenset(act for act in A if act.hurts)
_WHO_ELSE = re.compile(r"\bwho(?:'s|\s+is)?\s+else\b", re.IGNORECASE)
_OF_THEIR_PEOPLE = re.compile(
    r"\b(?:any|some|every)?(?:body|one)\s+else\s+(?:at|in|on|of|from)\s+(?:the|your)\s+"
    r"(?:office|team|house|shop|firm|company|school|kitchen|crew|department|workshop|place|studio|ward|yard|building)\b",
    re.IGNORECASE,
)
"""Colleagues, not rivals."""
_FEWEST = 4
"""Words from which on a question can stand alone; fewer lean on what was said before."""


def heard_apart(utterance: Utterance, before: str, stage: str, understanding: Understanding) -> Utterance:
    """The turn, with what those of its questions ask by themselves that no act of the whole accounts for; `before` is
    the other end's last line. A turn with one question says with it what it says."""
    asked = list(single_questions(utterance.text))
    if len(asked) < 2:  # noqa: PLR2004 - a question beside another
        return utterance
    apart = [match for span in asked for match in _by_itself(span, utterance, before, stage, understanding)]
    return replace(utterance, apart=tuple(apart))


def _by_itself(
    span: Span, utterance: Utterance, before: str, stage: str, understanding: Understanding
) -> Iterator[ActMatch]:
    question = utterance.text[span.start : span.end]
    accounted = any(match.act in _HEARD and overlap(match, span) for match in utterance.matches)
    if accounted or len(question.split()) < _FEWEST or asks_after(question):
        return
    for match in understanding.acts(question, stage=stage, before=before or None):
        rivals = match.act is A.MENTION_OTHER_CANDIDATES
        if match.act in _ASKING and not (rivals and _OF_THEIR_PEOPLE.search(question)):
            yield ActMatch(match.act, match.confidence, span.start, span.end)


def harmless(asked: Sequence[DetailAsked], utterance: Utterance) -> tuple[DetailAsked, ...]:
    """What is asked about, less the questions that do by themselves the harm that the turn does: "Who else is in it? Am
    I better than they are?"."""
    harm = [match for match in utterance.apart if match.act.hurts and match.act in utterance.acts]
    rivals = A.MENTION_OTHER_CANDIDATES in utterance.acts
    return tuple(
        one
        for one in asked
        if not any(overlap(match, one.question) for match in harm)
        and not (rivals and _WHO_ELSE.search(utterance.text, one.question.start, one.question.end))
    )


def with_the_drowned(utterance: Utterance, asked: Sequence[DetailAsked], *, told: bool) -> Utterance:
    """The turn with the acts of such questions as get no better answer; apart from it stay those that hurt, which are
    answered and not held against anybody. `told`: the news is out, so that it can be
    asked how it goes on."""
    answered = [one.question for one in asked]
    if told:
        harm = [match for match in utterance.apart if match.act.hurts and match.act in utterance.acts]
        matters = [one.sentence for one in utterance.of_any_call]
        answered += [span for span in matters if not any(overlap(match, span) for match in harm)]
    drowned = [match for match in utterance.apart if not any(overlap(match, span) for span in answered)]
    asking = [match for match in drowned if not match.act.hurts]
    heard = [match for match in utterance.matches if match.act is not A.OTHER or not asking]
    matches = tuple(sorted([*heard, *asking], key=lambda match: match.start))
    return replace(utterance, matches=matches, apart=tuple(match for match in drowned if match.act.hurts))

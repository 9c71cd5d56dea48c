"""Questions that only sound like an attack: out of the blue, but about something that the other end knows."""

import re
from collections.abc import Sequence
from itertools import islice

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.echo import OFTEN, telling_words
from simulator.core.matter import MATTERS, Matter
from simulator.core.question import questions
from simulator.core.retrieval import Retrieval
from simulator.core.single_questions import single_questions
from simulator.core.text import Span
from simulator.core.understanding import Understanding

LEAST_HOSTILE = 0.65
"""The chance, 0 to 1, from which on a question counts as hostile. Of 3,260 harmless ones 24 were taken for hostile from
0.5 on, and 9 are from here; of 19 hostile ones by hands that the models have not met, 4 are missed."""
MOST_ASKED = 12
"""Questions of a turn that are looked at, so that a page does not take seconds."""
PLAIN_HARM = 0.85
"""The chance, 0 to 1, from which on a question does harm even where a detail is likely to answer it. Of 58 labelled
questions that sound like harm to the models, and that a detail answers, 22 are taken for what they are. Of those that
do harm, asked where nobody expects them, 3 of 52 by hands that the models have not met are missed, and 4 of 499 of the
corpus."""
OF_THE_CALL = re.compile(
    r"\b(?:concerns?|decision|decid\w+|news|updates?|status|outcome|results?|feedback|keep\s+me|in\s+mind|candidates?|applicants?"
    r"|why\s+(?:(?:it|that)\s+)?(?:was(?:n['’]t|\s+not)\s+(?:it\s+)?me|not\s+me|(?:i\s+)?did(?:n['’]t|\s+not)\s+(?:i\s+)?get)"
    r"|still\s+(?:free|open|available|vacant|in)|filled|taken|the\s+others|other\s+people|anyone\s+else|compared?|hear\s+(?:from|back)|get\s+the\s+job|bye|goodbye)\b",
    re.IGNORECASE,
)
"""Words of what the call is about, which no detail answers alone."""


_PARTICULAR = 0.9
"""The chance, 0 to 1, from which on a question is about something that only this company can know. Of 37 examples of
such that sounded like talk of rivals or impatience, 20 are freed by models that have not met their writers, 25 by this
one; of 20 turns that were meant so, 2."""
_MILD = frozenset({A.MENTION_OTHER_CANDIDATES, A.QUESTION_DELAY})


def without_supposed_harm(
    matches: Sequence[ActMatch], text: str, before: str, known: Retrieval, understanding: Understanding
) -> tuple[ActMatch, ...]:
    """The acts of a turn, less the hurting ones of such questions; `before` is the other end's last line."""
    if not any(match.act.hurts for match in matches):
        return tuple(matches)
    spans = list(islice(single_questions(text), MOST_ASKED))
    asked = [span for span in spans if _is_about_something(text[span.start : span.end], before, known)]
    mild_at_all = any(match.act in _MILD for match in matches)
    mild = any(match.act in _MILD and match.confidence < PLAIN_HARM for match in matches)
    of_theirs = [span for span in spans if mild and _is_particular(text[span.start : span.end], before, understanding)]
    back = [span for span in spans if mild_at_all and _asks_back(text[span.start : span.end], before, known)]
    doubtful = questions(text)
    return tuple(
        match
        for match in matches
        if not (match.act.hurts and match.confidence < PLAIN_HARM and lies_in(match, asked))
        and not (match.act in _MILD and match.confidence < PLAIN_HARM and lies_in(match, of_theirs))
        and not (match.act in _MILD and lies_in(match, back))
        and not (match.act is A.BE_HOSTILE and match.confidence < LEAST_HOSTILE and lies_in(match, doubtful))
    )


def _is_about_something(question: str, before: str, known: Retrieval) -> bool:
    return not OF_THE_CALL.search(question) and known.answers(question, before)


def _asks_back(question: str, before: str, known: Retrieval) -> bool:
    """Whether it takes up words of something that was told just before, other than the matter: "Why is he hardly one
    to ask?"."""
    told = (line for detail in known.details for line in detail.lines if line in before)
    words = telling_words(question) - OFTEN
    return any(not words.isdisjoint(telling_words(line)) for line in told)


def _is_particular(question: str, before: str, understanding: Understanding) -> bool:
    chances = understanding.matters(question, before)
    return chances is not None and bool(chances[MATTERS.index(Matter.PARTICULAR)] >= _PARTICULAR)


def lies_in(match: ActMatch, spans: Sequence[Span]) -> bool:
    """Whether most of the words of an act lie in these spans, one or more of them."""
    inside = sum(max(0, min(match.end, span.end) - max(match.start, span.start)) for span in spans)
    return inside >= _INSIDE * (match.end - match.start)


_INSIDE = 0.6
"""Share of an act's words that lie in questions, from which on the act is what they were taken for."""

"""Which of the acts that the models find in a turn those who know the call would not hear in it."""

import re

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.apology import blames_self
from simulator.core.choice import YES_OR_NO
from simulator.core.entities import Mentions
from simulator.core.question import questions
from simulator.core.short_wait import asks_length, marvels_at_speed

_URGES = re.compile(
    r"\b(?:answer|tell\s+me|straight|dodg\w+|come\s+on|now|today|tonight|right\s+away|immediately|at\s+once|finally|simple|must|need|have\s+to|want|deserve|insist"
    r"|demand|waiting)\b|!",
    re.IGNORECASE,
)
"""Makes pressing of a "yes or no?", which by itself is plain speech of people of few words and of other languages."""
_CALLS_IF_NOT_TOLD = re.compile(
    r"\b(?:if|when|in\s+case)\s+i\s+(?:(?:don['’]?t|do\s+not|haven['’]?t|have\s+not)\b|(?:have|hear|get|receive)\b[^.?!]*\b(?:no|nothing)\b)[^.?!]*"
    r"\bi(?:['’]ll|\s+will|\s+would|['’]d|\s+may|\s+can)?\s+(?:call|ring|phone|write)\b(?![^.?!]*\b(?:every|each|until|again\s+and\s+again)\b)",
    re.IGNORECASE,
)
"""Says when one would call, once nothing has come by the day that was named."""
_NO_CALL = re.compile(
    r"\b(?:check\w*|look\w*|star\w+|glu\w+|sit\w*|sat|wait\w*)\s+(?:(?:at|by|next\s+to|on|to|for)\s+)?(?:my|the)\s+(?:\w+\s+)?(?:phone|e?-?mails?|inbox)\b"
    r"|\b(?:the|my)\s+first\s+(?:time|call)\b",
    re.IGNORECASE,
)
"""Tells of waiting for a call, or that this is the first."""
_PRAISES = re.compile(
    r"\byou(?:['’](?:ve|re)|\s+(?:have|are|were))\s+(?:all\s+)?(?:been\s+)?(?:(?:so|very|really|far|much|the)\s+)*"
    r"(?:kind(?:er|est)?|nicer|nicest|patient|generous|gracious)\b(?!\s+(?:enough|to\s+(?:ignore|forget|let|keep|make)|of\s+you\s+to))"
    r"(?![^.!?]*\b(?:not|n['’]?t|never|nothing|but|lie|liar|idiot|until)\b)",
    re.IGNORECASE,
)
"""Is a kind word, in however strong terms: "You've been kinder than anyone this year"."""
_KNOWS_THE_NAME = re.compile(
    r"\bi\s+(?:do\s+|still\s+|well\s+)*remember\s+(?:your|his|her|the)\s+name\b"
    r"|\bi(?:['’]?ll|\s+will)\s+(?:remember|keep|not\s+forget)\s+(?:it|that|this|yours|your\s+name)\b",
    re.IGNORECASE,
)

_NOT_OF_IT = re.compile(
    r"\bwhere\s+(?:do\s+you|you)\s+stand\s+(?:yourself|on)\b"
    r"|\b(?:busy|loud|noisy|noise|racket|banging|lively|hectic)\b[^.?!]*\bwhat(?:['’]?s|\s+is)\s+(?:going\s+on|happening|all\s+that)\b",
    re.IGNORECASE,
)
"""Asks what is going on at the other end of the line, or what they think: "It sounds busy there, what's going on?"."""
_OF_THE_DECISION = re.compile(
    r"\b(?:decision|decid\w+|job|position|post|role|vacan\w+|application|news|updates?|status|hear\w*|place|interview\w*|process|chosen|pick\w*|stands?)\b",
    re.IGNORECASE,
)
_ONLY_SOUNDS_LIKE = {
    A.OVER_CONTACT: _NO_CALL,
    A.BE_HOSTILE: _PRAISES,
    A.APOLOGIZE_FORGOTTEN_NAME: _KNOWS_THE_NAME,
    A.ASK_STATUS: _NOT_OF_IT,
}
"""Words that do not perform the act, however much they sound like it."""


def is_plausible(match: ActMatch, matches: tuple[ActMatch, ...], named: Mentions, text: str) -> bool:
    """What those who know the call do not mistake: "Good morning, Mr. Greer." gives no name of the caller's, and a
    "Good day" with which an introduction begins is no goodbye; nor does who marvels how fast it went complain."""
    if _owned_up_to(match, text):
        return False
    if match.act is A.INTRODUCE_SELF:
        return named.contact is None or named.own_name is not None
    words = text[match.start : match.end]
    if _asks_something_else(match, named, words):
        return False
    sentence = text[max(text.rfind(mark, 0, match.start) for mark in ".!?") + 1 : match.end]
    if match.act in _ONLY_SOUNDS_LIKE and _ONLY_SOUNDS_LIKE[match.act].search(sentence):
        return False
    if match.act is A.WELCOME_OFFER and _only_asks(match, text):
        return False
    if match.act in (A.OVER_CONTACT, A.COMPLAIN_ABOUT_WAIT) and _CALLS_IF_NOT_TOLD.search(text):
        return False
    if match.act is A.PRESSURE_FOR_ANSWER and YES_OR_NO.search(words) and not _URGES.search(text):
        return False
    if match.act is A.CLOSE and named.own_name:
        return match.start > named.own_name.start or not any(other.act is A.GREET for other in matches)
    return True


def _asks_something_else(match: ActMatch, named: Mentions, words: str) -> bool:
    """Whether it marvels how fast it went, asks how long something takes, or what became of what was talked about."""
    match match.act:
        case A.COMPLAIN_ABOUT_WAIT:
            return marvels_at_speed(words)
        case A.QUESTION_DELAY:
            return asks_length(words)
        case A.ASK_STATUS:
            return _asks_of_the_topic(match, named, words)
    return False


def _asks_of_the_topic(match: ActMatch, named: Mentions, words: str) -> bool:
    """Whether it wants to know what became of the thing talked about, and not of the application: "And what has become
    of that leftover dough?"."""
    topic = named.topic
    return topic is not None and match.start <= topic.start < match.end and not _OF_THE_DECISION.search(words)


def _only_asks(match: ActMatch, text: str) -> bool:
    """Whether it is nothing but a question, without a word of joy: "And where would I have to come?"."""
    asked = any(span.start <= match.start and match.end <= span.end for span in questions(text))
    return asked and not _GLAD.search(text[match.start : match.end])


_GLAD = re.compile(
    r"\b(?:yes|yeah|yay|wow|really|glad\w*|happ\w+|thrill\w+|delight\w+|love\w*|great|wonderful|brilliant|fantastic|amazing|accept\w*|take\s+it"
    r"|thank\w*|oh|joy|excit\w+|pleas\w+|serious|mean\s+it|got\s+(?:it|the)|mine)\b|!",
    re.IGNORECASE,
)


def _owned_up_to(match: ActMatch, text: str) -> bool:
    """Whether what seems to hurt only owns up to it: "Sorry, I was rude just now"."""
    return match.act.hurts and blames_self(text[match.start : match.end])

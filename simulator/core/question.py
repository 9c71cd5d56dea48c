"""The questions of a turn, and what exactly they ask."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from simulator.core.acts import DialogueAct as A
from simulator.core.text import Span, clauses
from simulator.core.utterance import Utterance, asks_after


class Question(StrEnum):
    """Something that people ask back about."""

    AGAIN = "again"
    """All that was just said."""
    NAME = "name"
    """The other person's name."""
    OTHER_NAME = "other name"
    """The name of the person asked for."""
    COMPANY = "company"
    """Which company they speak with."""
    DECIDER = "decider"
    """Who decides."""
    DAY = "day"
    """A date or a deadline."""
    NEWS = "news"
    """Whether they got the news right."""


_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_PATTERNS = tuple(
    (question, re.compile(words, re.IGNORECASE))
    for question, words in {
        Question.NAME: r"\b(?:your|ur)\s+name\b|\bwho\s+(?:am\s+i|i'm|is\s+this|are\s+you)\b"
        r"|\bwho\s+(?:was|is)\s+(?:it|that)\b|\bwho\s+did\s+you\s+say\s+you\b",
        Question.OTHER_NAME: r"\b(?:her|his|their|the\s+\w+'s)\s+(?:first\s+|last\s+|full\s+|sur)?name\b",
        Question.COMPANY: r"\b(?:which|what)\s+(?:company|firm|organi[sz]ation)\b"
        r"|\bhave\s+i\s+(?:reached|got\s+through)\b|\bright\s+number\b"
        r"|\bwhere\s+are\s+you\s+(?:calling|ringing)\b",
        Question.DECIDER: r"\bwho(?:'s|\s+is|\s+else|\s+will|\s+does)?\s+(?:\w+\s+)?"
        r"(?:decid\w+|choos\w+|makes?\s+(?:the|that)|has\s+the\s+(?:last|final))|\bwhose\s+(?:decision|call)\b",
        Question.DAY: r"\bwhen\s+(?:was|is|did|exactly)\b"
        rf"|\b(?:what|which)\s+(?:(?:was|is)\s+(?:the|that)\s+)?(?:day|date|time|week|month|{_WEEKDAY})\b"
        rf"|\b(?:{_WEEKDAY}|week|month|tomorrow)\b",
        Question.NEWS: r"\b(?:decided|undecided|decision|(?:on|a)\s+hold|paused?|cancel\w*|postponed|filled"
        r"|offering|offered|reject\w*|turned\s+down|still\s+(?:in|open|running)|hired)\b",
        Question.AGAIN: r"\b(?:sorry|pardon|again|repeat|huh|slow\w*|louder|speak\s+up|what\s+did\s+you|"
        r"what\s+was\s+that|(?:didn't|did\s+not|couldn't|could\s+not|can't)\s+(?:\w+\s+)?(?:catch|hear|get|understand|follow))\b",
    }.items()
)
"""By the words that say so, the most telling first."""


def asked_back(text: str) -> Question | None:
    """What a turn that asks back asks about; None where it is something else."""
    short = len(text.split()) <= _SHORT
    asked = text if short else _SORRY.sub("", text)
    found = next((question for question, words in _PATTERNS if words.search(asked)), None)
    return Question.NEWS if short and found in (None, Question.AGAIN) and _IN_SHORT.search(text) else found


LEAD_IN = (
    r"(?:(?:and|so|but|or|okay|ok|oh|ah|aw+|um+|uh|er|ha(?:ha)+|lol|hm+|wow|yes|no|well|then|sorry|hey|right|please"
    r"|just|also|actually)[\s,.]+)*"
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might)(?:n't)?"
_SUBJECT = (
    r"(?:i|you|u|he|she|it|we|they|there|this|that|the|your|my|his|her|their|our"
    r"|any(?:body|one|thing)|some(?:body|one))"
)
WH = r"(?:who|what|when|where|why|how|which|whose)"
_ASKS = re.compile(
    rf"{LEAD_IN}(?:{_AUXILIARY}\s+{_SUBJECT}\b|{WH}(?:'?s\b|\s+(?:(?!{_SUBJECT}\b)\w+\s+){{0,3}}{_AUXILIARY}\b)"
    rf"|how\s+(?:many|much|long|often|old|big|far|come)\b|what\s+(?:if|about|happen(?:s|ed)|became|comes)\b"
    rf"|who\s+(?!{_SUBJECT}\b|{_AUXILIARY}\b|knows|cares)\w+|which\s+\w+\s+\w+s\b"
    rf"|(?:i\s+(?:was|am|'m)\s+|i'm\s+)?(?:just\s+)?wondering\s+(?:if|whether|{WH})\b|may\s+i\s+ask\b)",
    re.IGNORECASE,
)
"""How a question begins, for turns without question marks."""
_TAG = re.compile(
    r"(?:(?<!that's )(?<!thats )(?<!all )(?<!is )\bright"
    r"|\b(?:correct|isn'?t it|am i right|is that right|or(?: not)?))[\s.]*$",
    re.IGNORECASE,
)
_TAGGED = 5
"""Words from which on a sentence with such an end asks."""
_INNER = re.compile(rf"\b(?:so|and|but)\s+{_AUXILIARY}\s+{_SUBJECT}\b", re.IGNORECASE)
_HALF = re.compile(rf"{LEAD_IN}(?:how\s+\w+|{WH})(?:\s+\w+){{0,3}}", re.IGNORECASE)
_VERB = re.compile(rf"{_AUXILIARY}\s+{_SUBJECT}\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?:\b(?:mr|mrs|ms|dr|prof|st)\.|[^.!?])+[.!?]*", re.IGNORECASE)
"""A sentence with its end; the point of a title ends none."""
_LEAVE = re.compile(
    r"\b(?:(?:can|could|may|might|shall|should)\s+i|(?:okay|ok|fine|all right|alright)\s+(?:if|for me)|mind\s+if\s+i"
    r"|(?:want|like)\s+me\s+to)\b[^.!?]*"
    r"\b(?:send|write|mail|email|e-mail|drop|call|ring|phone|follow|check|come|stop|get\s+back|reach|touch|try|contact)\b",
    re.IGNORECASE,
)
_RING, _WRITE = r"(?:ring\w*|call\w*|(?:tele)?phon\w+)", r"(?:e-?mail\w*|mail|writ\w+|wrote|letter|text|message)"
_WHICH_WAY = re.compile(
    rf"\b{_RING}\b[^.!]*\bor\b[^.!]*\b{_WRITE}\b|\b{_WRITE}\b[^.!]*\bor\b[^.!]*\b{_RING}\b", re.IGNORECASE
)
_THEIR_WAY = re.compile(
    rf"\b(?:will|do|would|are)\s+you\s+(?:going\s+to\s+|then\s+)?(?:{_RING}|{_WRITE})\b", re.IGNORECASE
)
_PAPERS = re.compile(
    r"\b(?:(?:need|have|want\s+me)\s+to\s+(?:send|bring|hand)|do\s+(?:you|i)\s+(?:still\s+)?need\s+(?:my|a|any|the)|should\s+i"
    r"\s+(?:also\s+)?(?:send|bring)|(?:can|could|may|shall)\s+i\s+(?:also\s+)?bring)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"\b(?:concerns?|doubts?|questions?|clarify|address|worr\w+|unclear|explain)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\bwhen\b|\bwhat\s+(?:time|day)\b|\b(?:better|good|best|other|another)\s+(?:time|day|moment)\b", re.IGNORECASE
)
_BEST_TIME = re.compile(
    r"\b(?:good|best|better|convenient)\s+(?:time|hour|moment)s?(?:\s+of\s+(?:the\s+)?day)?"
    r"\s+(?:to|for)\s+(?:reach|call|ring|catch|phone)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\bis\s+(?:this|that)\s+(?:the|a)\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b|\bhow\s+come\b|\bwhat\s+(?:was|went|did)\b|\breasons?\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:how\s+(?:long|soon|much\s+longer)|dates?|days?|weeks?|months?|times?|timeline|soon|by|until|till|hear|next\s+step"
    r"|expect|go(?:es)?\s+on|happens?)\b",
    re.IGNORECASE,
)
_IN_SHORT = re.compile(
    r"\b(?:yes|no|hold|later|open|closed|running|got\s+(?:it|the)|get\s+(?:it|the)|nothing)\b", re.IGNORECASE
)
"""Asks for the news where little else is said."""
_SORRY = re.compile(r"^\W*(?:oh\W+)?(?:sorry|pardon)\b\W*", re.IGNORECASE)
"""Before a question that asks for more than to hear it again."""
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|they|them|their|its)\b", re.IGNORECASE)
_BRIEF = 9
"""Words up to which a request to repeat asks for nothing else."""
_SHORT = 6
"""Words up to which a question leans on what was said before."""
_AGAIN = re.compile(
    r"\b(?:repeat|say\s+(?:it|that)\s+again|once\s+more|more\s+slow(?:ly)?|slower|slow\s+down|louder|speak\s+up)\b",
    re.IGNORECASE,
)
_YOUR_NAME = re.compile(
    r"\b(?:what(?:'s|\s+is|\s+was)?|tell\s+me|give\s+me|have|get|got|catch|know|ask(?:\s+for)?|spell"
    r"|note|and)\s+(?:(?:for|again|please)\s+)?(?:your|ur)\s+(?:first\s+|own\s+|good\s+|full\s+)?name\b"
    r"|\bwhom?\b[^?.!]*\b(?:speaking|talking)\b"
    r"|\bwho\s+are\s+you\b"
    r"|\bwho\s+(?:is|was)\s+(?:this|that)\b",
    re.IGNORECASE,
)
_WHO_RINGS = re.compile(
    r"\b(?:(?:should|must|shall|do)\s+i\s+(?:have\s+to\s+)?|i\s+(?:must|should|have\s+to)\s+|(?:will|do|are)\s+you\s+(?:going\s+to\s+)?"
    r"|you(?:'ll|\s+will)\s+(?:really\s+)?)(?:call|ring|phone|write|email|contact|wait|hear)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def questions(text: str) -> tuple[Span, ...]:
    """The sentences of a turn that ask, or, where there are no question marks, the clauses."""
    return tuple(_questions(text))


def _questions(text: str) -> Iterator[Span]:
    for found in SENTENCE.finditer(text):
        sentence = found.group()
        if sentence.rstrip().endswith("?") or (_TAG.search(sentence) and len(sentence.split()) >= _TAGGED):
            yield Span(found.start(), found.end())
        elif not sentence.rstrip().endswith("!"):
            yield from (Span(found.start() + one.start, found.start() + one.end) for one in _bare(sentence))


def _bare(sentence: str) -> Sequence[Span]:
    """The questions of a sentence without a question mark."""
    asked = [clause for clause in _whole(sentence) if _ASKS.match(sentence, clause.start, clause.end)]
    inner = None if asked else _INNER.search(sentence)
    return [Span(inner.start(), len(sentence))] if inner else asked


def _whole(sentence: str) -> Iterator[Span]:
    """The clauses, with those joined that are halves of a question: "how much yoghurt | do you lose"."""
    half: Span | None = None
    for clause in clauses(sentence):
        if half and _VERB.match(sentence, clause.start, clause.end):
            yield Span(half.start, clause.end)
            half = None
            continue
        if half:
            yield half
        half = clause if _HALF.fullmatch(sentence, clause.start, clause.end) else None
        if half is None:
            yield clause
    if half:
        yield half


def left_open(utterance: Utterance) -> Iterator[Span]:
    """The questions of a turn that none of its acts accounts for."""
    text, matches = utterance.text, utterance.matches
    due = [match for match in matches if match.act in _DUE]
    asked = questions(text)
    if len(asked) > len([match for match in due if match.act in _ASKING]):
        for span in asked:
            accounted = any(match.start < span.end and span.start < match.end for match in due)
            if not accounted and not asks_after(text[span.start : span.end]):
                yield span


_ASKING = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION, A.APOLOGIZE_FORGOTTEN_NAME}
    | {act for act in A if act.hurts}
)


_DUE = _ASKING | {A.LEAVE_DETAILS, A.CLOSE}
"""Acts that are answered for themselves."""


def asks_leave(question: str) -> bool:
    """Whether it asks to be allowed to write, ring or come."""
    return bool(_LEAVE.search(question))


def asks_which_way(question: str) -> bool:
    """Whether it asks if one had better ring or write."""
    return bool(_WHICH_WAY.search(question)) and not _THEIR_WAY.search(question)


def asks_for_papers(question: str) -> bool:
    """Whether it asks if something is to be sent or brought, and not if anything is unclear."""
    return bool(_PAPERS.search(question)) and not _UNCLEAR.search(question)


def asks_where(question: str) -> bool:
    """Whether a caller who has only just got through asks where that is: "Is this the vet place?"."""
    return bool(_WHERE.search(question)) or asked_back(question) is Question.COMPANY


def asks_when(question: str) -> bool:
    """Whether it asks for a day or an hour."""
    return bool(_WHEN.search(question))


def asks_why(question: str) -> bool:
    """Whether it asks for the reason."""
    return bool(_WHY.search(question))


def asks_best_time(text: str) -> bool:
    """Whether it asks when somebody can best be reached, of any day."""
    return bool(_BEST_TIME.search(text))


def asks_for_time(text: str) -> bool:
    """Whether it speaks of when or how long, in any words."""
    return asks_when(text) or bool(_TIME.search(text))


def asks_your_name(text: str) -> bool:
    """Whether it asks the person on the line who they are."""
    return bool(_YOUR_NAME.search(text))


def asks_again(text: str) -> bool:
    """Whether it asks to have said again what was said, and little else."""
    return len(text.split()) <= _BRIEF and bool(_AGAIN.search(text))


def asks_who_rings(question: str) -> bool:
    """Whether it asks who is to get in touch with whom."""
    return bool(_WHO_RINGS.search(question))


def points_back(question: str) -> bool:
    """Whether it is short and speaks of somebody who was named just before: "What's her name?"."""
    return len(question.split()) <= _SHORT and bool(_PRONOUN.search(question))

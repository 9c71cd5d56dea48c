"""The questions of a turn, and what exactly they ask."""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.text import Span, clauses


class Question(StrEnum):
    """Something that people ask back about."""

    AGAIN = "again"
    """All that was just said."""
    NAME = "name"
    """The other person's name."""
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
        Question.COMPANY: r"\b(?:which|what)\s+(?:company|firm|organi[sz]ation)\b"
        r"|\bwhere\s+are\s+you\s+(?:calling|ringing)\b",
        Question.DECIDER: r"\bwho(?:'s|\s+is|\s+else|\s+will|\s+does)?\s+(?:\w+\s+)?"
        r"(?:decid\w+|choos\w+|makes?\s+(?:the|that)|has\s+the\s+(?:last|final))|\bwhose\s+(?:decision|call)\b",
        Question.DAY: rf"\b(?:when|what|which)\s+(?:was|is|did|exactly|day|date|time|week|month|{_WEEKDAY})\b"
        rf"|\b(?:{_WEEKDAY}|week|month|tomorrow)\b",
        Question.NEWS: r"\b(?:yes|no|decided|undecided|decision|hold|paused?|filled|open|closed|reject\w*|"
        r"turned\s+down|running|got\s+(?:it|the)|get\s+(?:it|the)|hired|still\s+in|nothing)\b",
        Question.AGAIN: r"\b(?:sorry|pardon|again|repeat|huh|slow\w*|louder|speak\s+up|what\s+did\s+you|"
        r"what\s+was\s+that|(?:didn't|did\s+not|couldn't|could\s+not|can't)\s+(?:\w+\s+)?(?:catch|hear|get|understand|follow))\b",
    }.items()
)
"""By the words that say so, the most telling first."""


def asked_back(text: str) -> Question | None:
    """What a turn that asks back asks about; None where it is something else."""
    return next((question for question, words in _PATTERNS if words.search(text)), None)


_LEAD_IN = (
    r"(?:(?:and|so|but|or|okay|ok|oh|ah|aw+|um+|uh|er|ha(?:ha)+|lol|hm+|wow|yes|no|well|then|sorry|hey|right|please"
    r"|just|also|actually)[\s,.]+)*"
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might)(?:n't)?"
_SUBJECT = (
    r"(?:i|you|u|he|she|it|we|they|there|this|that|the|your|my|his|her|their|our"
    r"|any(?:body|one|thing)|some(?:body|one))"
)
_WH = r"(?:who|what|when|where|why|how|which|whose)"
_ASKS = re.compile(
    rf"{_LEAD_IN}(?:{_AUXILIARY}\s+{_SUBJECT}\b|{_WH}(?:'?s\b|\s+(?:(?!{_SUBJECT}\b)\w+\s+)?{_AUXILIARY}\b))",
    re.IGNORECASE,
)
"""How a question begins, for turns without question marks."""
_OPEN_WH = re.compile(rf"{_LEAD_IN}(?:(?:on|in|at|for|from|to|with|by|until|till)\s+)?{_WH}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_LEAVE = re.compile(
    r"\b(?:(?:can|could|may|might|shall|should)\s+i|(?:okay|ok|fine|all right|alright)\s+(?:if|for me)|mind\s+if\s+i"
    r"|(?:want|like)\s+me\s+to)\b[^.!?]*"
    r"\b(?:send|write|mail|email|e-mail|drop|call|ring|phone|follow|check|come|stop|get\s+back|reach|touch|try|contact)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\bwhen\b|\bwhat\s+(?:time|day)\b|\b(?:better|good|best|other|another)\s+(?:time|day|moment)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"\b(?:how\s+(?:long|soon|much\s+longer)|dates?|days?|weeks?|months?|times?|timeline|soon|by|until|till|hear|next\s+step"
    r"|expect|go(?:es)?\s+on|happens?)\b",
    re.IGNORECASE,
)
_NO_ANSWER_DUE = frozenset(
    {A.OTHER, A.CLARIFY, A.EXPRESS_INTEREST, A.ACCEPT_OUTCOME, A.CITE_QUALIFICATION, A.SHOW_EMPATHY, A.WELCOME_OFFER}
)
"""Acts that are not what a question asks."""
_LITTLE = frozenset(
    """about also again been call could does done from have just know like maybe mean must only really said same shall
    should some still sure tell than that their them then there they thing this very want well were what will with
    would your yeah yes okay right correct agreed""".split()
)
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|they|them|their|its|that|those)\b", re.IGNORECASE)
_SHORT = 6
"""Words up to which a question leans on what was said before."""
_TELLING = 4
"""Letters from which on a word tells one thing from another."""


def questions(text: str) -> Iterator[Span]:
    """The sentences of a turn that ask, or, where there are no question marks, the clauses."""
    for found in _SENTENCE.finditer(text):
        sentence = found.group()
        if sentence.rstrip().endswith("?"):
            yield Span(found.start(), found.end())
        elif not sentence.rstrip().endswith("!"):
            for clause in clauses(sentence):
                if _ASKS.match(sentence, clause.start, clause.end):
                    yield Span(found.start() + clause.start, found.start() + clause.end)


def left_open(text: str, matches: Collection[ActMatch]) -> Iterator[str]:
    """The questions of a turn that none of its acts accounts for."""
    due = [match for match in matches if match.act not in _NO_ANSWER_DUE]
    asked = list(questions(text))
    if len(asked) > len([match for match in due if match.act in _ASKING]):
        for span in asked:
            if not any(match.start < span.end and span.start < match.end for match in due):
                yield text[span.start : span.end].strip()


_ASKING = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION, A.APOLOGIZE_FORGOTTEN_NAME}
    | {act for act in A if act.hurts}
)


def asks_leave(question: str) -> bool:
    """Whether it asks to be allowed to write, ring or come."""
    return bool(_LEAVE.search(question))


def asks_when(question: str) -> bool:
    """Whether it asks for a day or an hour."""
    return bool(_WHEN.search(question))


def asks_for_time(text: str) -> bool:
    """Whether it speaks of when or how long, in any words."""
    return asks_when(text) or bool(_TIME.search(text))


def points_back(question: str) -> bool:
    """Whether it is short and speaks of somebody who was named just before: "What's her name?"."""
    return len(question.split()) <= _SHORT and bool(_PRONOUN.search(question))


def echoes(question: str, told: Collection[str]) -> bool:
    """Whether it says back what was told, to be sure: "So it's Thursday, then?"; `told` in lower case."""
    if _OPEN_WH.match(question):
        return False
    telling = telling_words(question)
    return bool(telling) and telling <= set(told)


def telling_words(text: str) -> frozenset[str]:
    """The words by which one would know again what was said, in lower case."""
    words = re.findall(r"[\w']+", text.lower())
    return frozenset(word for word in words if word.isdigit() or (len(word) >= _TELLING and word not in _LITTLE))

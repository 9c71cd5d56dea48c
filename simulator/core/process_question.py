"""Questions about how it goes on with the candidate that come up in any call, whatever its people know besides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from simulator.core.question import SENTENCE
from simulator.core.single_questions import single_questions
from simulator.core.text import Span
from simulator.core.when_and_why import asks_when


class Matter(StrEnum):
    """What such a question asks about."""

    CHANCES = "chances"
    """Whether they are still in the running."""
    ROUND = "round"
    """Whether there is another interview."""
    STEP = "step"
    """What comes next, in general."""
    TELLER = "teller"
    """Who gets in touch with whom."""
    SINCE = "since"
    """When it was decided."""
    POSTS = "posts"
    """Other posts in the company."""
    FIRMS = "firms"
    """Other companies."""
    NEEDED = "needed"
    """Whether something is expected of the candidate."""
    FEEDBACK = "feedback"
    """How they came across."""
    WORD = "word"
    """Whether the other end speaks for them, or passes something on."""
    ADDRESS = "address"
    """Where to write to."""
    HELP = "help"
    """Whether they may help out, or show what they can."""


@dataclass(frozen=True, slots=True)
class ProcessQuestion:
    """A question of a turn."""

    matter: Matter
    at: int
    """Where the words that tell it stand in the turn's text."""
    sentence: Span


_POST = r"(?:posts?|jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|departments?|teams?|wards?|branch(?:es)?)"
_FIRM = r"(?:compan(?:y|ies)|firms?|employers?|businesses|places?|offices?)"
_HIRING = r"(?:look|hir|need|search|seek|tak|recruit)\w*"
_TELL = (
    r"(?:let|tell|inform|call|ring|phone|contact|write|email|notify|get\s+(?:in\s+touch|back)"
    r"|be\s+(?:in\s+touch|ringing|calling))"
)
_PATTERNS = {
    Matter.CHANCES: (
        r"\bstill\s+(?:in\s+(?:the\s+running|it|with\s+a\s+chance|contention|the\s+race|play)|on\s+(?:the"
        r"|your)\s+(?:short)?list|(?:being\s+)?considered|a\s+candidate|an?\s+option)\b"
        r"|\b(?:am|was)\s+i\s+(?:in\s+(?:the\s+running|with\s+a\s+chance|contention)"
        r"|(?:being\s+)?considered|out\b|on\s+(?:the|your)\s+(?:short)?list|(?:among|one\s+of)\s+(?:the|your))"
        r"|\b(?:(?:see|regard|imagine)\s+me\s+(?:as|in|for|among)|consider(?:ing)?\s+me)\b"
        r"|\b(?:have|stand|got|get)\s+(?:i\s+)?(?:(?:still|even|any|a|real|good|fair)\s+)+chances?\b"
        r"|\bwhat\s+(?:are\s+)?my\s+(?:chances|odds)\b"
        r"|\b(?:how\s+(?:are|good\s+are)|rate)\s+my\s+chances\b"
        r"|\bshortlisted\b"
        r"|\bcould\s+i\s+still\b"
        rf"|\b{_POST}\s+(?:itself\s+)?(?:\w+\s+){{0,2}}(?:still\s+)?(?:going\s+to\s+)?exist\b"
    ),
    Matter.ROUND: (
        r"\b(?:another|second|2nd|third|further|more|follow-up)\s+(?:interviews?|rounds?|talks?"
        r"|conversations?|stages?)\b"
        r"|\bnext\s+(?:round|stage)\b"
        r"|\bthe\s+(?:last|final)\s+(?:round|stage|interview)\?"
        r"|\binvited?\s+(?:again|back|once\s+more)\b"
        r"|\btrial\s+(?:day|shift|lesson)\b"
        r"|\bcome\s+in\s+again\b"
        r"|\bsee\s+me\s+again\b"
    ),
    Matter.STEP: (
        r"\bnext\s+steps?\b"
        r"|\b(?:happens?|comes?|goes)\s+(?:next|after|then|on\s+from)\b"
        r"|\bwhat(?:'s|\s+is)\s+next\b"
    ),
    Matter.TELLER: (
        rf"\bwho(?:'ll|(?:'s|\s+is)\s+going\s+to|\s+(?:will|would|shall))\s+(?:then\s+|actually\s+)?{_TELL}\b"
        r"|\bwho\s+(?:calls|rings|tells|informs|contacts|writes|lets|phones)\b"
        r"|\b(?:from\s+)?(?:you|yourself)\s+or\s+(?:from\s+)?(?:hr|human|some(?:body|one)|the\s+(?:office"
        r"|agency)|a\s+colleague|your|i\b|me\b)"
        r"|\b(?:will|would|do|are|shall)\s+you\b[^.?!]*\b(?:call|ring|phone)\w*\b[^.?!]*\bor\b[^.?!]*\b(?:i|me)\b"
        r"|\b(?:shall|should|do|must)\s+i\b[^.?!]*\b(?:call|ring|phone)\b[^.?!]*\bor\b[^.?!]*\byou\b"
        r"|\byou\s+(?:\w+\s+)?(?:call|ring|phone)\s+me\b[^.?!]*\bor\b[^.?!]*\bi\b"
        r"|\bi\s+(?:\w+\s+)?(?:call|ring|phone)\s+you\b[^.?!]*\bor\b[^.?!]*\byou\b"
        r"|\bhow\s+(?:will|do|would)\s+(?:i|you)\s+(?:hear|find\s+out|be\s+told|let\s+me|tell\s+me)\b"
        r"|\b(?:will|are)\s+you\s+(?:really\s+|going\s+to\s+|then\s+)*(?:call|ring|phone|write\s+to|email"
        r"|contact)\b"
    ),
    Matter.SINCE: (
        r"\bwhen\s+(?:exactly\s+)?(?:was|were|did|has|had|have)\b(?!\s+(?:you\s+say"
        r"|i\b))[^?.!]*\b(?:decid\w+|decision|settle\w*|chose\w*|choose|happen\w*|hired?|filled|cancel\w*"
        r"|freez\w*|froze\w*|know|learn\w*|f(?:ind|ound)\s+out)\b"
        r"|\bsince\s+when\b"
        r"|\bhow\s+long\s+(?:have\s+you|has\s+(?:it|this|that))\s+(?:known|been\s+(?:decided|clear|settled"
        r"|on\s+hold|frozen|like))\b"
    ),
    Matter.FIRMS: (
        rf"\b(?:other|another|different|similar)\s+{_FIRM}\b"
        rf"|\b(?:another|other|any)\s+[\w-]+\s+(?:who|that|which)\s+(?:(?:is|are)\s+)?{_HIRING}"
        r"|\bknow\s+(?:of\s+)?(?:an?|some|any|another)\s+[\w-]+\s+(?:who|that|which)\s+(?:(?:is|are"
        rf")\s+)?{_HIRING}"
        r"|\b(?:some|any)(?:body|one|where)\s+(?:else\s+)?(?:(?:in|at|on|around|near|by)\s+(?:the\s+)?\w+\s+)?"
        r"(?:(?:who|that)\s+)?(?:(?:is|are|might\s+be"
        rf")\s+)?{_HIRING}"
        r"|\bknow\s+of\s+(?:any(?:body|one|where)|some(?:body|one|where)|any\s+\w+\s+(?:who|that))\b"
        r"|\b(?:other|another)\b[^?.!]*\b(?:nearby|in\s+the\s+(?:area|region|neighbou?rhood|nearby|city"
        r"|town))\b"
        rf"|\b{_POST}\s+elsewhere\b"
    ),
    Matter.POSTS: (
        rf"\b(?:other|another|different|similar|further)\s+(?:\w+\s+)?{_POST}\b"
        r"|\banything\s+else\b[^?.!]*\b(?:open|going|available)\b"
        r"|\b(?:hiring|looking)\s+(?:for\s+)?(?:any(?:thing|body|one)\s+else|elsewhere)\b"
        r"|\banything\s+at\s+all\s+(?:at|in)\s+the\b"
        r"|\bis\s+there\s+(?:\w+\s+)?nothing\s+else\b(?!\s+(?:i|you)\b)"
        r"|\bhir(?:e|ing)\s+again\b|\bnew\s+(?:posts|jobs|openings|vacancies)\b"
    ),
    Matter.NEEDED: (
        r"\bi\s+(?:need|have|ought)\s+to\s+(?:do|send|bring|prepare|give)\s+(?:you\s+)?(?:any|some)thing\b"
        r"|\b(?:need|want|missing|expect)\s+(?:any|some)thing\s+(?:else\s+|more\s+)?(?:from|of)\s+me\b"
        r"|\b(?:any|some)thing\s+(?:else\s+)?(?:that\s+)?you\s+(?:still\s+)?(?:need|want|expect)\b"
    ),
    Matter.WORD: (
        r"\bput\s+in\s+a\s+(?:good\s+)?word\b|\brecommend\s+me\b|\bspeak\s+(?:up\s+)?for\s+me\b"
        r"|\b(?:tell|let)\s+(?:him|her|them|the\s+\w+(?:\s+\w+)?)\s+(?:know\s+)?(?:that\s+)?i(?:'m|\s+am)\b"
        r"|\bpass\s+(?:that|it|this)\s+on\b|\bgive\s+(?:him|her|them|the\s+\w+)\s+my\b"
    ),
    Matter.ADDRESS: (
        r"(?<!my\s)\be?-?mail\s+address\b|\bwhat(?:'s|\s+is)\s+(?:your|the|ur)\s+(?:e-?mail|address)\b"
        r"|\bwhere\s+(?:do|should|can|shall)\s+i\s+(?:send|write|mail)\b"
    ),
    Matter.HELP: (
        r"\bvolunteer\w*\b|\bunpaid\b|\bfreelance\b|\bfor\s+nothing\b|\blend\s+a\s+hand\b|\bhelping\s+out\b|\bwithout\s+(?:pay|payment)\b|\bfor\s+free\b|\bhelp\s+out\b|\bshadow\b"
        r"|\binternship\b|\bwork\s+experience\b|\bon\s+trial\b"
    ),
    Matter.FEEDBACK: (
        r"\b(?:good\s+(?:or|and)\s+(?:what|not|bad)\b|(?:could|should)\s+(?:i\s+)?have\s+(?:i\s+)?(?:done"
        r"|been|said)\b)"
        r"|\bdid\s+i\s+(?:say|do)\s+(?:some|any)thing\s+wrong\b"
        r"|\bhow\s+(?:did\s+i\s+(?:do|come\s+across|seem)|was\s+i\b|have\s+i\s+done)"
    ),
}
_COMPILED = tuple((matter, re.compile(words, re.IGNORECASE)) for matter, words in _PATTERNS.items())
_INDIRECT = re.compile(
    r"\b(?:like|love|want(?:ed)?|wish|curious|need)\s+to\s+(?:know|ask|hear|understand)\b|\b(?:tell|ask)\s+(?:me|you)\b"
    r"|\bi(?:'d|\s+would|\s+could)\s+(?:\w+\s+)?(?:help|come|work|read|do|volunteer)\b"
    r"|\bwonder(?:ing|ed)?\b|\bi\s+(?:meant|mean)\s+was\b|\b(?:my|one)\s+question\b",
    re.IGNORECASE,
)
"""How a sentence asks without the form of a question."""
MAY_BE_DETAILS = frozenset({Matter.ROUND, Matter.POSTS, Matter.STEP, Matter.WORD, Matter.ADDRESS, Matter.HELP})
"""What somebody may know more about than can be said in every call."""
_DATED = frozenset({Matter.TELLER, Matter.STEP})
"""A sentence that asks when asks for the date rather than for these."""


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def process_questions(text: str) -> tuple[ProcessQuestion, ...]:
    """Those of a turn, in the order in which they are asked, each matter once."""
    found = sorted(_found(text), key=lambda one: one.at)
    first = {one.matter: one for one in reversed(found)}
    return tuple(sorted(first.values(), key=lambda one: one.at))


def _found(text: str) -> Iterator[ProcessQuestion]:
    for sentence in _sentences_that_ask(text):
        dated = asks_when(text[sentence.start : sentence.end])
        for matter, words in _COMPILED:
            match = words.search(text, sentence.start, sentence.end)
            if match and not (dated and matter in _DATED):
                yield ProcessQuestion(matter, match.start(), sentence)


def _sentences_that_ask(text: str) -> Iterator[Span]:
    yield from single_questions(text)
    for found in SENTENCE.finditer(text):
        if _INDIRECT.search(found.group()):
            yield Span(found.start(), found.end())

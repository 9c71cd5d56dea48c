"""What each question of a turn is about."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from simulator.core.acts import DialogueAct as A
from simulator.core.asking_part import asking_part
from simulator.core.harmless_question import MOST_ASKED
from simulator.core.matter import MATTERS, NO_MATTER, WISHES, Matter, MatterAsked
from simulator.core.names import asks_surname
from simulator.core.question import SENTENCE
from simulator.core.single_questions import single_questions
from simulator.core.text import Span, overlap
from simulator.core.understanding import Understanding
from simulator.core.utterance import Utterance
from simulator.core.when_and_why import BEST_TIME

CLEAR = 0.45
"""The chance, 0 to 1, from which on a question counts as one about a matter."""
_CLEARER = {Matter.YOUR_NAME: 0.7, Matter.COMPANY: 0.7, Matter.EITHER_OR: 0.8, Matter.THEIR_WORRY: 0.8}
"""The same for who or which company this is, for two things of which either will do, and for how hard it is for them:
nobody says so to who has hardly asked for it."""
_CLEAR_WITHOUT_FORM = 0.8
"""The same for a sentence that has not the form of a question: "I don't actually have an address for you"."""
_WHICH_COMPANY = re.compile(
    r"\b(?:compan\w+|firm|department|office|number|name|where|which|what|who|is\s+(?:this|that)|reached|got)\b",
    re.IGNORECASE,
)
_PLAIN = {
    Matter.MY_START: re.compile(
        r"\bi\b[^.?!]*\b(?:weeks?|months?|days?)['’]?s?['’]?\s+(?:of\s+)?notice\b|\bmy\s+notice\s+period\b"
        r"|\bi\s+(?:could|can|can['’]?t|cannot|couldn['’]?t)\s+(?:only\s+|not\s+)?(?:start|begin)\s+(?:before|until|from|on)\b",
        re.IGNORECASE,
    ),
    Matter.MY_NUMBER: re.compile(
        r"\bread\s+(?:me\s+)?(?:it|that|them|(?:my|the)\s+(?:\w+\s+)?number)\s+back\b(?!\s+in\b)"
        r"|\b(?:you|u)\s+(?:still\s+|also\s+)?(?:have|got)\s+my\s+(?:(?:new|old)\s+)?(?:address|number|mobile)\b",
        re.IGNORECASE,
    ),
    Matter.MORE_PAY: re.compile(
        r"\b(?:go|stretch)\s+(?:any\s+|a\s+(?:bit|little)\s+)?(?:higher|further)\b|\bany\s+(?:give|leeway)\s+(?:in|on)\b"
        r"|\bi\s+(?:was|had\s+been)\s+(?:thinking|hoping)\s+(?:of\s+|for\s+|more\s+like\s+)?"
        r"(?:\d{2,}|(?:a\s+)?(?:hundred|ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty))"
        r"(?![^.?!,]*\b(?:days?|weeks?|months?|hours?|minutes?|o['’]?clock|am|pm|morning|people|percent)\b)"
        r"|\b\d{2,}\s*k?\s+(?:is\s+)?final\b|\bis\s+(?:the\s+)?(?:\d{2,}\s*k?|pay|wage|salary|figure)\s+(?:final|negotiable)\b"
        r"|\bis\s+\d{2,}\s*k?\s+fixed\s+or\b[^.?!]*\broom\b",
        re.IGNORECASE,
    ),
    Matter.CHANCES: re.compile(
        r"\bi(?:['’]m|\s+am)?\s+still\s+(?:in\s+(?:contention|the\s+(?:running|race|frame|mix)(?!\s+(?:club|team)))|being\s+considered)\b",
        re.IGNORECASE,
    ),
    Matter.FIRMS: re.compile(
        r"\b(?:an)?other\s+(?:\w+\s+)?(?:schools?|firms?|compan(?:y|ies)|places?|employers?|garages?|farms?|shops?|yards?|hotels?"
        r"|practices?|stations?|dair(?:y|ies)|plants?|librar(?:y|ies)|theatres?|banks?|hospitals?|kitchens?|studios?)\b[^.?!]*"
        r"\b(?:looks\s+for|looking(?!\s+(?:after|at|forward|like))|hir(?:es?|ing)|needs\s+(?:an?|some)|vacanc\w+|has\s+(?:a\s+)?(?:place|post|job|opening))\b",
        re.IGNORECASE,
    ),
    Matter.TIME_TO_THINK: re.compile(
        r"\b(?:by|until|till)\s+(?:when|(?:which|what)\s+(?:day|date|time))\b[^.?!]*"
        r"\b(?:(?:must|do\s+(?:i|you)\s+(?:have\s+to|need|want)|should\s+i|shall\s+i)\b[^.?!]*\b(?:answer|reply|decide|let\s+you\s+know)|my\s+(?:answer|reply|yes))\b"
        r"|^\W*(?:i\s+)?need\s+(?:some\s+|more\s+|a\s+bit\s+of\s+)?time\W*$",
        re.IGNORECASE,
    ),
    Matter.BY_WHAT: re.compile(
        r"\bhow\s+(?:(?:will|do|would|are)\s+you|you(?:['’]ll|\s+(?:will|would|mean\s+to)))\s+(?:going\s+to\s+)?"
        r"(?:(?:reach|contact|tell|inform)\s+me|let\s+me\s+know|get\s+(?:in\s+touch|back\s+to\s+me|hold\s+of\s+me))\b"
        r"|\b(?:you|u|he|she|they)\s+(?:call|ring|phone|text|write)\s+(?:me\s+)?or\s+(?:call|ring|phone|text|write|mail|e-?mail)\b"
        r"|^(?!.*\b(?:i|me)\b).*\b(?:post|letter|mail|e-?mail|text|(?:tele)?phone|call)\s+or\s+(?:by\s+|a\s+)?"
        r"(?:post|letter|mail|e-?mail|text|(?:tele)?phone|call|computer)\b",
        re.IGNORECASE,
    ),
    Matter.TIME_OF_DAY: BEST_TIME,
    Matter.ROUND: re.compile(
        r"\b(?:want|need|like)\s+(?:you\s+)?to\s+see\s+me\s+(?:again|a\s+second\s+time|once\s+more)\b", re.IGNORECASE
    ),
}
"""What is plain by its words: how long one still has to work elsewhere, haggling, to hear a number read back, who else
hires, until when to answer, how one will hear, when to ring, and whether they want to see the caller again."""
_HAGGLES = re.compile(
    r"\b(?:more|higher|raise\w*|increase\w*|better|stretch\w*|negotia\w+|room|hop\w+|expect\w*|less|low\w*|match\w*|another|need)\b",
    re.IGNORECASE,
)
_TAKES_IT = re.compile(
    r"\b(?:got\s+(?:it|that)|noted|spoil|thank\w*|wr(?:ote|itten)|nice|lovely|grand|great|fine)\b", re.IGNORECASE
)
"""Says back what was told, rather than to want more: "Ninety, and the extra month, got it."."""
_NAMES = frozenset({Matter.YOUR_NAME, Matter.CONTACT_NAME})
_NAME_OF_ANOTHER = re.compile(
    r"\b(?:she|he|it)\s+is\s+called\b(?!.*\b(?:interview\w*|spoke|manager|boss|lady|gentleman|man|woman)\b)"
    r"|\bwhat\s+do(?:es)?\s+(?!i\b|we\b)[\w\s]{1,20}?\bcall\s+you\b"
    r"|\b(?:its|(?:dog|cat|horse)(?:['’]s)?)\s+name\b",
    re.IGNORECASE,
)
"""Asks for a name that neither the person on the line bears nor the one called: "And what she is called, the dog?"."""
_FEWEST = 2
"""Words from which on a question is about something by itself: "When?" is about whatever was said last."""
_MAY_ASK = frozenset(
    {A.OTHER, A.CONFIRM, A.CLARIFY, A.SMALL_TALK, A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE}
    | {A.APOLOGIZE_FORGOTTEN_NAME}
)
"""As what a sentence may be taken that asks without the form of a question."""
_MAY_WISH = _MAY_ASK | {A.ASK_OFFER_DETAILS, A.WELCOME_OFFER, A.ACCEPT_OUTCOME, A.EXPRESS_INTEREST, A.LEAVE_DETAILS}
"""The same of one that bargains, or sends regards."""


def with_matters(utterance: Utterance, before: str, understanding: Understanding) -> Utterance:
    """The turn with what its questions are about; `before` is the other end's last line."""
    return replace(utterance, matters=tuple(_asked(utterance, before, understanding)))


def _asked(utterance: Utterance, before: str, understanding: Understanding) -> Iterator[MatterAsked]:
    for span, least, among in islice(_spans(utterance), MOST_ASKED):
        question = utterance.text[span.start : span.end]
        if len(question.split()) < _FEWEST or question.strip(" ,.!?").lower() in before.lower():
            continue  # "Anything else? No, that's all." only says back what was heard
        chances = understanding.matters(question, before)
        if chances is None:
            return
        best = int(chances.argmax())
        if MATTERS[best] is Matter.COMPANY and not _WHICH_COMPANY.search(question):
            continue
        if MATTERS[best] in _NAMES and _NAME_OF_ANOTHER.search(question):
            continue
        asking = asking_part(question)
        if plain := next((matter for matter, words in _PLAIN.items() if words.search(asking)), None):
            yield MatterAsked(plain, span, 1.0)
            continue
        if MATTERS[best] is Matter.MORE_PAY and _TAKES_IT.search(question) and not _HAGGLES.search(question):
            continue
        clear = 0.0 if asks_surname(question) else _CLEARER.get(MATTERS[best], 0.0)
        if chances[best] >= max(least, clear) and MATTERS[best] in among:
            yield MatterAsked(MATTERS[best], span, float(chances[best]))


def _spans(utterance: Utterance) -> Iterator[tuple[Span, float, frozenset[Matter]]]:
    """The questions, then the sentences that may ask without the form of one; each with the chance that it needs, and
    what it may be about."""
    asked = list(single_questions(utterance.text))
    yield from ((span, CLEAR, _ASKED) for span in asked)
    for found in SENTENCE.finditer(utterance.text):
        span = Span(found.start(), found.end())
        acts = {match.act for match in utterance.matches if overlap(match, span)}
        if acts <= _MAY_WISH and not any(overlap(span, one) for one in asked):
            yield span, _CLEAR_WITHOUT_FORM, _ASKED if acts <= _MAY_ASK else _WISHED


_ASKED = frozenset(MATTERS) - NO_MATTER
_WISHED = WISHES | {Matter.REGARDS}

"""The questions of a turn."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.text import Span, clauses, overlap
from simulator.core.utterance import Utterance, asks_after

LEAD_IN = (
    r"(?:(?:and|so|but|or|okay|ok|oh|ah|aw+|um+|uh|er|ha(?:ha)+|lol|hm+|wow|yes|no|well|then|sorry|hey|right|please"
    r"|just|also|actually|wait|like|yeah|hi|hello|phew|cool|i\s+mean)[\s,.]+)*"
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might)(?:n't)?"
_SUBJECT = (
    r"(?:i|you|u|he|she|it|we|they|there|this|that|the|your|my|his|her|their|our"
    r"|any(?:body|one|thing)|some(?:body|one))"
)
WH = r"(?:who|what|when|where|why|how|which|whose)"
_ASKS = re.compile(
    rf"{LEAD_IN}(?:{_AUXILIARY}\s+(?:{_SUBJECT}|mr|mrs|ms|dr|miss)\b|{WH}(?:'?s\b|\s+(?:(?!{_SUBJECT}\b)\w+\s+){{0,3}}{_AUXILIARY}\b)"
    rf"|{WH}\s+\w+s\s+(?:he|she|they)\b"
    r"|(?:(?:at|on|until|till|from)\s+)?(?:what|which)\s+(?:time|day|date|hour)\b(?![^?]*\b(?:is|are|was|were|suits|works)\s+(?:fine|ok|okay|good|perfect|all\s+right|out)\b)"
    r"|anything\s+(?:else\s+)?(?:to\s+\w+(?:\s+or\s+\w+)?|i\s+(?:should|need|can|must)\s+(?:to\s+)?\w+)\s*(?:[,.]|for\b|before\b|then\b|$)"
    rf"|since\s+when\b|how\s+(?:many|much|long|often|old|big|far|come)\b|what\s+(?:if|about|happen(?:s|ed)|became|comes)\b"
    rf"|who\s+(?!{_SUBJECT}\b|{_AUXILIARY}\b|knows|cares)\w+|which\s+\w+\s+\w+s\b"
    rf"|(?:i\s+(?:was|am|'m)\s+|i'm\s+)?(?:just\s+)?wondering\s+(?:if|whether|{WH})\b|may\s+i\s+ask\b"
    rf"|i\s+(?:(?:just|only|actually|really)\s+)?(?:ask(?:ed)?|(?:was|am|were|['’]?m)\s+askin(?:g|['’])?|meant)\s+"
    rf"(?:if|whether|{WH}|after\s+(?:the|your)|(?:was|is|are|were|did|does)\s+{_SUBJECT})\b"
    rf"|(?:to|at|from|on|by|for|in|with)\s+(?:which|what|whom|whose)\b(?!\s+(?:{_SUBJECT}|case|feels|seems|looks|way)\b))",
    re.IGNORECASE,
)
"""How a question begins, for turns without question marks."""
_TAG = re.compile(
    r"(?:(?<!that's )(?<!thats )(?<!all )(?<!is )\bright"
    r"|\b(?:correct|(?:is|was)n'?t it|ain['’]?t it|innit|(?<!that )(?<!what )(?<!this )(?<!how )(?:was|is) it"
    r"|am i right|is that right|or(?: not)?))[\s.]*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\bor\s+not\s+yet\W*$|\bis\s+(?:that|this|it)\s+(?:how|right|correct|so|ok(?:ay)?|fine|all\s*right|the\s+(?:one|same))\b[^.?!,]{0,25}$"
    r"|\b(?:mornings?|afternoons?|phone|e?-?mail|letter|mine|yours|you|me|him|her)\s+or\s+(?:in\s+the\s+|by\s+|the\s+)?"
    r"(?:mornings?|afternoons?|evenings?|phone|e?-?mail|letter|post|mine|yours|you|me|him|her|boss)\W*(?:(?:please|sorry|forgive)\b.*)?$",
    re.IGNORECASE,
)
"""Ends what asks, however it begins: "on Friday is that how it goes", "the call morning or evening"."""
_LEAVES_OPEN = re.compile(r"\b(?:fine|mind|happy|free|please|either|whichever|any|good|works?|send)\b", re.IGNORECASE)
"""Says that either will do: "I don't mind, morning or evening."."""
_TAG_ON = re.compile(
    r",\s+(?:(?:is|was|does|did|do|has|have|are|were|can|could|will|would|must|should)n['’]?t\s+(?:it|that|he|she|they|you|there)"
    r"|(?:is|was|does|did|has|are|were)\s+(?:it|he|she|they|there)|right|eh|innit|no)\s*\?\W*$",
    re.IGNORECASE,
)
_TAGGED = 5
"""Words from which on a sentence with such an end asks."""
_INVERTED = re.compile(
    rf"(?P<last>\S+)\s+(?P<asks>(?!don['’]?t\s+you){_AUXILIARY}\s+(?:i|you|u|he|she|we|they|any(?:body|one)"
    rf"|(?<!do\s)(?<!have\s)(?:it|there|this|that)))\s+\w",
    re.IGNORECASE,
)
_WH_INVERTED = re.compile(
    rf"(?<!\S)(?:(?:to|at|from|on|by|for|in|with|and)\s+)?(?:{WH}\s+(?:(?!{_SUBJECT}\b)\w+\s+){{0,2}}?{_AUXILIARY}\s+"
    r"(?:i|you|u|he|she|we|they|there|your|my|the|it|that|this)\b"
    r"|(?:what|where|how|when)['’]?s\s+(?:the|your|yours|his|her|he|she|it|that|this)\b)",
    re.IGNORECASE,
)
"""Nobody turns a verb round who only tells what somebody said: "I wanted to hear them say what it is"."""
_FINDS_OUT = re.compile(r"\b(?:figur\w+|find|found|check\w*|underst\w+|sure|idea|matter|get|got)\b", re.IGNORECASE)
_NEAR = 4
"""Words before, among which such a one stands: "I know what's the matter"."""
_AFTER_BREATH = re.compile(
    r"(?:and|so|but|or|um+|uh|er|erm|like|ok|okay|sorry|wait|please|well|oh|yeah|yes|no|then|now|anyway|actually|hey|hi|hello"
    r"|ha(?:ha)*|mean|know|though|right|cos|because)[,.]?",
    re.IGNORECASE,
)
"""What stands between two things that are said in one breath."""
_BREATH = re.compile(
    r"(?<!\S)(?:and|an['’]?|so|but|or|um+|uh+|er+m?|em+|okay|ok|wait|oh|well|anyway|anyhow|hey|ha(?:ha)*|sorry|now|then|else|eh)[,.]*\s+"
    r"(?:(?P<word>\S+)\s+(?=(?P=word)\s))*",
    re.IGNORECASE,
)
"""Such a word, after which somebody who hesitates begins a question, at times twice: "um and who who am I"."""
_JOINS = re.compile(r"(?:and|an['’]?|or|but|now|then|else)\b", re.IGNORECASE)
_TELLS_WHAT = re.compile(
    rf"\b{WH}\b|\b(?:know|knew|tell|told|say|said|see|saw|seeing|hear|heard|remember|learn\w*|talked|spoke|think|wait|loved|show\w*)\b",
    re.IGNORECASE,
)
"""Before an "and" with such a word, it joins two things that are told: "I know where it is and how much it costs"."""
_ONE_THING = re.compile(
    rf"\b(?:tell\s+me|ask(?:\s+you)?)\s+(?:just\s+|only\s+)?(?:one|another)\s+(?:last\s+|more\s+)?(?:thing|question)\s+(?P<asks>(?:{WH}\b|{_AUXILIARY}\s+\S+\s+\w))",
    re.IGNORECASE,
)
"""Announces a question that follows in the same breath: "tell me one thing is the salary still the same"."""
_THAT_DO_YOU = re.compile(r"\bthat\s+(?P<asks>(?:do|does|did)\s+(?:you|u|he|she|they|we)\s+\w)", re.IGNORECASE)
"""Nobody goes on so who only tells: "I'll hold you to that do you know another school"."""
_NO_BREATH = re.compile(
    rf"(?:{WH}|\S+['’](?:d|ll|m|ve|re)|[ck]an['’]?t|that|than|nor|neither|as|if|whether|all|only|not|never|rarely|to|of|i|we|you)",
    re.IGNORECASE,
)
"""After these an auxiliary before its subject asks nothing: "what did he say", "nor do I"."""
_UNLIKELY = re.compile(
    r"(?:(?:is|are|was|were|has|have|had|should)(?:n['’]?t)?|.*\s(?:it|there|this|that))\b", re.IGNORECASE
)
"""May stand after something else as well: "The trouble is it wouldn't close", "should you need me"."""
_WH_ASKS = re.compile(rf"(?={WH}\b|since\s+when\b)(?:{_ASKS.pattern})", re.IGNORECASE)
_INDIRECT = re.compile(
    rf"\b(?:(?:(?:may|might|could|can)\s+i(?:\s+be\s+permitted\s+to)?|(?:allow|let)\s+me[^.!?]{{0,80}}?)\s+(?:to\s+)?(?:ask|enquire|inquire)"
    rf"|i(?:['’]?d|\s+would|['’]m|\s+am|\s+just|\s+only|\s+merely|\s+really)*\s+(?:like|love|want(?:ed)?|wish(?:ed)?|curious|interested|calling)"
    rf"\s+to\s+(?:ask|know|hear|learn)|i\s+(?:just\s+)?wonder(?:ed)?|i\s+was\s+wondering)\s+(?:you\s+)?(?:whether|if|{WH})\b",
    re.IGNORECASE,
)
"""Asks in the form of a statement: "Allow me to ask whether anything gives you pause."."""
_HALF = re.compile(rf"{LEAD_IN}(?:how\s+\w+|{WH})(?:\s+\w+){{0,3}}", re.IGNORECASE)
_VERB = re.compile(rf"{_AUXILIARY}\s+{_SUBJECT}\b", re.IGNORECASE)
_OPEN = re.compile(rf"\b{_AUXILIARY}\s*$", re.IGNORECASE)
_NEXT = re.compile(rf"{_SUBJECT}\b", re.IGNORECASE)
"""What a question goes on with that breaks off after its auxiliary."""
SENTENCE = re.compile(r"(?:\b(?:mr|mrs|ms|dr|prof|st)\.|[^.!?])+[.!?]*", re.IGNORECASE)
"""A sentence with its end; the point of a title ends none."""


def asks_by_form(words: str) -> bool:
    """Whether the words begin as a question does: "what do I bring", and not "when I come"."""
    return bool(_ASKS.match(words))


def wants_a_nod(question: str) -> bool:
    """Whether a remark only ends as a question does: "That has to go on the wall, doesn't it?"."""
    found = _TAG_ON.search(question)
    return found is not None and not asks_by_form(question[: found.start()])


@lru_cache(maxsize=100)  # several parts of the program ask about the same turn
def questions(text: str) -> tuple[Span, ...]:
    """The sentences of a turn that ask, or, where there are no question marks, the clauses."""
    return tuple(_questions(text))


def _questions(text: str) -> Iterator[Span]:
    for found in SENTENCE.finditer(text):
        sentence = found.group()
        tagged = _TAG.search(sentence) and len(sentence.split()) >= _TAGGED
        if sentence.rstrip().endswith("?") or tagged:
            yield Span(found.start(), found.end())
        elif not sentence.rstrip().endswith("!"):
            closes = _CLOSES.search(sentence) and not _LEAVES_OPEN.search(sentence)
            asked = _bare(sentence) or ([Span(0, len(sentence))] if closes else [])
            yield from (Span(found.start() + one.start, found.start() + one.end) for one in asked)


_OPENS = re.compile(
    r"\W*(?:(?:and|so|but|ok(?:ay)?|um+|uh+|then|now)\W+)*(?:is|are)\s+"
    r"(?!(?:good|fine|ok(?:ay)?|great|nice|right|all|it|not|well|lovely|perfect|possible|available|cool|better|best|sorry|always|still|quite|what"
    r"|such|there|here|so|just|only|very|\w+ing)\b)"
    r"\w+\s+(?:the|an?|your|my|his|her|one|in|on|at|still|also|really|always)\b",
    re.IGNORECASE,
)
"""Begins with a verb before a name: "is tove the one who did the hall"."""


def _bare(sentence: str) -> Sequence[Span]:
    """The questions of a sentence without a question mark."""
    if _OPENS.match(sentence):
        return [Span(0, len(sentence))]
    asked = [clause for clause in _whole(sentence) if _ASKS.match(sentence, clause.start, clause.end)]
    inner = None if asked else min(_inner(sentence), default=None)
    if not asked and inner is None and (indirect := _INDIRECT.search(sentence)):
        inner = indirect.start()
    return [Span(inner, len(sentence))] if inner is not None else asked


def _inner(sentence: str) -> Iterator[int]:
    """Where, amid a sentence that is said or typed in one breath, a question begins: "the dark thing did anyone solve
    it"."""
    for found in _INVERTED.finditer(sentence):
        breath = _AFTER_BREATH.fullmatch(found["last"])
        if breath or not (_NO_BREATH.fullmatch(found["last"]) or _UNLIKELY.match(found["asks"])):
            yield found.start("asks")
    for announced in (_ONE_THING, _THAT_DO_YOU):
        yield from (found.start("asks") for found in announced.finditer(sentence))
    for found in _WH_INVERTED.finditer(sentence):
        near = " ".join(sentence[: found.start()].split()[-_NEAR:])
        if not (_TELLS_WHAT.search(near) or _FINDS_OUT.search(near)):
            yield found.start()
    for breath in _BREATH.finditer(sentence):
        goes_on = _JOINS.match(breath.group()) and _TELLS_WHAT.search(sentence, 0, breath.start())
        if not goes_on and _WH_ASKS.match(sentence, breath.end()):
            yield breath.end()


def _whole(sentence: str) -> Iterator[Span]:
    """The clauses, with those joined that are halves of a question: "how much yoghurt | do you lose", "what do | I have
    to bring"."""
    half: Span | None = None
    for clause in clauses(sentence):
        if half and _goes_on(sentence, half, clause):
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


def _goes_on(sentence: str, half: Span, clause: Span) -> bool:
    breaks_off = _OPEN.search(sentence, half.start, half.end)
    return bool((_NEXT if breaks_off else _VERB).match(sentence, clause.start, clause.end))


def left_open(utterance: Utterance) -> Iterator[Span]:
    """The questions of a turn that none of its acts accounts for."""
    text, matches = utterance.text, utterance.matches
    due = [match for match in matches if match.act in _DUE]
    asked = questions(text)
    if len(asked) > len([match for match in due if match.act in _ASKING]):
        for span in asked:
            accounted = any(overlap(match, span) and _answers_for(match, span) for match in due)
            if not accounted and not asks_after(text[span.start : span.end]):
                yield span


def _answers_for(match: ActMatch, span: Span) -> bool:
    """A kind word accounts for the question that it is, not for one that it stands before."""
    return match.act is not A.SHOW_EMPATHY or match.end >= span.end - 1


_ASKING = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_FEEDBACK, A.ASK_AVAILABILITY, A.ASK_OFFER_DETAILS, A.ASK_FOR_PERSON}
    | {A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE, A.REQUEST_FUTURE_CONSIDERATION, A.APOLOGIZE_FORGOTTEN_NAME}
    | {act for act in A if act.hurts}
)
_DUE = _ASKING | {A.LEAVE_DETAILS, A.CLOSE, A.SHOW_EMPATHY}
"""Acts that are answered for themselves."""

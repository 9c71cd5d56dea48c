"""Questions about getting in touch: whether one may, how, and what is to be sent."""

import re

_LEAVE = re.compile(
    r"\b(?:(?:can|could|may|might|shall|should)\s+i(?!\s+(?:just\s+)?ask\b)"
    r"|(?:okay|ok|fine|all right|alright)\s+(?:if|for me)|mind\s+if\s+i"
    r"|(?:want|like)\s+me\s+to)\b[^.!?]*"
    r"\b(?:send|write|mail|email|e-mail|drop|call|ring|phone|follow|check|come|stop|get\s+back|reach|touch|try|contact)\b",
    re.IGNORECASE,
)
_RING, _WRITE = r"(?:ring\w*|call\w*|(?:tele)?phon\w+)", r"(?:e-?mail\w*|mail|writ\w+|wrote|letter|text|message)"
_WHICH_WAY = re.compile(
    rf"\b{_RING}\b[^.!]*\bor\b[^.!]*\b{_WRITE}\b|\b{_WRITE}\b[^.!]*\bor\b[^.!]*\b{_RING}\b", re.IGNORECASE
)
_THEIR_WAY = re.compile(
    rf"(?<!can )(?<!could )\b(?:you|u|ye|he|she|they)\s+(?:{_RING}|{_WRITE})\s+(?:me\s+)?or\s+(?:{_RING}|{_WRITE})\b"
    rf"|\b(?:will|do|would|are)\s+you\s+(?:going\s+to\s+|then\s+)?(?:{_RING}|{_WRITE})\b|\b(?:{_RING}|{_WRITE})\s+(?:to\s+)?me\b"
    rf"|\b(?:tells?|gives?|lets?|sends?|informs?|reach(?:es)?)\s+(?:me|us|(?:his|her|their|the|your)\s+news)\b"
    rf"|^\W*(?:(?:and|so|but)\s+)?who\s+(?:will|rings?|calls?|writes?|tells?|sends?)\b"
    rf"|\b(?:yourself|you|he|she|they|one)\s+(?:who|that)\s+(?:{_RING}|{_WRITE})"
    rf"|\bhow\s+(?:will|do|would)\s+i\s+hear\b|^(?!.*\bi\b).*\bby\s+(?:the\s+)?{_RING}\s+or\s+(?:by\s+)?{_WRITE}\b"
    rf"|^(?!.*\b(?:can|could|may|shall|should|do|must)\s+i\b)\W*(?:\w+\W+){{0,3}}?(?:by|via|per)\s+(?:{_RING}|{_WRITE})\s+or\b"
    rf"|^(?!.*\bi\b).*\bby\s+{_WRITE}\s+or\s+(?:by\s+)?{_RING}\b",
    re.IGNORECASE,
)
_OWN_WAY = re.compile(
    r"\b(?:shall|should|can|could|may|must|do)\s+i\s+(?:\w+\s+){0,2}?"
    rf"(?:{_RING}|{_WRITE}|get\s+in\s+touch|follow\s+up|reply|answer|confirm|reach|contact)"
    rf"|\bi\s+(?:should|could|can|had\s+better)\s+(?:\w+\s+)?(?:{_RING}|{_WRITE}|follow\s+up|get\s+in\s+touch)",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:(?:need|have|want\s+me)\s+to\s+(?:send|bring|hand)|do\s+(?:you|i)\s+(?:still\s+)?need\s+(?:my|a|any|the)|should\s+i"
    r"\s+(?:also\s+)?(?:send|bring)|(?:can|could|may|shall)\s+i\s+(?:also\s+)?bring|need\b[^.?!]*\b(?:references?|certificates?|documents?|papers|diplomas?))\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(r"\b(?:concerns?|doubts?|questions?|clarify|address|worr\w+|unclear|explain)\b", re.IGNORECASE)
_NUMBER = r"my\s+(?:(?:phone|mobile|cell|telephone|contact|new)\s+)?(?:number|mobile|phone|contact\s+details|details)\b"
_OFFERS_NUMBER = re.compile(
    rf"\b(?:give|tell|leave|send|spell|repeat|read|need|want)\b(?:\W+\w+){{0,4}}?\W+{_NUMBER}", re.IGNORECASE
)


_FIGURE = re.compile(
    r"\b(?:another|a\s+different|the\s+(?:same|right))\s+(?:number|figure)\b|\b(?:number|numbers)\s+of\b", re.IGNORECASE
)
_OF_A_PHONE = re.compile(rf"\b(?:{_RING}|phone|telephone|mobile|reach|line|extension|ext|whatsapp)\b", re.IGNORECASE)


def asks_for_figure(question: str) -> bool:
    """Whether the number that it asks for is none of a telephone: "Is it four or another number?"."""
    return bool(_FIGURE.search(question)) and not _OF_A_PHONE.search(question)


def asks_leave(question: str) -> bool:
    """Whether it asks to be allowed to write, ring or come."""
    return bool(_LEAVE.search(question))


_TO_NAME = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:say|mention|tell\s+\w+)\b[^.?!]*\byou\s+sent\s+me\b"
    r"|\bi\s+(?:\w+\s+)?(?:mention|use|drop|give)\s+(?:\w+\s+){0,2}?your\s+name\b",
    re.IGNORECASE,
)


def asks_to_name_them(question: str) -> bool:
    """Whether it asks if one may say who sent one: "May I mention your name to her?"."""
    return bool(_TO_NAME.search(question))


def asks_which_way(question: str) -> bool:
    """Whether it asks if one had better ring or write."""
    return bool(_WHICH_WAY.search(question) and (_OWN_WAY.search(question) or not _THEIR_WAY.search(question)))


def asks_for_papers(question: str) -> bool:
    """Whether it asks if something is to be sent or brought, and not if anything is unclear."""
    return bool(_PAPERS.search(question)) and not _UNCLEAR.search(question)


def offers_number(question: str) -> bool:
    """Whether it offers a number, rather than asking for it."""
    return bool(_OFFERS_NUMBER.search(question))


_TOUCH = (
    r"(?:(?:r[aiu]ng|ringing|call|calling|(?:tele)?phon(?:e|ing)|write|mail|e-?mail|contact|hear\s+from)"
    r"(?!\s+(?:up\s+the|(?:the\s+)?(?:customers|guests|clients|suppliers|bills)))|(?:get|be)\s+in\s+touch)"
)
_THEY = r"\b(?:you|they|he|she|somebody|someone)\b(?!\s+(?:\w+\s+)?(?:prefer|want|like|rather)\s+(?:me|i)\b)"
_WHO_RINGS = re.compile(
    rf"\bi\b[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\b[^.?!]*{_THEY}[^.?!]*\b{_TOUCH}\b"
    rf"|{_THEY}[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\b[^.?!]*\bi\b[^.?!]*\b{_TOUCH}\b"
    rf"|\bi\b[^.?!]*\b(?:wait\s+(?:for|until|till|to)|hear\s+from)\b[^.?!]*\bor\b[^.?!]*\bi\b[^.?!]*\b{_TOUCH}\b"
    rf"|\bi\b[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\b[^.?!]*\bwait\s+(?:for|until|till)\s+(?:you|him|her|them|he|she|they)\b"
    r"|\b(?:me|i)\s+who\s+(?:calls?|rings?|phones?)\b[^.?!]*\bor\b|\bwho\s+(?:calls?|rings?|phones?)\s+whom?\b"
    rf"|{_THEY}[^.?!]*\b{_TOUCH}\b[^.?!]*\bor\s+(?:(?:should|shall|do)\s+)?i\s+(?:you|them|him|her)\b",
    re.IGNORECASE,
)
"""Which of the two gets in touch."""


def asks_who_rings(question: str) -> bool:
    """Whether it asks who is to get in touch with whom: "Shall I ring again, or will you ring me?"."""
    return bool(_WHO_RINGS.search(question))


_PLAN = (
    r"\bi(?:\s*['’]?ll|\s+will|\s+would|['’]d)\s+(?:(?!not\b|never\b)\w+\s+){0,2}?(?:call|ring|phone|write|e-?mail|come|drop|try|send|bring)\b"
    r"|\bi\s+(?:then\s+|just\s+)?(?:call|ring|phone|write|come|try)\b(?!\s+(?:from|about|because)\b)"
    r"(?=[^.?!]*\b(?:\w+day|tomorrow|tonight|morning|afternoon|evening|week|noon|at\s+\w+)\b)"
)
_IF_FINE = re.compile(
    rf"(?:{_PLAN}).{{0,80}}?(?P<asks>\b(?:(?:is|would|will)\s+(?:that|this|it)(?:\s+be)?|(?:would|will)\s+you\s+be)"
    r"\s+(?:ok(?:ay)?|all\s?right|alright|fine|possible|acceptable|allowed|in\s+order)\b(?!\s+to\b)(?:\s+(?:for|with|by)\s+you)?)",
    re.IGNORECASE | re.DOTALL,
)


def asks_if_fine(text: str) -> tuple[int, int] | None:
    """Where a turn that says how the caller will get in touch asks whether that will do: "I'll ring on Monday. Is that
    all right?"."""
    found = _IF_FINE.search(text)
    return found.span("asks") if found else None


_WHERE_TO = re.compile(
    r"\b(?:which|what)\s+(?:(?:e-?mail|mail|postal)\s+)?(?:address|e-?mail)\b[^.?!]*\b(?:i|we)\s+(?:\w+\s+)?(?:send|write|mail|e-?mail|use|post|address)\b"
    r"|\bwhere['’]?(?:ll|d)\s+(?:i|we)\s+(?:best\s+)?(?:send|mail|e-?mail)\b|\bto\s+(?:which|what)\s+addr(?:ess)?\W*$"
    r"|\bwhere\s+(?:(?:should|shall|do|can|could|may|must|would)\s+(?:i|we)\s+|(?:i|we)\s+(?:should|shall|can|could|must)\s+"
    r"|(?:would\s+you\s+like|do\s+you\s+want)\s+me\s+to\s+|to\s+)(?:best\s+)?(?:send|mail|e-?mail)\b",
    re.IGNORECASE,
)


def asks_where_to_send(question: str) -> bool:
    """Whether it asks for the address to which something goes: "Which address shall I send it to?"."""
    return bool(_WHERE_TO.search(question))


_REGARDS = re.compile(
    r"\b(?:give|send|convey|pass\s+on|extend)\b[^.?!]{0,40}\bmy\s+(?:\w+\s+)?(?:regards|compliments|greetings|best\s+wishes|thanks|love|respects)\b"
    r"|\bmy\s+(?:\w+\s+)?(?:regards|compliments|greetings|best\s+wishes|respects)\s+to\s+(?:your|the|him|her|them|m[rs]+\b)"
    r"|\btell\s+(?!me\b|us\b)(?:\w+\s+){1,2}?i\s+(?:was|were|am)\s+askin(?:g|['’])?\s+(?:for|after)\s+(?:him|her|them)\b"
    r"|(?:^|[.!?;,]\s*|\band\s+)say\s+(?:hello|hi)\s+to\s+(?!me\b|you\b)|\bremember\s+me\s+to\s+(?:your|the|him|her|them|m[rs]+\b)",
    re.IGNORECASE,
)


def sends_regards(sentence: str) -> bool:
    """Whether it gives somebody else the caller's regards: "Convey my compliments to your colleagues"."""
    return bool(_REGARDS.search(sentence))


_HEARD = re.compile(
    r"(?:^|[.!?,]|\b(?:hello|hi|hey|sorry|and|so|um+|uh|it['’]?s\s+\w+)\b)[\s,]*(?:(?:can|could|do)\s+(?:you|u|anybody|anyone)\s+(?:\w+\s+)?hear\s+me"
    r"|is\s+(?:the|this)\s+line\s+(?:ok(?:ay)?|clear|bad|dead)|(?:are\s+)?(?:you|u)\s+still\s+there"
    r"|am\s+i\s+(?:too\s+)?(?:loud|quiet|audible|coming\s+through))"
    r"(?:\s+(?:now|ok(?:ay)?|well|properly|at\s+all|better|all\s+right|alright|enough|\w+))?\W*$",
    re.IGNORECASE,
)


def asks_if_heard(question: str) -> bool:
    """Whether it asks if the line carries what is said, and nothing more."""
    return bool(_HEARD.search(question))

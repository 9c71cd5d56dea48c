"""A position that a caller names and that is not the one they were interviewed for."""

import re

from simulator.core.likeness import alike
from simulator.core.text import Span

_JOBS = (
    "accountant|adviser|advisor|analyst|apprentice|architect|artist|assistant|baker|barista|bookkeeper|builder|butcher"
    "|buyer|caretaker|carer|cataloguer|carpenter|cashier|chef|chemist|cleaner|clerk|coach|conductor|consultant|controller|cook"
    "|coordinator|courier|curator|dentist|designer|developer|director|dispatcher|doctor|driver|editor|electrician"
    "|engineer|farmer|fitter|foreman|gardener|guard|guide|hairdresser|handyman|hygienist|inspector|instructor"
    "|intern|interpreter|janitor|joiner|journalist|lawyer|lecturer|librarian|machinist|manager|mechanic|midwife"
    "|nurse|officer|operator|overseer|packer|painter|paramedic|pharmacist|photographer|physiotherapist|picker|pilot"
    "|planner|plumber|porter|postman|presenter|principal|printer|producer|programmer|receptionist|recruiter|reporter"
    "|representative|researcher|roofer|sailor|salesman|scientist|seamstress|secretary|server|shepherd|stylist"
    "|supervisor|surveyor|tailor|teacher|technician|tester|therapist|trainee|trainer|translator|tutor|vet|waiter"
    "|waitress|warden|welder|writer"
)
_FILLER = (
    r"(?!(?:the|your|which|that|this|with|and|or|to|my|our|his|her|an?|for|of|as|in|at|on|by|from|i|you|he|she|we"
    r"|new|other|another|previous|last|old|first)\b)[\w'-]+\s+"
)
_POST = r"(?:job|post|position|role|vacancy|opening|interview|work|place)"
_NAMED = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\b(?:the|that|this|your|an?)\s+(?P<job>(?:{_FILLER}){{0,3}}(?:{_JOBS}))(?:['’]?s)?\s+{_POST}\b",
        rf"\b{_POST}\s+(?:of|as|for)\s+(?:an?\s+|the\s+)?(?P<job>(?:{_FILLER}){{0,3}}(?:{_JOBS}))\b",
        rf"\b(?:interviewed|applied)\b[^.!?]{{0,40}}?\b(?:as|for)\s+(?:an?\s+|the\s+)?(?P<job>(?:{_FILLER}){{0,3}}(?:{_JOBS}))\b",
    )
)
_OF_MY_CALL = re.compile(
    r"\b(?:interview\w*|applied|application|call(?:ing|ed)?\s+about|calling|ringing|phoning|it'?s\s+(?:about|for)"
    r"|(?:was|were|been|came|come)\s+(?:in|here|there|to\s+see\s+you)|met)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells which interview the call is about, rather than of other jobs."""
_ELSEWHERE = re.compile(
    r"\b(?:my|an?|the)\s+(?:\w+\s+)?(?:previous|last|old|former|present|current|other)\s*$|\bmy\s*$", re.IGNORECASE
)
"""Before a post that is not the one of the call."""
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def other_position(text: str, position: str) -> Span | None:
    """Where the text says that the call is about another position than `position`. Who names a part of it, or says the
    same in other words than those of a trade, means it."""
    own = [word for word in re.findall(r"\w+", position.lower()) if len(word) > 1]
    for sentence in _SENTENCE.finditer(text):
        if not _OF_MY_CALL.search(sentence.group()):
            continue
        for pattern in _NAMED:
            for found in pattern.finditer(text, sentence.start(), sentence.end()):
                said = re.findall(r"\w+", found["job"].lower())
                elsewhere = _ELSEWHERE.search(text, sentence.start(), found.start())
                if own and not elsewhere and not any(alike(word, one) for word in said for one in own):
                    return Span(found.start("job"), found.end("job"))
    return None

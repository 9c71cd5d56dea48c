"""Questions for who somebody is whom the other end has named, and for what a word means: "Who's Resi?", "What is your
partner called?", "What does it mean, pass on?"."""

import re
from collections.abc import Sequence

from simulator.core.detail import Detail

_LEAD_IN = (
    r"(?:(?:and|but|so|oh|ah|um+|uh|er|sorry|wait|hold\s+on|ok(?:ay)?|now|well|like|then|this|that|your|the|a|an)\W+)*"
)
_BE = r"(?:['’]?s|['’]re|\s+(?:is|are|was|were|r|may|might|would)(?:\s+be)?)"
_THEM = r"(?:he|she|him|her|they|them|that|this|it)"
_END = r"(?!['’]s\b|\s+(?:\w+ing|with|for|at|from|about|to(?!\s+you)|married|like)\b)"
"""After a name, what does not go on to ask something else of it: "Who is Ray working for?"."""
_ROLE = r"(?:an?|your|the|one|his|her|also|really|he|she|another|some(?:body|one)|who)\b"
_WHO_ARE_THEY = re.compile(
    rf"\bwho{_BE}\s+{_THEM}\b(?=\W*(?:(?:then|again|exactly|please|now|anyway)\W*)*$|\s*[,;.])",
    re.IGNORECASE,
)
_THEIR_NAME = re.compile(
    r"\b(?:what|how)\b[^.?!]*\b(?:called|cried|named?)\b|\b(?:the\s+)?name\s+of\b|['’]s\s+name\b|\b(?:his|her|their|its|own)\s+name\b",
    re.IGNORECASE,
)
_NOT_OF_THEM = re.compile(
    r"\b(?:your|my|our|company|firm|position|job|post|contact)(?:['’]s)?\s+(?:\w+\s+)?name\b|\b(?:am|are)\s+(?:i|you)\b"
    r"|\bi\s+(?:give|leave|spell)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|that\s+one)\b", re.IGNORECASE)
_OF_ANYBODY = frozenset(
    """name names called cried what whats that this then with from have your yours again sorry please there here they
    them their ask could tell person people somebody someone manager director interview interviewer company""".split()
)
"""Words by which nobody can be told from others."""
_TELLING = 4
"""Letters from which on a word says which person is meant."""


def people_asked(question: str, before: str, people: Sequence[Detail]) -> Sequence[Detail]:
    """Of whom the question asks who they are; `before`: what the other end said last. A word in small letters counts
    only where it is asked what it means: "What is the notice period?" asks for a time."""
    named = [one for one in people if any(_names(name, question) for name in one.about if _is_name(name))]
    if any(_asks_who(name, question) for one in named for name in one.about):
        return named
    words = [one for one in people for word in one.about if not _is_name(word) and _asks_meaning(word, question)]
    if words:
        return words[-1:]
    if _WHO_ARE_THEY.search(question):
        return _last_named(before, people)
    if _THEIR_NAME.search(question) and not _NOT_OF_THEM.search(question):
        return _by_role(question, people) or (_last_named(before, people) if _PRONOUN.search(question) else ())
    return ()


def person_named(question: str, people: Sequence[Detail]) -> Detail | None:
    """Whom of the people the question names at all, with a capital."""
    named = (one for one in people for name in one.about if _is_name(name) and _names(name, question, as_written=True))
    return next(named, None)


def _asks_who(name: str, question: str) -> bool:
    called = _called(name)
    return any(
        re.search(pattern, question, re.IGNORECASE)
        for pattern in (
            rf"\b(?:who|what){_BE}\s+(?:(?:this|that|the|an?|your)\s+)*{called}{_END}",
            rf"\bwho\s+(?:may|might|would|could)\s+{called}\s+be\b",
            rf"\bwho\s+(?:this|that|the)?\s*{called}{_BE}",
            rf"{called}[^.?!]{{0,30}}\bwho{_BE}\s+{_THEM}\b",
            rf"{called}['’]s\s+(?:the|t['’]|your|an?)\s*\w[^.?!]{{0,30}}\bis\s+(?:he|she)\b",
            rf"^\W*{_LEAD_IN}{called}\W*$",
            rf"\b(?:is|was)\s+(?:this\s+|that\s+)?{called},?\s+{_ROLE}",
            rf"\b(?:if|whether)\s+{called}\s+(?:is|was)\s+{_ROLE}|{called}\s+is\s+(?:he|she)\b",
            rf"^\W*{_LEAD_IN}{called}[,.?!]*\s+(?:(?:is|was)\s+(?:that|he|she|it)\b|{_ROLE})",
        )
    )


def _names(name: str, question: str, *, as_written: bool = False) -> bool:
    if name.lower() not in question.lower():
        return False  # to look for a pattern of each name takes long
    return re.search(_called(name), question, 0 if as_written else re.IGNORECASE) is not None


def _called(name: str) -> str:
    return rf"\b{re.escape(name)}\b"


def _asks_meaning(word: str, question: str) -> bool:
    if word.lower() not in question.lower():
        return False
    called = rf"[\"'“‘]?{_called(word)}[\"'”’]?"
    return any(
        re.search(pattern, question, re.IGNORECASE)
        for pattern in (
            rf"\bwhat\s+(?:does|do|did|is|it|they)?\s*(?:you\s+)?(?:it\s+|that\s+|the\s+word\s+)?(?:means?|meant|meaning)\b[^.?!]{{0,25}}{called}",
            rf"{called}[^.?!]{{0,30}}\bwhat\s+(?:that|this|it)\s+means\b",
            rf"{called}[^.?!]{{0,12}}\b(?:means?|meaning)\b",
            rf"\bwhat\s+(?:does|is|was|it)\b[^.?!]{{0,20}}{called}[^.?!]{{0,12}}\b(?:mean|means)\b",
            rf"\bwhat(?:['’]?s|\s+is|\s+are)\s+(?:an?|this|that|it,?)\s+{called}(?=\W*(?:\w+\W*){{0,2}}$|\s*[,.;?!])",
            rf"{called}[^.?!\w]{{0,3}}\s*what(?:['’]?s|\s+is)\s+(?:that|this|it)\b",
            rf"\b(?:not|n['’]t)\s+(?:know|understand|have)\s+(?:the|this|that)\s+words?\b[^.?!]{{0,12}}{called}",
        )
    )


def _is_name(name: str) -> bool:
    return name[:1].isupper() and name != name.upper()


def _last_named(before: str, people: Sequence[Detail]) -> Sequence[Detail]:
    """Whom the other end named last."""
    places = [
        (found.start(), place)
        for place, one in enumerate(people)
        for name in one.about
        if _is_name(name) and name in before
        for found in re.finditer(_called(name), before)
    ]
    return [people[max(places)[1]]] if places else ()


def _by_role(question: str, people: Sequence[Detail]) -> Sequence[Detail]:
    """The one of whom it is told that they are what the question calls them: the partner, the foreman."""
    asked = _words(question) - _OF_ANYBODY
    return [one for one in people if _is_name(one.about[0]) and asked & _words(" ".join(one.lines))][:1]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= _TELLING}

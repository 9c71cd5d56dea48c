"""Questions for who somebody is whom the other end has named, and for what a word means: "Who's Resi?", "What is your
partner called?", "What does it mean, pass on?"."""

import re
from collections.abc import Iterator, Sequence

from simulator.core.detail import Detail

_LEAD_IN = (
    r"(?:(?:and|but|so|oh|ah|um+|uh|er|sorry|wait|hold\s+on|ok(?:ay)?|now|well|like|then|this|that|your|the|a|an)\W+)*"
)
_TITLE = r"(?:(?:mrs?|ms|miss|mister|dr|doctor|sister|auntie|uncle|old|young|seu|dona)\.?\s+)?"
_BE = r"(?:['’]?s|['’]re|\s+(?:is|are|was|were|r|may|might|would)(?:\s+be)?)"
_THEM = r"(?:he|she|him|her|they|them|that|this|it)"
_END = (
    r"(?!['’]s\b|\s+(?:\w+ing|with|for|at|from|about|of|to(?!\s+you)|married|like|supposed|afraid|allowed|angry|cross|always"
    r"|often|usually|still|already)\b)"
)
"""After a name, what does not go on to ask something else of it: "Who is Ray working for?"."""
_ROLE = r"(?:an?|your|the\s+one\s+(?:who|that)|one\s+of|his|her|he|she|some(?:body|one)|who)\b"
_WHO_ARE_THEY = re.compile(
    rf"\bwho{_BE}\s+{_THEM}\b(?=\W*(?:(?:then|again|exactly|please|now|anyway)\W*)*$|\s*[,;.])", re.IGNORECASE
)
_THEIR_NAME = re.compile(
    r"\bwhat(?:['’]?s|\s+(?:is|are|was|were|do(?:es)?|did))\b[^.?!]{0,40}\b(?:called|cried|named?)\b|\bwhat\b[^.?!]{0,12}\bname\s+of\b"
    r"|\b(?:and\s+)?(?:his|her|their)\s+name\W*\?",
    re.IGNORECASE,
)
_NOT_OF_THEM = re.compile(
    r"\b(?:your|my|our|company|firm|position|job|post|contact)(?:['’]s)?\s+(?:\w+\s+)?name\b|\b(?:am|are)\s+(?:i|you)\b"
    r"|\bspel[lt]\w*\b|\b(?:may|shall|should|must)\s+i\b|\bi\s+(?:give|leave|put|mention|use)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"^\W*(?:['’]s|\s*is|\s*was|,)\s+(?:my|our|the|an?)\s+(?P<role>[^,.]+?)(?=[,.]|\s+(?:who|of|in|at|for|here|before|with|on|down|up)\b|$)",
    re.IGNORECASE,
)
"""What somebody is, right after their name: "Ray's my partner, he ..."."""
_TELLING = 4
"""Letters from which on a word says which person is meant."""


def people_named(question: str, people: Sequence[Detail]) -> Sequence[Detail]:
    """Whom the question names and asks to be told who they are."""
    lowered = question.lower()
    named = [one for one in people if any(name.lower() in lowered and _names(name, question) for name in one.about)]
    return named if any(_asks_who(name, question) for one in named for name in one.about) else ()


def explained_otherwise(question: str, before: str, people: Sequence[Detail]) -> Sequence[Detail]:
    """Who is meant by a question that names nobody: "And who is that?", "What's the foreman called?"; or which word is
    not understood. `before`: what the other end said last. A word in small letters counts only where it is asked what
    it means: "What is the notice period?" asks for a time."""
    if _WHO_ARE_THEY.search(question):
        return _last_named(before, people)
    if _THEIR_NAME.search(question) and not _NOT_OF_THEM.search(question):
        return _by_role(question, people) or (_last_named(before, people) if _PRONOUN.search(question) else ())
    lowered = question.lower()
    if "what" not in lowered and "word" not in lowered:
        return ()
    return [
        one
        for one in people
        for word in one.about
        if word.lower() in lowered and not _is_name(word) and _asks_meaning(word, question)
    ][-1:]


def person_named(question: str, people: Sequence[Detail]) -> Detail | None:
    """Whom of the people the question names at all."""
    return next((one for one in people for name in one.about if _names(name, question)), None)


def _asks_who(name: str, question: str) -> bool:
    if not _is_name(name) or name.lower() not in question.lower():
        return False
    called = rf"{_TITLE}{_called(name)}"
    return any(
        re.search(pattern, question, re.IGNORECASE)
        for pattern in (
            rf"\b(?:who|what){_BE}\s+(?:(?:this|that|the|an?|your)\s+)*{called}{_END}",
            rf"\bwho\s+(?:may|might|would|could)\s+{called}\s+be\b",
            rf"\bwho\s+(?:(?:this|that|the)\s+)?{called}{_BE}(?!\s+\w+ing)",
            rf"{called}[^.?!]{{0,30}}\bwho{_BE}\s+{_THEM}\b",
            rf"{called}['’]s\s+(?:the|t['’]|your|an?)\s*\w[^.?!]{{0,30}}\bis\s+(?:he|she)\b",
            rf"^\W*{_LEAD_IN}{called}\W*$",
            rf"\b(?:is|was)\s+(?:this\s+|that\s+)?{called},?\s+{_ROLE}",
            rf"\b(?:if|whether)\s+{called}\s+(?:is|was)\s+{_ROLE}|{called}\s+is\s+(?:he|she)\b",
            rf"^\W*{_LEAD_IN}{called}[,.?!]*\s+(?:(?:is|was)\s+(?:that|he|she|it)\b|{_ROLE})",
        )
    )


def _asks_meaning(word: str, question: str) -> bool:
    called = rf"[\"'“‘]?{_called(word)}[\"'”’]?"
    end = r"(?=\W*(?:(?:please|then|exactly|again|sorry|in\s+english)\W*)*$|\s*[.?!;])"
    return any(
        re.search(pattern, question, re.IGNORECASE)
        for pattern in (
            rf"\bwhat\s+(?:(?:does|do|did|is)\s+)?(?:you\s+|it\s+|that\s+|the\s+word\s+)*(?:means?|meant|meaning)(?:\s+(?:by|with))?,?\s+(?:(?:an?|the|this)\s+)?{called}{end}",
            rf"\bwhat\s+(?:does|do|is|it)\s+(?:an?\s+|the\s+word\s+|this\s+)?{called}\s+means?\b(?!\s+(?:for|that|to)\b|\s+(?:i|my|we)\b)",
            rf"\bwhat(?:['’]?s|\s+is|\s+are)\s+an?\s+{called}{end}",
            rf"{called}[^\w]{{0,4}}\s*what(?:['’]?s|\s+is)\s+(?:that|this|it)\b",
            rf"{called}[^.?!]{{0,30}}\bwhat\s+(?:that|this|it)\s+means\b",
            rf"\b(?:not|n['’]t)\s+(?:know|understand|have)\s+(?:the|this|that)\s+words?\b[^.?!]{{0,12}}{called}",
        )
    )


def _names(name: str, question: str) -> bool:
    """As it is written, or in a question that is typed without any capitals; no word is a name."""
    if not _is_name(name):
        return False
    if name in question:
        return re.search(_called(name), question) is not None
    bare = question == question.lower() and name.lower() in question
    return bare and re.search(_called(name.lower()), question) is not None


def _called(name: str) -> str:
    return rf"\b{re.escape(name)}\b(?!['’]t\b)"


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
    asked = _words(question)
    return [one for one in people if asked & _words(" ".join(_roles(one)))][:1]


def _roles(person: Detail) -> Iterator[str]:
    for name in person.about:
        for line in person.lines:
            found = _CALLED.match(line.removeprefix(name)) if line.startswith(name) else None
            if found:
                yield found["role"]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= _TELLING}

"""Whether a question only says back what was told."""

import re
from collections.abc import Collection

from simulator.core.asking_part import asking_part
from simulator.core.question import LEAD_IN, WH
from simulator.core.utterance import Utterance

_OPEN_WH = re.compile(rf"{LEAD_IN}(?:(?:on|in|at|for|from|to|with|by|until|till)\s+)?{WH}\b", re.IGNORECASE)
_INNER_WH = re.compile(
    rf",\s*(?:and\s+|but\s+|so\s+)?{WH}\s+(?:\w+\s+)?(?:is|are|was|do|does|should|would|will|can|shall)\b",
    re.IGNORECASE,
)
"""Asks something open after all: "Friday, what time is best?"."""
_ASKS_OF_IT = re.compile(rf"{LEAD_IN}(?:is|are|can|could|may|would)\b", re.IGNORECASE)
"""Asks whether what follows it holds, so that its last word is no echo if it is new: "Is Friday possible?"."""
_ANY = re.compile(r"\bany\b|\b(?:any|some)(?:body|one|thing)\b|\bever\b", re.IGNORECASE)
"""Asks after whom or what nobody has named: "Has anybody ever complained?"."""
_AMID = re.compile(
    r"(?<!that's )(?<!that is )(?<!thats )(?<!know )(?<!it's )\b(?:(?:on|in|at|for|from|to|with|of|by)\s+)?"
    r"(?:what|which|how)\b",
    re.IGNORECASE,
)
"""Asks something open, wherever it stands: "one page for what?", "and from what hour?"."""
_WHETHER = re.compile(
    rf"{LEAD_IN}(?:do|does|did|has|have|had|should|shall|may|might|can|could|will|would)(?:n['’]?t)?\s+"
    r"(?:i|you|u|we|he|she|it|they|there|the|that|this|these|my|your|our|either|one)\b",
    re.IGNORECASE,
)
"""Asks whether, rather than says back: it is an echo only with a day, an hour or a number, and nothing new."""
_TO_BE_SURE = re.compile(r"(?:\?|\b(?:right|yes|correct|then|yeah|isn'?t it|or|or not))[\s.!]*$", re.IGNORECASE)
_OR = re.compile(r"\bor\b(?=\W*\w)", re.IGNORECASE)
"""Between two things, of which one is to be chosen."""
_LEAST = 2
PIN = re.compile(
    r"\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|\w+teenth|first|second|third|fourth|fifth|(?:twen|thir)tieth"
)
"""A word for a day, an hour or a number: said back wrongly, it is no echo."""
_OUTCOME = re.compile(
    r"\b(?:decision|decid\w+|hir(?:e|ed|ing)|offer\w*|reject\w*|chosen|choose|filled|taken|job|post|position|place"
    r"|hold|open|closed|cancel\w*|yes\s+or\s+no|not|no)\b",
    re.IGNORECASE,
)
LITTLE = frozenset(
    """about also again been call could does done from have just know like maybe mean must only really said same shall
    should some sorry still sure tell than that their them then there they thing this very want well were what will with
    would your yeah yes okay right correct agreed fixed settled final certain definite
    that's it's what's there's you're they're you'll""".split()
)
"""Words that tell nothing apart, in lower case."""
OFTEN = frozenset(
    """today tomorrow tonight week weeks month months year years time people need needs send email
    phone number name call work working long next last monday tuesday wednesday thursday friday""".split()
)
"""Words that come up in any call."""
_NUMBERS = frozenset("one two six ten".split())
_TELLING = 4
"""Letters from which on a word tells one thing from another."""


def echoes(question: str, told: Collection[str]) -> bool:
    """Whether it says back what was told, to be sure: "So it's Thursday, then?"; `told` in lower case. The outcome is
    never confirmed so: the words of a no stand in a yes, too. Days and numbers must be those that were told; of the
    other words, half."""
    question = asking_part(question)
    if (
        _OPEN_WH.match(question)
        or _INNER_WH.search(question)
        or not _TO_BE_SURE.search(question)
        or _ANY.search(question)
        or _AMID.search(question)
        or _OUTCOME.search(question)
    ):
        return False
    telling = telling_words(question)
    if not telling or _OR.search(question):
        return False
    if _ASKS_OF_IT.match(question) and not telling_words(question.rsplit(maxsplit=1)[-1]) <= set(told):
        return False
    pins = {word for word in telling if PIN.fullmatch(word)}
    if _WHETHER.match(question) and not (pins - {"one"} and telling <= set(told)):
        return False
    if len(telling) < _LEAST and not pins:
        return False  # "The toast?" asks what that is about
    return telling <= set(told) or (bool(pins) and pins <= set(told) and 2 * len(telling & set(told)) >= len(telling))


_STILL = re.compile(
    r"^\W*(?:(?:and|but|so)\s+)?(?:is|does|are)\s+(?:that|it|this|(?:these|those)(?:\s+\w+){0,2})\s+(?:still\s+|all\s+)?(?:true|right|so|correct|the\s+case|on|stand|hold)"
    r"(?:\s+(?:now|then|still))?(?:\W+yes\s+or\s+no)?\W*$",
    re.IGNORECASE,
)
_YOU_SAID = re.compile(
    r"\b(?:you\s+(?:\w+\s+)?(?:said|told|mentioned|promised)|i\s+(?:repeat|summari[sz]e|sum\s+up|recap)|to\s+(?:repeat|sum\s+up|recap|be\s+sure))"
    r"\b[^.?!]*",
    re.IGNORECASE,
)


def asks_if_it_stands(question: str, text: str, told: Collection[str]) -> bool:
    """Whether it asks if what was told, and is said back elsewhere in the turn, is so: "You said to put my name on it.
    Is that still true?"; `told` in lower case. As with `echoes`, days must be right, and no outcome is confirmed so."""
    said = [found.group() for found in _YOU_SAID.finditer(text)] if _STILL.match(question) else []
    return any(not _OUTCOME.search(words) and _mostly_told(telling_words(words), told) for words in said)


def _mostly_told(telling: frozenset[str], told: Collection[str]) -> bool:
    return says_no_other_number(" ".join(telling), told) and 2 * len(telling & set(told)) >= len(telling) > 0


def sums_up(words: str, told: Collection[str]) -> bool:
    """Whether it says back several things that were told, to be sure: a day, an hour or a number, all of them right,
    and most other words; `told` in lower case. Then the outcome may stand in it, too."""
    words = _YES_OR_NO.sub("", words)
    telling = telling_words(words)
    again = telling & set(told)
    pins = {word for word in telling if PIN.fullmatch(word)} - {"one"}
    several = bool(pins) and len(again) >= _SEVERAL
    if not several or not pins <= set(told) or len(again) < _MOSTLY * len(telling):
        return False
    new = {word for word in telling - _OF_NO_WEIGHT if _OUTCOME.fullmatch(word)} - set(told)
    return not (
        new
        or _HAS_IT.search(words)
        or _OPEN.search(words)
        or _ANY.search(words)
        or _OR.search(words)
        or _DENIES.search(words)
    )


def holds(words: str, told: Collection[str]) -> bool:
    """Whether most of it was told, and nothing in it is at odds with that, as far as its days, numbers and words for
    the outcome show; `told` in lower case."""
    telling = telling_words(words) - _OF_NO_WEIGHT
    again = telling & set(told)
    pins = {word for word in telling if PIN.fullmatch(word)}
    enough = len(again) >= _FEW or (len(again) >= _LEAST and bool(pins))
    outcome = {word for word in telling if _OUTCOME.fullmatch(word)}
    return (
        enough
        and 2 * len(again) >= len(telling)
        and pins | outcome <= set(told)
        and not (_DENIES.search(words) or _HAS_IT.search(words) or _MONTH.search(words))
    )


_FEW = 3
"""Words of what was told, from which on something is said back; with a day, an hour or a number, one less."""
_OF_NO_WEIGHT = OFTEN - {"monday", "tuesday", "wednesday", "thursday", "friday"} | {"one", "decide", "decides"}
_HAS_IT = re.compile(
    r"\bmine\b|\bi(?:['’]ve|\s+have)?\s+(?:get|got)\s+(?:the|that|this)\s+(?:job|post|position|place)\b"
    r"|\bi(?:['’]m|\s+am|['’]ll\s+be|\s+will\s+be)\s+(?:in|out|the|your|hired|chosen|through)\b"
    r"|\b(?:have|has|['’]ve|['’]s)\s+(?:already\s+|now\s+)?(?:decided|chosen|picked)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\bin\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)


_YES_OR_NO = re.compile(r"\b(?:with\s+)?(?:an?\s+)?yes\s+or\s+(?:an?\s+)?no\b", re.IGNORECASE)
"""Stands for the answer."""
_OPEN = re.compile(
    rf"\b{WH}\b(?!\s+i\s+(?:have|got)\b)|\b(?:is|are|can|could|will|would|should|do|does)\s+(?:the|everybody|there|i|you)\b(?!\s+(?:right|so)\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|cancel\w*|instead|except)\b|n['’]t\b|\bno\b(?!\s+(?:fixed|set)\b)", re.IGNORECASE)
"""What holds a question of its own, or a denial, is no summary that one could say yes to."""
_SEVERAL = 4
"""Words."""
_MOSTLY = 0.6
"""Share of the words."""


def is_about_outcome(words: str) -> bool:
    """Whether it speaks of what was decided."""
    return bool(_OUTCOME.search(words))


def says_no_other_number(words: str, told: Collection[str]) -> bool:
    """Whether all the days, hours and numbers in it were told; `told` in lower case."""
    return {word for word in telling_words(words) if PIN.fullmatch(word)} <= set(told)


def brought_up(question: str, told: Collection[str]) -> bool:
    """Whether it asks more about something that was told; `told` in lower case."""
    return not _OUTCOME.search(question) and bool((telling_words(question) - OFTEN) & set(told))


def says_back_a_date(utterance: Utterance, told: Collection[str]) -> bool:
    """Whether the turn names a day that was told: "So I'll hear by Friday."; `told` in lower case."""
    dates = (telling_words(one.text) for one in utterance.mentions.dates)
    return any(words and words <= set(told) for words in dates)


def telling_words(text: str) -> frozenset[str]:
    """The words by which one would know again what was said, in lower case."""
    words = re.findall(r"[\w']+", text.lower())
    telling = (word for word in words if len(word) >= _TELLING and word not in LITTLE)
    return frozenset((*telling, *(word for word in words if word.isdigit() or word in _NUMBERS)))

"""The figures by which candidates tell what they have done: "forty plots", "eleven volunteers"."""

import re
from collections.abc import Collection

from simulator.core.blanks import blanked
from simulator.core.echo import telling_words
from simulator.core.question import questions

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = r"(?:two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_SMALL = rf"(?:{_TENS}(?:[-\s]{_ONES})?|{_TEENS}|{_ONES})"
_NUMBER = rf"(?:(?:a|one|{_ONES})\s+(?:hundred|thousand)(?:\s+and\s+{_SMALL})?|{_SMALL}|\d{{1,3}}(?:,\d{{3}})*)"
_NO_NOUN = (
    r"(?!(?:as|was|is|has|his|this|its|us|thus|plus|always|perhaps|sometimes|besides|across|towards|yes|less|does|goes|thats|whats|hes|shes|its|lets"
    r"|mistakes|complaints|accidents|jobs|failures|reasons|percents?|roads?|streets?|times|things|questions|words|points|ways|others|minutes|hours|days|weeks|months|seconds|o['’]clocks?)\b)"
)
_NO_ADJECTIVE = (
    r"(?!(?:the|a|an|my|our|your|his|her|their|of|or|and|to|in|for|per|at|on|by|from|with|that|who|is|are|was|were|it|he"
    r"|she|i|we|they|percent|per|more|times|full)\b)"
)
_FIGURE = re.compile(
    rf"(?<![\w.,:/-])(?<!only\s)(?<!just\s)(?<!not\s)(?<!than\s)(?<!last\s)(?<!next\s)(?<!these\s)(?<!those\s)(?<!your\s)"
    rf"(?<!between\s)(?<!\bat\s)(?<!hundred\sand\s)(?<!hundred\s)(?<!thousand\s)(?P<figure>{_NUMBER}\s+(?:{_NO_NOUN}{_NO_ADJECTIVE}[a-z]+\s+)?{_NO_NOUN}(?P<noun>[a-z]+[^\Ws]s))\b"
    r"(?!['’]|\s+(?:ago|later|before|from|until|away|earlier|time|old|of\s+age)\b)",
    re.IGNORECASE,
)
_FEW_YEARS = re.compile(r"(?:two|three|four|[234])\s+(?:years|winters|summers|seasons)$", re.IGNORECASE)
"""Nothing to marvel at."""
_SHORTENED = re.compile(r"^(?:yrs|mths|hrs|wks|mins)$|[^aeiouy\W]{5}", re.IGNORECASE)
"""As nobody says a word aloud: "3 mornngs"."""
_OF_TIME = frozenset({"years", "winters", "summers", "seasons"})


def figure(text: str) -> str:
    """The figure that tells most, rather of things and people than of years; empty if there is none. Who asks about
    something tells none."""
    told = blanked(text, questions(text))
    found = [
        one for one in _FIGURE.finditer(told) if not (_FEW_YEARS.match(one["figure"]) or _SHORTENED.search(one["noun"]))
    ]
    best = next((one for one in found if one["noun"].lower() not in _OF_TIME), found[0] if found else None)
    return " ".join(best["figure"].split()) if best else ""


def is_news(named: str, told: Collection[str]) -> bool:
    """Whether it is more than what the other end said itself; `told` in lower case."""
    return bool(named) and not telling_words(named) <= set(told)

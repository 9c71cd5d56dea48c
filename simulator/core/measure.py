"""Questions for a measure - how many, how long, when - and the lines that tell one."""

import re
from collections.abc import Sequence
from functools import lru_cache

_FEW = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    "|eighty|ninety|hundreds?|thousands?|dozen|half|double|once|twice"
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_UNIT = "seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|seasons?"
_NUMBER = rf"\d|\b(?:{_FEW}|many|few|all|none|nobody|no|every|each|lots|enough|free)\b"
_TIME = (
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|noon|midnight|today|tonight|tomorrow|yesterday|soon|now"
    r"|mornings?|afternoons?|evenings?|nights?|springs?|summers?|autumns?|winters?|christmas|easter|once|after"
    rf"|before|until|till|since|o'clock|half\s+past|weeks?|months?|years?|{_MONTH})\b"
    rf"|\b(?:at|by|from)\s+(?:\d|(?:{_FEW})\b)"
)
_KINDS = tuple(
    (re.compile(rf"\b(?:{asks})\b", re.IGNORECASE), re.compile(tells, re.IGNORECASE))
    for asks, tells in (
        (r"how\s+often", rf"\b(?:once|twice|times|every|each|a\s+(?:day|week|month|year)|always|never|{_UNIT})\b"),
        (
            r"how\s+long",
            rf"\b(?:\d+|an?|{_FEW}|few|all|whole)\s+(?:\w+\s+)?(?:{_UNIT})\b|\b(?:until|till|since|long|from)\b",
        ),
        (r"how\s+(?:many|much)", _NUMBER),
        (r"how\s+(?:far|big)", rf"{_NUMBER}|\b(?:miles?|kilomet\w+|met(?:re|er)s?|minutes?|hours?)\b"),
        (
            r"when|how\s+soon|what\s+(?:time|day)",
            _TIME,
        ),
    )
)
"""What asks for one of them, and what tells it."""
_MEASURED = re.compile(r"\b(?:when|how\s+(?:long|much|many|often|far|soon|big)|what\s+(?:time|day))\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\d"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|double|first|second|third|fourth"
    r"|once|twice|each|every|few|many|lots|all|none|nobody|never|always|soon|now|then|today|tonight"
    r"|tomorrow|yesterday|noon|midnight|mornings?|afternoons?|evenings?|nights?|minutes?|hours?|days?"
    r"|weeks?|months?|years?|seasons?|springs?|summers?|autumns?|winters?|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|christmas|easter|till|until|before|after|since|when|by|from|later|earlier|free|no|long"
    r"|short|enough)\b",
    re.IGNORECASE,
)


def asks_measure(question: str) -> bool:
    """Whether it asks how many, how long, when or the like."""
    return bool(_MEASURED.search(question))


def tells_measure(line: str) -> bool:
    """Whether it tells a measure of any kind."""
    return bool(_MEASURE.search(line))


def telling(question: str, lines: Sequence[str]) -> list[str]:
    """The lines that tell the kind of measure that the question asks for; none where it asks for none."""
    wanted = _wanted(question)
    return [line for line in lines if wanted and wanted.search(line)]


@lru_cache(maxsize=10)  # all lines that somebody knows are asked about the same question
def _wanted(question: str) -> re.Pattern[str] | None:
    return next((tells for asks, tells in _KINDS if asks.search(question)), None)

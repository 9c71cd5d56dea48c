"""An apology for one's own manner, told from a "sorry" that asks, regrets or takes pity."""

import re

_MANNER = (
    r"(?:rude|unfair|harsh|unkind|impolite|impatient|pushy|sharp|short|snappy|nasty|childish|disrespectful|ungracious"
    r"|cheeky|ugly|petty|below\s+the\s+belt|ungrateful|uncalled[\s-]for|unprofessional|unnecessary|unreasonable|not\s+(?:fair|ok(?:ay)?|right|on|nice|kind))"
)
_SELF_BLAME = re.compile(
    rf"\b{_MANNER}\s+(?:of\s+me|on\s+you)\b"
    rf"|\bi\s+(?:was|(?:have|['’]ve)\s+been|got)\s+(?:\w+\s+){{0,2}}{_MANNER}\b(?!-|\s+(?:of|on|for)\b)"
    rf"|\b(?:sorry|apolog\w+)\b[^.!?]{{0,30}}\b(?:that|it|which)\s+was\s+(?:\w+\s+){{0,2}}{_MANNER}\b"
    rf"|\b(?:that|it)\s+was\s+(?:\w+\s+){{0,2}}{_MANNER}\b[^!?]{{0,12}}\b(?:sorry|apolog\w+)\b"
    r"|\bsorry\b[^.!?]{0,20}\bi\s+(?:must\s+|might\s+)?(?:sound|seem|come\s+across)\s+(?:\w+\s+){0,2}(?:desperate|pushy|rude|impatient|needy|cross)"
    rf"|\bi(?:['’]m|\s+am|\s+was)\s+(?:just\s+)?being\s+(?:\w+\s+){{0,2}}{_MANNER}\b"
    r"|\bi(?:['’]m|\s+am)\s+pushing\s+(?:my\s+luck|it)\b"
    r"|\bi(?:['’]m|\s+am|\s+was|\s+got|['’]ve\s+been)\s+(?:\w+\s+){0,2}(?:out\s+of\s+(?:line|order)|carried\s+away)\b"
    r"|\b(?:sorry|apolog\w+)\b[^.!?]{0,30}\bout\s+of\s+(?:line|order)\b|\b(?:that|it)\s+was\s+out\s+of\s+(?:line|order)[^!?]{0,12}\b(?:sorry|apolog\w+)"
    r"|\bi(?:['’]ll|['’]d)?\s+(?:\w+\s+){0,2}take\s+(?:that|it|this)\s+back\b(?!\s+to\b)"
    r"|\bthat\s+(?:just\s+)?(?:came|slipped)\s+out(?:\s+(?:wrong|harsher|badly))?\b(?!\s+of\b)|\bthat\s+comes\s+out\s+(?:wrong|harsher|badly)"
    r"|\bi\s+(?:just\s+)?(?:snapped|overreacted|went\s+too\s+far|overstepped|lost\s+(?:my\s+(?:temper|cool|patience|nerve)|it))\b"
    r"|\bsorry\b[^.!?]{0,12}\b(?:for|about)\s+(?:(?:snapping|shouting|grumbling|moaning|pushing|pressing|swearing|ranting)\b"
    r"|(?:being|getting|sounding)\s+(?:\w+\s+){0,2}(?:rude|short|sharp|cross|angry|pushy|impatient|snappy|like)"
    r"|(?:my|the)\s+(?:\w+\s+)?(?:tone|temper|manners?|attitude|outburst|language)"
    r"|what\s+i\s+(?:just\s+)?said|how\s+i\s+(?:said|put|spoke|sounded)|the\s+way\s+i\b)"
    r"|\bi\s+(?:should(?:n['’]t|\s+not)\s+have|had\s+no\s+right\s+to|didn['’]t\s+mean\s+to)\s+"
    r"(?:said?|say|snap\w*|shout\w*|push\w*|press\w*|ask(?:ed)?\s+(?:that|like)|speak|spoken|talk\w*|put|be(?:en)?\b|sound"
    r"|complain\w*|moan\w*|grumble\w*|swear|sworn|take|taken|let|lose|lost)",
    re.IGNORECASE,
)
_APOLOGY = re.compile(
    r"\b(?:i(?:['’]m| am)|so|very|really|no|oh|again|and|but|just),? (?:so |very |really |truly )?sorry\b"
    r"(?!,? but| to (?!have\b|snap|shout|push|press|sound|be (?:so|rude|short|like))"
    r"| (?:for you|you |could|can|what|did))"
    r"|^(?:ok(?:ay)?[,.]? )?sorry[,.!]? (?:about|for(?! you)|that (?:was|came)|if i"
    r"|i (?:got|didn['’]t|shouldn['’]t|know))"
    r"|\bapologi[sz]e\b|\bmy apologies\b|\bforgive me\b|\bi (?:shouldn['’]t|should not) have\b|\bi didn['’]t mean\b"
    r"|\bi (?:don['’]t|do not|did not) mean to (?:snap|be|sound|push|press|complain)"
    r"|\bsorry[,.!]? about (?:before|earlier)\b|\b(?:un|not )fair (?:of me|on you)\b|\bthat wasn['’]t fair\b",
    re.IGNORECASE,
)


def blames_self(text: str) -> bool:
    """Whether it owns up to a fault of manner, whatever was heard of it: "That was rude of me"."""
    return bool(_SELF_BLAME.search(text))


def apology(text: str) -> re.Match[str] | None:
    """The words that apologise, if something was done to apologise for."""
    found = [match for words in (_SELF_BLAME, _APOLOGY) if (match := words.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


_LOST = (
    r"(?:forgot(?:ten)?|lost|mislaid|misplaced|missed|slipped|escap\w+|gone|blank(?:ed)?|not\s+(?:noted|written|caught|kept)"
    r"|(?:can(?:['’]t|not)|could(?:n['’]t|\s+not)|do(?:n['’]t|\s+not)|did(?:n['’]t|\s+not))\s+(?:\w+\s+)?(?:recall|remember|place|catch|note|write|have))"
)
_NO_NAME = re.compile(
    rf"\byour\s+(?:(?:last|family|sur|second)\s*)?name\b[^.?!]{{0,25}}\b{_LOST}\b|\b{_LOST}\b[^.?!]{{0,12}}\byour\s+(?:(?:last|family|sur|second)\s*)?name\b",
    re.IGNORECASE,
)


def owns_to_forgotten_name(text: str) -> re.Match[str] | None:
    """The words that admit that the other's name is gone: "I must say it directly: your name I have not noted."."""
    return _NO_NAME.search(text)

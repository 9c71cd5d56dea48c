"""Whether somebody's words show that bad news has hit them, that they are nervous, or that they mourn."""

import re

_UPSET = re.compile(
    r"\boh,? no\b"
    r"|\b(?:need|give me|take) (?:just )?a (?:second|sec|moment|minute)\b|\bsit down for a\b"
    r"|\bneed to (?:breathe|sit down|swallow|collect myself)\b"
    r"|\bi(?:'d| had) (?:already )?told my (?:mother|mum|mom|father|dad|wife|husband|kids|daughter|son|family)\b"
    r"|\bi (?:really |honestly |just )?(?:thought|believed|hoped|was (?:so )?sure) (?:that )?"
    r"(?:(?:it|this(?: one)?) (?:would|might) be (?:me|it|the one)|this time)\b"
    r"|\b(?:that|this|it) (?:really |just |kinda )?sucks\b|\b(?:going|about) to cry\b"
    r"|\bi (?:really |so )?needed (?:this|that|it)(?: job| one| so (?:much|badly))\b"
    r"|\b(?:hard|difficult) to (?:hear|take|swallow)\b"
    r"|\b(?:heart ?broken|devastat\w+|gutted|crushed|in tears|crying)\b"
    r"|\bdon't know (?:what|how) (?:to (?:say|do)|many more)\b"
    r"|\bi'm (?:so |very )?(?:sad|disappointed|upset)\b",
    re.IGNORECASE,
)


def is_upset(text: str) -> bool:
    """Of a turn right after the news."""
    return bool(_UPSET.search(text))


_TEARS = re.compile(
    r"\bin tears\b|\b(?:mean|meant|want|wanted) to cry\b(?!\s+(?:wolf|off|foul))"
    r"|\b(?:i['’]?m|i am|im|makes? me|made me)\b[^.?!]{0,40}\b(?:cry(?:ing)?|tears)\b",
    re.IGNORECASE,
)


def in_tears(text: str) -> bool:
    """Whether somebody weeps, or is about to."""
    return bool(_TEARS.search(text))


_NERVOUS = re.compile(
    r"\b(?:i['’]?m|i\s+am|im|being)\s+(?!not\b)(?:(?:so|really|very|just|a\s+bit|quite|super|getting|all|still|kinda|honestly)\s+){0,3}"
    r"(?:nervous|shaking|trembling|shy|flustered|(?:bad|terrible|awful|hopeless|rubbish|no\s+good)\s+(?:at|on|with)\s+(?:the\s+)?(?:phones?|calls|this|these\s+calls|talking))\b"
    r"|\bmy\s+voice(?:['’]s|\s+(?:is|has))\s+gone\b|\ba\s+lump\s+in\s+my\s+throat\b|\b(?:choking|choked)\s+up\b|\bi['’]?m\s+being\s+(?:so\s+)?silly\b"
    r"|\bmy\s+(?:hands|voice)\s+(?:is|are)\s+shak\w+|\b(?:excuse|forgive|pardon|sorry\s+(?:for|about))\s+(?:my|the)\s+nerves\b",
    re.IGNORECASE,
)


def is_nervous(text: str) -> bool:
    """Whether somebody says that they are: "Sorry, I'm so bad at phones"."""
    return bool(_NERVOUS.search(text))


_KIN = (
    r"(?:mother|mum|mom|mam|mama|father|dad|papa|parents|wife|husband|partner|fianc[eé]e?|son|daughter|brother|sister|gran|nan|nanna|grandma"
    r"|grandmother|grandad|grandpa|grandfather|aunt(?:ie)?|uncle|cousin|baby|best\s+friend)(?:-in-law)?(?:['’]s\s+(?:mother|mum|mom|father|dad))?"
)
_NEXT = r"on|in|at|last|this|yesterday|today|two|three|a|so|and|just|before|after|when|while"
_ENDS = rf"(?=\s*(?:[,.;!?]|$|(?:{_NEXT})\b))"
_STAYS = rf"(?=\s*(?:[,.;!?]|$|(?:{_NEXT}|all|herself|himself|again|since|until|with)\b))"
_LOSS = re.compile(
    rf"\b(?:buried|burying|bury|lost|losing|laid)\s+(?:my|our)\s+(?:\w+\s+)?{_KIN}{_ENDS}"
    rf"|(?:\b(?:my|our)\s+(?:\w+\s+)?{_KIN}|\b(?:the|me)\s+(?:wife|husband|missus|mum|mam|mom|dad|gran|nan)|(?:^|[.!?,;]\s*)(?:mum|mom|mam|dad))(?:['’]s)?,?\s+"
    r"(?:(?:she|he|they|has|have|just|sadly|suddenly|is|was|are|she['’]s|he['’]s|went|been|taken)\s+){0,3}"
    rf"(?:passed(?:\s+(?:away|on))?{_ENDS}|died{_ENDS}|dead{_ENDS}|dying{_ENDS}|(?:very|terribly|gravely|seriously|badly)\s+(?:ill|sick)\b"
    rf"|(?:in|into|to)\s+(?:the\s+)?(?:hospital|hospice|intensive\s+care){_STAYS}|taken\s+ill\b|poorly(?!\s+\w+(?:ed|id|en)\b)\b|had\s+a\s+(?:stroke|heart\s+attack)\b|has\s+cancer\b)"
    rf"|\bfuneral\s+of\s+(?:my|our)\b|\b(?:my|our)\s+(?:\w+\s+)?{_KIN}['’]s\s+(?:\w+\s+)?(?:funeral|burial|wake|death)\b"
    r"|\b(?:a|the)\s+(?:death|bereavement|funeral)\s+in\s+(?:my|our|the)\s+family\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:years?|long)\s+ago\b|\bwhen\s+i\s+was\b|\blast\s+year\b|\b(?:19|20)\d\d\b|\blaugh\w*", re.IGNORECASE
)


def mourns(text: str) -> bool:
    """Whether somebody tells of a death or a grave illness in their family, and not of one long ago."""
    return bool(_LOSS.search(text)) and not _LONG_AGO.search(text)

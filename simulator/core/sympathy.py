"""Sympathy for what the other end has to put up with, in plain words."""

import re

_HARD = (
    r"(?:busy|stress\w*|hectic|hard|tough|rough|exhaust\w+|tiring|difficult|crazy|mad|mental|overwhelm\w*|frantic|chaos|chaotic"
    r"|horrible|awful|sad|intense|a\s+(?:lot|handful|nightmare|struggle)|not\s+easy|no\s+fun|worrying|tired|swamped|rushed(?:\s+off)?|under\s+pressure)"
)
_WORN = (
    r"(?:busy|stressed|exhausted|tired|overwhelmed|swamped|rushed(?:\s+off)?|run\s+off|worn\s+out"
    r"|under\s+(?:\w+\s+)?pressure)"
)
_MUCH = r"(?:(?:so|very|really|quite|pretty|rather|all|a\s+bit|terribly|awfully|incredibly|such|like)\s+)*"
_OF_THEIRS = re.compile(
    rf"\b(?:it|that|this|things|everything)\s*(?:['’]s|\s+is|\s+are|\s+must\s+be|\s+sounds?|\s+seems?|\s+looks?)\s+"
    rf"{_MUCH}{_HARD}\b[^.?!]{{0,25}}?\b(?:(?:for|on|with)\s+(?:you|all\s+of\s+you|everybody|the\s+team)|(?:over\s+|in\s+)?there\b|at\s+your\b)"
    r"|\bcan(?:['’]t|not)\s+be\s+easy\b"
    rf"|\b(?<!you )(?<!all )must\s+be\s+{_MUCH}{_HARD}\b(?![^.?!]{{0,20}}\b(?:for|on)\s+(?:me|us|her|him|them)\b)"
    rf"|\bsounds?\s+{_MUCH}{_HARD}\s+(?:(?:over\s+|in\s+)?there|today|where\s+you)\b"
    rf"|\byou\s+(?:all\s+)?(?:must\s+be|sound|seem)\s+{_MUCH}{_WORN}\b"
    r"|\byou(?:['’]re|\s+are)\s+(?:\w+\s+){0,2}(?:swamped|snowed\s+under|run\s+off|rushed\s+off|up\s+to\s+your|under\s+(?:a\s+lot|such))"
    r"|\byou(?:['’]ve|\s+have|\s+must\s+have)\s+(?:got\s+)?(?:\w+\s+)?(?:your\s+hands\s+full|a\s+lot\s+(?:on|going|to\s+deal)|so\s+much\s+on)"
    r"|\bi(?:\s*['’]m|\s+am)\s+(?:so\s+|very\s+|really\s+)?sorry\s+for\s+you\b|\bi\s+(?:do\s+|really\s+)?feel\s+for\s+you\b"
    r"|\bi\s+wish\s+you\s+(?:\w+\s+){0,2}(?:strength|calm(?:er)?|quiet(?:er)?|peace|patience|courage|easier)\b"
    r"|\bhope\s+(?:it|things?|(?:your|the)\s+(?:day|week|shift|evening)|everything)\s+(?:\w+\s+)?(?:calms?|quiets?|quietens?|settles?|eases?|slows?"
    r"|gets?\s+(?:\w+\s+){0,2}(?:better|easier|quieter|calmer))\b",
    re.IGNORECASE,
)
_SORRY_ONLY = re.compile(
    r"^\W*(?:(?:oh|and|but|so|no|ok(?:ay)?|um+|uh|er|ah|yeah|yes|hi|hello|hey|very|i['’]?m|i\s+am)\W+)*(?:sorry|apologies|pardon)"
    r"(?:\W+(?:again|hi|hello|it['’]?s|so|to|i|(?:i['’]?m|i\s+am)\W+(?:being\W+)?(?:(?:so|a\s+bit|really|just)\W+)?(?:slow|silly|confused|nervous"
    r"|stupid|clumsy|all\s+over\s+the\s+place)))*\W*$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\bpoor\s+(?!you\b|me\b|quality|pay|weather|line|connection|signal|show|excuse)\w+|\bbless\s+(?!you\b)\w+",
    re.IGNORECASE,
)


_IS_HARD = re.compile(rf"\b{_HARD}\b", re.IGNORECASE)
_FEARS_TO_DISTURB = re.compile(
    r"\b(?:sorry|apolog\w+|hope|trust|afraid|pardon|forgive)\b[^.?!;]{0,40}?\b(?:(?:bother|disturb|troubl|interrupt|intrud|pester)\w*\s+you"
    r"|(?:(?:catch|caught)\s+you|call\w*|ring\w*|phon\w+)\s+at\b"
    r"|an?\s+(?:bad|inconvenient|inopportune|awkward|wrong)\s+(?:time|moment|hour)|nosy|messing)",
    re.IGNORECASE,
)


def fears_to_disturb(text: str) -> bool:
    """Whether it asks pardon for the disturbance, and does not feel with who is hard pressed: "Sorry to bother you"."""
    return bool(_FEARS_TO_DISTURB.search(text)) and not _IS_HARD.search(text)


def sympathises(text: str) -> re.Match[str] | None:
    """The words that feel with the other end: "It must be a lot for you just now."."""
    return _OF_THEIRS.search(text)


def only_sorry(words: str) -> bool:
    """Whether they are a "sorry" in passing, which nobody answers."""
    return bool(_SORRY_ONLY.match(words))


def pities_others(words: str) -> bool:
    """Whether they pity somebody who was spoken of: "Oh, the poor man."."""
    return bool(_OF_OTHERS.search(words))

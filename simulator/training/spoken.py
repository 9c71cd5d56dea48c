"""The corpus as speech: words without punctuation, and a place for whatever belongs to one call only.

Names, companies, positions and topics differ from call to call. Where the corpus has one, the language model learns a
place (`audio.listeners.call_words.Place`); before a call the place is given the pronunciation of what stands on the card.
"""

import random
import re
from collections.abc import Iterator

from audio.listeners.call_words import Place

_CAP = r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*"
_NOT_NAMES = (
    "I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    "September|October|November|December|Christmas|Easter|English|Spanish|French|Excel|Human|Resources|Good|Hello|Hi|"
    "Thank|Thanks|Sorry|Yes|No|The|Zoom|Teams|God|Jesus|Mr|Mrs|Ms|Miss|Dr|Mister|Doctor|Professor|Prof|Sir|Madam|Ma"
)
_NAME = rf"(?!(?:{_NOT_NAMES})\b){_CAP}"
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Dr|Mister|Doctor|Professor|Prof)\.?"
_TRADE = (
    r"(?:[a-z]+(?:er|or|ist|ian|ant|ent|yst|ary|ive)|chef|cook|clerk|nurse|lead|rep|apprentice|trainee|intern|coach|"
    r"mechanic|librarian|foreman|guard|host|maid|pilot|waitress|hostess|carpenter|teacher|tutor|aide|associate)"
)
_GENERIC = (
    r"(?!(?:the|a|an|that|this|any|other|same|current|open|new|your|for|in|about|interview|better|former|over|never)\b)"
)

_BEFORE_TITLES = re.compile(rf"\b({_TITLES})\s+({_NAME})(?:\s+({_NAME}))?")
_OWN = re.compile(
    r"\b((?:[Tt]his is|[Tt]his'?s|[Mm]y name is|[Mm]y name[’']s|[Nn]ame is|[Nn]ame[’']s|[Ii]t[’']s|[Ii]t is|I[’']m|I am|I’m|here is))"
    rf"\s+({_NAME})(?:\s+({_NAME}))?(?=\s*(?:[,.;!?—–-]|$|and\b|from\b|calling\b|here\b|again\b|speaking\b|I\b|the\b|who\b|for\b))"
)
_SELF = re.compile(rf"\b({_NAME})(?:\s+({_NAME}))?(?=,?\s+(?:here|speaking|calling)\b)")
_THEIRS = re.compile(
    r"\b((?:[Ss]peak|[Tt]alk|[Mm]eet|[Mm]et|[Ss]poke|[Tt]alked|[Ii]nterviewed|interview|through|reach|for|[Ii]s|[Ww]ith|to|by|[Hh]i|"
    r"[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Mm]orning|[Aa]fternoon|[Ee]vening|[Bb]ye|[Gg]oodbye|[Dd]ear)(?:\s+(?:to|with))?,?)"
    rf"\s+({_NAME})(?:\s+({_NAME}))?(?=\s*(?:[,.;!?]|$|in\b|from\b|please\b|about\b|on\b|last\b|there\b|available\b))"
)
_COMPANY = re.compile(
    rf"\b(at|from|with|joining|join|of|to|for|called|near)\s+((?:[Tt]he\s+)?{_NAME}(?:\s+(?:(?:&|and|of)\s+)?{_NAME}){{0,3}})"
    r"(?=\s*(?:[,.;!?]|$|and\b|for\b|last\b|about\b|on\b|is\b|who\b|as\b|yesterday\b|because\b|but\b))"
)
_POSITION = re.compile(
    rf"\b((?:for|about|the|your|a|an|as|of)\s+)((?:{_GENERIC}[A-Za-z-]+\s+){{0,2}}{_GENERIC}{_TRADE})"
    r"(?=\s+(?:position|role|job|post|opening|vacancy|interview|spot|place)\b)",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b((?:talked|spoke|talking|spoken|discussed|discussing|discussion|conversation|chat|chatted|asked|question|mentioned|idea|told me)"
    r"(?:\s+(?:we|you|I)\s+had)?(?:\s+(?:to|with)\s+(?:you|me))?\s+(?:about|on|how)\s+)"
    r"((?:the|your|those|how)\s+(?!position|job|role|interview|decision|hiring|way|next|process|salary)[a-z' -]{8,45}?)(?=[,.;!?]|$| and I| which| last | during| when)"
)
_FILLERS = "um um uh uh er".split()
"""As often as they are chosen."""
_DIGITS = "oh one two three four five six seven eight nine".split()
_NUMBERS = dict(
    zip(
        map(str, range(21)),
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        strict=True,
    )
)
_ABBREVIATIONS = {"mr": "mister", "dr": "doctor", "prof": "professor", "&": "and", "ok": "okay"}
"""One spelling for what sounds alike."""


def as_spoken(text: str) -> list[str]:
    """The words as a recogniser writes them; long numbers digit by digit."""
    plain = text.lower().replace("’", "'").replace("%", " percent ")
    words = re.findall(r"[\w'&]+", plain.replace("-", " ")) if not Place.in_text(text) else _with_places(text)
    spoken = []
    for word in words:
        bare = word if Place.is_place(word) else word.strip("'")
        if bare.isascii() and bare.isdigit() and bare not in _NUMBERS:
            spoken += [_DIGITS[int(digit)] for digit in bare]
        elif bare:
            spoken.append(_NUMBERS.get(bare) or _ABBREVIATIONS.get(bare, bare))
    return spoken


def _with_places(text: str) -> list[str]:
    words: list[str] = []
    for part in re.split(r"(<\w+>)", text):
        words += [part] if Place.is_place(part) else as_spoken(part)
    return words


def hesitant(text: str, chance: random.Random) -> str:
    """The turn with a filler where one phrase ends and the next begins: written turns have fewer than spoken ones."""
    gaps = [found.end() for found in re.finditer(r"^|[,.;!?]\s+", text) if found.end() < len(text)]
    at = chance.choice(gaps or [0])
    return f"{text[:at]}{chance.choice(_FILLERS)} {text[at:]}"


def with_places(text: str) -> Iterator[str]:
    """The turn as the language model learns it: what belongs to its call is a place."""
    # an introduction names the caller; a title or a greeting names the other
    text = _BEFORE_TITLES.sub(lambda found: _titled(found[1], found[3]), text)
    text = _OWN.sub(lambda found: f"{found[1]} {_own(found[3])}", text)
    text = _SELF.sub(lambda found: _own(found[2]), text)
    text = _THEIRS.sub(lambda found: f"{found[1]} {_theirs(found[3])}", text)
    text = _COMPANY.sub(lambda found: f"{found[1]} {Place.COMPANY}", text)
    text = _POSITION.sub(lambda found: f"{found[1]}{Place.POSITION}", text)
    whole = _TOPIC.sub(lambda found: f"{found[1]}{Place.TOPIC}", text)
    yield whole
    if whole != text:
        yield _TOPIC.sub(lambda found: f"{found[1]}{_topic_words(found[2])}", text)


def with_position(text: str, name: str) -> str:
    """The text with `name` where it names a position."""
    return _POSITION.sub(lambda found: f"{found[1]}{name}", text)


def _titled(title: str, last: str | None) -> str:
    return f"{title} {Place.OTHER_FIRST} {Place.OTHER_LAST}" if last else f"{title} {Place.OTHER_LAST}"


def _own(last: str | None) -> str:
    return f"{Place.OWN_FIRST} {Place.OWN_LAST}" if last else f"{Place.OWN_FIRST}"


def _theirs(last: str | None) -> str:
    return f"{Place.OTHER_FIRST} {Place.OTHER_LAST}" if last else f"{Place.OTHER_FIRST}"


def _topic_words(phrase: str) -> str:
    """The phrase with its long words as places, for those who say it with other words between."""
    return " ".join(Place.TOPIC_WORD if len(word) > 5 else word for word in phrase.split())  # noqa: PLR2004 - content

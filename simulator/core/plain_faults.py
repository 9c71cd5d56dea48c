"""Faults that are plain by their words, whatever else is heard in a turn."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A

_OTHERS = (
    r"(?:him|her|them|(?:the|that|those)\s+other\s+"
    r"(?:one|two|guy|girl|fella|fellow|bloke|lad|lady|man|woman|person|candidate)s?)"
)
_SAID = {
    act: re.compile(words, re.IGNORECASE)
    for act, words in {
        A.SHOW_ENTITLEMENT: r"\bi\s+(?:hold|have|['’]ve\s+got)\s+(?:all\s+)?the\s+cards\b"
        r"|\bit(?:['’]s|\s+is)\s+(?:me|mine)[,.]?\s+(?:isn['’]?t\s+it|right|innit)\b"
        r"|\b(?:i\s+was|i['’]m|i\s+am)\s+(?:(?:easily|clearly|obviously|surely|by\s+far)\s+)?the\s+best\s+"
        r"(?:one\s+|candidate\s+|person\s+)?"
        r"(?:you(?:['’]ve|\s+have|['’]ll|\s+will)?\s+(?:had|have|seen|met|find|got)|in\s+that\s+room)\b"
        r"|\byou\s+need\s+me\s+more\s+than\s+i\s+need\b"
        r"|\byou(?:['’]ll|\s+will|\s+would|['’]d)\s+be\s+(?:mad|crazy|daft|a\s+fool|fools|stupid)\s+not\s+to\s+"
        r"(?:take|hire|pick|have)\b",
        A.SHOW_DESPERATION: r"\bi(?:['’]ve|\s+have)\s+been\s+(?:out\s+of\s+(?:work|a\s+job)|unemployed|jobless)\s+"
        r"(?:forever|for\s+(?:so|too)\s+long|for\s+ages|such\s+a\s+long\s+time)\b",
        A.PRESSURE_FOR_ANSWER: r"\bdon['’]?t\s+(?:you\s+)?(?:leave|keep)\s+me\s+"
        r"(?:dangling|hanging|in\s+suspense|on\s+tenterhooks)\b|\bdon['’]?t\s+tease\s+me\b",
        A.MENTION_OTHER_CANDIDATES: rf"\bwhy\s+(?:(?:pick|choose|take|hire|was\s+it)\s+)?{_OTHERS},?\s+and\s+not\s+me\b"
        r"|\bwhat\s+(?:do|did|does|has|have)\s+(?:they|he|she|the\s+(?:other|two|others)\w*(?:\s+\w+)?)\s+"
        r"(?:have|has|got|bring)\s+(?:that\s+|what\s+)?"
        r"i\s+(?:do\s+not|don['’]?t|did\s+not|didn['’]?t|have\s+not|haven['’]?t|lack)\b",
        A.CASUAL_LANGUAGE: r"\b(?:just|strictly)\s+between\s+(?:us|you\s+and\s+me|ourselves|the\s+two\s+of\s+us)\b"
        r"|(?:^|[.!?]\s*|\b(?:so|now|well|but)[\s,]+)between\s+(?:us|you\s+and\s+me|ourselves),"
        r"|,\s+(?:my\s+(?:friend|darling|lovely)|love|darling|sweetheart|honey|mate|pal|buddy)(?=\s*(?:[.!?,;]|$))"
        r"|\byour\s+favou?rite\s+(?!(?:part|thing|place|one|dish|book|song|bit|film|colou?r|day|food|among)\b)[\w-]+"
        r"(?=\s*(?:[.!,;]|$))|\bnobody\s+(?:needs|has)\s+to\s+know\b",
    }.items()
}
"""By the act. Haggling with what one holds against them is a claim, and "between us" is said to friends."""


PLAINLY = 0.7
"""How surely such words are meant so, 0 to 1: many are said with a smile."""


def plain_faults(text: str) -> Iterator[tuple[A, re.Match[str]]]:
    """The faults, each with the words that show it: "I hold the cards here!"."""
    yield from ((act, found) for act, words in _SAID.items() if (found := words.search(text)))

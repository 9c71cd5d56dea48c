"""A message that the caller dictates to somebody at a desk, and what anybody is asked to write down."""

import re

from simulator.core.text import Span

_WHOM = (
    r"(?:him|her|them|(?:the\s+)?(?:mr|mrs|ms|miss|dr|doctor|prof|professor|boss|manager|director"
    r"|head)\b\.?(?:\s+[\w'’-]+)?)"
)
_SPOKEN_OF = (
    r"(?:rang|called|telephoned|phoned|asked|was\s+(?:calling|ringing|asking|on\s+the\s+phone)"
    r"|has\s+(?:rung|called|phoned))"
)
_DICTATED = re.compile(
    rf"\b(?:tell|let|inform|ask|say)\s+(?:to\s+)?{_WHOM}(?:\s+know)?\s+(?:please\s+)?(?:that|if|whether"
    r"|to|about|i\b|i'|we\b|my\b|[A-Z])"
    rf"|\btell\s+(?:to\s+)?{_WHOM}\s+\w+"
    r"|\b(?:pass\s+(?:it\s+|this\s+)?on|note|mention|put\s+(?:it\s+)?down|write\s+(?:it\s+)?down|say"
    r")\s*,?\s+that\b"
    rf"|\b(?:that|to\s+say)\s+(?:i|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)\s+{_SPOKEN_OF}\b"
    r"|\b(?:(?:could|can|would|will)\s+(?:you|u)|please|just)\s+say\s+(?:that\s+)?[\w'’-]+(?:\s+[\w'’-]+)?\s+(?:rang|called|phoned)\b"
    rf"|^\W*(?:[A-Z][\w'’-]+\s+){{1,3}}{_SPOKEN_OF}\b"
    rf"|[.:,]\s*(?:[A-Z][\w'’-]+\s+){{1,3}}{_SPOKEN_OF}\b"
    r"|\b(?:message|note)\s+(?:is|would\s+be|reads?)\b"
    r"|\bmessage\s*:"
    r"|\bi(?:\s+will|'ll|\s+would|'d)?\s+(?:like\s+to\s+)?leave\s+(?:(?:him|her|them|you)\s+)?a\s+message[.:,]\s+(?=i\b)"
    rf"|\b(?:(?:he|she|they|{_WHOM})\s+(?:can|could|may|should|might|please)|please"
    r")\s+(?:please\s+)?(?:call|ring|phone)\s+me\b"
    rf"|\b(?:ask|have|get)\s+{_WHOM}\s+(?:to\s+)?(?:call|ring|phone|write)\b",
)
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")


def dictated(text: str) -> Span | None:
    """Where a message stands in the turn, from the words that hand it over to the end of its sentence; None where none
    does, as in "Could you take a message?"."""
    found = _DICTATED.search(_lower_openings(text))
    if not found:
        return None
    end = _SENTENCE_END.search(text, found.end())
    return Span(found.start(), end.end() if end else len(text))


def tells_message(text: str) -> bool:
    """Whether the words that hand a message over are followed by one: not in "Could you tell her something?"."""
    span = dictated(text)
    return span is not None and (len(text[span.start : span.end].split()) >= _FEWEST or bool(_RANG.search(text)))


_FEWEST = 8
"""Words of "tell her that I am still keen"."""
_RANG = re.compile(r"\bthat\s+(?:i|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)\s+(?:rang|called|phoned)\b", re.IGNORECASE)
"""A message of its own, however short."""


_WRITE = r"(?:write|put|jot|note|add|mark|scribble)"
_NOTE = re.compile(
    r"(?:(?<!what )\b(?:(?:can|could|would|will)\s+(?:you|ye|u)|please|i\s+said)[\s,:]+(?:please\s+|just\s+|also\s+)?"
    r"|^\W*(?:(?:just|only|also|and|now|then|so)\s+)?)"
    rf"{_WRITE}\s+(?:(?:that|it|this)\s+)?(?:down|beneath|under(?:neath)?|beside|below|on\s+(?:it|there|the\s+(?:note|message|pad|slip))"
    r"|in(?:to)?\s+(?:your|the|his|her)\s+(?:book|notes?|file|diary|papers|calendar))\b"
    r"(?!\s+(?:to\b|(?:my|the|a|your)\s+(?:\w+\s+)?(?:number|phone)))|\bonly\s+write,",
    re.IGNORECASE,
)


def asks_to_note(sentence: str) -> bool:
    """Whether it asks to have something written down: "Could you put that under it?"."""
    return bool(_NOTE.search(sentence))


_READ = re.compile(
    r"\bwhat\s+(?:exactly\s+)?(?:did|have)\s+(?:you|ye|u)\s+(?:write|wrote|written|put|noted?)(?:\s+down)?(?=\s*(?:[,.?!]|$|so\s+far))"
    r"|(?:^\W*|[,.;?!]\s*|\b(?:please|now|just|you|ye)\s+)read\s+(?:(?:it|that)\s+(?:(?:back|out)\s+to\s+)?me|me\s+(?:it|that|(?:my|the)\s+(?:message|note)))\b",
    re.IGNORECASE,
)


def asks_what_was_noted(sentence: str) -> bool:
    """Whether it asks to hear what was written down: "Now what did you write, read it me?"."""
    return bool(_READ.search(sentence))


def _lower_openings(text: str) -> str:
    """The text with the words that hand a message over in lower case, so that what has a capital is a name."""
    return re.sub(
        r"\b(?:Tell|Let|Inform|Ask|Say|Please|Could|Can|Just|Message|Note|Pass|Mention|He|She|They|Him|Her|Mr|Mrs|Ms|Dr|Doctor|I)\b",
        lambda word: word.group().lower(),
        text,
    )

"""Questions whether anything speaks against the caller: "Is there something that worries you about me?", and whether
what they said to that is enough."""

import re

from simulator.core.question import WH, questions

_DOUBT = re.compile(
    r"\b(?:doubts?|doubtful|worr(?:y|ies|ied|ying)|concerns?|reservations?|misgivings?|hesita\w+|hold(?:ing)?\s+(?:it\s+)?against|(?:speaks?|spoke|is|be|anything|something)"
    r"\s+against|weak(?:ness\w*|\s+(?:spots?|points?))?|put\s+(?:\w+\s+)?off|miss(?:ing|ed)?\s+(?:in|about|from)\s+(?:me|my)|not\s+(?:so\s+)?sure\s+(?:about|of)\s+me|giv(?:es?|ing)\s+you\s+pause|second\s+thoughts"
    r"|(?:was|were|am|sounded|seemed|came\s+across(?:\s+as)?)\s+(?:i\s+)?too\s+\w+)\b",
    re.IGNORECASE,
)
_NO_DOUBT = re.compile(
    r"\b(?:no|not|don['’]?t|never)\s+(?:to\s+)?worr\w+|\bno\s+concerns?\b|\bi(?:['’]?m|\s+am)\s+(?:\w+\s+){0,2}(?:worried|doubtful|too)\b"
    r"|\bam\s+i\s+too\s+(?:early|late|soon)\b",
    re.IGNORECASE,
)
"""Speaks of no doubt, or of one of the caller's own: "No worries, when can I call you?"."""
_OF_SELF = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)


def asks_for_doubts(text: str) -> re.Match[str] | None:
    """The words that do."""
    for span in questions(text) if _OF_SELF.search(text) else ():
        if not _NO_DOUBT.search(text, span.start, span.end) and (found := _DOUBT.search(text, span.start, span.end)):
            return found
    return None


_SETTLED = re.compile(
    r"\b(?:settled|cleared(?:\s+up)?|resolved|answered|off\s+the\s+table|put\s+to\s+rest|out\s+of\s+the\s+way|dealt\s+with|convinced"
    r"|reassured|(?:good|clear)\s+enough)\b",
    re.IGNORECASE,
)
_ANSWERS_IT = re.compile(
    r"^\W*(?:(?:and|but|so|well)\s+)?(?:does|did)\s+(?:that|this|it)\s+(?:\w+\s+)?(?:answer|settle|clear|convince|reassure|address)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    rf"^\W*(?:(?:and|but|so|or)\s+)?{WH}\b|\b(?:job|post|position|place|role|decision|vacanc\w+|e-?mails?|letters?|pay|salary|wages?"
    r"|dates?|start\w*|contract|hours|he|she|they|him|her|them|his|their)\b",
    re.IGNORECASE,
)


def asks_if_settled(question: str) -> bool:
    """Whether it asks if a doubt is gone: "Does that answer it?", "Is the point with the print shop settled now?"."""
    return bool(_ANSWERS_IT.search(question) or (_SETTLED.search(question) and not _OF_ELSE.search(question)))

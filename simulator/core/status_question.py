"""Questions for how things stand that are plain by their words: "Where is the process right now?"."""

import re

_PROCESS = r"(?:process|selection|hiring|recruit(?:ing|ment)|search|application|decision|procedure)"
_JOB = r"(?:job|position|post|role|vacancy|opening|place)"
_OF = rf"(?:the|my|your|this|that)\s+(?:[\w-]+\s+){{0,3}}?(?:{_PROCESS}|{_JOB})"
_END = (
    r"(?=\s*(?:(?:right\s+now|now|today|currently|at\s+the\s+moment|so\s+far"
    r"|these\s+days|at\s+present|please|then)\s*)*(?:[,;.?!]|$))"
)
_OR_NOT = r"(?=(?:[\s,]+(?:then|now|yes\s+or\s+no|or\s+[^.!?]*|right|correct|true|you\s+say))*\s*\?)"
"""Ends a question that the mark tells from a claim: "The job is mine"."""
_CHOSEN = (
    r"(?:invited|hired|chosen|shortlisted|through)"
    r"(?:\s+(?:to|for)\s+(?:the|that|this)\s+(?:[\w-]+\s+)?(?:round|interview|stage|day))?"
)
_ASKS = re.compile(
    rf"\bwhere\s*(?:['’]s|\s+is|\s+does|\s+are|\s+do)\s+(?:the|my|your|this)\s+(?:[\w-]+\s+)?{_PROCESS}"
    rf"(?:\s+(?:stand|at|up\s+to|standing|stuck|by\s+now))?{_END}"
    rf"|\bwhere\s+(?:are\s+(?:we|you|things)|do\s+(?:we|you|things|i)\s+stand)\s+(?:with|in|at|on)\s+{_OF}{_END}"
    rf"|\bwhat\s*(?:['’]s|\s+is|\s+has|\s+will)?\s*(?:happen(?:s|ing|ed)?|going\s+on|going\s+to\s+happen|bec[ao]me"
    rf"|the\s+(?:situation|state|status|story|position))\s+(?:with|to|of|on)\s+{_OF}{_END}"
    rf"|\bhow\s+far\s+(?:along\s+)?(?:are\s+(?:you|things)|is\s+(?:the|your)\s+(?:[\w-]+\s+)?{_PROCESS}|have\s+you\s+(?:got|come))"
    rf"(?:\s+(?:along\s+)?(?:with|in|on)\s+{_OF})?(?:\s+along)?{_END}"
    rf"|\bwhat\s+about\s+{_OF}{_END}"
    rf"|(?:^|[.!?]\s*|\b(?:so|and|well|huh|um|just|like|ok(?:ay)?)[\s,.]+)(?:am\s+i\s+(?:still\s+)?in(?:\s+or\s+(?:out|not))?"
    rf"){_END}"
    rf"|(?<!why )(?<!how )(?<!when )(?<!where )\bdid\s+i\s+(?:get|land)\s+(?:it|(?:the|that)\s+{_JOB})"
    rf"(?:{_END}|(?=\s+(?:or|is\s+what)\b))"
    r"|\bis\s+it\s+(?:a\s+)?(?:yes\s+or\s+(?:a\s+)?no|no\s+or\s+(?:a\s+)?yes)(?=(?:\s+(?:then|please|now))?\W*$)"
    rf"|\bwhere\s+(?:are|do)\s+(?:you|things)\s+(?:stand\s+)?with\s+(?:it|that|this|everything|all\s+of\s+it){_END}",
    re.IGNORECASE,
)

_OUTCOME = re.compile(
    rf"\b(?:is\s+(?:the|this)\s+{_JOB}\s+(?:for\s+me|mine)|(?:do|have)\s+i\s+(?:got|get|have)\s+the\s+{_JOB}"
    rf"|am\s+i\s+(?:already\s+)?{_CHOSEN}|(?:are\s+you|you['’]re|you\s+are)\s+(?:really\s+)?(?:taking\s+me\s+on|hiring\s+me|giving\s+me\s+the\s+{_JOB})"
    r"|(?:is|was)\s+(?:it|this|that)\s+(?:really\s+|now\s+)?an?\s+(?:real\s+|job\s+)?offer)"
    rf"(?:{_OR_NOT}|\s*$)"
    rf"|\b(?:(?:the|this)\s+{_JOB}\s+is\s+(?:for\s+me|mine)|i(?:(?:['’]ve|\s+have)(?:\s+got)?|\s+g[eo]t)\s+the\s+{_JOB}"
    rf"|i(?:['’]m|\s+am)\s+(?:already\s+)?{_CHOSEN}){_OR_NOT}",
    re.IGNORECASE,
)
"""Wants a yes or a no: "Is the job mine?"."""
_CONDITION = re.compile(r"\b(?:if|when|how|why|where|what|before|until|unless|once|in\s+case)\b", re.IGNORECASE)
"""Before it, asks something else: "When would I start if I get the job?"."""

_HOLD = r"(?:frozen|freeze|on\s+hold|the\s+hold|paused|stopped|(?:hiring|recruiting)\s+(?:stop|pause|ban)|on\s+ice)"
_HOW_LONG = re.compile(
    rf"\bhow\s+(?:much\s+)?long(?:er)?\b[^.?!]*\b{_HOLD}\b|\bwhen\b[^.?!]*\b(?:{_HOLD}\s+(?:end|go|over|lift)|unfreez\w+|thaw\w*)",
    re.IGNORECASE,
)


def asks_how_long_on_hold(text: str) -> re.Match[str] | None:
    """The words that ask when what is on hold goes on."""
    return _HOW_LONG.search(text)


def asks_status(text: str) -> re.Match[str] | None:
    """The words that ask it."""
    return _ASKS.search(text) or asks_outcome(text)


_CHOSEN_YET = re.compile(
    r"(?:^|[.!?,;]\s*|\b(?:so|and|well|then|ok(?:ay)?|tell\s+me)[\s,]+)(?:is\s+it\s+mine|have\s+i\s+got\s+it|did\s+i\s+get\s+it|do\s+i\s+have\s+it"
    r"|(?:is\s+)?(?:that|it|this)(?:['’]s|\s+is)?\s+a\s+(?:yes|no)|(?:can|may)\s+i\s+tell\s+(?:my|the)\s+\w+\s+(?:that\s+)?i(?:['’]ve|\s+have)?\s+got\s+it"
    r"|i(?:['’]ve|\s+have)\s+got\s+it|have\s+you\s+(?:picked|chosen|found)\s+(?:me|somebody|someone|anybody|anyone))"
    r"(?:\s+(?:then|now|or\s+not|yet))?\s*(?:,\s*\w+\s*)?\?",
    re.IGNORECASE,
)


_STARTS = re.compile(
    r"\b(?:so|and|well|then|now)\b[\s,]+when\s+(?:do|can|shall|should|would)\s+i\s+(?:start|begin)\b(?!\s+\w)"
    r"|\bwhen\s+(?:do|shall)\s+i\s+(?:start|begin)(?=\s*(?:[?.!,]|$))|\bwhen(?:['’]s|\s+is)\s+my\s+first\s+day\b",
    re.IGNORECASE,
)


def takes_for_granted(text: str) -> re.Match[str] | None:
    """The words that ask for the first day, as if there were an offer."""
    return _STARTS.search(text)


def asks_if_chosen(text: str) -> re.Match[str] | None:
    """The words that ask for the news before it is out: "Is it mine?", "So, when do I start?"; later they may ask about
    anything."""
    return _CHOSEN_YET.search(text) or takes_for_granted(text)


def asks_outcome(text: str) -> re.Match[str] | None:
    """The words that ask whether the answer is a yes: "The job is for me, yes or no?"."""
    found = _OUTCOME.search(text)
    return None if found and _CONDITION.search(re.split(r"[.!?]", text[: found.start()])[-1]) else found

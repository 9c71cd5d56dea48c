"""Plain words of somebody who wants the job."""

import re

_WANTS = re.compile(
    r"\bi(?:['’]d|\s+would|\s+do|\s+really|\s+still|\s+very\s+much)*\s+(?:want|love|like)\s+(?:to\s+(?:have|get)\s+)?(?:this|the|that)\s+"
    r"(?:job|position|post|role)\b(?!\s+(?:description|advert|title|to|was|is|offer))(?![^.!?]*\?)"
    r"|\bi(?:['’]d|\s+(?:would|should))\s+be\s+(?:\w+\s+)?(?:honou?red|proud|glad|happy|delighted|thrilled)\s+to\s+"
    r"(?:serve|work|join|be\s+part|come\s+and\s+work|start|help\s+you\s+(?:to\s+)?(?:do|build|run|make)\s+(?:it|that|this))\b(?![^.!?]*\?)",
    re.IGNORECASE,
)


def wants_the_job(text: str) -> re.Match[str] | None:
    """The words that say so: "And I want the job, this you should know."."""
    return _WANTS.search(text)

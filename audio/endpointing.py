"""Whether somebody who is silent has finished: from how long they have been, and from what they said so far.

People wait about 200 ms before they answer (Stivers et al. 2009, doi:10.1073/pnas.0903616106), because they foresee the
end. A program that cannot foresee it waits longer where the words ask for more, and shorter where they ask for an answer.
"""

import re
from enum import Enum


class Ending(Enum):
    """What the words so far let one expect, with the silence in milliseconds after which the turn is over."""

    ASKED = 450
    """A question or a goodbye: it is the other's turn."""
    FINISHED = 620
    """A sentence that can end here."""
    NOTHING_HEARD = 900
    """A voice in which no word was recognised, yet."""
    UNFINISHED = 1_750
    """More must come: pauses for thinking last up to a second and a half."""

    @property
    def silence_ms(self) -> int:
        return int(self.value)


PATIENCE = (0.5, 3.0)
"""The least and the most by which all waiting can be multiplied."""
_DANGLING = frozenset(
    "a an the this that's these those my your our their his her its some any another each every and or but because so if "
    "when while although whether unless since as than then also to of in on at by for from with about into like until "
    "after before between through regarding concerning during without i you we they he she it's i'm you're we're they're "
    "i've you've we've i'd you'd i'll you'll we'll am is are was were be been being do does did have has had will would "
    "can could shall should may might must not don't didn't haven't very really quite just even still more most um uh er "
    "erm hmm mm ah well actually basically maybe perhaps which who whose where what how why let let's wondering hoping "
    "wanted want like calling interested mr mrs ms miss dr doctor called named number".split()
)
"""Words on which few sentences end."""
_COMPLETE = re.compile(
    r"(?:that'?s (?:it|that|all|how it is)|how (?:are|were|is|was) (?:you|they|things|it)|i (?:am|do|did|have|was|would|will|can)"
    r"|(?:thank|thanks) .*|who (?:is|was) (?:this|that|it)|what (?:is|was) (?:it|that)|more like it|any more|let me know"
    r"|you (?:are|do|did|have|were|can|will|would)|as (?:it is|well)|looking for|(?:sort|kind) of|what for|how so|if so"
    r"|i think so|i hope so|speaking|if (?:you|they|we) (?:like|want)|i'?d (?:love|like) to|able to|happy to"
    r"|(?:talk|speak|talking|speaking) (?:to|with|about)|no one|that one|my own|hear from|good to hear)$"
)
"""Ends that look unfinished by their last word and are not."""
_QUESTION = re.compile(
    r"(?:^|\b(?:and|so|but|then|please|well|okay|thank you|thanks|question|today|position|role|job|interview) )"
    r"(?:could|can|would|will|may|might|do|does|did|have|has|is|are|was|were|shall|should|am|any) "
    r"(?:i|you|we|they|he|she|it|there|the|that|this|your|anyone|somebody|someone|anything|news|update|updates|word|chance)\b.*"
    r"|\b(?:when|what|where|how|who|which|why) (?:could|can|would|will|may|do|does|did|have|has|is|are|was|were|should|"
    r"might|about|long|soon|much|many|time|date|day)\b.*"
    r"|\b(?:wondering|wonder|ask|know|see|hear|check|find out|tell me) (?:if|whether|when|where|what|how|about)(?: \w+'?\w*){3,}"
)
_GOODBYE = re.compile(
    r"\b(?:bye|goodbye|good bye|bye bye|take care|(?:have|enjoy) (?:a|the|your) (?:\w+ )*(?:day|afternoon|evening|weekend|"
    r"one|week|time|rest)|see you(?: \w+)*)$"
)
_FILLERS = re.compile(r"(?:\s*\b(?:um+|uh+|er+|erm|hm+|mm+|ah)\b)+$")


def ending(text: str) -> Ending:
    """What the words so far, of a person or of a recogniser, let one expect."""
    words = re.sub(r"[^\w' ]+", " ", text.replace("’", "'").lower()).strip()
    words = re.sub(r"\s+", " ", words)
    if not words:
        return Ending.NOTHING_HEARD
    if _GOODBYE.search(words):
        return Ending.ASKED
    if _FILLERS.search(words):
        return Ending.UNFINISHED
    last = words.rsplit(" ", 1)[-1]
    if last in _DANGLING and not _COMPLETE.search(words):
        return Ending.UNFINISHED
    return Ending.ASKED if _QUESTION.search(words) else Ending.FINISHED


def silence_needed_ms(text: str, patience: float = 1.0) -> int:
    """How long a silence ends a turn with these words. `patience` multiplies it."""
    return round(ending(text).silence_ms * patience)

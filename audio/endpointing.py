"""Whether somebody who is silent has finished: from how long they have been, from what they said so far, and how.

People wait about 200 ms before they answer (Stivers et al. 2009, doi:10.1073/pnas.0903616106), because they foresee
the end. A program foresees less: it waits longer where the words ask for more, and shorter where they are complete.
"""

import re
from enum import Enum

from audio.ending_features import spoken_words
from audio.ending_model import EndingModel
from audio.melody import Melody


class Ending(Enum):
    """What the words so far let one expect, with the silence in milliseconds after which the turn is over."""

    COMPLETE = 660
    """A question, a goodbye, a sentence like the last of a turn: it is the other's turn."""
    POSSIBLE = 1_050
    """It may end here."""
    UNFINISHED = 1_600
    """More must come: pauses for thinking last up to a second and a half. So it is with a voice in which no word was
    recognised yet: mostly it is the first syllable of more."""

    @property
    def silence_ms(self) -> int:
        return int(self.value)


LEAST_PATIENCE, MOST_PATIENCE = 0.5, 3.0
"""By which all waiting can be multiplied."""
_COMPLETE, _POSSIBLE = 0.89, 0.28
"""Probabilities from which a turn is complete, and possibly complete. Of 958 ends of turns, each judged by a model
that has not learnt it, 52 % reach the first and 95 % the second; of 606 pauses within their sentences 4 % and 40 %."""
_OPENS = re.compile(
    r"(?:(?:hello|hi|hey|good (?:morning|afternoon|evening)|please|sorry|oh|okay|right|all ?right|great|really"
    r"|thank you|thanks|i understand|i see|of course)(?: |$))+$"
)
"""After it one draws breath: of 1,884 turns of the corpus that begin so, 13 have nothing else."""
_SAYS_ALL = re.compile(
    r"(?:.*\b(?:bye|goodbye|take care|(?:have|enjoy) (?:a|the|your) (?:\w+ )*(?:day|afternoon|evening|week|weekend))"
    r"|(?:(?:yes|yeah|no|sure|okay|right|oh|thank you|thanks|hello|hi|please|of course|certainly|absolutely"
    r"|speaking|(?:it is|i am|i do|i have|i did|i see|i understand|not at all|all right|alright|sorry|pardon|really"
    r"|nothing else)"
    r"|that'?s (?:right|fine|all|it|great|me|wonderful|good to hear|very kind)|great|good (?:morning|afternoon|evening)"
    r"|very much|so much|how are you(?: today)?|i'?m (?:fine|well|good))(?: |$))+)$"
)
"""Goodbyes, and short answers: the turns of the corpus are mostly longer."""
_FILLED = re.compile(r"\b(?:u+m+|u+h+|er+m*|h+m+|m+|a+h+)$")


def ending(text: str, model: EndingModel, melody: Melody | None = None) -> Ending:
    """What the words so far, of a person or of a recogniser, and the melody of the last of them let one expect."""
    said = " ".join(spoken_words(text))
    if not said or _FILLED.search(said) or _OPENS.match(said):
        return Ending.UNFINISHED
    if _SAYS_ALL.match(said):
        return Ending.COMPLETE
    probability = model.probability(said, melody)
    if probability >= _COMPLETE:
        return Ending.COMPLETE
    return Ending.POSSIBLE if probability >= _POSSIBLE else Ending.UNFINISHED


def silence_needed_ms(text: str, model: EndingModel, melody: Melody | None = None, patience: float = 1.0) -> int:
    """How long a silence ends a turn that sounds like this. `patience` multiplies it."""
    return round(ending(text, model, melody).silence_ms * patience)

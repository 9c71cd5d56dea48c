"""How the other end feels, and how much of it is left for this call."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from simulator.core.acts import DialogueAct as A
from simulator.core.question import questions
from simulator.core.utterance import Utterance


class Tone(StrEnum):
    """How a line is said."""

    WARM = "warm"
    NEUTRAL = "neutral"
    COLD = "cold"


#: What an act does to (mood, patience). Mood runs from -1 to 1, patience from 0 to 1.
EFFECTS: Mapping[A, tuple[float, float]] = {
    A.GREET: (0.05, 0.0),
    A.SMALL_TALK: (0.05, -0.02),
    A.INTRODUCE_SELF: (0.1, 0.0),
    A.IDENTIFY_INTERVIEW: (0.05, 0.0),
    A.REFERENCE_DISCUSSION: (0.15, 0.0),
    A.THANK: (0.1, 0.02),
    A.EXPRESS_INTEREST: (0.1, 0.0),
    A.ACCEPT_OUTCOME: (0.15, 0.05),
    A.SHOW_EMPATHY: (0.3, 0.15),
    A.OFFER_ALTERNATIVE: (0.15, 0.1),
    A.OFFER_INFORMATION: (0.1, 0.0),
    A.ASK_FEEDBACK: (0.05, 0.0),
    A.WELCOME_OFFER: (0.2, 0.0),
    A.APOLOGIZE_FORGOTTEN_NAME: (0.05, 0.0),
    A.COMPLAIN_ABOUT_WAIT: (-0.3, -0.2),
    A.PRESSURE_FOR_ANSWER: (-0.3, -0.2),
    A.QUESTION_DELAY: (-0.2, -0.15),
    A.MENTION_OTHER_CANDIDATES: (-0.2, -0.1),
    A.SHOW_DESPERATION: (-0.1, -0.1),
    A.BE_HOSTILE: (-0.7, -0.45),
    A.DISPUTE_DECISION: (-0.35, -0.25),
    A.SHOW_ENTITLEMENT: (-0.3, -0.15),
    A.CASUAL_LANGUAGE: (-0.1, -0.05),
    A.OVER_CONTACT: (-0.25, -0.15),
    A.OTHER: (0.0, -0.08),
}

_TURN_COST = 0.03
_SILENCE_COST = 0.25
_RAMBLING_WORDS = 60
"""About 25 seconds at the 150 words a minute of unhurried speech."""
_RAMBLING_COST = 0.12
_REPEAT_COST = 0.08
_REPEATED_FAULT = 0.5
"""How much more a hurting act weighs each further time."""
_CURIOSITY = 0.3
"""How much of the cost of an odd remark an odd question has: people like to be asked."""
_WEARS_OFF = (1.0, 0.5)
"""What a helping act is worth the first and the second time; nothing after that."""
WARM_FROM, COLD_BELOW = 0.35, -0.25
"""The moods at which the tone changes."""
LOST_PATIENCE_MOOD = -0.3
"""The mood, -1 to 1, up to which somebody whose patience is gone hangs up instead of saying a polite goodbye."""
_LAST_CHANCE = 0.05
"""Patience for one more turn, if it does not hurt."""


@dataclass(frozen=True, slots=True)
class Temper:
    """Mood and patience of the other end."""

    mood: float
    """-1 (hostile) to 1 (delighted)."""
    patience: float
    """0 (ends the call) to 1."""

    @property
    def tone(self) -> Tone:
        if self.mood >= WARM_FROM:
            return Tone.WARM
        return Tone.COLD if self.mood <= COLD_BELOW else Tone.NEUTRAL

    @property
    def worn_out(self) -> bool:
        return self.patience <= 0

    @property
    def fed_up(self) -> bool:
        """Whether they would hang up."""
        return self.worn_out and self.mood <= LOST_PATIENCE_MOOD

    def one_more_chance(self) -> Self:
        """The temper of somebody who says what they think of it first."""
        return replace(self, patience=_LAST_CHANCE)

    def after(self, utterance: Utterance, heard: Mapping[A, int]) -> Self:
        """The temper once `utterance` was heard; `heard` counts the acts of the turns before."""
        if utterance.silent:
            return self._moved(-0.05, -_SILENCE_COST)
        mood, patience = 0.0, -_TURN_COST
        for act in utterance.acts:
            by_mood, by_patience = EFFECTS.get(act, (0.0, 0.0))
            weight = _weight(act, heard.get(act, 0)) * (utterance.chance(act) if act.hurts else 1)
            if act is A.OTHER and bool(questions(utterance.text)):
                weight *= _CURIOSITY
            mood += by_mood * weight
            patience += by_patience * weight
        if utterance.words > _RAMBLING_WORDS:
            patience -= _RAMBLING_COST * utterance.words / _RAMBLING_WORDS
        return self._moved(mood, patience)

    def wearied(self, times: int) -> Self:
        """The temper after having had to do the same thing again, so many times over."""
        return self._moved(0.0, -_REPEAT_COST * times)

    def shifted(self, mood: float, patience: float) -> Self:
        """The temper of somebody who is so much better disposed, and so much more patient."""
        return self._moved(mood, patience)

    def _moved(self, mood: float, patience: float) -> Self:
        return replace(
            self,
            mood=round(min(1.0, max(-1.0, self.mood + mood)), 3),
            patience=round(min(1.0, max(0.0, self.patience + patience)), 3),
        )


def _weight(act: A, times_before: int) -> float:
    if act.hurts or act is A.OTHER:
        return 1 + _REPEATED_FAULT * times_before
    return _WEARS_OFF[times_before] if times_before < len(_WEARS_OFF) else 0.0

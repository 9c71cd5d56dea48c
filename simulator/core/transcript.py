"""What was said in a call: enough to score it, and to replay it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from simulator.core.scenario_kind import ScenarioKind


class Speaker(StrEnum):
    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    """The other end of the line, whoever answers: interviewer, receptionist or voicemail."""


class Role(StrEnum):
    """Who speaks at the other end."""

    INTERVIEWER = "interviewer"
    RECEPTIONIST = "receptionist"
    VOICEMAIL = "voicemail"


class Circumstance(StrEnum):
    """What makes a call of any kind another task."""

    CALLED_BACK = "called_back"
    """The employer rings the candidate."""
    FORGOTTEN_NAME = "forgotten_name"
    """The candidate does not know the name of the person they call."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of a turn that was spoken aloud."""

    word: str
    started_ms: int
    """Milliseconds since the call was answered."""
    ended_ms: int
    confidence: float = 1.0
    """How sure the recogniser was, 0 to 1."""
    loudness_db: float | None = None
    """Relative to the loudest sound that can be recorded, so below 0; None where unknown."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance of one speaker."""

    speaker: Speaker
    text: str
    started_ms: int | None = None
    """Milliseconds since the call was answered, at the turn's begin; None where unknown."""
    ended_ms: int | None = None
    role: Role | None = None
    """Who of the other end speaks; None for the candidate, and where it goes without saying."""
    words: tuple[SpokenWord, ...] = ()
    """As they were heard, in order; empty for a turn that was typed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Who calls whom about what. Empty where unknown."""

    contact: str = ""
    """As one would address them: "Ms. Ingrid Sorley"."""
    company: str = ""
    position: str = ""
    candidate: str = ""
    discussion_topic: str = ""
    interviewed: str = ""
    """When the interview was, as one says it: "last Tuesday"."""
    promised: str = ""
    """When an answer was promised, as one says it: "this Friday"."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A call, finished or not, lived through here or anywhere else."""

    kind: ScenarioKind
    facts: Facts
    turns: tuple[Turn, ...] = ()
    scenario: str = ""
    """The id of the scenario; empty for a call that was not rehearsed here."""
    seed: int = 0
    finished: bool = field(default=True)
    """False while the call lasts, and for ever if it was cut off."""
    circumstances: frozenset[Circumstance] = frozenset()
    persona: str = ""
    """The id of the persona that was asked for; empty for the scenario's own."""

    @property
    def first_role(self) -> Role:
        """Who answers, where the turns don't say it."""
        return first_role(self.kind)

    def followed_by(self, *turns: Turn) -> Self:
        return replace(self, turns=self.turns + turns)


def first_role(kind: ScenarioKind) -> Role:
    """Who is meant to be reached in a call of that kind."""
    return _FIRST_ROLE.get(kind, Role.INTERVIEWER)


_FIRST_ROLE = {ScenarioKind.RECEPTIONIST: Role.RECEPTIONIST, ScenarioKind.VOICEMAIL: Role.VOICEMAIL}

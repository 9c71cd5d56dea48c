"""What was said in a call: enough to score it, and to replay it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from simulator.core.scenario_kind import ScenarioKind


class Speaker(StrEnum):
    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    """The other end of the line, whoever answers: interviewer, receptionist or voicemail."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance of one speaker."""

    speaker: Speaker
    text: str
    started_ms: int | None = None
    """Milliseconds since the call was answered, at the turn's begin; None where unknown."""
    ended_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Who calls whom about what. Empty where unknown."""

    contact: str = ""
    """As one would address them: "Ms. Ingrid Sorley"."""
    company: str = ""
    position: str = ""
    candidate: str = ""
    discussion_topic: str = ""


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

    def followed_by(self, *turns: Turn) -> Self:
        return replace(self, turns=self.turns + turns)

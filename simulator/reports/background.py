"""What is known of a call beside its words and its score."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from simulator.core.arc import Arc
from simulator.core.attempt import Attempt


@dataclass(frozen=True, slots=True)
class Recording:
    """The sound of a turn."""

    mime: str
    """"audio/wav", for example."""
    data: bytes

    @property
    def uri(self) -> str:
        return f"data:{self.mime};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Background:
    """A report shows what there is of it."""

    call_id: int | None = None
    """In the history."""
    began: datetime | None = None
    """In the user's time zone."""
    arc: Arc | None = None
    attempts: Sequence[Attempt] = ()
    """This call and those of its kind before it, the oldest first."""
    audio_of_turn: Mapping[int, Recording] = field(default_factory=dict)
    """By the index of the turn among all turns, from 0."""

    @property
    def earlier_scores(self) -> tuple[int, ...]:
        """Of the calls of this kind before this one, the oldest first."""
        return tuple(attempt.score for attempt in self.attempts[:-1])


NOTHING = Background()

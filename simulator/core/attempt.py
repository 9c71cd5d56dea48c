"""A call of the history as one attempt among several."""

from dataclasses import dataclass
from datetime import datetime

from simulator.core.scoring import Scorecard
from simulator.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Attempt:
    """A call with its score by the checklist of today, so that old calls and new ones can be compared."""

    id: int
    """Of the call in the history."""
    began: datetime
    """In the user's time zone."""
    transcript: Transcript
    scorecard: Scorecard

    @property
    def score(self) -> int:
        """0 to 100."""
        return self.scorecard.score

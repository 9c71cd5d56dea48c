"""How ready somebody is for the real call, and what to rehearse next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.core.outcomes import Practice
from simulator.core.scenario_kind import ScenarioKind as K

MASTERED = 80
"""Of 100: from this score on a branch counts as mastered."""
LATELY = timedelta(days=7)
SESSION = 3
"""Calls in a session of ten minutes: a minute or two each, and the scorecard."""
LIKELY = (K.PENDING, K.VOICEMAIL, K.RECEPTIONIST, K.REJECTION, K.RUDE, K.ON_HOLD, K.OFFER)
"""What a follow-up call mostly meets, the likeliest or hardest to meet unprepared first."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One kind of call, as far as it was rehearsed."""

    kind: K
    count: int
    last_on: date | None
    last: float | None
    """The last score, 0 to 100."""
    best: float | None
    today: date

    @property
    def lately(self) -> bool:
        return self.last_on is not None and self.today - self.last_on <= LATELY

    @property
    def ready(self) -> bool:
        return self.lately and self.last is not None and self.last >= MASTERED


def branches(practice: Sequence[Practice], today: date) -> tuple[Branch, ...]:
    """Every kind of call, the likeliest first. `practice` is in order of time."""
    found = []
    for kind in LIKELY:
        of_kind = [one for one in practice if one.kind is kind]
        last = of_kind[-1] if of_kind else None
        best = max((one.score for one in of_kind), default=None)
        found.append(Branch(kind, len(of_kind), last.on if last else None, last.score if last else None, best, today))
    return tuple(found)


def session(known: Sequence[Branch]) -> tuple[K, ...]:
    """What to rehearse in the next ten minutes: what is weak, the likeliest first; the likeliest call once more, as a
    warm-up, if nothing is weak."""
    weak = [branch.kind for branch in known if not branch.ready]
    return tuple(weak[:SESSION]) or (known[0].kind,)

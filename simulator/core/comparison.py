"""Two calls side by side."""

from dataclasses import dataclass

from simulator.core.attempt import Attempt
from simulator.core.checklist import Item
from simulator.core.scoring import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Contrast:
    """What became of one item in two calls."""

    first: Verdict
    second: Verdict

    @property
    def item(self) -> Item:
        return self.second.item

    @property
    def gained(self) -> bool:
        """It went wrong in the first, and right in the second."""
        return self.first.outcome in _WRONG and self.second.outcome is Outcome.MET

    @property
    def slipped(self) -> bool:
        """It went right in the first, and wrong in the second."""
        return self.first.outcome is Outcome.MET and self.second.outcome in _WRONG

    @property
    def same(self) -> bool:
        return not self.gained and not self.slipped


@dataclass(frozen=True, slots=True)
class Comparison:
    first: Attempt
    second: Attempt
    contrasts: tuple[Contrast, ...]
    """In the order of the checklist; the items that applied to one of the calls at least."""

    @property
    def change(self) -> int:
        """Points that the second has more."""
        return self.second.score - self.first.score

    @property
    def gained(self) -> tuple[Contrast, ...]:
        return tuple(contrast for contrast in self.contrasts if contrast.gained)

    @property
    def slipped(self) -> tuple[Contrast, ...]:
        return tuple(contrast for contrast in self.contrasts if contrast.slipped)


def compare(first: Attempt, second: Attempt) -> Comparison:
    before = {verdict.item.id: verdict for verdict in first.scorecard.verdicts}
    contrasts = tuple(
        Contrast(before[verdict.item.id], verdict)
        for verdict in second.scorecard.verdicts
        if verdict.item.id in before and {verdict.outcome, before[verdict.item.id].outcome} != {Outcome.NOT_APPLICABLE}
    )
    return Comparison(first, second, contrasts)


_WRONG = frozenset({Outcome.MISSED, Outcome.VIOLATED})

"""Two calls side by side."""

from dataclasses import dataclass

from simulator.core.attempt import Attempt
from simulator.core.checklist import Item, ItemKind
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
    def avoided(self) -> bool:
        """A fault that neither call has: nothing to look at."""
        return self.item.kind is ItemKind.DONT and {self.first.outcome, self.second.outcome} <= _HARMLESS


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

    @property
    def same(self) -> tuple[Contrast, ...]:
        """Neither gained nor slipped, but for the faults that both avoided."""
        return tuple(one for one in self.contrasts if not (one.gained or one.slipped or one.avoided))

    @property
    def avoided(self) -> int:
        """Faults that neither call has."""
        return sum(contrast.avoided for contrast in self.contrasts)


def compare(first: Attempt, second: Attempt) -> Comparison:
    before = {verdict.item.id: verdict for verdict in first.scorecard.verdicts}
    contrasts = tuple(
        Contrast(before[verdict.item.id], verdict)
        for verdict in second.scorecard.verdicts
        if verdict.item.id in before and {verdict.outcome, before[verdict.item.id].outcome} != {Outcome.NOT_APPLICABLE}
    )
    return Comparison(first, second, contrasts)


_WRONG = frozenset({Outcome.MISSED, Outcome.VIOLATED})
_HARMLESS = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE})

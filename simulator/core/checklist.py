"""The do's and don'ts of a follow-up call, by which a transcript is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from typing import Self

from simulator.core.conditions import SURE, Condition, Evidence
from simulator.core.course import Course, Cues, Occasion
from simulator.core.rewording import Rewording
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Transcript

ON_REQUEST = 0.5
"""What a do is worth that the other end had to ask for, 0 to 1: it was said, and it was not offered."""


class ItemKind(StrEnum):
    DO = "do"
    DONT = "dont"


class Stage(StrEnum):
    """When in the call an item is due."""

    OPENING = "opening"
    MATTER = "matter"
    NEWS = "news"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Scope:
    """The calls, and the moments in them, for which something is written. What is empty sets no bound."""

    kinds: frozenset[ScenarioKind] = frozenset()
    circumstances: frozenset[Circumstance] = frozenset()
    occasions: frozenset[Occasion] = frozenset()
    """All of these came up before."""
    before: frozenset[Occasion] = frozenset()
    """None of these came up before."""

    def fits(self, transcript: Transcript, course: Course) -> bool:
        return (
            (not self.kinds or transcript.kind in self.kinds)
            and self.circumstances <= transcript.circumstances
            and all(course.came(occasion) for occasion in self.occasions)
            and not any(course.came(occasion) for occasion in self.before)
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """Another title, other advice, or another example, for some calls; what is empty stays as it is."""

    scope: Scope
    advice: str = ""
    better: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One rule."""

    id: str
    kind: ItemKind
    title: str
    stage: Stage
    weight: Mapping[ScenarioKind, float]
    """For a do: its share of the score, relative to the others that apply. For a don't: how much of the score
    its first occurrence takes, 0 to 1. Kinds that lack here are kinds to which the item does not apply."""
    again: float
    """For a don't: what each further occurrence takes, relative to the first."""
    optional: frozenset[ScenarioKind]
    """Kinds of call in which a do earns points but is not missed."""
    due: frozenset[Circumstance]
    """Circumstances in which a do is missed though it is optional."""
    waived: frozenset[Circumstance]
    """Circumstances in which a do is optional, and a don't no fault."""
    needs: Occasion | None
    """A do is not missed in a call in which this never came up."""
    after: Occasion | None
    """A do counts only after this came up, and does not apply where it never did."""
    spared_by: frozenset[Occasion]
    """A do is not missed where one of these came up."""
    opens: Occasion | None
    """A do without which this hardly comes up: who misses it bears the weight of what could not follow, too."""
    asked_for: Occasion | None
    """A do that comes only after this, while the candidate had their turn before, is half done."""
    condition: Condition
    """What fulfils a do, or violates a don't."""
    advice: str
    """Why it matters."""
    better: str
    """A line that does it right, with placeholders as in `simulator.core.scenario`."""
    source: tuple[str, ...]
    """The documents that say so: "S0" to "S4"."""
    wordings: tuple[Wording, ...] = field(default=(), repr=False)
    """The first that fits a call holds in it."""
    rewordings: tuple[tuple[Scope, Rewording], ...] = field(default=(), repr=False)
    """How to make a better line of the candidate's own words; the first that fits is taken."""

    def applies_to(self, transcript: Transcript) -> bool:
        waived = self.kind is ItemKind.DONT and not self.waived.isdisjoint(transcript.circumstances)
        return transcript.kind in self.weight and not waived

    def is_due(self, transcript: Transcript) -> bool:
        """Whether a do that applies is missed where it lacks, in a call in which all comes up."""
        if not self.waived.isdisjoint(transcript.circumstances):
            return False
        return transcript.kind not in self.optional or not self.due.isdisjoint(transcript.circumstances)

    def is_missed(self, transcript: Transcript, course: Course) -> bool:
        """Whether a do that applies and lacks is missed, as the call went."""
        reached = all(course.came(one) for one in (self.needs, self.after) if one)
        return self.is_due(transcript) and reached and not any(course.came(one) for one in self.spared_by)

    def evidence(self, course: Course) -> tuple[Evidence, ...]:
        """The words that fulfil a do, or violate a don't, where they count."""
        if self.after is None:
            return self.condition.find(course)
        if not course.came(self.after):
            return ()
        return self.condition.find(course.since(course.first(self.after)))

    def telling(self, course: Course, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """The evidence that is worth quoting. What fulfils a do surely makes doubtful words superfluous, and what comes
        soon after its occasion what comes later; what opens a call is done once with each person; every fault stays."""
        if self.kind is ItemKind.DONT or self.condition.concerns_whole_turns or not evidence:
            return evidence
        surest = max(evidence, key=lambda one: one.certainty)
        sure = [one for one in evidence if one.certainty >= SURE] or [surest]
        if self.after is not None:
            soon = {turn.turn for turn in course.since(course.first(self.after)).heard[:_SOON]}
            sure = [one for one in sure if one.turn in soon] or sure
        if self.stage is not Stage.OPENING:
            return tuple(sure)
        firsts = set()
        for _, turns in groupby(course.heard, key=lambda turn: turn.role):
            numbers = [turn.turn for turn in turns]
            firsts.add(next((one.turn for one in sure if one.turn in numbers), None))
        return tuple(one for one in sure if one.turn in firsts)

    def share(self, course: Course, evidence: Sequence[Evidence]) -> float:
        """How much of a do its evidence is worth, 0 to 1: what somebody had to be asked for is worth half."""
        asked = course.occasions.get(self.asked_for, ()) if self.asked_for else ()
        said = {one.turn for one in evidence}
        for _, turns in groupby(course.heard, key=lambda turn: turn.role):
            numbers = [turn.turn for turn in turns]
            first = next((number for number in numbers if number in said), -1)
            if any(numbers[0] < at < first for at in asked):
                return ON_REQUEST
        return 1.0

    def worded_for(self, transcript: Transcript, course: Course) -> Self:
        """The item with the advice and the example that hold at this moment of the call."""
        wording = next((one for one in self.wordings if one.scope.fits(transcript, course)), None)
        if wording is None:
            return self
        return replace(
            self,
            title=wording.title or self.title,
            advice=wording.advice or self.advice,
            better=wording.better or self.better,
        )

    def titled_for(self, transcript: Transcript, course: Course) -> Self:
        """The item with the title that holds as the call went."""
        return replace(self, title=self.worded_for(transcript, course).title)

    def bettered(self, words: str, transcript: Transcript, course: Course, values: Mapping[str, str]) -> str:
        """A better line made of these words, said at this moment of the call; empty where they do not lend
        themselves to it."""
        lines = (rewording.of(words, values) for scope, rewording in self.rewordings if scope.fits(transcript, course))
        return next((line for line in lines if line), "")


_SOON = 3
"""Turns of the candidate that are soon after an occasion."""


@dataclass(frozen=True, slots=True)
class Checklist:
    items: tuple[Item, ...]
    """In the order in which a call comes to them."""
    cues: Cues = field(default_factory=dict)
    """How it is known what came up."""

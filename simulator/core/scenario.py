"""A scenario: who answers, what they know, and how they say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from simulator.core.detail import Detail
from simulator.core.lines import Lines
from simulator.core.moves import AT_A_LOSS, MATTER, Move
from simulator.core.persona import Persona
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Temper
from simulator.core.transcript import Circumstance, Facts, Role

STORY_FACTS = frozenset({"contact", "company", "position", "discussion_topic"})
"""The facts that a scenario's story is about."""
NEWS_KINDS = frozenset({ScenarioKind.PENDING, ScenarioKind.REJECTION, ScenarioKind.OFFER, ScenarioKind.ON_HOLD})
"""The kinds of call that an employer makes, too."""


@dataclass(frozen=True, slots=True)
class FrontDesk:
    """Somebody who picks up first and puts the caller through."""

    screens: bool
    """Whether they want to know what it is about before they do."""
    temper: Temper
    lines: Lines = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One call that can be rehearsed."""

    id: str
    kind: ScenarioKind
    title: str
    difficulty: int
    """1 (easy) to 3 (hard)."""
    facts: Facts
    goal: str
    """What the candidate should achieve, in one or two sentences."""
    temper: Temper
    """Mood and patience when the call is answered."""
    lines: Lines = field(repr=False)
    """The scenario's own lines, true whatever the facts are."""
    background: str = ""
    """What they know of the candidate's past, in a sentence to the candidate; goes with the scenario's own facts."""
    story: Lines = field(default_factory=dict, repr=False)
    """Lines that only fit the scenario's own facts."""
    details: tuple[Detail, ...] = field(default=(), repr=False)
    """What they can tell when asked; goes with the scenario's own facts."""
    people: tuple[Detail, ...] = field(default=(), repr=False)
    """Who is who among those whom they name, by name; goes with the scenario's own facts."""
    words: tuple[Detail, ...] = field(default=(), repr=False)
    """What words of the phone and of work mean, whoever is on the line."""
    expected: bool = False
    """Whether the candidate's name is the user's own, so that the other end has it in their papers."""
    persona: Persona | None = None
    """How the other end talks."""
    recast: bool = False
    """Whether the persona was asked for by the user, so that its manner goes before the scenario's."""
    front_desk: FrontDesk | None = None
    """Who picks up first; None where nobody stands between."""
    forgotten_name: bool = False
    """Whether the candidate does not know whom they call."""
    record_seconds: int = 60
    """How long a machine records."""

    def in_manner_of(self, persona: Persona) -> "Scenario":
        """The same call with somebody who talks that way."""
        return replace(self, persona=persona, recast=True, temper=self.temper.shifted(persona.mood, persona.patience))

    def about(self, facts: Mapping[str, str]) -> "Scenario":
        """The same call with other facts, by their names in `Facts`. The scenario's story goes with its own facts."""
        changed = replace(self, facts=replace(self.facts, **facts), expected=self.expected or "candidate" in facts)
        return replace(changed, background="", story={}, details=(), people=()) if STORY_FACTS & set(facts) else changed

    @property
    def explained(self) -> tuple[Detail, ...]:
        """Whoever and whatever they can explain by its name."""
        return (*self.people, *self.words)

    @property
    def rings_back(self) -> bool:
        """Whether it can be played with the employer ringing the candidate."""
        return self.kind in NEWS_KINDS and not self.front_desk and not self.forgotten_name

    def circumstances(self, *, called_back: bool) -> frozenset[Circumstance]:
        given = {Circumstance.CALLED_BACK: called_back, Circumstance.FORGOTTEN_NAME: self.forgotten_name}
        return frozenset(circumstance for circumstance, holds in given.items() if holds)

    def has_words_for(self, move: Move) -> bool:
        """Whether somebody wrote words for this move that only some people make."""
        persona = self.persona.lines if self.persona else {}
        return any(move in lines for lines in (self.story, self.lines, persona))

    def sources(self, move: Move, role: Role, shared: "SharedLines") -> Iterator[Lines]:
        """Where the words for a move stand, the best place first. What is at stake is said by the scenario; the
        manner of a persona that was asked for goes before that of the scenario."""
        desk = self.front_desk if role is Role.RECEPTIONIST else None
        own = (desk.lines,) if desk else (self.story, self.lines)
        # Personas help with the name of the person called; whoever sits at the desk has one of their own.
        names_self = role is Role.RECEPTIONIST and move is Move.SAY_NAME
        manner = (self.persona.lines,) if self.persona and move not in MATTER and not (desk or names_self) else ()
        yield from (*manner, *own) if self.recast and move not in _OWN_WORLD else (*own, *manner)
        yield shared.by_place.get(role.value if desk else self.kind.value, {})
        yield shared.everywhere


_OWN_WORLD = AT_A_LOSS | {Move.NOD, Move.LOST_YOU}
"""Said in the words of the scenario, if it has any, whatever the manner: they tell of the place and its people."""


@dataclass(frozen=True, slots=True)
class SharedLines:
    """What is said in situations that many calls share."""

    everywhere: Lines = field(repr=False)
    by_place: Mapping[str, Lines] = field(repr=False)
    """By the kind of call; `receptionist` serves every front desk."""

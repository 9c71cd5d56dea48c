"""What the other end answers to: a turn, and the call around it."""

from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.apology import apology, blames_self
from simulator.core.call import Call, CallState
from simulator.core.matter import Matter
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.retrieval import Retrieval
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.sympathy import fears_to_disturb, only_sorry, pities_others
from simulator.core.transcript import Role
from simulator.core.utterance import Utterance

MAX_TURNS = 30
"""Candidate turns after which even the most patient person has to go."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A turn of the candidate, and the call as it stands after it."""

    utterance: Utterance
    scenario: Scenario
    called_back: bool
    state: CallState
    path: tuple[CallState, ...]
    """The states passed in this turn."""
    before: Memory
    now: Memory
    known: Retrieval
    """What whoever is on the line can tell."""

    @classmethod
    def of(cls, call: Call, path: tuple[CallState, ...], before: Memory) -> "Situation":
        """After `call` has heard a turn and passed the states of `path` in it; `before`: its memory until then."""
        return cls(call.taken, call.scenario, call.called_back, call.state, path, before, call.memory, call.known)

    @property
    def acts(self) -> frozenset[A]:
        return self.utterance.acts

    @property
    def hurts(self) -> bool:
        return any(act.hurts for act in self.acts)

    @property
    def apologises(self) -> bool:
        """Whether the turn makes up for something that hurt, and does no harm itself."""
        text = self.utterance.text
        meant = blames_self(text) or (self.before.owed and apology(text) is not None)
        return meant and not any(act.hurts and act is not A.CASUAL_LANGUAGE for act in self.acts)

    @property
    def feels(self) -> bool:
        """Whether the turn is considerate of the other end, by more than a "sorry" in passing or for disturbing."""
        text = self.utterance.text
        words = [text[one.start : one.end] for one in self.utterance.matches if one.act is A.SHOW_EMPATHY]
        return any(not (only_sorry(one) or pities_others(one) or fears_to_disturb(one)) for one in words)

    @property
    def only_apologises(self) -> bool:
        """Whether what seems considerate only asks pardon: "I'm so sorry, I'm nervous"."""
        return apology(self.utterance.text) is not None and not self.now.pitied

    def asks(self, matter: Matter) -> bool:
        """Whether one of the questions that are still to be answered is about this."""
        return any(one.matter is matter for one in self.utterance.matters)

    def first(self, act: A) -> bool:
        return act in self.acts and not self.before.acts.get(act)

    @property
    def at_desk(self) -> bool:
        """Whether a receptionist is on the line, to whom the news is nobody's business."""
        return self.now.role is Role.RECEPTIONIST

    @property
    def names_other_position(self) -> bool:
        """Whether the caller has the position wrong, as nobody has told them yet; who rang them said it themselves."""
        known = self.now.known and not self.called_back and Move.CORRECT_POSITION not in self.before.moves
        return known and self.now.misplaced

    @property
    def reachable_later(self) -> bool:
        """Whether "When?" asks for a better time to ring: of a desk, or of somebody who is too annoyed to talk."""
        away = self.now.role is Role.RECEPTIONIST and Move.UNAVAILABLE in self.before.moves
        return away or (self.scenario.kind is ScenarioKind.RUDE and Move.GIVE_STATUS not in self.before.moves)

"""The call as a state machine: which stage it has reached, and what was said on the way."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from transitions import Machine

from simulator.core.acts import DialogueAct as A
from simulator.core.asking_part import without_givens
from simulator.core.detail import DetailAsked
from simulator.core.details_asked import details_asked, taken
from simulator.core.drowned_questions import harmless, with_the_drowned
from simulator.core.matter import Matter
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.question import left_open
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.subject import subject_of
from simulator.core.terms_named import MAIN_TERMS, named
from simulator.core.text import overlap
from simulator.core.transcript import Circumstance, Role, first_role
from simulator.core.utterance import Utterance


class CallState(StrEnum):
    """The stage of the call."""

    RINGING = "ringing"
    RECEPTIONIST = "receptionist"
    VOICEMAIL = "voicemail"
    GREETING = "greeting"
    INTRODUCTION = "introduction"
    DISCUSSION_REFERENCE = "discussion_reference"
    STATUS_QUESTION = "status_question"
    DECISION_PENDING = "decision_pending"
    REJECTION = "rejection"
    RUDENESS = "rudeness"
    OFFER = "offer"
    ON_HOLD = "on_hold"
    CLOSING = "closing"
    ENDED = "ended"


S = CallState

BRANCHES = frozenset({S.DECISION_PENDING, S.REJECTION, S.OFFER, S.ON_HOLD})
"""Where the news of the call is out."""

#: The table of the call. A row fires when its trigger comes, its source is the present state and its
#: condition, a property of `Call`, holds; of several that could fire, the first does.
TRANSITIONS: tuple[dict[str, Any], ...] = (
    {
        "trigger": "answered",
        "source": S.RINGING,
        "dest": S.RECEPTIONIST,
        "conditions": "reaches_receptionist",
    },
    *(
        row
        for trigger, source in (("answered", S.RINGING), ("transferred", S.RECEPTIONIST))
        for row in (
            {"trigger": trigger, "source": source, "dest": S.VOICEMAIL, "conditions": "reaches_voicemail"},
            {"trigger": trigger, "source": source, "dest": S.GREETING},
        )
    ),
    {"trigger": "introduced", "source": S.GREETING, "dest": S.INTRODUCTION},
    {"trigger": "referred", "source": [S.GREETING, S.INTRODUCTION], "dest": S.DISCUSSION_REFERENCE},
    {
        "trigger": "asked",
        "source": [S.GREETING, S.INTRODUCTION, S.DISCUSSION_REFERENCE],
        "dest": S.STATUS_QUESTION,
    },
    {
        "trigger": "replied",
        "source": S.STATUS_QUESTION,
        "dest": S.RUDENESS,
        "conditions": ["may_be_told", "is_annoyed"],
    },
    *(
        {"trigger": "replied", "source": S.STATUS_QUESTION, "dest": dest, "conditions": ["may_be_told", condition]}
        for dest, condition in (
            (S.REJECTION, "brings_rejection"),
            (S.OFFER, "brings_offer"),
            (S.ON_HOLD, "brings_hold"),
            (S.DECISION_PENDING, "brings_patience"),
        )
    ),
    {"trigger": "replied", "source": S.RUDENESS, "dest": S.DECISION_PENDING, "conditions": "has_calmed_down"},
    {
        "trigger": "closed",
        "source": [state for state in S if state not in (S.RINGING, S.CLOSING, S.ENDED)],
        "dest": S.CLOSING,
    },
    {"trigger": "ended", "source": [state for state in S if state is not S.ENDED], "dest": S.ENDED},
)

_TRIGGER_OF: tuple[tuple[str, frozenset[A]], ...] = (
    ("introduced", frozenset({A.INTRODUCE_SELF})),
    ("referred", frozenset({A.REFERENCE_DISCUSSION})),
    ("asked", frozenset({A.ASK_STATUS, A.PRESSURE_FOR_ANSWER, A.QUESTION_DELAY, A.ASK_TIMELINE})),
)
"""The acts that move the call on, in the order in which they pass its stages within one turn."""


_REMEMBERS = frozenset({Move.ASK_INTERVIEW, Move.RECOGNISE})
"""After these it is clear, or has been asked, which interview the call is about."""
STRAIGHT = frozenset({A.ASK_STATUS, A.ASK_TIMELINE})
"""Plain questions for the news."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in a call, to come back to."""

    state: CallState
    memory: Memory


class Call:
    """One call: its state, moved by what the candidate does."""

    state: CallState
    """Kept by the machine."""
    taken: Utterance
    """The candidate's last turn, as the other end takes it."""

    def __init__(self, scenario: Scenario, known: Retrieval = NOTHING, *, called_back: bool = False) -> None:
        """`known`: what the person called can tell; `called_back`: the employer rings the candidate,
        and so knows whom they speak with and about what."""
        self.scenario = scenario
        self.circumstances = scenario.circumstances(called_back=called_back)
        self.memory = self._first_memory()
        self._known = known
        self._path: list[CallState] = []
        self._machine = Machine(
            model=self,
            states=CallState,
            transitions=list(TRANSITIONS),
            initial=CallState.RINGING,
            auto_transitions=False,
            ignore_invalid_triggers=True,
            after_state_change="note_state",
        )

    @property
    def called_back(self) -> bool:
        return Circumstance.CALLED_BACK in self.circumstances

    def answer(self) -> None:
        """The phone is picked up."""
        self._machine.dispatch("answered")

    def transfer(self) -> None:
        """The receptionist puts the caller through."""
        self._machine.dispatch("transferred")
        role = Role.VOICEMAIL if self.reaches_voicemail else Role.INTERVIEWER
        announced = self.scenario.front_desk is not None and self.scenario.front_desk.screens
        self.memory = self.memory.put_through(role, self.scenario.temper, announced=announced)

    def hear(self, utterance: Utterance) -> tuple[CallState, ...]:
        """Takes in a turn of the candidate; returns the states that the call passed in it, in order."""
        self._path = []
        asked = self._beside_terms(harmless(details_asked(utterance, self.known, self.memory), utterance), utterance)
        told = Move.GIVE_STATUS in self.memory.moves
        self.taken = utterance = self._as_meant(with_the_drowned(taken(utterance, asked), asked, told=told))
        # A yes to the guess asks for the news as well as any question.
        agrees = self.memory.agrees(utterance)
        # Who rings somebody comes to the matter unasked, if they have a moment.
        comes_to_it = self.memory.has_rung_up and A.OFFER_ALTERNATIVE not in utterance.acts
        self.memory = replace(self.memory.after(utterance), curious=asked, subject=_unanswered(utterance, asked))
        if self.memory.known:
            self._machine.dispatch("introduced")
        for trigger, acts in _TRIGGER_OF:
            if utterance.acts & acts or (trigger == "asked" and (agrees or comes_to_it)):
                self._machine.dispatch(trigger)
        if not utterance.silent:
            self._machine.dispatch("replied")
        if A.CLOSE in utterance.acts:
            self._machine.dispatch("closed")
        return tuple(self._path)

    def end(self) -> None:
        """Either side hangs up."""
        self._machine.dispatch("ended")

    @property
    def over(self) -> bool:
        return self.state is CallState.ENDED

    @property
    def moment(self) -> Moment:
        return Moment(self.state, self.memory)

    def return_to(self, moment: Moment) -> None:
        """Takes back everything since `moment`."""
        self.memory = moment.memory
        self._machine.set_state(moment.state)

    def note_state(self) -> None:
        """Called by the machine after each transition."""
        self._path.append(self.state)

    def _first_memory(self) -> Memory:
        scenario = self.scenario
        if scenario.front_desk:
            return Memory(scenario.front_desk.temper, Role.RECEPTIONIST)
        if self.called_back:
            return Memory(scenario.temper, caller=scenario.facts.candidate, introduced=True, placed=True)
        return Memory(scenario.temper, first_role(scenario.kind))

    def _beside_terms(self, asked: tuple[DetailAsked, ...], utterance: Utterance) -> tuple[DetailAsked, ...]:
        """What is asked about beside the main terms of an offer, which are told for themselves."""
        if self.scenario.kind is not ScenarioKind.OFFER:
            return asked
        due = MAIN_TERMS - set(self.memory.moves)
        of_terms = [match for match in utterance.matches if match.act is A.ASK_OFFER_DETAILS]
        return tuple(
            one
            for one in asked
            if due.isdisjoint(named(without_givens(one.words)))
            or not any(overlap(match, one.question) for match in of_terms)
        )

    def _as_meant(self, utterance: Utterance) -> Utterance:
        """Nobody presses for an answer that they have: once there is an offer, the deadline that is asked about is
        their own."""
        if self.scenario.kind is not ScenarioKind.OFFER or Move.GIVE_STATUS not in self.memory.moves:
            return utterance
        kept = tuple(match for match in utterance.matches if match.act is not A.PRESSURE_FOR_ANSWER)
        return replace(utterance, matches=kept)

    @property
    def known(self) -> Retrieval:
        """What whoever is on the line can tell."""
        return self._known if self.memory.role is first_role(self.scenario.kind) else NOTHING

    # Conditions of the table.

    @property
    def reaches_receptionist(self) -> bool:
        return self.memory.role is Role.RECEPTIONIST

    @property
    def reaches_voicemail(self) -> bool:
        return self.scenario.kind is ScenarioKind.VOICEMAIL

    @property
    def may_be_told(self) -> bool:
        """News is for a caller whom the other end knows, and once it was asked which interview it is about; nobody asks
        that who has just said that they remember."""
        remembered = not _REMEMBERS.isdisjoint(self.memory.moves)
        return self.memory.known and (self.memory.placed or remembered)

    @property
    def is_annoyed(self) -> bool:
        return self.scenario.kind is ScenarioKind.RUDE and self.memory.temper.mood < CIVIL_MOOD

    @property
    def has_calmed_down(self) -> bool:
        """Calm on its own softens nobody: the candidate has led back to the matter, too. And who has put off a civil
        question again and again gives in, however sullenly, as does who has put it off and taken an apology since."""
        put_off = self.memory.moves.get(Move.BRUSH_OFF, 0)
        asks = bool(self.taken.acts & STRAIGHT) or not _OF_THE_NEWS.isdisjoint(one.matter for one in self.taken.matters)
        made_up = put_off and Move.ACCEPT_APOLOGY in self.memory.moves
        if (made_up or put_off >= _PUT_OFF) and asks and not any(act.hurts for act in self.taken.acts):
            return True
        return self.memory.temper.mood >= CALM_MOOD and self.memory.asked > 1

    @property
    def brings_rejection(self) -> bool:
        return self.scenario.kind is ScenarioKind.REJECTION

    @property
    def brings_offer(self) -> bool:
        return self.scenario.kind is ScenarioKind.OFFER

    @property
    def brings_hold(self) -> bool:
        return self.scenario.kind is ScenarioKind.ON_HOLD

    @property
    def brings_patience(self) -> bool:
        return self.scenario.kind in (ScenarioKind.PENDING, ScenarioKind.RUDE)


def _unanswered(utterance: Utterance, asked: tuple[DetailAsked, ...]) -> str:
    """What the one question is about that neither an act nor anything else accounts for."""
    text = utterance.text
    accounted = [*(one.question for one in asked), *(one.sentence for one in utterance.of_any_call)]
    left = [span for span in left_open(utterance) if not any(overlap(span, one) for one in accounted)]
    return subject_of(text[left[0].start : left[0].end]) if len(left) == 1 else ""


_OF_THE_NEWS = frozenset({Matter.STATUS, Matter.CHANCES, Matter.REASON, Matter.FEEDBACK, Matter.TIMELINE})
"""Questions that the news answers."""
_PUT_OFF = 2
"""How often somebody who is having a bad day puts off a civil question for the news."""
CIVIL_MOOD = 0.0
"""The mood, -1 to 1, below which somebody who is having a bad day snaps at the first question."""
CALM_MOOD = -0.2
"""The mood from which they give a civil answer after all."""

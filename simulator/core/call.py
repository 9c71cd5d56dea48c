"""The call as a state machine: which stage it has reached, and what was said on the way."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from transitions import Machine

from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail, asked_about
from simulator.core.echo import telling_words
from simulator.core.moves import Move
from simulator.core.names import capitals
from simulator.core.process_question import MAY_BE_DETAILS, process_questions
from simulator.core.question import points_back, questions
from simulator.core.reply import Reply
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Temper
from simulator.core.transcript import Circumstance, Role
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


_NO_AGREEMENT = frozenset({A.CLARIFY, A.CLOSE})
_NO = re.compile(r"\W*(?:no|nope|nah|not)\b", re.IGNORECASE)
_THE_MATTER = frozenset({A.ASK_STATUS, A.OFFER_INFORMATION, A.ASK_FEEDBACK, A.REQUEST_FUTURE_CONSIDERATION})
"""Questions about the call itself, whatever else they name."""
_AT_A_LOSS = frozenset({Move.CANNOT_SAY, Move.STILL_CANNOT_SAY})
_AND = re.compile(
    r"\s+and\s+(?=(?:who|what|when|where|how|why|which|is|are|do|does|did|has|have|can)\b)", re.IGNORECASE
)
"""Joins two questions in one sentence."""
_CONFUSION = frozenset({Move.PUZZLED, Move.NUDGE})
STRAIGHT = frozenset({A.ASK_STATUS, A.ASK_TIMELINE})
"""Plain questions for the news."""
_CHANCES = 4
"""How often somebody who has had enough stays on the line after all."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that was said in a call so far, as the other end remembers it."""

    temper: Temper
    role: Role = Role.INTERVIEWER
    """Who is on the line."""
    caller: str = ""
    """The caller's name as they gave it."""
    introduced: bool = False
    """They gave a name, whether or not it could be made out."""
    placed: bool = False
    """It is clear which interview this is about."""
    recalled: bool = False
    """A topic of the interview was named."""
    asked: int = 0
    """In how many turns they asked for news, since this person is on the line."""
    promised: str = ""
    """The date that the caller says they were promised, in their words."""
    acts: Mapping[A, int] = field(default_factory=dict)
    """In how many turns each act was performed, since this person is on the line."""
    moves: Mapping[Move, int] = field(default_factory=dict)
    """How often the other end made each move."""
    said: frozenset[str] = frozenset()
    """Every line of the other end, so that none comes twice."""
    told: frozenset[str] = frozenset()
    """The telling words of all that the other end said, in lower case."""
    curious: tuple[Detail, ...] = ()
    """What the last turn asked about, of the things that the other end knows."""
    asking: frozenset[str] = frozenset()
    """The telling words of the questions of the last turn."""
    unknown: frozenset[str] = frozenset()
    """Those of the questions that the other end could not answer."""
    number_left: bool = False
    """The caller has said how to reach them."""
    chances: int = 0
    """How often the other end stayed on the line although they had had enough."""
    last_reply: str = ""
    last_substance: str = ""
    """What the other end told or asked last, to be repeated on request."""
    expects: Move | None = None
    """The question that the other end asked last, if it is still open."""
    turns: int = 0
    """Turns of the candidate."""
    turns_since_news: int = 0
    """Answers of the other end since it gave the news of the call; without meaning before."""
    words: int = 0
    silences: int = 0
    """How many turns in a row, up to now, the candidate said nothing."""

    @property
    def known(self) -> bool:
        """Whether the other end knows whom it speaks with. A name that could not be made out is asked for once;
        nobody asks a third time."""
        return bool(self.caller) or (self.introduced and Move.ASK_NAME in self.moves)

    @property
    def has_rung_up(self) -> bool:
        """Whether the other end rang, said why, and has not come to the news yet."""
        return Move.CALL_IN in self.moves and Move.GIVE_STATUS not in self.moves

    def agrees(self, utterance: Utterance) -> bool:
        """Whether the turn answers yes to "You're calling about the decision?", in whatever words."""
        acts = utterance.acts
        civil = bool(acts) and not acts & _NO_AGREEMENT and not any(act.hurts for act in acts)
        strays = acts <= {A.OTHER, A.SMALL_TALK} and bool(questions(utterance.text))
        return self.expects is Move.GUESS_PURPOSE and civil and not strays and not _NO.match(utterance.text)

    def after(self, utterance: Utterance) -> "Memory":
        """The memory with a turn of the candidate added."""
        acts, name, promise = utterance.acts, utterance.mentions.own_name, utterance.mentions.promised
        temper = self.temper.after(utterance, self.acts)
        stays = temper.fed_up and self.stays(utterance)
        return replace(
            self,
            temper=temper.one_more_chance() if stays else temper,
            chances=self.chances + stays,
            asking=_telling_of_questions(utterance.text),
            number_left=self.number_left or bool(utterance.mentions.phone or utterance.mentions.email),
            caller=capitals(name.text) if name else self.caller,
            promised=promise.text if promise else self.promised,
            introduced=self.introduced or A.INTRODUCE_SELF in acts,
            placed=self.placed or not acts.isdisjoint({A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION}),
            asked=self.asked + bool(acts & {A.ASK_STATUS, A.ASK_TIMELINE} or self.agrees(utterance)),
            recalled=self.recalled or A.REFERENCE_DISCUSSION in acts,
            acts=Counter(self.acts) + Counter(acts),
            turns=self.turns + 1,
            words=self.words + utterance.words,
            silences=self.silences + 1 if utterance.silent else 0,
        )

    def put_through(self, role: Role, temper: Temper, *, announced: bool) -> "Memory":
        """The memory of whoever picks up next: that of a person who has heard nothing yet, but for the name, if the
        caller was announced. What was said on this line stays said, and the time spent stays spent."""
        fresh = Memory(temper, role, self.caller, self.introduced) if announced else Memory(temper, role)
        return replace(fresh, said=self.said, turns=self.turns)

    def stays(self, utterance: Utterance) -> bool:
        """Whether somebody who has had enough does not hang up yet: they say so first, and they do not hang up on
        who is civil."""
        acts = utterance.acts
        shown = any(move is Move.NUDGE or move.startswith("react_") for move in self.moves)
        if shown and (utterance.silent or A.BE_HOSTILE in acts):
            return False
        civil = bool(acts - {A.OTHER}) and not any(act.hurts for act in acts) and self.chances < _CHANCES
        return civil or Move.WARN not in self.moves

    def replied(self, reply: Reply) -> "Memory":
        """The memory with an answer of the other end added."""
        moves = reply.moves
        repeating = Move.REPEAT_THAT in moves
        # Courtesies are repeated only where nothing else was said, confusion never.
        courtesy = "" if _CONFUSION.intersection(moves) else reply.text
        worth_repeating = reply.substance or courtesy
        return replace(
            self,
            temper=self.temper.wearied(sum(move in self.moves for move in moves)),
            moves=Counter(self.moves) + Counter(moves),
            said=self.said | set(reply.lines),
            told=self.told | telling_words(reply.text),
            unknown=self.unknown | self.asking if _AT_A_LOSS & set(moves) else self.unknown,
            last_reply=reply.text or self.last_reply,
            last_substance=self.last_substance if repeating else worth_repeating or self.last_substance,
            turns_since_news=0 if Move.GIVE_STATUS in moves else self.turns_since_news + 1,
            expects=self.expects if repeating else reply.expects,
        )


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in a call, to come back to."""

    state: CallState
    memory: Memory


class Call:
    """One call: its state, moved by what the candidate does."""

    state: CallState
    """Kept by the machine."""

    def __init__(self, scenario: Scenario, *, called_back: bool = False) -> None:
        """`called_back`: the employer rings the candidate, and so knows whom they speak with and about what."""
        self.scenario = scenario
        self.circumstances = scenario.circumstances(called_back=called_back)
        self.memory = self._first_memory()
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
        # A yes to the guess asks for the news as well as any question.
        agrees = self.memory.agrees(utterance)
        # Who rings somebody comes to the matter unasked, if they have a moment.
        comes_to_it = self.memory.has_rung_up and A.OFFER_ALTERNATIVE not in utterance.acts
        self.memory = replace(self.memory.after(utterance), curious=tuple(self._details_asked(utterance)))
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
        return Memory(scenario.temper, _ROLES.get(scenario.kind, Role.INTERVIEWER))

    def _details_asked(self, utterance: Utterance) -> Iterator[Detail]:
        """What the turn asks about, if the one who knows it is on the line."""
        if self.memory.role is not _ROLES.get(self.scenario.kind, Role.INTERVIEWER):
            return
        told = Move.GIVE_STATUS in self.memory.moves
        matter = [match for match in utterance.matches if match.act in _THE_MATTER]
        for span in questions(utterance.text):
            question = utterance.text[span.start : span.end]
            process = process_questions(question) if told else ()
            if not process and any(match.start < span.end and span.start < match.end for match in matter):
                continue
            if not all(one.matter in MAY_BE_DETAILS for one in process):
                continue
            for part in _AND.split(question):
                context = self.memory.last_reply if points_back(part) else ""
                details, said = self.scenario.details, self.memory.said
                if detail := asked_about(part, details, said) or asked_about(part, details, said, context):
                    yield detail

    # Conditions of the table.

    @property
    def reaches_receptionist(self) -> bool:
        return self.memory.role is Role.RECEPTIONIST

    @property
    def reaches_voicemail(self) -> bool:
        return self.scenario.kind is ScenarioKind.VOICEMAIL

    @property
    def may_be_told(self) -> bool:
        """News is for a caller whom the other end knows, and once it was asked which interview it is about."""
        return self.memory.known and (self.memory.placed or Move.ASK_INTERVIEW in self.memory.moves)

    @property
    def is_annoyed(self) -> bool:
        return self.scenario.kind is ScenarioKind.RUDE and self.memory.temper.mood < CIVIL_MOOD

    @property
    def has_calmed_down(self) -> bool:
        """Calm on its own softens nobody: the candidate has led back to the matter, too."""
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


_ROLES = {ScenarioKind.RECEPTIONIST: Role.RECEPTIONIST, ScenarioKind.VOICEMAIL: Role.VOICEMAIL}

CIVIL_MOOD = 0.0
"""The mood, -1 to 1, below which somebody who is having a bad day snaps at the first question."""
CALM_MOOD = -0.2
"""The mood from which they give a civil answer after all."""


def _telling_of_questions(text: str) -> frozenset[str]:
    return telling_words(" ".join(text[span.start : span.end] for span in questions(text)))

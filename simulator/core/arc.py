"""The arc of a call: how it went from stage to stage, and how the other end felt on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from simulator.core.answering import plan
from simulator.core.call import BRANCHES, Call, CallState
from simulator.core.hearing import Heard
from simulator.core.reply import Reply
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.scenario import Scenario
from simulator.core.situation import Situation
from simulator.core.temper import Tone
from simulator.core.transcript import Circumstance, Role, Speaker, Transcript

_TURNS_A_CALL = 0.3
"""The change of mood in one turn, of 2 from end to end, that is felt even where the tone stays the same: what one
complaint takes, and three times what a thank-you gives."""


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of the candidate, and where it left the call once it was answered."""

    turn: int
    """Index among all turns of the transcript, from 0."""
    role: Role
    """Who heard it."""
    state: CallState
    mood: float
    """Of who heard it: -1 (hostile) to 1 (delighted); without meaning where that was a machine."""
    change: float
    """What the turn did to it."""
    tone: Tone
    patience: float
    """0 to 1."""
    turned: bool
    """Whether it was a turning point: the tone became another, or the mood jumped."""
    news: bool
    """Whether it brought the answer that the call was made for."""


@dataclass(frozen=True, slots=True)
class Span:
    """Steps next to each other that stayed in one stage."""

    state: CallState
    first: int
    """Index among the steps, from 0."""
    last: int


@dataclass(frozen=True, slots=True)
class Arc:
    mood: float
    """In which the call was answered."""
    steps: tuple[Step, ...]
    """One for each turn of the candidate."""

    @property
    def spans(self) -> tuple[Span, ...]:
        groups = groupby(range(len(self.steps)), lambda index: self.steps[index].state)
        return tuple(Span(state, indices[0], indices[-1]) for state, group in groups for indices in [list(group)])

    @property
    def among_people(self) -> Self:
        """The part of it that somebody heard: a machine has no mood."""
        return replace(self, steps=tuple(step for step in self.steps if step.role is not Role.VOICEMAIL))

    @property
    def turning_points(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.turned)


def arc(transcript: Transcript, scenario: Scenario, heard: Sequence[Heard], known: Retrieval = NOTHING) -> Arc:
    """What became of the call turn by turn. The other end's answers are those of the transcript, so that a call with
    other lines, or between other people, can be followed, too; `scenario` says how patient they are, `known` what they
    can tell."""
    call = Call(scenario, known, called_back=Circumstance.CALLED_BACK in transcript.circumstances)
    call.answer()
    mood = call.memory.temper.mood
    steps: list[Step] = []
    for one in heard:
        # Who had the call put through is heard by somebody new.
        if one.role is not call.memory.role and call.state is CallState.RECEPTIONIST:
            call.transfer()
        before = call.memory
        path = call.hear(one.utterance)
        moves = plan(Situation.of(call, path, before)).moves
        answer = _answer(transcript, one.turn)
        call.memory = call.memory.replied(Reply(answer, answer, (), moves))
        was, now = before.temper, call.memory.temper
        change = round(now.mood - was.mood, 3)
        steps.append(
            Step(
                turn=one.turn,
                role=before.role,
                state=call.state,
                mood=now.mood,
                change=change,
                tone=now.tone,
                patience=now.patience,
                turned=now.tone is not was.tone or abs(change) >= _TURNS_A_CALL,
                news=not BRANCHES.isdisjoint(path),
            )
        )
    return Arc(mood, tuple(steps))


def _answer(transcript: Transcript, turn: int) -> str:
    """What was said to a turn; empty where nobody answered."""
    after = transcript.turns[turn + 1 : turn + 2]
    return after[0].text if after and after[0].speaker is Speaker.INTERVIEWER else ""

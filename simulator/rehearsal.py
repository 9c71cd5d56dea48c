"""The loop of a call: hear, understand, step, answer, record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from simulator.core.call import Call, Moment
from simulator.core.hearing import hear, stage
from simulator.core.interviewer import Plan, Situation, plan
from simulator.core.moves import Move
from simulator.core.phrasing import phrase
from simulator.core.scenario import Lines, Scenario
from simulator.core.text import tidy
from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.core.understanding import Understanding

Clock = Callable[[], int]
"""Milliseconds since the call was answered."""


@dataclass(frozen=True, slots=True)
class _Bookmark:
    moment: Moment
    turns: int


class Rehearsal:
    """One call between the candidate and the other end, whatever carries the words."""

    def __init__(
        self, scenario: Scenario, shared: Lines, understanding: Understanding, seed: int, clock: Clock
    ) -> None:
        self.call = Call(scenario)
        self.transcript = Transcript(scenario.kind, scenario.facts, scenario=scenario.id, seed=seed, finished=False)
        self._shared = shared
        self._understanding = understanding
        self._clock = clock
        self._bookmarks: list[_Bookmark] = []

    @property
    def over(self) -> bool:
        return self.call.over

    def pick_up(self) -> Sequence[Turn]:
        """The other end answers the phone. Returns the turns that this adds."""
        self.call.answer()
        return self._reply(Plan((Move.ANSWER,)))

    def say(self, text: str) -> Sequence[Turn]:
        """The candidate says `text`, in words as they come from outside. Returns the turns that this adds:
        the candidate's, and the answer, unless the other end only listens."""
        self._bookmarks.append(_Bookmark(self.call.moment, len(self.transcript.turns)))
        began = self._clock()
        text = tidy(text)
        before = self.call.memory
        utterance = hear(
            text,
            before.last_reply,
            stage(self.call.scenario.kind, before.acts),
            self.call.scenario.facts,
            self._understanding,
        )
        path = self.call.hear(utterance)
        turn = Turn(Speaker.CANDIDATE, text, began, self._clock())
        self.transcript = self.transcript.followed_by(turn)
        situation = Situation(utterance, self.call.scenario.kind, self.call.state, path, before, self.call.memory)
        return (turn, *self._reply(plan(situation)))

    def take_back(self) -> bool:
        """Undoes the last turn of the candidate and all that came of it. False if there is none."""
        if not self._bookmarks:
            return False
        mark = self._bookmarks.pop()
        self.call.return_to(mark.moment)
        self.transcript = replace(self.transcript, turns=self.transcript.turns[: mark.turns], finished=False)
        return True

    def hang_up(self) -> None:
        """The candidate ends the call, politely or not."""
        self.call.end()
        self.transcript = replace(self.transcript, finished=True)

    def _reply(self, answer: Plan) -> tuple[Turn, ...]:
        reply = phrase(answer, self.call.scenario, self._shared, self.call.memory, self.transcript.seed)
        speechless = not reply.text and answer.moves != (Move.RECORD,)
        if speechless and not answer.ends_call:
            # Everything that could be said to this was said before: a person would end it here.
            return self._reply(Plan((Move.WIND_DOWN,)))
        self.call.memory = self.call.memory.replied(reply, answer.moves, answer.expects)
        turns: tuple[Turn, ...] = ()
        if reply.text:
            now = self._clock()
            turns = (Turn(Speaker.INTERVIEWER, reply.text, now, now),)
            self.transcript = self.transcript.followed_by(*turns)
        if answer.ends_call:
            self.hang_up()
        return turns


def replay(rehearsal: Rehearsal, transcript: Transcript) -> None:
    """Brings a fresh rehearsal to where `transcript` was cut off."""
    rehearsal.pick_up()
    for turn in transcript.turns:
        if turn.speaker is Speaker.CANDIDATE and not rehearsal.over:
            rehearsal.say(turn.text)
    rehearsal.transcript = replace(transcript, finished=rehearsal.over)

"""The loop of a call: hear, understand, step, answer, record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.core.answering import SILENT, Plan, plan
from simulator.core.call import Call, Moment
from simulator.core.drowned_questions import heard_apart
from simulator.core.hearing import hear, stage
from simulator.core.matters_asked import with_matters
from simulator.core.moves import Move
from simulator.core.phrasing import phrase
from simulator.core.scenario import Scenario, SharedLines
from simulator.core.situation import Situation
from simulator.core.text import tidy
from simulator.core.transcript import Role, Speaker, SpokenWord, Transcript, Turn
from simulator.core.understanding import Understanding

if TYPE_CHECKING:
    from simulator.core.utterance import Utterance

Clock = Callable[[], int]
"""Milliseconds since the call was answered."""


@dataclass(frozen=True, slots=True)
class _Bookmark:
    moment: Moment
    turns: int


class Rehearsal:
    """One call between the candidate and the other end, whatever carries the words."""

    def __init__(  # noqa: PLR0913 - what a call is made of
        self,
        scenario: Scenario,
        shared: SharedLines,
        understanding: Understanding,
        seed: int,
        clock: Clock,
        *,
        called_back: bool = False,
    ) -> None:
        """`called_back`: the employer rings the candidate."""
        known = understanding.knowing(scenario.details, scenario.explained)
        self.call = Call(scenario, known, called_back=called_back)
        self.transcript = Transcript(
            scenario.kind,
            scenario.facts,
            scenario=scenario.id,
            seed=seed,
            finished=False,
            circumstances=self.call.circumstances,
            persona=scenario.persona.id if scenario.persona and scenario.recast else "",
        )
        self._shared = shared
        self._understanding = understanding
        self._clock = clock
        self._bookmarks: list[_Bookmark] = []
        self.heard: Utterance | None = None
        """The candidate's last turn, understood."""
        self.made: tuple[Move, ...] = ()
        """What the other end did in answer to it, in order."""
        self._last_read: tuple[tuple[str, str, str], Utterance] | None = None

    @property
    def over(self) -> bool:
        return self.call.over

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds since the call was answered."""
        return self._clock()

    def pick_up(self) -> Sequence[Turn]:
        """The phone is answered: by the other end, or by the candidate, who then speaks first. Returns the turns
        that this adds."""
        self.call.answer()
        return () if self.call.called_back else self._reply(Plan((Move.ANSWER,)))

    @property
    def now_ms(self) -> int:
        """Milliseconds since the call was answered."""
        return self._clock()

    def say(
        self,
        text: str,
        words: tuple[SpokenWord, ...] = (),
        began_ms: int | None = None,
        ended_ms: int | None = None,
    ) -> Sequence[Turn]:
        """The candidate says `text`, in words as they come from outside; where it was spoken aloud, with what is known
        of its words and the times. Returns the turns that this adds: the candidate's, and the answer, unless the other
        end only listens."""
        self._bookmarks.append(_Bookmark(self.call.moment, len(self.transcript.turns)))
        began = self._clock() if began_ms is None else began_ms
        text = tidy(text)
        before = self.call.memory
        moment = stage(self.call.scenario.kind, before.role, before.acts)
        utterance = self._read(text, before.last_reply, moment)
        self.heard, self.made = utterance, ()
        path = self.call.hear(utterance)
        turn = Turn(Speaker.CANDIDATE, text, began, self._clock() if ended_ms is None else ended_ms, words=words)
        self.transcript = self.transcript.followed_by(turn)
        answer = plan(Situation.of(self.call, path, before))
        if Move.RERECORD in answer.moves:
            return self._record_anew(answer)
        return (turn, *self._reply(answer))

    def foresee(self, text: str) -> Sequence[Turn]:
        """What `say` would return, without saying it."""
        before = self.call.moment, self.transcript, self._bookmarks.copy(), self.heard, self.made
        try:
            return self.say(text)
        finally:
            moment, self.transcript, self._bookmarks, self.heard, self.made = before
            self.call.return_to(moment)

    def _read(self, text: str, before: str, moment: str) -> "Utterance":
        """What the text does at this moment. What was foreseen is mostly said next, and is not read twice."""
        if self._last_read is None or self._last_read[0] != (text, before, moment):
            utterance = hear(text, before, moment, self.call.scenario.facts, self._understanding, self.call.known)
            utterance = heard_apart(utterance, before, moment, self._understanding)
            utterance = with_matters(utterance, before, self._understanding)
            self._last_read = (text, before, moment), utterance
        return self._last_read[1]

    def retime(self, turn: Turn, started_ms: int, ended_ms: int) -> None:
        """Tells when a turn, the last one like it, was heard."""
        turns = self.transcript.turns
        for number in range(len(turns) - 1, -1, -1):
            if turns[number] == turn:
                heard = replace(turn, started_ms=started_ms, ended_ms=ended_ms)
                self.transcript = replace(self.transcript, turns=(*turns[:number], heard, *turns[number + 1 :]))
                return

    def take_back(self) -> bool:
        """Undoes the last turn of the candidate and all that came of it. False if there is none."""
        if not self._bookmarks:
            return False
        mark = self._bookmarks.pop()
        self.call.return_to(mark.moment)
        self.transcript = replace(self.transcript, turns=self.transcript.turns[: mark.turns], finished=False)
        return True

    def _record_anew(self, answer: Plan) -> tuple[Turn, ...]:
        """The message is erased, as if it had never been spoken."""
        spoken = next(mark for mark in self._bookmarks if mark.moment.memory.role is Role.VOICEMAIL)
        moves = self.call.memory.moves
        self.call.return_to(spoken.moment)
        self.call.memory = replace(self.call.memory, moves=moves)
        self.transcript = replace(self.transcript, turns=self.transcript.turns[: spoken.turns])
        return self._reply(answer)

    def hang_up(self) -> None:
        """The candidate ends the call, politely or not."""
        self.call.end()
        self.transcript = replace(self.transcript, finished=True)

    def _reply(self, answer: Plan) -> tuple[Turn, ...]:
        reply = phrase(answer, self.call.scenario, self._shared, self.call.memory, self.transcript.seed)
        speechless = not reply.text and not SILENT.intersection(answer.moves)
        if speechless and not answer.ends_call:
            # Everything that could be said to this was said before: a person would end it here.
            last = Move.GOODBYE if Move.WIND_DOWN in self.call.memory.moves else Move.WIND_DOWN
            return self._reply(Plan((last,)))
        self.call.memory = self.call.memory.replied(reply)
        self.made += reply.moves
        turns: tuple[Turn, ...] = ()
        if reply.text:
            now = self._clock()
            turns = (Turn(Speaker.INTERVIEWER, reply.text, now, now, self.call.memory.role),)
            self.transcript = self.transcript.followed_by(*turns)
        if answer.ends_call:
            self.hang_up()
        elif Move.TRANSFER in answer.moves:
            self.call.transfer()
            turns += self._reply(Plan((Move.ANSWER,)))
        return turns


def replay(rehearsal: Rehearsal, transcript: Transcript) -> None:
    """Brings a fresh rehearsal to where `transcript` was cut off."""
    rehearsal.pick_up()
    for turn in transcript.turns:
        if turn.speaker is Speaker.CANDIDATE and not rehearsal.over:
            rehearsal.say(turn.text)
    rehearsal.transcript = replace(transcript, finished=rehearsal.over)

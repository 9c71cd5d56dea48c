"""A whole call on a screen: ring, talk, react, keep."""

from collections.abc import Callable, Sequence

from simulator.core.call import BRANCHES, CallState
from simulator.core.checklist import Checklist
from simulator.core.coaching import hint
from simulator.core.hearing import Heard
from simulator.core.moves import Move
from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.core.voicemail import most_words
from simulator.rehearsal import Rehearsal
from simulator.reports.names import STAGES
from simulator.reports.words import other_end
from simulator.terminal import wording
from simulator.terminal.card import card
from simulator.terminal.screen import Command, Screen, Spoken, Status


class Conversation:
    """Lets the user live through a rehearsal on a screen."""

    def __init__(
        self,
        rehearsal: Rehearsal,
        screen: Screen,
        checklist: Checklist,
        hear: Callable[[Transcript], Sequence[Heard]],
        keep: Callable[[Transcript], None],
    ) -> None:
        self._rehearsal = rehearsal
        self._screen = screen
        self._checklist = checklist
        self._hear = hear
        self._keep = keep
        self._recording = False
        self._goodbye_told = False

    def begin(self) -> None:
        """The other end picks up."""
        self._show(self._rehearsal.pick_up())

    def recall(self) -> None:
        """Shows what was said in a call that goes on."""
        self._screen.tell(wording.RESUMED)
        self._screen.show(self._rehearsal.transcript.turns, self._name)

    def go_on(self) -> None:
        """Talks until the call is over."""
        said: str | Spoken | Command = ""
        while not self._rehearsal.over:
            said = self._screen.listen(Status(self._stage, self._rehearsal.elapsed_ms))
            if isinstance(said, Command):
                self._obey(said)
            elif isinstance(said, Spoken):
                self._show(self._rehearsal.say(said.text, said.words, said.started_ms, said.ended_ms))
            else:
                self._show(self._rehearsal.say(said))
        self._screen.close(by_user=said is Command.HANG_UP)

    def _name(self, turn: Turn) -> str:
        return other_end(self._rehearsal.transcript, turn)

    @property
    def _stage(self) -> str:
        return STAGES[self._rehearsal.call.state].lower()

    def _obey(self, command: Command) -> None:
        match command:
            case Command.HANG_UP:
                self._rehearsal.hang_up()
                self._screen.tell(wording.HUNG_UP)
                self._keep(self._rehearsal.transcript)
            case Command.CARD:
                self._screen.tell(card(self._rehearsal.call.scenario, incoming=self._rehearsal.call.called_back))
            case Command.UNDO:
                self._take_back()
            case Command.HINT:
                self._screen.tell(self._hint())
            case Command.HELP:
                self._screen.tell("\n".join(f"{name:<7} {what}" for name, what in wording.COMMANDS.items()))

    def _take_back(self) -> None:
        if not self._rehearsal.take_back():
            self._screen.tell(wording.NOTHING_TO_UNDO)
            return
        self._screen.tell(wording.UNDONE)
        self._show(self._rehearsal.transcript.turns[-1:])

    def _hint(self) -> str:
        transcript = self._rehearsal.transcript
        call = self._rehearsal.call
        told = call.state in BRANCHES | {CallState.RUDENESS}
        doubted = call.memory.expects is Move.RAISE_CONCERN
        found = hint(transcript, self._checklist, self._hear(transcript), told=told, doubted=doubted)
        if found is None:
            return wording.EVERYTHING_DONE
        return f"{found.item.title}. {found.item.advice}\nFor example: “{found.example}”"

    def _show(self, turns: Sequence[Turn]) -> None:
        recording = self._recording
        self._recording = self._rehearsal.call.state is CallState.VOICEMAIL
        news = [turn for turn in turns if turn.speaker is Speaker.INTERVIEWER or not self._screen.echoes]
        self._screen.show(news, self._name)
        if self._recording and not recording:
            anew = self._rehearsal.call.scenario.has_words_for(Move.OFFER_RERECORD)
            self._screen.tell(wording.listening(most_words(self._rehearsal.call.scenario.record_seconds), anew=anew))
        if self._rehearsal.call.memory.expects is Move.OFFER_RERECORD:
            self._screen.tell(wording.RECORDED)
        if not self._rehearsal.over and Move.GOODBYE in self._rehearsal.made and not self._goodbye_told:
            self._goodbye_told = True
            self._screen.tell(wording.SAY_GOODBYE)
        self._keep(self._rehearsal.transcript)

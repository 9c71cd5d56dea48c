"""The call aloud: the other end speaks, the user speaks, the screen writes along. Whatever fails, the same call goes on
by typing."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType

from audio import tones
from audio.phone import Phone
from simulator.core.transcript import Role, Speaker, Turn
from simulator.errors import AudioError, RingbackError
from simulator.terminal import wording
from simulator.terminal.screen import Command, Screen, Spoken, Status
from simulator.terminal.voice_listening import VoiceListening
from simulator.terminal.voice_parts import OpenLine, VoiceParts
from simulator.terminal.voice_speaking import VoiceSpeaking
from simulator.terminal.voice_watch import VoiceWatch

if TYPE_CHECKING:
    from audio.listeners import Listener
    from simulator.rehearsal import Rehearsal


class VoiceScreen:
    """A screen for speaking, on top of one for typing."""

    echoes = False

    def __init__(self, console: Console, typing: Screen, parts: VoiceParts, *, keys: bool) -> None:
        """`keys`: whether there are keys to press and a line that can be written over."""
        self._typing = typing
        self._parts = parts
        self._recorder = parts.recorder
        self._phone: Phone | None = Phone(parts.patience, parts.recorder, parts.scenario.facts.position)
        self._line: OpenLine | None = None
        self._open = ExitStack()
        self._watch = VoiceWatch(console, typing.tell, keys=keys)
        self._speaking = VoiceSpeaking(parts, self._watch)
        self._listening = VoiceListening(self._watch, self._foresee, confirm=parts.confirm)
        self._listener: Future[Listener] = Future()

    def ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        threading.Thread(target=self._load_listener, daemon=True).start()
        try:
            self._ring(ready, incoming=incoming)
        except AudioError as error:
            self._go_on_typing(error)
            self._typing.ring(ready, incoming=incoming)

    def expect(self, first: Callable[[], Sequence[Turn]]) -> None:
        """Has the first lines made ready while it rings; `first` tells them and may take a while."""
        self._speaking.expect(first)

    def connect(self, rehearsal: "Rehearsal") -> None:
        """From now on it is this call that is spoken. What is shown before, is only shown."""
        if self._phone:
            self._phone.answer(self._listener.result(), rehearsal.now_ms)
            self._line = OpenLine(self._phone, rehearsal)

    def record_to(self, path: Path) -> None:
        """Writes the recording down there, from now on."""
        if self._recorder and self._phone:
            try:
                self._recorder.write_to(path)
                self._recorder.flush()
            except AudioError as error:
                self._recorder = None
                self.tell(str(error))

    def show(self, turns: Sequence[Turn], name: Callable[[Turn], str]) -> None:
        for number, turn in enumerate(turns):
            self._watch.clear()
            self._typing.show([turn], name)
            if turn.speaker is Speaker.INTERVIEWER and self._line:
                puts_through = turn.role is Role.RECEPTIONIST and number + 1 < len(turns)
                try:
                    self._speaking.speak(turn, self._line, puts_through=puts_through)
                except AudioError as error:
                    self._go_on_typing(error)

    def tell(self, what: RenderableType) -> None:
        self._watch.tell(what)

    def close(self, *, by_user: bool) -> None:
        self.hang_up()
        self._typing.close(by_user=by_user)

    def listen(self, status: Status) -> str | Spoken | Command:
        if self._line is not None:
            try:
                said = self._listening.hear(self._line)
            except AudioError as error:
                self._go_on_typing(error)
            else:
                if said is not Command.TYPE:
                    return said
                self._go_on_typing(None)
        return self._typing.listen(status)

    def hang_up(self) -> None:
        """Lets go of microphone, speaker and keys."""
        self._watch.clear()
        self._open.close()
        self._phone = self._line = None
        self._parts.speaking.close()
        if self._recorder:
            self._recorder.close()

    def _ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        phone = self._phone
        if phone is None:
            return
        self._typing.tell(wording.YOUR_PHONE_RINGS if incoming else wording.BUSY_LINE)
        self._open.enter_context(phone)
        self._open.enter_context(self._watch.keys)
        phone.ring(
            tones.bell() if incoming else tones.ringback(),
            tones.ring_pause(),
            lambda: ready() and self._listener.done(),
            self._while_ringing,
        )
        self._listener.result()
        self._typing.tell(wording.YOU_ANSWER if incoming else wording.ANSWERED)
        if phone.place.echo:
            self._watch.tell_once(wording.ECHO_HEARD)

    def _while_ringing(self) -> None:
        if self._watch.keys.pressed() is Command.HANG_UP:
            raise KeyboardInterrupt

    def _load_listener(self) -> None:
        try:
            self._listener.set_result(self._parts.load_listener())
        except RingbackError as error:
            self._listener.set_exception(error)
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises must not lose the call
            self._listener.set_exception(AudioError(f"The speech recogniser does not start: {error}."))

    def _foresee(self, text: str) -> None:
        """Makes the answer ready that these words would get."""
        if text and self._line:
            self._speaking.prepare(self._line.rehearsal.foresee(text)[1:])

    def _go_on_typing(self, error: AudioError | None) -> None:
        self.hang_up()
        self._typing.tell("\n".join(filter(None, (str(error) if error else "", wording.GOING_ON_TYPING))))
        self.echoes = self._typing.echoes

"""The call aloud: the other end speaks, the user speaks, the screen writes along. Whatever fails, the same call goes on
by typing."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType

from audio import tones
from audio.phone import Phone, Played
from audio.recorder import Recorder
from audio.sound import Sound
from simulator.core.call import CallState
from simulator.core.transcript import Role, Speaker, SpokenWord, Turn
from simulator.errors import AudioError, RingbackError
from simulator.terminal import wording
from simulator.terminal.correcting import ask_at_terminal
from simulator.terminal.keys import Keys
from simulator.terminal.screen import Command, Screen, Spoken, Status
from simulator.terminal.spoken_lines import BEEP, spoken_parts
from simulator.terminal.status_line import StatusLine
from simulator.voices import voice_of

if TYPE_CHECKING:
    from audio.listeners import Listener
    from audio.speakers import Voice
    from audio.speakers.ahead import SpeakingAhead
    from simulator.core.scenario import Scenario
    from simulator.rehearsal import Rehearsal

_NUDGE_MS = 9_000
"""Of silence after which the other end asks whether you are there."""
_MACHINE_MS = 7_000
"""Of silence after which a machine hangs up."""
_MACHINE_PATIENCE_MS = 1_200
"""Of silence that separates two pieces of a message."""
_NOISE_MS = 10_000
"""Of a sound without a word in it that is no speech."""
_LONGEST_MS = 90_000
"""Of one turn."""
_HOLD_SECONDS = 3.0
_EMPTY_TURNS = 3
"""Turns without a word in a row after which typing is better."""


@dataclass(frozen=True, slots=True)
class VoiceParts:
    """What a call aloud is made of."""

    scenario: "Scenario"
    speaking: "SpeakingAhead"
    load_listener: "Callable[[], Listener]"
    patience: float = 1.0
    recorder: Recorder | None = None
    confirm: bool = False
    """Whether the user puts right what was heard before it is answered."""


class VoiceScreen:
    """A screen for speaking, on top of one for typing."""

    echoes = False

    def __init__(self, console: Console, typing: Screen, parts: VoiceParts, *, keys: bool) -> None:
        """`keys`: whether there are keys to press and a line that can be written over."""
        self._typing = typing
        self._parts = parts
        self._recorder = parts.recorder
        self._phone: Phone | None = Phone(parts.patience, parts.recorder)
        self._open = ExitStack()
        self._keys = Keys(terminal=keys)
        self._line = StatusLine(console, shown=keys)
        self._pressed: Command | str | None = None
        self._rehearsal: Rehearsal | None = None
        self._listener: Future[Listener] = Future()
        self._told: set[str] = set()
        self._empty_turns = 0
        self._listening_since_ms = 0

    def ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        threading.Thread(target=self._load_listener, daemon=True).start()
        try:
            self._ring(ready, incoming=incoming)
        except AudioError as error:
            self._go_on_typing(error)
            self._typing.ring(ready, incoming=incoming)

    def _ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        phone = self._phone
        if phone is None:
            return
        self._typing.tell(wording.YOUR_PHONE_RINGS if incoming else wording.BUSY_LINE)
        self._open.enter_context(phone)
        self._open.enter_context(self._keys)
        phone.ring(
            tones.bell() if incoming else tones.ringback(),
            tones.ring_pause(),
            lambda: ready() and self._listener.done(),
            self._while_ringing,
        )
        self._listener.result()
        self._typing.tell(wording.YOU_ANSWER if incoming else wording.ANSWERED)
        if phone.place.echo:
            self._tell_once(wording.ECHO_HEARD)

    def connect(self, rehearsal: "Rehearsal") -> None:
        """From now on it is this call that is spoken. What is shown before, is only shown."""
        self._rehearsal = rehearsal
        if self._phone:
            self._phone.answer(self._listener.result(), rehearsal.now_ms)

    def expect(self, first: "Callable[[], Sequence[Turn]]") -> None:
        """Has the first lines made ready while it rings; `first` tells them and may take a while."""

        def make() -> None:
            # What fails here fails again, and is told, when the line is needed.
            with suppress(Exception):
                self.prepare(first())

        threading.Thread(target=make, daemon=True).start()

    def prepare(self, turns: Sequence[Turn]) -> None:
        """Has the lines of these turns synthesised, since they are likely to come."""
        for turn in turns:
            if turn.speaker is Speaker.INTERVIEWER and self._phone:
                for part in spoken_parts(turn.text):
                    if part != BEEP:
                        self._parts.speaking.prepare(part, self._voice(turn))

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
            self._line.clear()
            self._typing.show([turn], name)
            if turn.speaker is Speaker.INTERVIEWER and self._rehearsal:
                try:
                    self._speak(turn)
                    if turn.role is Role.RECEPTIONIST and number + 1 < len(turns):
                        self._play(tones.hold_music(_HOLD_SECONDS))
                except AudioError as error:
                    self._go_on_typing(error)

    def tell(self, what: RenderableType) -> None:
        self._line.clear()
        self._typing.tell(what)

    def close(self, *, by_user: bool) -> None:
        self.hang_up()
        self._typing.close(by_user=by_user)

    def listen(self, status: Status) -> str | Spoken | Command:
        if self._phone is not None:
            try:
                said = self._hear(self._phone)
            except AudioError as error:
                self._go_on_typing(error)
            else:
                if said is not Command.TYPE:
                    return said
                self._go_on_typing(None)
        return self._typing.listen(status)

    def _hear(self, phone: Phone) -> Spoken | str | Command:
        """The next turn, or a key."""
        foreseen = ""
        self._listening_since_ms = phone.now_ms
        turn = phone.turn
        while True:
            phone.attend()
            self._step(wording.HEARING_YOU if turn.begun else wording.LISTENING_TO_YOU)
            key, self._pressed = self._pressed, None
            if isinstance(key, str) or key not in (None, Command.DONE):
                turn.drop()
                return key or ""
            if not turn.begun:
                waited_ms = phone.now_ms - max(self._listening_since_ms, 0)
                if (said := self._without_a_voice(phone, waited_ms)) is not None:
                    return said
                continue
            if turn.settled and turn.text != foreseen:
                foreseen = turn.text
                self._foresee(foreseen)
            if turn.turn_ms > _NOISE_MS and not turn.text:
                turn.drop()
                self._tell_once(wording.ONLY_NOISE)
                return self._nothing_heard()
            if self._is_over(phone, key):
                return self._spoken(phone)

    def _is_over(self, phone: Phone, key: Command | str | None) -> bool:
        turn = phone.turn
        if key is Command.DONE or turn.turn_ms > _LONGEST_MS:
            return True
        return turn.over and (not self._machine_listens or turn.silence_ms >= _MACHINE_PATIENCE_MS)

    def _spoken(self, phone: Phone) -> Spoken | str | Command:
        heard = phone.finish_turn()
        if phone.clips:
            self._tell_once(wording.TOO_LOUD)
        text = heard.speech.text
        if not text:
            self.tell(wording.NOTHING_UNDERSTOOD)
            return self._nothing_heard()
        self._empty_turns = 0
        words = tuple(
            SpokenWord(
                word.word,
                word.started_ms,
                word.ended_ms,
                word.confidence,
                heard.loudness_db(word.started_ms, word.ended_ms),
            )
            for word in heard.speech.words
        )
        return Spoken(self._confirmed(text), heard.started_ms, heard.ended_ms, words)

    def _confirmed(self, text: str) -> str:
        if not self._parts.confirm:
            return text
        self.tell(wording.WAS_THIS_SAID)
        with self._keys.released():
            said = ask_at_terminal(text) or text
        # What the microphone heard meanwhile was not meant for the phone.
        if self._phone:
            self._phone.forget()
        return said

    def _without_a_voice(self, phone: Phone, waited_ms: int) -> str | Command | None:
        """What comes of a silence; None while it may last."""
        if self._machine_listens:
            if waited_ms < _MACHINE_MS:
                return None
            self.tell(wording.MACHINE_HANGS_UP)
            return Command.HANG_UP
        if waited_ms < _NUDGE_MS:
            return None
        if not phone.sounded:
            self._tell_once(wording.MUTED)
        return self._nothing_heard()

    def _nothing_heard(self) -> str | Command:
        self._empty_turns += 1
        return Command.TYPE if self._empty_turns >= _EMPTY_TURNS else ""

    @property
    def _machine_listens(self) -> bool:
        return self._rehearsal is not None and self._rehearsal.call.state is CallState.VOICEMAIL

    def _foresee(self, text: str) -> None:
        """Makes the answer ready that these words would get."""
        if text and self._rehearsal and not self._machine_listens:
            self.prepare(self._rehearsal.foresee(text)[1:])

    def _speak(self, turn: Turn) -> None:
        if self._phone is None or self._rehearsal is None:
            return
        played: list[Played] = []
        for part in spoken_parts(turn.text):
            try:
                sound = tones.beep() if part == BEEP else self._parts.speaking.say(part, self._voice(turn))
            except AudioError as error:
                self._tell_once(wording.SHOWN_NOT_HEARD.format(problem=error.what))
                continue
            played.append(self._play(sound))
            if played[-1].cut_off or self._pressed in (Command.HANG_UP, Command.TYPE, Command.DONE):
                break
        if self._pressed is Command.DONE:
            self._pressed = None
        if played:
            self._rehearsal.retime(turn, played[0].started_ms, played[-1].ended_ms)

    def _play(self, sound: Sound) -> Played:
        if self._phone is None:
            return Played(0, 0, cut_off=False)
        phone = self._phone

        def step() -> None:
            self._step(wording.TALKING)
            if self._pressed is not None:
                phone.quiet()

        return phone.say(sound, step, interruptible=not self._machine_listens)

    def _voice(self, turn: Turn) -> "Voice":
        return voice_of(self._parts.scenario, turn.role or Role.INTERVIEWER)

    def _step(self, doing: str) -> None:
        self._pressed = self._pressed or self._keys.pressed()
        if self._phone is not None and self._rehearsal is not None:
            self._line.draw(self._rehearsal.now_ms // 1000, doing, self._phone.level)

    def _while_ringing(self) -> None:
        if self._keys.pressed() is Command.HANG_UP:
            raise KeyboardInterrupt

    def _load_listener(self) -> None:
        try:
            self._listener.set_result(self._parts.load_listener())
        except RingbackError as error:
            self._listener.set_exception(error)
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises must not lose the call
            self._listener.set_exception(AudioError(f"The speech recogniser does not start: {error}."))

    def _tell_once(self, what: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self.tell(what)

    def _go_on_typing(self, error: AudioError | None) -> None:
        self.hang_up()
        self._typing.tell("\n".join(filter(None, (str(error) if error else "", wording.GOING_ON_TYPING))))
        self.echoes = self._typing.echoes

    def hang_up(self) -> None:
        """Lets go of microphone, speaker and keys."""
        self._line.clear()
        self._open.close()
        self._phone = None
        self._parts.speaking.close()
        if self._recorder:
            self._recorder.close()

"""The other end's lines, made ready and played."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from audio import tones
from audio.phone import Played
from audio.sound import Sound
from simulator.core.transcript import Role, Speaker, Turn
from simulator.errors import AudioError
from simulator.terminal import wording
from simulator.terminal.screen import Command
from simulator.terminal.spoken_lines import BEEP, spoken_parts
from simulator.terminal.voice_parts import OpenLine, VoiceParts
from simulator.terminal.voice_watch import VoiceWatch
from simulator.voices import voice_of

if TYPE_CHECKING:
    from audio.speakers import Voice

_HOLD_SECONDS = 3.0


class VoiceSpeaking:
    """Speaks turns, part by part, until they end or the user interrupts."""

    def __init__(self, parts: VoiceParts, watch: VoiceWatch) -> None:
        self._parts = parts
        self._watch = watch

    def expect(self, first: Callable[[], Sequence[Turn]]) -> None:
        """Has the first lines made ready in the background; `first` tells them and may take a while."""

        def make() -> None:
            # What fails here fails again, and is told, when the line is needed.
            with suppress(Exception):
                self.prepare(first())

        threading.Thread(target=make, daemon=True).start()

    def prepare(self, turns: Sequence[Turn]) -> None:
        """Has the lines of these turns synthesised, since they are likely to come."""
        for turn in turns:
            if turn.speaker is Speaker.INTERVIEWER:
                for part in spoken_parts(turn.text):
                    if part != BEEP:
                        self._parts.speaking.prepare(part, self._voice(turn))

    def speak(self, turn: Turn, line: OpenLine, *, puts_through: bool) -> None:
        """One turn of the other end; `puts_through`: music follows. Raises AudioError if a device fails."""
        played: list[Played] = []
        for part in spoken_parts(turn.text):
            try:
                sound = tones.beep() if part == BEEP else self._parts.speaking.say(part, self._voice(turn))
            except AudioError as error:
                self._watch.tell_once(wording.SHOWN_NOT_HEARD.format(problem=error.what))
                continue
            played.append(self._play(sound, line))
            if played[-1].cut_off or self._watch.pressed in (Command.HANG_UP, Command.TYPE, Command.DONE):
                break
        if self._watch.pressed is Command.DONE:
            self._watch.take()
        if played:
            line.rehearsal.retime(turn, played[0].started_ms, played[-1].ended_ms)
        if puts_through:
            self._play(tones.hold_music(_HOLD_SECONDS), line)

    def _play(self, sound: Sound, line: OpenLine) -> Played:
        def step() -> None:
            self._watch.step(line, wording.TALKING)
            if self._watch.pressed is not None:
                line.phone.quiet()

        return line.phone.say(sound, step, interruptible=not line.machine_listens)

    def _voice(self, turn: Turn) -> "Voice":
        return voice_of(self._parts.scenario, turn.role or Role.INTERVIEWER)

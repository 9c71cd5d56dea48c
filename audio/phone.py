"""The phone in the user's hand: rings, speaks, listens, and records both sides. It knows nothing of what is said."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np

from audio.interruption import interrupts
from audio.listeners import Listener
from audio.microphone import Microphone
from audio.player import Player
from audio.recorder import Recorder
from audio.sound import Samples, Sound
from audio.turn_taking import HeardTurn, TurnTaker
from audio.voice_activity import FRAME_MS, VoiceActivity, loudness

_STEP_SECONDS = 0.01
_CLIPPED = 32_700
_CLIPPED_SHARE = 0.01
"""Of the samples of a voice; more of them at the edge sound broken."""
_ECHO = 2.0
"""How much louder the microphone hears the place while the phone rings, if it hears the speaker."""


@dataclass(frozen=True, slots=True)
class Played:
    """How a sound was played."""

    started_ms: int
    """Milliseconds since the call was answered."""
    ended_ms: int
    cut_off: bool
    """The user began to talk."""


@dataclass(slots=True)
class Place:
    """What the microphone heard while nobody spoke."""

    noise: float = 0.0
    """Loudness between the rings, 0 to 32,767."""
    echo: bool = False
    """Whether the microphone hears the speaker, so that an interruption and the other end's own voice are alike."""
    dead: bool = False
    """Whether nothing at all comes in: a muted microphone."""


class Phone:
    """Microphone and speaker of one call. Use it as a context manager; everything raises AudioError when a device or an
    engine fails."""

    def __init__(self, patience: float = 1.0, recorder: Recorder | None = None, position: str = "") -> None:
        """`position`: the one that the call is about."""
        self.place = Place()
        self.level = 0.0
        """Loudness of the user's voice just now, 0 to 32,767."""
        self._patience = patience
        self._position = position
        self._recorder = recorder
        self._devices = ExitStack()
        self._microphone = Microphone()
        self._player = Player()
        self._turn: TurnTaker | None = None
        self._from_ms = 0
        self._voice_samples = self._clipped_samples = 0
        self._sounded = False

    def __enter__(self) -> Self:
        try:
            self._devices.enter_context(self._player)
            self._devices.enter_context(self._microphone)
        except BaseException:
            self._devices.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._devices.close()

    def ring(self, ring: Sound, pause: Sound, until: Callable[[], bool], step: Callable[[], None]) -> None:
        """Rings at least once, then until it is answered, and learns how quiet the place is. `step` is called all the
        time."""
        ringing: list[float] = []
        quiet: list[float] = []
        while True:
            for sound, heard in ((ring, ringing), (pause, quiet)):
                self._player.play(sound)
                while self._player.playing:
                    if heard is quiet and until() and len(quiet) * FRAME_MS >= _QUIET_MS:
                        self._player.stop()
                    self._pause(step)
                    heard += [loudness(frame) for frame in self._microphone.waiting()]
            if until():
                break
        self.place = place_from(ringing, quiet)

    def answer(self, listener: Listener, now_ms: int) -> None:
        """The call begins, `now_ms` after it was answered for the first time."""
        for _ in self._microphone.waiting():
            pass
        activity = VoiceActivity(self.place.noise)
        self._turn = TurnTaker(listener, activity, self._patience, position=self._position)
        self._from_ms = now_ms
        if self._recorder:
            self._recorder.skip(now_ms)

    @property
    def turn(self) -> TurnTaker:
        """Who listens. Only after `answer`."""
        if self._turn is None:
            raise ValueError("The call has not been answered.")
        return self._turn

    @property
    def now_ms(self) -> int:
        """Milliseconds since the call was answered."""
        return self._from_ms + self.turn.now_ms

    @property
    def sounded(self) -> bool:
        """Whether anything at all came from the microphone since the call was answered."""
        return self._sounded

    @property
    def clips(self) -> bool:
        """Whether the voice of the user is too loud for the microphone."""
        return self._clipped_samples > _CLIPPED_SHARE * self._voice_samples

    def attend(self) -> None:
        """Takes in what the microphone has heard meanwhile. To be called all the time."""
        for frame in self._microphone.waiting():
            self._take(frame)
        self._microphone.check()
        self._player.check()
        time.sleep(_STEP_SECONDS)

    def forget(self) -> None:
        """What the microphone has heard meanwhile is recorded, and is no turn."""
        for frame in self._microphone.waiting():
            self._take(frame)
        self.turn.drop()

    def say(self, sound: Sound, step: Callable[[], None], *, interruptible: bool = True) -> Played:
        """Plays a sound until it ends or the user interrupts."""
        started_ms = self.now_ms
        self._player.play(sound)
        cut_off = False
        while self._player.playing:
            self.attend()
            step()
            if interruptible and not self.place.echo:
                cut_off = cut_off or self._is_interrupted()
            elif not interruptible or self.place.echo:
                self.turn.drop()
            if cut_off:
                self._player.stop()
        heard = min(len(sound.samples), self._player.played_ms * sound.rate_hz // 1000)
        if self._recorder:
            self._recorder.play(Sound(sound.samples[:heard]), started_ms)
        if not cut_off and self.turn.silence_ms > _AFTERTHOUGHT_MS:
            self.turn.drop()  # a "mm-hm", or the end of an echo
        return Played(started_ms, started_ms + round(1000 * heard / sound.rate_hz), cut_off)

    def quiet(self) -> None:
        """Cuts off what is playing."""
        self._player.stop()

    def finish_turn(self) -> HeardTurn:
        """What the user said, its times since the call was answered."""
        return self.turn.finish().later(self._from_ms)

    def _is_interrupted(self) -> bool:
        return self.turn.begun and interrupts(self.turn.voiced_ms, self.turn.text)

    def _take(self, frame: Samples) -> None:
        self.level = loudness(frame)
        self._sounded = self._sounded or bool(np.any(frame))
        if self._recorder:
            self._recorder.hear(frame)
        before = self.turn.voiced_ms
        self.turn.feed(frame)
        if self.turn.voiced_ms > before:
            self._voice_samples += len(frame)
            self._clipped_samples += int(np.count_nonzero(np.abs(frame.astype(np.int32)) >= _CLIPPED))

    def _pause(self, step: Callable[[], None]) -> None:
        self._microphone.check()
        self._player.check()
        step()
        time.sleep(_STEP_SECONDS)


_QUIET_MS = 600
"""Of silence from which the noise of a place can be told."""
_AFTERTHOUGHT_MS = 300
"""A voice that was silent for so long when a sound ended belonged to the time before."""


def place_from(ringing: list[float], quiet: list[float]) -> Place:
    """What the loudness of the frames tells that came while it rang, and between the rings."""
    # The microphone hears the end of a ring a little later than it is played.
    calm = sorted(quiet[5:] or quiet or [0.0])
    noise = calm[len(calm) // 2]
    loud = sorted(ringing[10:] or [0.0])
    heard_ring = loud[len(loud) // 2]
    return Place(noise, heard_ring > _ECHO * max(noise, 60.0), not any(ringing) and not any(quiet))

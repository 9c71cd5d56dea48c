"""Playing sound that can be cut off at any moment."""

import threading
import time
from types import TracebackType
from typing import Any, Self

import numpy as np

from audio.devices import sounddevice, told
from audio.sound import RATE_HZ, Samples, Sound
from audio.wave_file import resampled
from simulator.errors import AudioError

_FADE_SECONDS = 0.01
"""Over which a sound that is cut off fades, so that it does not click."""
_LATENCY_SECONDS = 0.1
"""Enough for a busy laptop not to stutter."""
_DEAD_SECONDS = 4.0
"""A speaker that takes no sound for so long has gone."""


class Player:
    """A speaker, open from entering it to leaving it, so that a sound begins when it is played. Use it as a context
    manager. Entering and playing raise AudioError."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rest: Samples = np.zeros(0, dtype=np.int16)
        self._given = 0
        self._stream: Any = None
        self._rate_hz = RATE_HZ
        self._alive = 0.0

    def __enter__(self) -> Self:
        library = sounddevice()
        with told("speaker"):
            try:
                self._stream = self._open(RATE_HZ)
            except library.PortAudioError:
                self._rate_hz = round(library.query_devices(kind="output")["default_samplerate"])
                self._stream = self._open(self._rate_hz)
            self._alive = time.monotonic()
            self._stream.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
            self._stream = None

    def play(self, sound: Sound) -> None:
        """Begins to play; what is still playing goes on before it."""
        self.check()
        samples = resampled(sound.samples, RATE_HZ, self._rate_hz)
        with self._lock:
            self._given = 0 if len(self._rest) == 0 else self._given
            self._rest = np.concatenate((self._rest, samples))

    @property
    def playing(self) -> bool:
        return len(self._rest) > 0

    @property
    def played_ms(self) -> int:
        """How much was played since it last was silent."""
        return round(1000 * self._given / self._rate_hz)

    def stop(self) -> None:
        """Cuts off what is playing."""
        fade = round(_FADE_SECONDS * self._rate_hz)
        with self._lock:
            last = self._rest[:fade]
            self._rest = (last * np.linspace(1, 0, len(last))).astype(np.int16)

    def wait(self) -> None:
        """Until all is played. Raises AudioError if the speaker goes meanwhile."""
        while self.playing:
            self.check()
            time.sleep(0.01)

    def check(self) -> None:
        """Raises AudioError if the speaker has gone."""
        if self._stream is None or not self._stream.active or time.monotonic() - self._alive > _DEAD_SECONDS:
            raise AudioError("The speaker has gone.", remedy="Plug it in again; `ringback doctor` tests it.")

    def _open(self, rate_hz: int) -> Any:  # noqa: ANN401 - sounddevice has no types
        return sounddevice().OutputStream(
            samplerate=rate_hz, channels=1, dtype="int16", latency=_LATENCY_SECONDS, callback=self._give
        )

    def _give(self, out: Any, frames: int, _time: object, _status: object) -> None:  # noqa: ANN401
        self._alive = time.monotonic()
        with self._lock:
            now = self._rest[:frames]
            self._rest = self._rest[frames:]
            self._given += len(now)
        out[: len(now), 0] = now
        out[len(now) :, 0] = 0

"""The microphone as a source for SpeechRecognition, on sounddevice: PyAudio, which must be compiled, is not needed."""

import time
import warnings
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

import numpy as np

from audio.devices import sounddevice, told
from audio.sound import BYTES_A_SAMPLE, RATE_HZ, Samples
from audio.wave_file import resampled
from simulator.errors import AudioError

with warnings.catch_warnings():
    # It imports modules of the standard library that 3.13 drops.
    warnings.simplefilter("ignore", DeprecationWarning)
    from speech_recognition import AudioSource

_DEAD_SECONDS = 4.0
"""A microphone that gives no sound for so long has gone."""


class Microphone(AudioSource):  # type: ignore[misc] # SpeechRecognition has no types
    """The default microphone, open from entering it to leaving it. Use it as a context manager; entering and reading
    raise AudioError."""

    SAMPLE_RATE = RATE_HZ
    SAMPLE_WIDTH = BYTES_A_SAMPLE
    CHUNK = 480
    """Samples in 30 ms."""

    def __init__(self) -> None:
        # Not that of AudioSource, which is abstract and says so by raising.
        self.stream: Microphone | None = None
        self._device: Any = None
        self._chunks: SimpleQueue[Samples] = SimpleQueue()
        self._rest: Samples = np.zeros(0, dtype=np.int16)
        self._rate_hz = RATE_HZ
        self._alive = 0.0

    def __enter__(self) -> Self:
        library = sounddevice()
        with told("microphone"):
            try:
                self._device = self._open(RATE_HZ)
            except library.PortAudioError:
                self._rate_hz = round(library.query_devices(kind="input")["default_samplerate"])
                self._device = self._open(self._rate_hz)
            self._alive = time.monotonic()
            self._device.start()
        self.stream = self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stream = None
        if self._device is not None:
            self._device.abort(ignore_errors=True)
            self._device.close(ignore_errors=True)
            self._device = None

    def read(self, size: int) -> bytes:
        """The next `size` samples, as SpeechRecognition wants them."""
        return self.next_samples(size).astype("<i2").tobytes()

    def next_samples(self, size: int = CHUNK) -> Samples:
        """The next `size` samples, waited for."""
        while len(self._rest) < size:
            try:
                chunk = self._chunks.get(timeout=_DEAD_SECONDS)
            except Empty:
                raise _gone() from None
            self._rest = np.concatenate((self._rest, chunk))
        now, self._rest = self._rest[:size], self._rest[size:]
        return now

    def check(self) -> None:
        """Raises AudioError if the microphone has gone."""
        if self._device is None or not self._device.active or time.monotonic() - self._alive > _DEAD_SECONDS:
            raise _gone()

    def waiting(self, size: int = CHUNK) -> Iterator[Samples]:
        """All chunks that have come, without waiting for more."""
        while len(self._rest) >= size or not self._chunks.empty():
            yield self.next_samples(size)

    def _open(self, rate_hz: int) -> Any:  # noqa: ANN401 - sounddevice has no types
        return sounddevice().InputStream(
            samplerate=rate_hz,
            channels=1,
            dtype="int16",
            latency="low",
            blocksize=self.CHUNK * rate_hz // RATE_HZ,
            callback=self._take,
        )

    def _take(self, samples: Any, _frames: int, _time: object, _status: object) -> None:  # noqa: ANN401
        self._alive = time.monotonic()
        self._chunks.put(resampled(samples[:, 0].copy(), self._rate_hz, RATE_HZ))


def _gone() -> AudioError:
    return AudioError("The microphone has gone.", remedy="Plug it in again; `ringback doctor` tests it.")

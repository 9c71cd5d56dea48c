"""The recording of a call: the candidate on the left channel, the other end on the right, in one WAV file that grows as
the call goes, so that a crash loses a turn at most."""

import os
import wave
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np

from audio.sound import BYTES_A_SAMPLE, RATE_HZ, Samples, Sound
from simulator.errors import AudioError

_PRIVATE_FILE = 0o600
_PRIVATE_DIRECTORY = 0o700


class Recorder:
    """Keeps both sides of a call by the time since it was answered."""

    def __init__(self) -> None:
        self._candidate: list[Samples] = []
        self._other_end: Samples = np.zeros(0, dtype=np.int16)
        self._written = 0
        """Samples that stand in the file."""
        self._heard = 0
        """Samples of the candidate's side so far."""
        self._file: wave.Wave_write | None = None
        self._disk: BinaryIO | None = None

    def skip(self, milliseconds: int) -> None:
        """What happened so far was not recorded, as in a call that goes on. Before anything else."""
        self.hear(np.zeros(max(0, _samples(milliseconds) - self._heard), dtype=np.int16))

    def hear(self, samples: Samples) -> None:
        """The candidate's side goes on."""
        self._candidate.append(samples)
        self._heard += len(samples)

    def play(self, sound: Sound, at_ms: int) -> None:
        """The other end was heard from `at_ms` on."""
        start = max(0, _samples(at_ms) - self._written)
        end = start + len(sound.samples)
        if end > len(self._other_end):
            self._other_end = np.pad(self._other_end, (0, end - len(self._other_end)))
        self._other_end[start:end] = sound.samples

    def write_to(self, path: Path) -> None:
        """Writes to this file from now on, readable by the user alone; what a file of that name holds, from before the
        call was cut off, is kept. Raises AudioError if it cannot be written."""
        if self._file is not None:
            return
        try:
            path.parent.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
            before = _frames(path)
            handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, _PRIVATE_FILE)
            self._disk = os.fdopen(handle, "wb")
            self._file = wave.open(self._disk, "wb")  # noqa: SIM115 - open as long as the call lasts
            self._file.setnchannels(2)
            self._file.setsampwidth(BYTES_A_SAMPLE)
            self._file.setframerate(RATE_HZ)
            self._restore(before)
            self.flush()
        except OSError as error:
            raise _cannot(path, error) from error

    def flush(self) -> None:
        """Writes down all that is complete, once there is a file. Raises AudioError."""
        if self._file is None or not self._candidate:
            return
        left = np.concatenate(self._candidate)
        right = np.pad(self._other_end, (0, max(0, len(left) - len(self._other_end))))
        both = np.column_stack((left, right[: len(left)])).astype("<i2")
        self._candidate, self._other_end = [], right[len(left) :]
        self._written += len(left)
        try:
            self._file.writeframes(both.tobytes())
            if self._disk is not None:
                self._disk.flush()
        except OSError as error:
            self._file = None
            raise AudioError(f"The recording ends here: {error.strerror}.") from error

    def close(self) -> None:
        """Ends the recording, to the last sound of either side."""
        self.hear(np.zeros(max(0, len(self._other_end) + self._written - self._heard), dtype=np.int16))
        with suppress(AudioError):
            self.flush()
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None
        if self._disk is not None:
            with suppress(OSError):
                self._disk.close()
            self._disk = None

    def _restore(self, before: Samples) -> None:
        """Puts the sound of a file in place of the silence that stands for it."""
        if len(before) == 0 or not self._candidate:
            return
        now = np.concatenate(self._candidate)
        known = min(len(before), len(now))
        now[:known] |= before[:known, 0]
        self._candidate = [now]
        self.play(Sound(before[:known, 1].copy()), 0)


def _frames(path: Path) -> Samples:
    """The two channels of a recording; none where there is none that can be read."""
    with suppress(OSError, EOFError, wave.Error), wave.open(str(path), "rb") as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.int16)
        if file.getnchannels() == 2:  # noqa: PLR2004 - left and right
            return samples.reshape(-1, 2)
    return np.zeros((0, 2), dtype=np.int16)


def _samples(milliseconds: int) -> int:
    return milliseconds * RATE_HZ // 1000


def _cannot(path: Path, error: OSError) -> AudioError:
    return AudioError(f"cannot be written: {error.strerror}. The call goes on unrecorded.", where=str(path))

"""Steady noise taken out of speech, as it comes: recognisers trained on clean speech stumble over it.

Spectral subtraction: the power of each frequency in its quietest moments counts as noise and is subtracted (Boll 1979,
the noise followed by its minimum as in Martin 2001). What is left is never less than a floor, so that speech stays
whole.
"""

import numpy as np
import numpy.typing as npt

from audio.sound import RATE_HZ, Samples

FRAME = RATE_HZ * 32 // 1000
HOP = FRAME // 2
DELAY_MS = 16
"""By which the sound comes out later than it went in."""
_OVER = 1.5
"""How much more than the noise's mean power is subtracted."""
_FLOOR = 0.1
"""The least that is left of a frequency, in amplitude."""
_MEMORY = 96
"""Frames in which the quietest moment is looked for: about one and a half seconds."""
_MINIMUM_TO_MEAN = 3.0
"""The mean power of noise over the minimum of its smoothed power."""
_SMOOTHING = 0.8


class Denoiser:
    """For one stretch of sound, in pieces of any length."""

    def __init__(self) -> None:
        self._window = np.hanning(FRAME + 1)[:-1] ** 0.5
        self._waiting = np.zeros(0)
        self._tail = np.zeros(HOP)
        self._smooth: npt.NDArray[np.float64] | None = None
        self._history: list[npt.NDArray[np.float64]] = []

    def process(self, samples: Samples) -> Samples:
        """What can be said of the sound so far; together the pieces are as long as the sound, to a frame."""
        self._waiting = np.concatenate([self._waiting, samples.astype(np.float64)])
        out = []
        while len(self._waiting) >= FRAME:
            out.append(self._frame(self._waiting[:FRAME]))
            self._waiting = self._waiting[HOP:]
        return _whole(np.concatenate(out)) if out else np.zeros(0, np.int16)

    def rest(self) -> Samples:
        """The end of the sound."""
        padded = np.concatenate([self._waiting, np.zeros(FRAME - len(self._waiting))])
        self._waiting = np.zeros(0)
        return _whole(np.concatenate([self._frame(padded), self._tail]))

    def _frame(self, frame: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        spectrum = np.fft.rfft(frame * self._window)
        power = np.abs(spectrum) ** 2
        self._smooth = power if self._smooth is None else _SMOOTHING * self._smooth + (1 - _SMOOTHING) * power
        self._history = [*self._history[-_MEMORY + 1 :], self._smooth]
        noise = np.min(self._history, axis=0) * _MINIMUM_TO_MEAN
        gain = np.sqrt(np.maximum(1 - _OVER * noise / np.maximum(power, 1e-9), _FLOOR**2))
        clean = np.fft.irfft(spectrum * gain, FRAME) * self._window
        out = clean[:HOP] + self._tail
        self._tail = clean[HOP:]
        return out


def _whole(samples: npt.NDArray[np.float64]) -> Samples:
    return np.clip(np.round(samples), -32768, 32767).astype(np.int16)

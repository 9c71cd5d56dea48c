"""Whether there is a voice in a stretch of sound: by its spectrum, and by its loudness above the noise of the place."""

from collections import deque
from typing import Any

import numpy as np

from audio.sound import RATE_HZ, Samples

FRAME_MS = 30
FRAME = RATE_HZ * FRAME_MS // 1000
"""Samples."""
LEAST_LOUDNESS = 120.0
"""Root mean square, of 32,767, below which nothing counts as a voice: 49 dB below the loudest."""
_ABOVE_NOISE = 2.0
"""A voice is twice as loud as the noise: 6 dB."""
_STRICT = 2
"""Mode of the detector of WebRTC, 0 to 3."""
_NOISE_FRAMES = 100
"""Over which the least loudness tells the noise: 3 s."""
_WINDOW = 5
_VOICED_OF_WINDOW = 3
"""A click is no voice: so many of the last frames have to hold one."""


def loudness(samples: Samples) -> float:
    """Root mean square, 0 to 32,767."""
    if len(samples) == 0:
        return 0.0
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


class VoiceActivity:
    """Judges frames one after the other."""

    def __init__(self, noise: float = 0.0) -> None:
        """`noise`: the loudness of the place, measured before anybody spoke."""
        from pocketsphinx import Vad  # noqa: PLC0415 - a compiled library, needed in voice mode only

        self._vad: Any = Vad(_STRICT, RATE_HZ, FRAME_MS / 1000)
        self._noise = noise
        self._quietest: deque[float] = deque(maxlen=_NOISE_FRAMES)
        self._window: deque[bool] = deque(maxlen=_WINDOW)
        self.loudness = 0.0
        """Of the last frame."""

    @property
    def threshold(self) -> float:
        """The loudness from which a frame can hold a voice."""
        return max(LEAST_LOUDNESS, _ABOVE_NOISE * self._noise)

    def hears(self, frame: Samples) -> bool:
        """Whether there is a voice in this frame, of `FRAME` samples, and those just before it."""
        self.loudness = loudness(frame)
        self._quietest.append(self.loudness)
        if len(self._quietest) == _NOISE_FRAMES:
            # The quietest tenth: even in unbroken speech there are gaps.
            self._noise = sorted(self._quietest)[_NOISE_FRAMES // 10]
        voiced = self.loudness > self.threshold and bool(self._vad.is_speech(frame.tobytes()))
        self._window.append(voiced)
        return sum(self._window) >= _VOICED_OF_WINDOW

    @property
    def voiced_now(self) -> bool:
        """Whether the last frame itself held a voice."""
        return bool(self._window) and self._window[-1]

"""Takes the steady noise of a place out of sound before it is decoded: WebRTC's suppressor, as in a browser's calls.

Over noise at 20 dB the built-in recogniser makes a third fewer errors with it, at 10 dB half as many (docs/hearing.md).
Engines that learnt from noisy sound need it less.
"""

import numpy as np

from audio.sound import RATE_HZ, Samples

_LEVEL = 2
"""Of 0 to 3. On every third line of benchmarks/hearing.py, over noise at 20 and 10 dB, word error rates were 9.8 % and
48.0 % with 1, 11.7 % and 39.7 % with 2, 14.0 % and 43.9 % with 3; 16.8 % without at 20 dB, and at 10 dB 80.6 % on every
fourth line."""
_STEP = RATE_HZ // 100
"""Samples that it takes at a time."""
_NOISY = 30.0
"""A place is noisy if the loud moments are less than this many times, in amplitude, as loud as the quiet ones: some 18
times where noise lies 20 dB below the voice, 56 times at 30 dB. In a quiet place the suppressor does harm: on six calls
of benchmarks/turn_taking.py the word error rate rose from 9.1 to 11.4 %; over noise at 20 dB, on four of them, it fell
from 30.6 to 20.9 %."""
_QUIET, _LOUD = 10, 90
"""Percentiles of the loudness of its moments."""


class NoiseSuppressor:
    """Of one microphone: it goes on learning what the noise is like. In a quiet place, and on systems for which there
    is no library, sound stays as it is."""

    def __init__(self) -> None:
        try:
            from pywebrtc_audio import NoiseSuppressor as Suppressor  # noqa: PLC0415 - only voice mode pays for it
        except ImportError:
            self._suppressor = None
        else:
            self._suppressor = Suppressor(RATE_HZ, level=_LEVEL)
        self._rest: Samples = np.zeros(0, np.int16)
        self._noisy = False

    def learn(self, samples: Samples) -> None:
        """Whether there is noise, and what it is like, from sound that will come again to be cleaned: some of it voice,
        some between."""
        self._noisy = _is_noisy(samples)
        if self._suppressor and self._noisy:
            self._suppressor.process(samples)
            self._suppressor.process(samples[:_STEP])  # it goes over into what comes next, which begins the same way

    def clean(self, samples: Samples) -> Samples:
        """The sound up to now without its noise, in pieces of any length. Up to 10 ms are kept back."""
        if not self._suppressor or not self._noisy:
            return samples
        waiting = np.concatenate((self._rest, samples))
        whole = len(waiting) // _STEP * _STEP
        self._rest = waiting[whole:]
        return self._suppressor.process(waiting[:whole]) if whole else waiting[:0]

    def rest(self) -> Samples:
        """What was kept back: nothing more comes."""
        rest, self._rest = self._rest, self._rest[:0]
        return self._suppressor.process(rest) if self._suppressor and len(rest) else rest


def _is_noisy(samples: Samples) -> bool:
    if len(samples) < _STEP:
        return False
    moments = samples[: len(samples) // _STEP * _STEP].reshape(-1, _STEP).astype(np.float64)
    quiet, loud = np.percentile(np.sqrt(np.mean(moments**2, axis=1)), (_QUIET, _LOUD))
    return bool(loud < _NOISY * quiet)

"""How the end of a stretch of speech sounds: whether the voice has fallen, and whether it dies away.

Before people hand over, their voice has mostly fallen, or rises high: of 2,186 such stretches of speech, 47 % ended in
a fall, 22 % in a high rise and 13 % level. Before a pause of their own it was level more often, 30 % of 5,623 (Gravano
and Hirschberg 2011, "Turn-taking cues in task-oriented dialogue", Computer Speech and Language 25).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.sound import RATE_HZ, Samples

LONGEST_MS = 4_000
"""So much of the speech before the pause tells what the voice is like."""
_WINDOW, _STEP = RATE_HZ * 40 // 1000, RATE_HZ // 100
_TRANSFORM = 1_024
"""Samples, with silence after them: the longest period must fit behind the window."""
_LOWEST_HZ, _HIGHEST_HZ = 60, 400
_PERIODIC = 0.45
"""Likeness of a sound to itself, one period later, from which it has a pitch; 0 to 1."""
_NEARLY_BEST = 0.85
_AUDIBLE = 150.0
"""Root mean square, of 32,767."""
_LEAST_PITCHES = 8
_END = 7
"""Moments with a pitch, of 10 ms each, by which the last pitch is told."""
_RANGE = 10, 90
"""Percentiles of the pitches."""
_FLAT = 0.1
"""Octaves: a voice that moves less has no range."""
_LONGEST_FADING = 60
_LOUD_PERCENTILE, _NEARLY_DB = 80, 6.0

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Melody:
    """Of the last words before a pause."""

    height: float
    """Of the last pitch within the range of the speech: 0 lowest, 1 highest; 0.5 where the voice has no range."""
    fading: float
    """Tenths of a second since the last loud moment: how long the voice has been dying away."""

    def numbers(self) -> tuple[float, float]:
        return self.height, self.fading


def melody(speech: Samples) -> Melody | None:
    """Of speech that has just ended, its last `LONGEST_MS` at most; None if it is too short or has no pitch."""
    frames = _frames(speech[-RATE_HZ * LONGEST_MS // 1000 :])
    if not len(frames):
        return None
    loudness = np.sqrt(np.mean(frames**2, axis=1))
    octaves = np.log2(_pitches(frames, loudness))
    pitched = np.flatnonzero(~np.isnan(octaves))
    if len(pitched) < _LEAST_PITCHES:
        return None
    lowest, highest = np.percentile(octaves[pitched], _RANGE)
    height = (
        float((np.median(octaves[pitched[-_END:]]) - lowest) / (highest - lowest)) if highest - lowest > _FLAT else 0.5
    )
    decibels = 20 * np.log10(np.maximum(loudness, 1.0))
    loud = float(np.percentile(decibels, _LOUD_PERCENTILE))
    fading = len(decibels) - int(np.flatnonzero(decibels > loud - _NEARLY_DB)[-1])
    return Melody(float(np.clip(height, -1, 2)), min(fading, _LONGEST_FADING) / 10)


def _frames(speech: Samples) -> _Floats:
    if len(speech) < _WINDOW:
        return np.zeros((0, _WINDOW))
    frames = np.lib.stride_tricks.sliding_window_view(speech, _WINDOW)[::_STEP].astype(np.float64)
    centred: _Floats = frames - frames.mean(axis=1, keepdims=True)
    return centred


def _pitches(frames: _Floats, loudness: _Floats) -> _Floats:
    """In Hz, by autocorrelation; not a number where there is none."""
    window = np.hanning(_WINDOW)
    shortest, longest = RATE_HZ // _HIGHEST_HZ, RATE_HZ // _LOWEST_HZ
    likeness = _autocorrelation(frames * window)[:, : longest + 2]
    likeness /= np.maximum(likeness[:, :1], 1e-9)
    likeness /= _autocorrelation(window[None, :] / np.sqrt(np.sum(window**2)))[0, : longest + 2]
    before, here, after = likeness[:, shortest - 1 : -2], likeness[:, shortest:-1], likeness[:, shortest + 1 :]
    best = here.max(axis=1, keepdims=True)
    # Two periods are as alike as one: the shortest of nearly the best is meant.
    period = ((here >= _NEARLY_BEST * best) & (here >= before) & (here >= after)).argmax(axis=1) + shortest
    periodic = likeness[np.arange(len(period)), period] > _PERIODIC
    found: _Floats = np.where(periodic & (loudness > _AUDIBLE), RATE_HZ / period, np.nan)
    return found


def _autocorrelation(frames: _Floats) -> _Floats:
    spectrum = np.fft.rfft(frames, _TRANSFORM, axis=1)
    result: _Floats = np.fft.irfft(np.abs(spectrum) ** 2, _TRANSFORM, axis=1)
    return result

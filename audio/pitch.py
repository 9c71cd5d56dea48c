"""The pitch of a voice, moment by moment."""

import numpy as np
import numpy.typing as npt

from audio.sound import RATE_HZ, Samples

_WINDOW, _STEP = RATE_HZ * 40 // 1000, RATE_HZ // 100
_TRANSFORM = 1_024
"""Samples, with silence after them: the longest period must fit behind the window."""
_LOWEST_HZ, _HIGHEST_HZ = 60, 400
_PERIODIC = 0.45
"""Likeness of a sound to itself, one period later, from which it has a pitch; 0 to 1."""
_NEARLY_BEST = 0.85
_AUDIBLE = 150.0
"""Root mean square, of 32,767."""

Floats = npt.NDArray[np.float64]


def frames_of(speech: Samples) -> Floats:
    """The sound in stretches of 40 ms, every 10 ms; shape (moments, samples), none if it is too short."""
    if len(speech) < _WINDOW:
        return np.zeros((0, _WINDOW))
    frames = np.lib.stride_tricks.sliding_window_view(speech, _WINDOW)[::_STEP].astype(np.float64)
    centred: Floats = frames - frames.mean(axis=1, keepdims=True)
    return centred


def loudness_of(frames: Floats) -> Floats:
    """Root mean square of each stretch, of 32,767."""
    found: Floats = np.sqrt(np.mean(frames**2, axis=1))
    return found


def pitches(frames: Floats) -> Floats:
    """Of each stretch, in Hz, by autocorrelation; not a number where there is none."""
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
    found: Floats = np.where(periodic & (loudness_of(frames) > _AUDIBLE), RATE_HZ / period, np.nan)
    return found


def _autocorrelation(frames: Floats) -> Floats:
    spectrum = np.fft.rfft(frames, _TRANSFORM, axis=1)
    result: Floats = np.fft.irfft(np.abs(spectrum) ** 2, _TRANSFORM, axis=1)
    return result

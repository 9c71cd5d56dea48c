"""How loud a stretch of sound is."""

import numpy as np

from audio.sound import RATE_HZ, Samples

SILENCE_DB = -96.0
"""The least that 16 bits can tell."""


def loudness_db(samples: Samples) -> float:
    """Root mean square, in dB below the loudest sound that can be recorded: 0 at most, `SILENCE_DB` at least."""
    if not len(samples):
        return SILENCE_DB
    power = float(np.mean(np.square(samples.astype(np.float64) / np.iinfo(np.int16).max)))
    return float(np.clip(10 * np.log10(power), SILENCE_DB, 0)) if power > 0 else SILENCE_DB


def between(samples: Samples, started_ms: int, ended_ms: int) -> Samples:
    """A part of the sound, by its times."""
    return samples[started_ms * RATE_HZ // 1000 : ended_ms * RATE_HZ // 1000]

"""What a phone line does to a voice."""

import numpy as np

from audio.sound import RATE_HZ, Sound

_LOW_HZ, _HIGH_HZ = 300.0, 3400.0
"""The band of a telephone; ITU-T G.712."""
_SOFT_HZ = 60.0
"""Over which the band begins and ends."""
_NOISE = 60.0
"""Root mean square of the noise of a poor line, of 32,767: 55 dB below the loudest."""


def band_pass(sound: Sound) -> Sound:
    """The sound as it comes out of a phone."""
    if len(sound.samples) == 0:
        return sound
    spectrum = np.fft.rfft(sound.samples.astype(np.float64))
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / RATE_HZ)
    gain = 1 / (1 + np.exp(-(hertz - _LOW_HZ) * 4 / _SOFT_HZ)) / (1 + np.exp((hertz - _HIGH_HZ) * 4 / _SOFT_HZ))
    heard = np.fft.irfft(spectrum * gain, len(sound.samples))
    return Sound(np.clip(np.rint(heard), -(2**15), 2**15 - 1).astype(np.int16))


def noisy(sound: Sound) -> Sound:
    """The sound on a poor line. The same sound always gets the same noise."""
    noise = np.random.default_rng(len(sound.samples)).normal(0, _NOISE, len(sound.samples))
    return band_pass(Sound(np.clip(sound.samples + noise, -(2**15), 2**15 - 1).astype(np.int16)))

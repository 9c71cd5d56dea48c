"""How far a speaker's vowels lie from those of an average one, as the pitch of the voice tells.

A short vocal tract sounds higher in all its resonances; a recogniser that knows voices of all lengths hears better if
they are brought to one length (Lee and Rose 1998, "A frequency warping approach to speaker normalization", IEEE
Transactions on Speech and Audio Processing 6). They search for the best length by hearing everything several times;
high voices mostly come from short tracts, and that can be told in a second of speech.
"""

import numpy as np

from audio.pitch import frames_of, pitches
from audio.sound import Samples

AVERAGE = 1.0
LOW, HIGH = 0.95, 1.08
"""Warps, as pocketsphinx's `inverse_linear` has them: by what all frequencies are divided. Chosen on 180 spoken turns
of the corpus (docs/hearing.md)."""
_PARTED_AT_HZ = 155.0
"""Between the pitches of most men and of most women."""
_LEAST_PITCHES = 8
"""Moments of 10 ms."""


def warp_for(speech: Samples) -> float:
    """The warp for a voice; AVERAGE where its pitch cannot be told."""
    found = pitches(frames_of(speech))
    found = found[~np.isnan(found)]
    if len(found) < _LEAST_PITCHES:
        return AVERAGE
    return HIGH if np.median(found) >= _PARTED_AT_HZ else LOW

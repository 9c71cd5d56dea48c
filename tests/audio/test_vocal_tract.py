"""A voice is heard as one of an average vocal tract would be."""

import numpy as np
import pytest

from audio.listeners.sphinx import BAND_HZ, SphinxListener
from audio.sound import RATE_HZ, Samples
from audio.vocal_tract import AVERAGE, HIGH, LOW, warp_for


def voice(pitch_hz: float, seconds: float = 1.5) -> Samples:
    """A buzz of that pitch, as from vocal cords."""
    phase = np.arange(int(RATE_HZ * seconds)) * pitch_hz / RATE_HZ % 1
    return (8_000 * (0.5 - phase)).astype(np.int16)


@pytest.mark.parametrize(("pitch_hz", "warp"), [(95, LOW), (140, LOW), (170, HIGH), (230, HIGH)])
def test_a_high_voice_comes_from_a_short_tract(pitch_hz: float, warp: float) -> None:
    assert warp_for(voice(pitch_hz)) == warp


def test_what_has_no_pitch_is_taken_as_it_is() -> None:
    noise = np.random.default_rng(1).normal(0, 3_000, RATE_HZ).astype(np.int16)
    assert warp_for(noise) == AVERAGE
    assert warp_for(np.zeros(RATE_HZ, np.int16)) == AVERAGE
    assert warp_for(np.zeros(0, np.int16)) == AVERAGE


def test_the_listener_fits_its_ear_to_each_voice() -> None:
    listener = SphinxListener()
    bands = []
    for pitch_hz in (100, 220):
        hearing = listener.hear()
        hearing.feed(voice(pitch_hz))
        hearing.finish()
        bands.append(listener._decoder.config["upperf"])  # noqa: SLF001 - what the library was told
    assert bands == pytest.approx([BAND_HZ[1] * LOW, BAND_HZ[1] * HIGH])

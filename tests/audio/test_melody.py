"""Whether a voice falls, stays or rises, from sounds whose pitch is known."""

import time

import numpy as np
import pytest

from audio.melody import melody
from audio.sound import RATE_HZ, Samples


def voice(*hertz: float, seconds: float = 1.5, fade: bool = False) -> Samples:
    """A buzz, as of vocal cords, that glides from pitch to pitch."""
    count = round(seconds * RATE_HZ)
    pitch = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(hertz)), hertz)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE_HZ
    sound = sum(np.sin(times * phase) / times for times in range(1, 8))
    loud = np.interp(np.linspace(0, 1, count), [0, 0.6, 1], [1, 1, 0.05]) if fade else 1.0
    noise = np.random.default_rng(1).normal(0, 20, count)
    return (4_000 * loud * sound + noise).astype(np.int16)


@pytest.mark.parametrize("hertz", [90, 120, 210, 300])
def test_a_level_voice_of_any_pitch_stays_where_it_was(hertz: float) -> None:
    found = melody(voice(hertz, hertz))
    assert found
    assert found.height == 0.5


def test_a_falling_voice_ends_below_its_middle_and_a_rising_one_above() -> None:
    fallen, risen = melody(voice(200, 200, 200, 120)), melody(voice(120, 120, 120, 200))
    assert fallen
    assert risen
    assert fallen.height < 0.2
    assert risen.height > 0.8


def test_a_voice_that_dies_away_is_told_from_one_that_breaks_off() -> None:
    fading, cut = melody(voice(150, 150, fade=True)), melody(voice(150, 150))
    assert fading
    assert cut
    assert fading.fading > cut.fading + 1


@pytest.mark.parametrize(
    "sound",
    [
        np.zeros(0, np.int16),
        np.zeros(100, np.int16),
        np.zeros(RATE_HZ, np.int16),
        np.random.default_rng(2).normal(0, 3_000, RATE_HZ).astype(np.int16),
        voice(150, 150, seconds=0.05),
    ],
    ids=["nothing", "a click", "silence", "noise", "a syllable's beginning"],
)
def test_what_has_no_pitch_has_no_melody(sound: Samples) -> None:
    assert melody(sound) is None


def test_it_is_found_while_a_pause_has_only_begun() -> None:
    sound = voice(200, 150, seconds=20)
    melody(sound)
    began = time.process_time()
    melody(sound)
    assert time.process_time() - began < 0.2

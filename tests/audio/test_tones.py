"""The sounds of the phone itself."""

import numpy as np
import pytest

from audio import tones
from audio.sound import RATE_HZ, Sound
from audio.telephone import band_pass, noisy


def loudest_hz(sound: Sound) -> float:
    spectrum = np.abs(np.fft.rfft(sound.samples.astype(float)))
    return float(np.fft.rfftfreq(len(sound.samples), 1 / RATE_HZ)[spectrum.argmax()])


def power_within(sound: Sound, low: float, high: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound.samples.astype(float))) ** 2
    hertz = np.fft.rfftfreq(len(sound.samples), 1 / RATE_HZ)
    return float(spectrum[(hertz >= low) & (hertz <= high)].sum() / max(spectrum.sum(), 1))


def test_the_ringback_tone_is_that_of_the_network() -> None:
    assert power_within(tones.ringback(), 435, 445) == pytest.approx(0.5, abs=0.02)
    assert power_within(tones.ringback(), 475, 485) == pytest.approx(0.5, abs=0.02)


def test_the_beep_is_one_clear_tone() -> None:
    assert loudest_hz(tones.beep()) == pytest.approx(1000, abs=3)


@pytest.mark.parametrize("sound", [tones.ringback(), tones.bell(), tones.beep(), tones.hold_music(3)])
def test_no_tone_clips_or_clicks(sound: Sound) -> None:
    samples = sound.samples.astype(int)
    assert 1_000 < np.abs(samples).max() < 30_000
    assert abs(samples[0]) < 500
    assert abs(samples[-1]) < 500


def test_hold_music_lasts_as_long_as_it_is_asked_to() -> None:
    assert tones.hold_music(3).duration_ms == pytest.approx(3_000, abs=450)


def test_a_telephone_lets_through_what_lies_between_300_and_3400_hertz() -> None:
    noise = Sound(np.random.default_rng(1).normal(0, 4_000, RATE_HZ).astype(np.int16))
    assert power_within(band_pass(noise), 280, 3_430) > 0.99
    assert power_within(band_pass(noise), 1_000, 2_000) == pytest.approx(1_000 / 3_100, abs=0.05)
    assert band_pass(Sound(np.zeros(0, np.int16))).duration_ms == 0


def test_a_poor_line_hisses_in_the_silence_of_a_line() -> None:
    quiet = Sound(np.zeros(RATE_HZ, np.int16))
    assert 10 < np.abs(noisy(quiet).samples).max() < 400

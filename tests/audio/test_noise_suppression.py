"""The suppressor takes noise away, and nothing else."""

import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from audio.listeners.sphinx import SphinxListener
from audio.noise_suppression import NoiseSuppressor
from audio.sound import RATE_HZ, Samples

SAID = "I was wondering whether there is any news about the position yet."
NOISE = 600.0
"""Some 15 dB below the voice."""


@pytest.fixture(scope="module")
def noisy(speak: Callable[[str], Samples]) -> Samples:
    return with_noise(speak(SAID))


def with_noise(speech: Samples) -> Samples:
    """A voice that is silent for a second at the end."""
    sound = np.concatenate((speech.astype(float), np.zeros(RATE_HZ)))
    sound += np.random.default_rng(1).normal(0, NOISE, len(sound))
    return np.clip(sound, -32768, 32767).astype(np.int16)


def level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples.astype(float) ** 2)))


def pieces(samples: Samples, size: int) -> Iterator[Samples]:
    yield from (samples[start : start + size] for start in range(0, len(samples), size))


def cleaned(samples: Samples, size: int) -> Samples:
    suppressor = NoiseSuppressor()
    suppressor.learn(samples)
    parts = [suppressor.clean(piece) for piece in pieces(samples, size)]
    return np.concatenate((*parts, suppressor.rest()))


def test_the_voice_stands_three_times_as_far_above_the_noise(noisy: Samples) -> None:
    clean = cleaned(noisy, 480)
    voice, noise = slice(RATE_HZ, 2 * RATE_HZ), slice(-RATE_HZ // 2, None)
    assert level(clean[voice]) / level(clean[noise]) > 3 * level(noisy[voice]) / level(noisy[noise])


@pytest.mark.parametrize("size", [1, 159, 480, 10**6])
def test_nothing_is_lost_in_whatever_pieces_sound_comes(noisy: Samples, size: int) -> None:
    short = noisy[: RATE_HZ // 2 + 7]
    assert np.array_equal(cleaned(short, size), cleaned(short, len(short)))
    assert len(cleaned(short, size)) == len(short)


def test_noise_is_taken_out_from_the_first_moment_on(noisy: Samples) -> None:
    beginning = slice(0, RATE_HZ // 5)
    assert level(cleaned(noisy[:RATE_HZ], 480)[beginning]) < 0.7 * level(noisy[beginning])


def test_in_a_quiet_place_sound_stays_as_it_is(speak: Callable[[str], Samples]) -> None:
    quiet = speak(SAID)
    assert np.array_equal(cleaned(quiet, 480), quiet)


def test_without_the_library_sound_stays_as_it_is(noisy: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pywebrtc_audio", None)
    assert np.array_equal(cleaned(noisy, 480), noisy)


def test_over_noise_more_words_are_right_than_without_it(noisy: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = right(noisy)
    monkeypatch.setitem(sys.modules, "pywebrtc_audio", None)
    assert with_it > right(noisy)


def right(samples: Samples) -> int:
    hearing = SphinxListener().hear()
    hearing.feed(samples)
    said = SAID.lower().strip(".").split()
    return len(set(said) & set(hearing.finish().text.lower().split()))

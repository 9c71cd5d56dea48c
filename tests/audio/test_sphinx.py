"""Sphinx hears real sound, as it comes."""

import subprocess
from pathlib import Path

import numpy as np
import pytest

from audio.listeners import HeardSpeech
from audio.listeners.load import load_listener
from audio.listeners.sphinx import SphinxListener
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

SAID = "thank you for your time"
CHUNK = RATE_HZ // 20


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    folder = tmp_path_factory.mktemp("speech")
    return spoken(SAID, folder)


def spoken(text: str, folder: Path) -> Samples:
    file = folder / "speech.wav"
    subprocess.run(["flite", "-voice", "slt", "-t", text, file], check=True)
    even = ["sox", file, "-r", str(RATE_HZ), "-c", "1", "-b", "16", "-t", "raw", "-", "pad", "0.3", "0.4"]
    return np.frombuffer(subprocess.run(even, check=True, capture_output=True).stdout, np.int16)


@pytest.fixture(scope="module")
def listener() -> SphinxListener:
    return SphinxListener()


def heard(listener: SphinxListener, samples: Samples, chunk: int = CHUNK) -> HeardSpeech:
    hearing = listener.hear()
    for start in range(0, len(samples), chunk):
        hearing.feed(samples[start : start + chunk])
    return hearing.finish()


def test_words_are_heard_in_their_order_and_inside_the_sound(listener: SphinxListener, speech: Samples) -> None:
    found = heard(listener, speech)
    assert found.text == SAID
    assert found.engine == "sphinx"
    times = [time for word in found.words for time in (word.started_ms, word.ended_ms)]
    assert times == sorted(times)
    assert 200 <= times[0] <= 600
    assert times[-1] <= 1000 * len(speech) / RATE_HZ
    assert all(0 <= word.confidence <= 1 for word in found.words)


def test_words_are_there_while_the_speaker_goes_on(listener: SphinxListener, speech: Samples) -> None:
    hearing = listener.hear()
    hearing.feed(speech[: len(speech) * 4 // 5])
    assert hearing.so_far().startswith("thank you")
    assert hearing.finish().text.startswith("thank you for")


def test_it_does_not_matter_in_what_pieces_sound_comes(listener: SphinxListener, speech: Samples) -> None:
    hearing = listener.hear()
    hearing.feed(speech)
    assert hearing.finish().text == SAID


@pytest.mark.parametrize("samples", [0, 1, RATE_HZ // 10, RATE_HZ * 3])
def test_silence_of_any_length_has_no_words(listener: SphinxListener, samples: int) -> None:
    assert heard(listener, np.zeros(samples, np.int16)).words == ()


def test_a_turn_that_was_given_up_leaves_nothing_behind(listener: SphinxListener, speech: Samples) -> None:
    listener.hear().feed(speech[: RATE_HZ * 2])
    listener.hear().feed(speech[: RATE_HZ // 4])
    assert heard(listener, speech).text == SAID


def test_a_finished_turn_can_be_asked_again_and_takes_no_more_sound(listener: SphinxListener, speech: Samples) -> None:
    hearing = listener.hear()
    hearing.feed(speech)
    assert hearing.finish() == hearing.finish()
    assert hearing.so_far() == SAID
    with pytest.raises(ValueError, match="finished"):
        hearing.feed(speech)


def test_an_unknown_engine_is_named_with_those_that_there_are() -> None:
    with pytest.raises(AudioError, match="Engines: sphinx"):
        load_listener("telepathy")

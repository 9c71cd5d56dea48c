"""Sphinx hears real sound, as it comes."""

import time
from collections.abc import Callable

import numpy as np
import pytest

from audio.listeners import HeardSpeech
from audio.listeners.call_words import CallWords
from audio.listeners.load import load_listener
from audio.listeners.sphinx import SphinxListener
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

SAID = "thank you for your time"
CHUNK = RATE_HZ // 20


@pytest.fixture(scope="module")
def speech(speak: Callable[[str], Samples]) -> Samples:
    return speak(SAID)


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


def test_the_names_of_the_call_are_heard_as_they_are_written(speak: Callable[[str], Samples]) -> None:
    words = CallWords("Wanjiru Mbugua", "Mr. Holger Terpstra", "Beacon & Lane", "Kiln Technician", "the rye dough")
    listener = load_listener(words=words)
    assert isinstance(listener, SphinxListener)
    found = heard(listener, speak("Hello Mister Terpstra, I am calling about the kiln technician position."))
    assert "Terpstra" in found.text
    assert "Kiln Technician position" in found.text
    times = [time for word in found.words for time in (word.started_ms, word.ended_ms)]
    assert times == sorted(times)


def test_an_unknown_engine_is_named_with_those_that_there_are() -> None:
    with pytest.raises(AudioError, match="Engines: sphinx"):
        load_listener("telepathy")


def test_to_learn_a_voice_costs_little_beside_hearing_it(speech: Samples) -> None:
    """Only features are wanted of the first second; a search for words among it would double its cost."""
    second = speech[RATE_HZ // 5 : RATE_HZ * 6 // 5]
    listener = SphinxListener(one_voice=True)
    costs: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(4):
        for known in (False, True):
            began = time.process_time()
            hearing = listener.hear() if known else fresh(listener).hear()
            hearing.feed(second)
            hearing.finish()
            costs[known].append(time.process_time() - began)
    assert min(costs[False]) < 1.6 * min(costs[True])


def fresh(listener: SphinxListener) -> SphinxListener:
    """The same decoder, as if nobody had spoken."""
    listener._current = None  # noqa: SLF001 - to load another would take longer than what is measured
    return listener

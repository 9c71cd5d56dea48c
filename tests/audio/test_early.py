"""Engines that can be asked while a turn goes on are asked in its pauses, and not again for silence."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from audio.listeners import HeardWord
from audio.listeners.early import BREATHLESS_MS, LONG_MS, EarlyHearing
from audio.sound import RATE_HZ, Samples

PIECE_MS = 30
VOICE = np.full(RATE_HZ * PIECE_MS // 1000, 3000, np.int16)
SILENCE = np.zeros(RATE_HZ * PIECE_MS // 1000, np.int16)


class Engine:
    """Hears the word "loud" for each second in which there is a voice; remembers how much sound it was given."""

    def __init__(self) -> None:
        self.asked_ms: list[int] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, samples: Samples) -> Sequence[HeardWord]:
        self.may_answer.wait(10)
        self.asked_ms.append(len(samples) * 1000 // RATE_HZ)
        seconds = [samples[start : start + RATE_HZ] for start in range(0, len(samples), RATE_HZ)]
        return [HeardWord("loud", 1000 * at, 1000 * at + 500, 0.9) for at, one in enumerate(seconds) if one.any()]


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as found:
        yield found


def feed(hearing: EarlyHearing, piece: Samples, milliseconds: int) -> None:
    for _ in range(milliseconds // PIECE_MS):
        hearing.feed(piece)


def wait(executor: ThreadPoolExecutor) -> None:
    executor.submit(int).result(10)


def test_the_words_are_there_in_the_silence_after_them(engine: Engine, executor: ThreadPoolExecutor) -> None:
    hearing = EarlyHearing(engine, "engine", executor)
    feed(hearing, VOICE, 900)
    assert hearing.so_far() == ""
    feed(hearing, SILENCE, 300)
    wait(executor)
    assert hearing.so_far() == "loud"
    feed(hearing, SILENCE, 900)
    assert hearing.finish().text == "loud"
    assert len(engine.asked_ms) == 1


def test_a_short_gap_within_a_word_is_no_pause(engine: Engine, executor: ThreadPoolExecutor) -> None:
    hearing = EarlyHearing(engine, "engine", executor)
    for _ in range(5):
        feed(hearing, VOICE, 300)
        feed(hearing, SILENCE, 120)
    assert engine.asked_ms == []
    assert hearing.finish().text == "loud loud"


def test_who_goes_on_is_heard_anew_from_the_beginning(engine: Engine, executor: ThreadPoolExecutor) -> None:
    hearing = EarlyHearing(engine, "engine", executor)
    feed(hearing, VOICE, 900)
    feed(hearing, SILENCE, 300)
    feed(hearing, VOICE, 900)
    heard = hearing.finish()
    assert [word.started_ms for word in heard.words] == [0, 1000, 2000]
    assert engine.asked_ms[-1] == 2100


def test_a_long_stretch_is_heard_once_and_its_words_keep_their_times(
    engine: Engine, executor: ThreadPoolExecutor
) -> None:
    hearing = EarlyHearing(engine, "engine", executor)
    for _ in range(3):
        feed(hearing, VOICE, LONG_MS)
        feed(hearing, SILENCE, 600)
        wait(executor)
    heard = hearing.finish()
    assert max(engine.asked_ms) < LONG_MS + 1_000
    starts = [word.started_ms for word in heard.words]
    assert starts == sorted(starts)
    assert starts[-1] > 2 * LONG_MS
    assert hearing.so_far() == heard.text


def test_who_never_pauses_is_heard_before_the_end(engine: Engine, executor: ThreadPoolExecutor) -> None:
    hearing = EarlyHearing(engine, "engine", executor)
    feed(hearing, VOICE, BREATHLESS_MS + 2_000)
    wait(executor)
    assert hearing.so_far().count("loud") >= BREATHLESS_MS // 1_000
    feed(hearing, VOICE, LONG_MS)
    assert len(hearing.finish().words) == (BREATHLESS_MS + 2_000 + LONG_MS) // 1_000


def test_an_engine_that_is_slower_than_the_pauses_is_not_asked_about_each(
    engine: Engine, executor: ThreadPoolExecutor
) -> None:
    engine.may_answer.clear()
    hearing = EarlyHearing(engine, "engine", executor)
    for _ in range(6):
        feed(hearing, VOICE, 300)
        feed(hearing, SILENCE, 300)
    engine.may_answer.set()
    assert hearing.finish().text == "loud loud loud loud"
    assert len(engine.asked_ms) <= 3


def test_what_the_engine_cannot_do_is_said_when_the_turn_ends(executor: ThreadPoolExecutor) -> None:
    def fails(_: Samples) -> Sequence[HeardWord]:
        raise RuntimeError("no")

    hearing = EarlyHearing(fails, "engine", executor)
    feed(hearing, VOICE, 900)
    with pytest.raises(RuntimeError, match="no"):
        hearing.finish()


def test_no_sound_is_no_words(engine: Engine, executor: ThreadPoolExecutor) -> None:
    assert EarlyHearing(engine, "engine", executor).finish().words == ()
    assert engine.asked_ms == []

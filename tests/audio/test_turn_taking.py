"""Turns in sound, with a listener that knows what will be said."""

from collections.abc import Iterable

import numpy as np
import pytest

from audio.listeners import HeardSpeech, HeardWord
from audio.sound import Samples
from audio.turn_taking import TurnTaker
from audio.voice_activity import FRAME, FRAME_MS, VoiceActivity

VOICE, SILENCE = np.full(FRAME, 3000, np.int16), np.zeros(FRAME, np.int16)


class Loudness(VoiceActivity):
    """Takes whatever is loud for a voice: no detector takes a constant for one."""

    def hears(self, frame: Samples) -> bool:
        self.loudness = float(np.abs(frame.astype(float)).mean())
        self._window.append(self.loudness > 0)
        return self._window[-1]


class Prompter:
    """Hears the next text of a list each time that somebody begins to speak."""

    name = "prompter"

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = iter(texts)

    def hear(self) -> "Prompt":
        return Prompt(next(self._texts))


class Prompt:
    def __init__(self, text: str) -> None:
        self._text = text

    def feed(self, samples: Samples) -> None:
        assert len(samples) == FRAME

    def so_far(self) -> str:
        return self._text

    def finish(self) -> HeardSpeech:
        words = self._text.split()
        return HeardSpeech(
            tuple(HeardWord(word, 100 * n, 100 * n + 90, 1.0) for n, word in enumerate(words)), "prompter"
        )


def feed(taker: TurnTaker, frame: Samples, milliseconds: int) -> int | None:
    """The milliseconds after which the turn was over; None if it goes on."""
    for passed in range(0, milliseconds, FRAME_MS):
        taker.feed(frame)
        if taker.over:
            return passed + FRAME_MS
    return None


def taker(*texts: str, patience: float = 1.0) -> TurnTaker:
    return TurnTaker(Prompter(texts), Loudness(), patience)


def test_silence_alone_is_no_turn() -> None:
    one = taker("never heard")
    assert feed(one, SILENCE, 5_000) is None
    assert not one.begun


def test_a_goodbye_is_over_within_two_thirds_of_a_second() -> None:
    one = taker("thank you very much for your time goodbye")
    assert feed(one, VOICE, 2_000) is None
    over = feed(one, SILENCE, 3_000)
    assert over
    assert over <= 660
    heard = one.finish()
    assert heard.speech.text == "thank you very much for your time goodbye"
    assert 1_900 <= heard.ended_ms - heard.started_ms <= 2_100


def test_a_pause_of_a_second_and_a_half_within_a_sentence_is_bridged() -> None:
    one = taker("i was wondering if", "you have made a decision")
    assert feed(one, VOICE, 1_500) is None
    assert feed(one, SILENCE, 1_500) is None
    assert feed(one, VOICE, 1_500) is None
    assert feed(one, SILENCE, 3_000)
    heard = one.finish()
    assert heard.speech.text == "i was wondering if you have made a decision"
    times = [word.started_ms for word in heard.speech.words]
    assert times == sorted(times)
    assert times[4] >= 2_600


def test_the_next_turn_begins_afresh() -> None:
    one = taker("yes", "no")
    for text in ("yes", "no"):
        feed(one, VOICE, 600)
        assert feed(one, SILENCE, 3_000)
        assert one.finish().speech.text == text
        assert not one.begun


def test_patience_doubles_the_wait() -> None:
    waits = []
    for patience in (1.0, 2.0):
        one = taker("thank you very much for your time goodbye", patience=patience)
        feed(one, VOICE, 2_000)
        waits.append(feed(one, SILENCE, 5_000) or 0)
    assert waits[1] == pytest.approx(2 * waits[0], abs=FRAME_MS)


def test_the_loudness_of_a_word_is_known() -> None:
    one = taker("yes")
    feed(one, VOICE, 600)
    feed(one, SILENCE, 3_000)
    heard = one.finish()
    loudness = heard.loudness_db(heard.started_ms + 100, heard.started_ms + 300)
    assert loudness == pytest.approx(20 * np.log10(3000 / 32767), abs=0.5)

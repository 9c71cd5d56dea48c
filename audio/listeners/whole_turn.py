"""For engines that hear a turn only as a whole, once it is over."""

from collections.abc import Callable, Sequence

import numpy as np

from audio.listeners import HeardSpeech, HeardWord
from audio.sound import RATE_HZ, Samples

Recognise = Callable[[Samples], Sequence[HeardWord]]
UNTOLD_CONFIDENCE = 1.0
"""Of engines that do not say how sure they are."""
_LOUD = 0.1
"""Speech is louder than this part of the loudest moment, in amplitude."""


class WholeTurnHearing:
    """Keeps the sound, and hands it over when the turn ends; until then no word is known."""

    def __init__(self, recognise: Recognise, engine: str) -> None:
        self._recognise = recognise
        self._engine = engine
        self._sound: list[Samples] = []
        self._finished: HeardSpeech | None = None

    def feed(self, samples: Samples) -> None:
        if self._finished:
            raise ValueError("This turn is finished.")
        self._sound.append(samples)

    def so_far(self) -> str:
        return self._finished.text if self._finished else ""

    def finish(self) -> HeardSpeech:
        if self._finished is None:
            sound = np.concatenate(self._sound) if self._sound else np.zeros(0, np.int16)
            self._finished = HeardSpeech(tuple(self._recognise(sound)) if len(sound) else (), self._engine)
        return self._finished


def spread(text: str, samples: Samples, confidence: float = UNTOLD_CONFIDENCE) -> tuple[HeardWord, ...]:
    """The words of an engine that tells no times, spread over the loud part of the sound by their length."""
    words = text.split()
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) >= _LOUD * np.abs(samples.astype(np.int32)).max(initial=1))
    if not words or not len(loud):
        return ()
    began, ended = (int(at) * 1000 / RATE_HZ for at in (loud[0], loud[-1]))
    letter_ms = (ended - began) / sum(map(len, words))
    found = []
    for word in words:
        until = began + letter_ms * len(word)
        found.append(HeardWord(word, round(began), round(until), confidence))
        began = until
    return tuple(found)

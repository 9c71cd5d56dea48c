"""For engines that hear a turn only as a whole, but can be asked while it still goes on.

They are asked in each pause, on another core. So the words are there soon after the last one, and what was said tells
whether the turn is over.
"""

from concurrent.futures import Executor, Future

import numpy as np

from audio.listeners import HeardSpeech, HeardWord
from audio.listeners.whole_turn import Recognise
from audio.sound import RATE_HZ, Samples

PAUSE_MS = 180
"""Of quiet after which the engine is asked. Words have shorter ones within."""
LONG_MS = 10_000
"""What came before a pause is settled once it is so long: it would cost too much to hear it anew in each pause."""
BREATHLESS_MS = 6_000
"""Of speech without a pause after which the engine is asked all the same, so that it is known to be speech."""
_QUIET = 0.1
"""A pause is quieter than this part of the loudest moment so far, in amplitude."""


class EarlyHearing:
    """One turn. Sound may come in pieces of any length; pauses are noticed where it comes in short ones."""

    def __init__(self, recognise: Recognise, engine: str, executor: Executor) -> None:
        """`executor` should do one thing at a time."""
        self._recognise = recognise
        self._engine = engine
        self._executor = executor
        self._settled: list[HeardWord] = []
        self._settled_samples = 0
        self._sound: list[Samples] = []
        """What came after that."""
        self._samples = 0
        self._loudest = 0.0
        self._quiet_samples = 0
        self._asked: Future[list[HeardWord]] | None = None
        self._asked_samples = 0
        self._asked_in_pause = False
        self._fresh = False
        """Whether nothing was said since the engine was asked."""
        self._words: list[HeardWord] = []
        self._finished: HeardSpeech | None = None

    def feed(self, samples: Samples) -> None:
        if self._finished:
            raise ValueError("This turn is finished.")
        self._sound.append(samples)
        self._samples += len(samples)
        loudness = float(np.sqrt(np.mean(samples.astype(np.float64) ** 2))) if len(samples) else 0.0
        self._loudest = max(self._loudest, loudness)
        if loudness > _QUIET * self._loudest:
            self._quiet_samples, self._fresh = 0, False
            if self._samples - self._settled_samples - self._asked_samples >= BREATHLESS_MS * RATE_HZ // 1000:
                self._ask(in_pause=False)
            return
        self._quiet_samples += len(samples)
        if not self._fresh and self._quiet_samples >= PAUSE_MS * RATE_HZ // 1000:
            self._ask(in_pause=True)

    def so_far(self) -> str:
        """What the engine made of the sound up to the last pause."""
        if self._finished:
            return self._finished.text
        if self._asked and self._asked.done():
            self._words = self._asked.result()
        return " ".join(word.word for word in (*self._settled, *self._words))

    def finish(self) -> HeardSpeech:
        if self._finished is None:
            if not self._fresh and self._samples:
                self._ask(in_pause=True)
            self._words = self._asked.result() if self._asked else []
            self._finished = HeardSpeech((*self._settled, *self._words), self._engine)
        return self._finished

    def _ask(self, *, in_pause: bool) -> None:
        if self._asked and not self._asked.cancel() and self._asked_in_pause:
            self._settle(self._asked)
        sound = np.concatenate(self._sound)
        self._asked = self._executor.submit(self._hear, sound, self._settled_samples)
        self._asked_samples, self._asked_in_pause, self._fresh = len(sound), in_pause, True

    def _hear(self, sound: Samples, from_samples: int) -> list[HeardWord]:
        shift = from_samples * 1000 // RATE_HZ
        return [
            HeardWord(word.word, word.started_ms + shift, word.ended_ms + shift, word.confidence)
            for word in self._recognise(sound)
        ]

    def _settle(self, asked: Future[list[HeardWord]]) -> None:
        """Keeps what was made of a long stretch; only what came after it is heard anew."""
        if self._asked_samples < LONG_MS * RATE_HZ // 1000 or not asked.done():
            return
        self._settled += asked.result()
        rest = np.concatenate(self._sound)[self._asked_samples :]
        self._settled_samples += self._asked_samples
        self._sound, self._words, self._asked_samples = [rest], [], 0

"""pocketsphinx: works offline and comes with the program. One decoder is kept, and fed while the candidate speaks."""

from typing import Any

import numpy as np

from audio.listeners import HeardSpeech, HeardWord
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

NAME = "sphinx"
FRAME_MS = 10
PRIMING_MS = 1_500
"""Sound from which the level and colour of a new voice are learnt before the first word of a turn is decoded."""


class SphinxListener:
    """Raises AudioError if pocketsphinx or its model is not there."""

    name = NAME

    def __init__(self) -> None:
        try:
            from pocketsphinx import Decoder  # noqa: PLC0415 - only voice mode pays for it

            self._decoder: Any = Decoder(samprate=RATE_HZ, loglevel="FATAL")
        except ImportError as error:
            raise AudioError("pocketsphinx is not installed.", remedy="pip install pocketsphinx") from error
        except (OSError, RuntimeError) as error:
            raise AudioError(
                f"The speech recogniser does not start: {error}",
                remedy="pip install --force-reinstall pocketsphinx",
            ) from error
        self._current: SphinxHearing | None = None

    def hear(self) -> "SphinxHearing":
        """Begins a turn; one that was not finished is given up."""
        if self._current:
            self._current.abandon()
        self._current = SphinxHearing(self._decoder)
        return self._current


class SphinxHearing:
    """One turn. Sound may come in pieces of any length."""

    def __init__(self, decoder: Any) -> None:  # noqa: ANN401 - pocketsphinx has no types
        self._decoder = decoder
        self._waiting: list[Samples] | None = []
        """Sound that is kept back for priming; None once the decoder runs."""
        self._waiting_samples = 0
        self._finished: HeardSpeech | None = None

    def feed(self, samples: Samples) -> None:
        if self._finished:
            raise ValueError("This turn is finished.")
        if self._waiting is None:
            self._process(samples)
            return
        self._waiting.append(samples)
        self._waiting_samples += len(samples)
        if self._waiting_samples >= RATE_HZ * PRIMING_MS // 1000:
            self._begin()

    def so_far(self) -> str:
        if self._finished:
            return self._finished.text
        if self._waiting is not None:
            return ""
        found = self._decoder.hyp()
        return found.hypstr if found else ""

    def finish(self) -> HeardSpeech:
        if self._finished is None:
            if self._waiting is not None:
                self._begin()
            self._decoder.end_utt()
            self._finished = HeardSpeech(self._words() if self._decoder.hyp() else (), NAME)
        return self._finished

    def abandon(self) -> None:
        """Ends the turn without asking what was said."""
        if self._finished is None:
            if self._waiting is None:
                self._decoder.end_utt()
            self._finished = HeardSpeech((), NAME)

    def _begin(self) -> None:
        """Learns the voice from what has come so far, and decodes it."""
        waiting = np.concatenate(self._waiting) if self._waiting else np.zeros(0, np.int16)
        self._waiting = None
        if len(waiting):
            self._decoder.start_utt()
            self._decoder.process_raw(waiting.tobytes(), no_search=True)
            self._decoder.get_cmn(True)  # noqa: FBT003 - its only argument: update
            self._decoder.end_utt()
        self._decoder.start_utt()
        self._process(waiting)

    def _process(self, samples: Samples) -> None:
        if len(samples):
            self._decoder.process_raw(samples.tobytes())

    def _words(self) -> tuple[HeardWord, ...]:
        return tuple(
            HeardWord(
                segment.word.partition("(")[0],
                segment.start_frame * FRAME_MS,
                (segment.end_frame + 1) * FRAME_MS,
                min(max(segment.prob, 0.0), 1.0),
            )
            for segment in self._decoder.seg()
            if segment.word[0] not in "<["
        )

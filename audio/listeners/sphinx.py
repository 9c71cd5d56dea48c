"""pocketsphinx: works offline and comes with the program. One decoder is kept, and fed while the candidate speaks.

It hears with a language model for these calls (`simulator.training.listening` builds it), and with the names of the
call in their places.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from audio.listeners import HeardSpeech, HeardWord
from audio.listeners.call_words import CallWords
from audio.noise_suppression import NoiseSuppressor
from audio.pronunciation import join, pronunciations
from audio.sound import RATE_HZ, Samples
from audio.vocal_tract import warp_for
from simulator.errors import AudioError

NAME = "sphinx"
FRAME_MS = 10
PRIMING_MS = 1_000
"""Sound from which the level and colour of a new voice are learnt before the first word of a turn is decoded."""
DATA = files("audio") / "data"
MODEL, DICTIONARY = "calls.lm.bin", "calls.dict"
BAND_HZ = 130.0, 6_800.0
"""What the acoustic model was trained on (its `feat.params`)."""
_MOST_SOUNDS = 3
"""Ways in which one name may sound; each costs a little time."""
_SEARCH = "calls"
_PRIMING = "priming"
"""A search for one word: the library searches whatever it is given, and all words would cost it far more."""
_LOUD = 0.1
"""A moment is loud from this part of the loudest on, in amplitude."""
_AROUND_MS = 200
_MOST_MODELS = 6_000
"""Phone models that are followed at a time; the library's own 30,000 make noise slow to decode."""


class SphinxListener:
    """Raises AudioError if pocketsphinx or its model is not there."""

    name = NAME

    def __init__(self, words: CallWords | None = None, *, one_voice: bool = False, data: Traversable = DATA) -> None:
        """`one_voice`: all turns are of one person at one microphone, so that a voice and the noise around it are
        learnt once. `data`: where the language model and its pronunciations are."""
        try:
            from pocketsphinx import Decoder  # noqa: PLC0415 - only voice mode pays for it

            self._decoder: Any = Decoder(
                samprate=RATE_HZ,
                lm=None,
                fwdflat=False,  # a second pass over the whole turn would delay the answer
                maxhmmpf=_MOST_MODELS,
                loglevel="FATAL",
            )
            self._said = self._teach(words or CallWords(), data / DICTIONARY)
            with as_file(data / MODEL) as model:
                self._decoder.add_lm_file(_SEARCH, str(model))
            self._decoder.add_keyphrase(_PRIMING, "yes")
            self._decoder.activate_search(_SEARCH)
        except ImportError as error:
            raise AudioError("pocketsphinx is not installed.", remedy="pip install pocketsphinx") from error
        except (OSError, RuntimeError) as error:
            raise AudioError(
                f"The speech recogniser does not start: {error}",
                remedy="pip install --force-reinstall pocketsphinx",
            ) from error
        self._one_voice = one_voice
        self._suppressor = NoiseSuppressor()
        self._current: SphinxHearing | None = None

    def hear(self) -> "SphinxHearing":
        """Begins a turn; one that was not finished is given up."""
        if self._current:
            self._current.abandon()
        known = self._one_voice and self._current is not None and self._current.learnt
        if not self._one_voice:
            self._suppressor = NoiseSuppressor()
        self._current = SphinxHearing(self._decoder, self._said, self._suppressor, known=known)
        return self._current

    def _teach(self, words: CallWords, dictionary: Traversable) -> dict[str, str]:
        """Gives the decoder its pronunciations; what is said in each place, by the dictionary's entry."""
        for line in dictionary.read_text(encoding="utf-8").splitlines():
            word, phones = line.split(maxsplit=1)
            self._decoder.add_word(word, phones, False)  # noqa: FBT003 - the search begins later
        said: dict[str, str] = {}
        for place, variants in words.by_place().items():
            number = 0
            for variant in variants:
                for phones in join([self._sounds(word) for word in variant.split()], _MOST_SOUNDS):
                    number += 1
                    entry = place if number == 1 else f"{place}({number})"
                    self._decoder.add_word(str(entry), phones, False)  # noqa: FBT003 - as above
                    said[str(entry)] = variant
        return said

    def _sounds(self, word: str) -> tuple[str, ...]:
        known = self._decoder.lookup_word(word.lower())
        return (known,) if known else pronunciations(word)


class SphinxHearing:
    """One turn. Sound may come in pieces of any length."""

    def __init__(
        self,
        decoder: Any,  # noqa: ANN401 - pocketsphinx has no types
        said: Mapping[str, str],
        suppressor: NoiseSuppressor,
        *,
        known: bool = False,
    ) -> None:
        """`known`: the decoder has learnt this voice from the turn before."""
        self._decoder = decoder
        self._said = said
        self._suppressor = suppressor
        self._waiting: list[Samples] | None = []
        """Sound that is kept back for priming; None once the decoder runs."""
        self._waiting_samples = 0
        self._finished: HeardSpeech | None = None
        self.learnt = known
        """Whether the decoder knows the voice."""
        if known:
            self._waiting = None
            decoder.start_utt()

    def feed(self, samples: Samples) -> None:
        if self._finished:
            raise ValueError("This turn is finished.")
        if self._waiting is None:
            self._decode(self._suppressor.clean(samples))
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
        return " ".join(word.word for word in self._words())

    def finish(self) -> HeardSpeech:
        if self._finished is None:
            if self._waiting is not None:
                self._begin()
            self._decode(self._suppressor.rest())
            self._decoder.end_utt()
            self._finished = HeardSpeech(tuple(self._words()), NAME)
        return self._finished

    def abandon(self) -> None:
        """Ends the turn without asking what was said."""
        if self._finished is None:
            if self._waiting is None:
                self._suppressor.rest()
                self._decoder.end_utt()
            self._finished = HeardSpeech((), NAME)

    def _begin(self) -> None:
        """Learns the noise and the voice from what has come so far, and decodes it."""
        noisy = np.concatenate(self._waiting) if self._waiting else np.zeros(0, np.int16)
        self._waiting = None
        self._suppressor.learn(noisy)
        waiting = self._suppressor.clean(noisy)
        speech = _without_long_silence(waiting)
        self.learnt = len(speech) >= RATE_HZ * PRIMING_MS // 1000
        if len(speech):
            self._fit_to(speech)
            self._decoder.activate_search(_PRIMING)
            self._decoder.start_utt()
            self._decoder.process_raw(speech.tobytes(), no_search=True)
            self._decoder.get_cmn(True)  # noqa: FBT003 - its only argument: update
            self._decoder.end_utt()
            self._decoder.activate_search(_SEARCH)
        self._decoder.start_utt()
        self._decode(waiting)

    def _fit_to(self, speech: Samples) -> None:
        """Fits the features to the speaker's voice; the decoder forgets the level and colour of the one before."""
        warp, config = warp_for(speech), self._decoder.config
        if config["warp_params"] != str(warp):
            # The library warps only within the band of its filters, so that the band must move along.
            config["warp_params"] = str(warp)
            config["lowerf"], config["upperf"] = (edge * warp for edge in BAND_HZ)
            self._decoder.reinit_feat()

    def _decode(self, samples: Samples) -> None:
        if len(samples):
            self._decoder.process_raw(samples.tobytes())

    def _words(self) -> Iterator[HeardWord]:
        if not self._decoder.hyp():
            return
        for segment in self._decoder.seg():
            said = self._said.get(segment.word)
            if said is None and segment.word[0] in "<[":
                continue  # silence and noise
            parts = (said or segment.word.partition("(")[0]).split()
            started, ended = segment.start_frame * FRAME_MS, (segment.end_frame + 1) * FRAME_MS
            letters = sum(map(len, parts))
            for part in parts:
                until = started + round((ended - started) * len(part) / letters)
                yield HeardWord(part, started, until, min(max(segment.prob, 0.0), 1.0))
                started, letters = until, letters - len(part)


def _without_long_silence(samples: Samples) -> Samples:
    """The sound from a little before its first loud moment to a little after its last: silence tells nothing of a
    voice."""
    loudness = np.abs(samples.astype(np.int32))
    loud = np.flatnonzero(loudness >= _LOUD * loudness.max(initial=1))
    if not len(loud):
        return samples[:0]
    around = RATE_HZ * _AROUND_MS // 1000
    return samples[max(int(loud[0]) - around, 0) : int(loud[-1]) + around]

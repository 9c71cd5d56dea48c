"""Whisper, by faster-whisper: offline, the best of these, slower. Needs the extra `whisper` and a model.

It is asked as SpeechRecognition asks it, save that the model is kept from turn to turn, and in each pause of a turn.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from audio.listeners import HeardWord
from audio.listeners.call_words import CallWords
from audio.listeners.early import EarlyHearing
from audio.listeners.installed import model_folder
from audio.sound import RATE_HZ, Samples
from simulator.cores import cores
from simulator.errors import AudioError

NAME = "whisper"
_NO_SPEECH = 0.4
"""Probability of silence from which a stretch is left out: of words really said it is a few hundredths."""
_AROUND_WORDS = re.compile(r"^\W+|[^\w.,?!]+$")
"""Stops and question marks stay: the understanding reads better with them."""


class WhisperListener:
    """Raises AudioError if the library or a model is missing."""

    name = NAME

    def __init__(self, words: CallWords | None = None, folder: Path | None = None) -> None:
        try:
            from faster_whisper import WhisperModel  # noqa: PLC0415 - an extra
            from speech_recognition.recognizers.whisper_local.base import WhisperCompatibleRecognizer  # noqa: PLC0415
            from speech_recognition.recognizers.whisper_local.faster_whisper import (  # noqa: PLC0415
                TranscribableAdapter,
            )
        except ImportError as error:
            raise AudioError("Whisper is not installed.", remedy="pip install 'ringback[whisper]'") from error
        model = folder or model_folder(NAME)
        try:
            loaded = WhisperModel(
                str(model), device="cpu", compute_type="int8", cpu_threads=cores(), local_files_only=True
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise AudioError(
                "Whisper cannot load its model.", where=str(model), remedy="ringback voice install whisper --again"
            ) from error
        self._recogniser: Any = WhisperCompatibleRecognizer(TranscribableAdapter(loaded))
        self._prompt = _prompt(words or CallWords())
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=NAME)

    def hear(self) -> EarlyHearing:
        return EarlyHearing(self.recognise, NAME, self._executor)

    def recognise(self, samples: Samples) -> tuple[HeardWord, ...]:
        from speech_recognition import AudioData  # noqa: PLC0415 - voice mode only

        try:
            found = self._recogniser.recognize(
                AudioData(samples.tobytes(), RATE_HZ, 2),
                show_dict=True,
                language="en",
                word_timestamps=True,
                initial_prompt=self._prompt,
                condition_on_previous_text=False,
                temperature=(0.0, 0.4, 0.8),  # the others only where it repeats itself
                # In the silence after the last word it makes up a "Thank you.", however sure it seems.
                no_speech_threshold=_NO_SPEECH,
                log_prob_threshold=None,
            )
        except RuntimeError as error:
            raise AudioError(f"Whisper failed: {error}", remedy="Choose another engine: --engine sphinx") from error
        return tuple(_words(found["segments"]))


def _prompt(words: CallWords) -> str:
    """What Whisper takes for the words before: it spells names as it saw them, and keeps fillers where it saw one."""
    named = ", ".join(part for part in (words.speaker, words.other, words.company, words.position, words.topic) if part)
    return f"Um, uh, so, well, {named}." if named else "Um, uh, so, well."


def _words(segments: Any) -> Iterator[HeardWord]:  # noqa: ANN401 - the library's own kind
    for segment in segments:
        for word in segment.words or ():
            bare = _AROUND_WORDS.sub("", word.word)
            if any(map(str.isalnum, bare)):
                yield HeardWord(
                    bare, round(1000 * word.start), round(1000 * word.end), min(max(word.probability, 0.0), 1.0)
                )

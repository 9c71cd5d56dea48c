"""Vosk: offline, better than sphinx, heard while the candidate speaks. Needs the extra `vosk` and a model.

SpeechRecognition's own way to it loads the model anew for every turn, so that the library is used here directly.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audio.listeners import HeardSpeech, HeardWord
from audio.listeners.installed import model_folder
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

NAME = "vosk"


class VoskListener:
    """Raises AudioError if the library or a model is missing."""

    name = NAME

    def __init__(self, folder: Path | None = None) -> None:
        try:
            import vosk  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise AudioError("Vosk is not installed.", remedy="pip install 'ringback[vosk]'") from error
        model = folder or model_folder(NAME)
        vosk.SetLogLevel(-1)
        try:
            self._model: Any = vosk.Model(str(model))
        except Exception as error:  # the library has no errors of its own
            raise AudioError(
                "Vosk cannot load its model.", where=str(model), remedy="ringback voice install vosk --again"
            ) from error
        self._recogniser: Any = vosk.KaldiRecognizer

    def hear(self) -> "VoskHearing":
        recogniser = self._recogniser(self._model, RATE_HZ)
        recogniser.SetWords(True)  # noqa: FBT003 - its only argument
        return VoskHearing(recogniser)


class VoskHearing:
    """One turn. The engine ends a sentence at each pause; together they are the turn."""

    def __init__(self, recogniser: Any) -> None:  # noqa: ANN401 - the library has no types
        self._recogniser = recogniser
        self._words: list[HeardWord] = []
        self._finished: HeardSpeech | None = None

    def feed(self, samples: Samples) -> None:
        if self._finished:
            raise ValueError("This turn is finished.")
        if self._recogniser.AcceptWaveform(samples.tobytes()):
            self._words += _words(self._recogniser.Result())

    def so_far(self) -> str:
        if self._finished:
            return self._finished.text
        partial = json.loads(self._recogniser.PartialResult()).get("partial", "")
        return " ".join([*(word.word for word in self._words), *partial.split()])

    def finish(self) -> HeardSpeech:
        if self._finished is None:
            self._words += _words(self._recogniser.FinalResult())
            self._finished = HeardSpeech(tuple(self._words), NAME)
        return self._finished


def _words(result: str) -> Iterator[HeardWord]:
    for word in json.loads(result).get("result", ()):
        yield HeardWord(
            word["word"], round(1000 * word["start"]), round(1000 * word["end"]), min(max(word["conf"], 0.0), 1.0)
        )

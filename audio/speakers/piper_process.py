"""The process in which Piper speaks; its argument is the folder of its voices."""

import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

from audio.speakers import Gender
from audio.speakers.serving import Wish, serve

VOICES = {Gender.FEMALE: "en_US-amy-medium", Gender.MALE: "en_US-joe-medium"}
_WORDS_A_MINUTE = 165
"""As fast as they speak of themselves."""


def fitting(folder: Path, gender: Gender) -> Path:
    """The model of a voice of that gender, or else of any. Raises FileNotFoundError."""
    wanted = folder / f"{VOICES[gender]}.onnx"
    found = [wanted, *sorted(folder.glob("*.onnx"))]
    for model in found:
        if model.exists():
            return model
    raise FileNotFoundError(f"there is no voice in {folder}")


def start(folder: Path) -> Callable[[Wish], None]:
    """What speaks. Raises ImportError if the library is missing."""
    from piper import PiperVoice, SynthesisConfig  # noqa: PLC0415 - so that its absence is an answer, too

    loaded: dict[Path, Any] = {}

    def speak(wish: Wish) -> None:
        model = fitting(folder, Gender(wish["gender"]))
        if model not in loaded:
            loaded[model] = PiperVoice.load(model)
        slower = _WORDS_A_MINUTE / wish["words_a_minute"]
        with wave.open(wish["path"], "wb") as file:
            loaded[model].synthesize_wav(wish["text"], file, syn_config=SynthesisConfig(length_scale=slower))

    return speak


if __name__ == "__main__":
    serve(lambda: start(Path(sys.argv[1])))

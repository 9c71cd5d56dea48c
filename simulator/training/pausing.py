"""Turns with a pause for thinking, spoken and heard as in a call: what tells a pause from an end, in words as they are
heard and in the melody of the voice.

Needs flite on the machine; training does not, since what was heard is data of the project (`paused.jsonl`).
"""

import json
import random
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from audio.ending_features import spoken_words
from audio.listeners import Listener
from audio.melody import Melody, melody
from audio.pronunciation import pronunciations
from audio.sound import RATE_HZ, Samples
from audio.turn_taking import TurnTaker
from audio.voice_activity import FRAME, VoiceActivity
from audio.wave_file import read_wave
from simulator.training.corpus import Example

PAUSED = Path(__file__).parent / "paused.jsonl"
VOICES = "slt", "rms", "awb", "kal16"
STRETCHES = 0.85, 1.0, 1.15
"""How much longer each sound lasts."""
MEDIAN_PAUSE_MS, SPREAD = 500, 0.6
"""Chosen so that they cover what is known of pauses within the speech of one person: they are distributed nearly
normally by the logarithm of their duration (Kirsner et al. 2003), most of them medium, 0.2 to 1 s, and in spontaneous
speech some longer (Campione and Véronis 2002, "A large-scale multilingual study of silent pause duration")."""
SHORTEST_MS, LONGEST_MS = 200, 1_500
_PAUSED_SHARE = 0.85
_WORDS = 2, 40
_FADE = RATE_HZ // 200
_NOISE = 30.0
"""Of a quiet room: root mean square of 32,767."""
_BEFORE_S, _AFTER_S = 0.5, 1.8
_LOUD = 300
_ASKED_MS = 270
"""Of silence after which is noted what was heard."""
_PATIENT = 3.0
"""So patient that no pause ends the turn."""
_NEARLY_MS = 90
_ALIGNED_FRAME = RATE_HZ // 100


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence within a turn, or after it."""

    said: str
    """The whole turn."""
    heard: str
    """The words before the silence, as they were heard."""
    height: float
    fading: float
    ended: bool
    voice: str

    @property
    def melody(self) -> Melody:
        return Melody(self.height, self.fading)


def read_pauses(path: Path = PAUSED) -> tuple[Pause, ...]:
    return tuple(Pause(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def write_pauses(pauses: Iterable[Pause], path: Path = PAUSED) -> None:
    with path.open("w", encoding="utf-8") as file:
        for pause in pauses:
            file.write(json.dumps(asdict(pause), ensure_ascii=False) + "\n")
            file.flush()


def choose(examples: Sequence[Example], count: int = 1_100) -> list[str]:
    """Turns to be spoken: plain ones, as many as a listener has patience for."""
    least, most = _WORDS
    texts = {one.text for one in examples if least <= len(one.text.split()) <= most}
    plain = sorted(text for text in texts if text.isascii() and not re.search(r"\d", text))
    random.Random(5).shuffle(plain)  # noqa: S311 - a fixed choice
    return plain[:count]


def hear_pauses(texts: Sequence[str], listener: Listener) -> Iterator[Pause]:
    """Every voice in turn."""
    chance = random.Random(100)  # noqa: S311 - a fixed choice
    with tempfile.TemporaryDirectory() as name:
        for number, text in enumerate(texts):
            voice = VOICES[number % len(VOICES)]
            speech = speak(text, voice, Path(name), chance.choice(STRETCHES))
            place = choose_place(text, chance) if chance.random() < _PAUSED_SHARE else None
            pause_ms = draw_pause(chance)
            paused = with_pause(speech, text, place, pause_ms) if place else speech
            if paused is not None:
                said = _Said(text, voice, paused, pause_ms if place else 0, number)
                yield from _silences(said, listener)


def speak(text: str, voice: str, folder: Path, stretch: float = 1.0) -> Samples:
    """By flite, without the silence around it."""
    path = folder / "turn.wav"
    command = ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch}", "-t", text, "-o", str(path)]
    subprocess.run(command, check=True)  # noqa: S603 - a fixed program
    samples = read_wave(path).samples
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > _LOUD)
    return samples[loud[0] : loud[-1]]


def draw_pause(chance: random.Random) -> int:
    """Milliseconds."""
    pause_ms = 0
    while not SHORTEST_MS <= pause_ms <= LONGEST_MS:
        pause_ms = round(chance.lognormvariate(np.log(MEDIAN_PAUSE_MS), SPREAD))
    return pause_ms


def choose_place(text: str, chance: random.Random) -> int | None:
    """Between two words of one sentence: the number of written words before the pause."""
    written = text.split()
    places = [at for at in range(1, len(written)) if written[at - 1][-1] not in ".?!"]
    return chance.choice(places) if places else None


def with_pause(speech: Samples, text: str, place: int, pause_ms: int) -> Samples | None:
    """The sound of a whole turn with a pause cut in, so that the voice before it is that of somebody who goes on. None
    where no aligner finds the place."""
    written = text.split()
    before = sum(len(spoken_words(word)) for word in written[:place])
    ends = _word_ends(tuple(spoken_words(text)), speech)
    if not ends or not 0 < before < len(ends):
        return None
    at = ends[before - 1]
    first, second = speech[:at].astype(np.float64), speech[at:].astype(np.float64)
    first[-_FADE:] *= np.linspace(1, 0, min(_FADE, len(first)))
    second[:_FADE] *= np.linspace(0, 1, min(_FADE, len(second)))
    silence = np.zeros(pause_ms * RATE_HZ // 1000)
    return np.concatenate((first, silence, second)).astype(np.int16)


@cache
def _aligner() -> Any:  # noqa: ANN401 - pocketsphinx has no types
    from pocketsphinx import Decoder  # noqa: PLC0415 - only those who hear need it

    return Decoder(samprate=RATE_HZ, loglevel="FATAL")


def _word_ends(words: tuple[str, ...], speech: Samples) -> list[int]:
    """Where each word ends, in samples; empty if they cannot be aligned."""
    decoder = _aligner()
    for word in words:
        if decoder.lookup_word(word) is None:
            if not (sounds := pronunciations(word)):
                return []
            decoder.add_word(word, sounds[0], True)  # noqa: FBT003 - its only way
    try:
        decoder.set_align_text(" ".join(words))
        decoder.start_utt()
        decoder.process_raw(speech.tobytes(), full_utt=True)
        decoder.end_utt()
        found = [(part.end_frame + 1) * _ALIGNED_FRAME for part in decoder.seg() if part.word[0] not in "<["]
    except (RuntimeError, TypeError):
        return []
    return found if len(found) == len(words) else []


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    voice: str
    speech: Samples
    pause_ms: int
    number: int


def _silences(said: _Said, listener: Listener) -> Iterator[Pause]:
    """What is heard up to the pause that was cut in, and up to the end."""
    quiet = np.zeros(round(_BEFORE_S * RATE_HZ)), np.zeros(round(_AFTER_S * RATE_HZ))
    noise: npt.NDArray[np.float64] = np.concatenate((quiet[0], said.speech, quiet[1]))
    noise = noise + np.random.default_rng(said.number).normal(0, _NOISE, len(noise))
    sound = np.clip(noise, -(2**15), 2**15 - 1).astype(np.int16)
    taker = TurnTaker(listener, VoiceActivity(_NOISE), _PATIENT)
    waiting: Pause | None = None
    silence_ms = began = 0
    for start in range(0, len(sound) - FRAME, FRAME):
        taker.feed(sound[start : start + FRAME])
        if not taker.begun:
            began = start
            continue
        if taker.silence_ms == 0 and waiting:
            if abs(silence_ms - said.pause_ms) <= _NEARLY_MS:
                yield waiting
            waiting = None
        silence_ms = taker.silence_ms
        if silence_ms == _ASKED_MS and not waiting:
            ended = start + FRAME - _ASKED_MS * RATE_HZ // 1000
            found = melody(sound[began:ended])
            if found:
                height, fading = (round(number, 3) for number in found.numbers())
                waiting = Pause(said.text, taker.text, height, fading, ended=False, voice=said.voice)
    if waiting:
        yield replace(waiting, ended=True)

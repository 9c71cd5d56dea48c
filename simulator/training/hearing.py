"""Real recognition errors: turns are spoken by synthetic voices, disturbed by noise, and heard by the program.

Needs flite, festival (its voice slt), sox and espeak-ng on the machine; nothing else does. What was heard is data of
the project (`heard.jsonl`), so that training needs none of these; of what stands there now, 2,600 texts were heard by
stock pocketsphinx, and the others by the program's listener.
"""

import itertools
import json
import random
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np

from audio.listeners.sphinx import DATA, SphinxListener
from audio.sound import RATE_HZ, Samples
from simulator.training.corpus import Example
from simulator.training.listening import Parts

HEARD = Path(__file__).parent / "heard.jsonl"
VOICES = "slt", "rms", "awb", "kal16", "festival"
"""Four of flite's, and festival's own slt; a woman, two men of two accents, and two plain machines."""
STRETCHES = 0.85, 1.2
"""How much longer each sound lasts: a fast and a slow speaker."""
NOISES_DB = 30, 20
"""The speech's power over the noise's: a quiet room and a lively one."""
_PIECE = RATE_HZ // 10
"""Samples that come at a time, as from a microphone."""
_FORM = "-r", str(RATE_HZ), "-c", "1", "-b", "16"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": ", ", "—": ", ", "…": "..."})


@dataclass(frozen=True, slots=True)
class Way:
    """How a turn is spoken: by which voice, how slowly, over how much noise (dB)."""

    voice: str
    stretch: float
    noise_db: int


EVERY_WAY = tuple(Way(*way) for way in itertools.product(VOICES, STRETCHES, NOISES_DB))


HEARD_TEXTS = 5_700
"""Texts of the corpus that are heard."""


def hear_all(texts: Sequence[str], data: Traversable = DATA, *, processes: int = 2) -> Iterator[dict[str, Any]]:
    """What is heard of each text, spoken one way each, every way in turn: `{"text", "heard", "voice", …}`.

    Turns that are spoken the same way are heard one after the other as those of one call are, which goes before order.
    `data`: where the language model is with which they are heard; the program's own unless named.
    """
    yield from _hear_calls(_calls(texts, [data] * len(texts)), processes)


def hear_unlearnt(examples: Sequence[Example], texts: Sequence[str], *, processes: int = 2) -> Iterator[dict[str, Any]]:
    """As `hear_all`, each text heard with a language model that has not learnt it: one of the other half of the files.

    The texts must be of the examples.
    """
    half_of = halves(examples)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / str(half) for half in range(2)]
        for half, folder in enumerate(folders):
            folder.mkdir()
            Parts.of([example for example in examples if half_of[example.text] != half]).write(folder)
        yield from _hear_calls(_calls(texts, [folders[half_of[text]] for text in texts]), processes)


def halves(examples: Sequence[Example]) -> dict[str, int]:
    """In which half of the files each text stands, 0 or 1."""
    files = sorted({example.file for example in examples})
    return {example.text: files.index(example.file) % 2 for example in examples}


def hear_call(texts: Sequence[str], way: Way, data: Traversable = DATA) -> list[str]:
    """What the listener makes of the turns of one speaker, whom it comes to know."""
    listener = SphinxListener(one_voice=True, data=data)
    heard = []
    for text in texts:
        hearing = listener.hear()
        samples = spoken(text, way)
        for start in range(0, len(samples), _PIECE):
            hearing.feed(samples[start : start + _PIECE])
        heard.append(hearing.finish().text)
    return heard


_Call = tuple[list[str], Way, Traversable]


def _calls(texts: Sequence[str], data: Sequence[Traversable]) -> list[_Call]:
    """The turns that are spoken one way and heard with one model, by turns each way."""
    found: dict[tuple[Way, Traversable], list[str]] = {}
    for text, way, folder in zip(texts, itertools.cycle(EVERY_WAY), data, strict=False):
        found.setdefault((way, folder), []).append(text)
    return [(turns, way, folder) for (way, folder), turns in found.items()]


def _hear_calls(calls: Sequence[_Call], processes: int) -> Iterator[dict[str, Any]]:
    with ProcessPoolExecutor(processes) as pool:
        for (texts, way, _), heard in zip(calls, pool.map(hear_call, *zip(*calls, strict=True)), strict=True):
            for text, words in zip(texts, heard, strict=True):
                yield {
                    "text": text,
                    "heard": words,
                    "voice": way.voice,
                    "stretch": way.stretch,
                    "noise_db": way.noise_db,
                }


def choose(examples: Sequence[Example], count: int = HEARD_TEXTS) -> list[str]:
    """Texts for hearing: of every file alike, none of more than forty words."""
    chance = random.Random(3)  # noqa: S311 - a fixed choice
    by_file: dict[str, list[str]] = {}
    for example in examples:
        if len(example.text.split()) <= 40:  # noqa: PLR2004 - what one breath holds
            by_file.setdefault(example.file, []).append(example.text)
    for texts in by_file.values():
        chance.shuffle(texts)
    rounds = itertools.chain.from_iterable(itertools.zip_longest(*by_file.values()))
    return list(itertools.islice(dict.fromkeys(text for text in rounds if text and _sayable(text)), count))


def read_heard(path: Path = HEARD) -> dict[str, str]:
    """What was heard, by what was said."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {one["text"]: one["heard"] for one in map(json.loads, lines)}


def write_heard(path: Path, heard: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in heard:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
            file.flush()


def spoken(text: str, way: Way) -> Samples:
    """The speech in its noise; half a second of silence if the voices can make nothing of the text."""
    plain = _sayable(text)
    if not plain:
        return np.zeros(RATE_HZ // 2, np.int16)
    with tempfile.TemporaryDirectory() as folder:
        speech, noise, words = Path(folder) / "speech.wav", Path(folder) / "noise.wav", Path(folder) / "text"
        words.write_text(plain, encoding="ascii")
        if way.voice == "festival":
            stretch = f"(Parameter.set 'Duration_Stretch {way.stretch})"
            settings = ["-eval", "(voice_cmu_us_slt_arctic_hts)", "-eval", stretch]
            _run(["text2wave", *settings, "-o", str(speech), str(words)])
        else:
            setting = f"duration_stretch={way.stretch}"
            _run(["flite", "-voice", way.voice, "--setf", setting, "-f", str(words), str(speech)])
        even = Path(folder) / "even.wav"
        _run(["sox", "-D", str(speech), *_FORM, str(even), "norm", "-6", "pad", "0.2", "0.3"])
        loudness = _loudness(even)
        _run(["sox", "-D", "-R", str(even), str(noise), "synth", "pinknoise", "norm", "-6"])
        gain = loudness / _loudness(noise) * 10 ** (-way.noise_db / 20)
        mixed = ["sox", "-D", "-m", "-v", "1", str(even), "-v", f"{gain:.6f}", str(noise)]
        return np.frombuffer(_run([*mixed, *_FORM, "-e", "signed", "-t", "raw", "-"]), np.int16)


def _sayable(text: str) -> str:
    """The text in the letters that the voices know; empty if there is nothing to say in it."""
    plain = text.translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return plain if any(letter.isalnum() for letter in plain) else ""


def _loudness(path: Path) -> float:
    """Root mean square amplitude, 0 to 1."""
    statistics = subprocess.run(["sox", str(path), "-n", "stat"], capture_output=True, check=True, text=True).stderr  # noqa: S603, S607 - a fixed program
    (line,) = (line for line in statistics.splitlines() if line.startswith("RMS     amplitude"))
    return float(line.split()[-1])


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - fixed programs, no shell

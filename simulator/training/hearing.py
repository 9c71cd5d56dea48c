"""Real recognition errors: turns are spoken by synthetic voices, disturbed by noise, and heard by a speech recogniser.

Needs flite, festival (its voice slt) and sox on the machine; nothing else does. What was heard is data of the project
(`heard.jsonl`), so that training needs none of these.
"""

import itertools
import json
import random
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.training.corpus import Example

HEARD = Path(__file__).parent / "heard.jsonl"
VOICES = "slt", "rms", "awb", "kal16", "festival"
"""Four of flite's, and festival's own slt; a woman, two men of two accents, and two plain machines."""
STRETCHES = 0.85, 1.2
"""How much longer each sound lasts: a fast and a slow speaker."""
NOISES_DB = 30, 20
"""The speech's power over the noise's: a quiet room and a lively one."""
RATE = 16_000
"""Samples a second, in Hz, as the recogniser wants them."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a turn is spoken: by which voice, how slowly, over how much noise (dB)."""

    voice: str
    stretch: float
    noise_db: int


EVERY_WAY = tuple(Way(*way) for way in itertools.product(VOICES, STRETCHES, NOISES_DB))


HEARD_TEXTS = 2_600
"""Texts of the corpus that are heard."""


def hear_all(texts: Sequence[str], *, processes: int = 2) -> Iterator[dict[str, Any]]:
    """What is heard of each text, spoken one way each, every way in turn: `{"text", "heard", "voice", …}` in order."""
    ways = list(itertools.islice(itertools.cycle(EVERY_WAY), len(texts)))
    with ProcessPoolExecutor(processes) as pool:
        for text, way, heard in zip(texts, ways, pool.map(hear, texts, ways, chunksize=8), strict=True):
            yield {
                "text": text,
                "heard": heard,
                "voice": way.voice,
                "stretch": way.stretch,
                "noise_db": way.noise_db,
            }


def hear(text: str, way: Way) -> str:
    """What the recogniser makes of a text spoken this way."""
    decoder = _decoder()
    decoder.start_utt()
    decoder.process_raw(_samples(text, way), full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr if found else ""


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
    return list(itertools.islice(dict.fromkeys(text for text in rounds if text), count))


def read_heard(path: Path = HEARD) -> dict[str, str]:
    """What was heard, by what was said."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {one["text"]: one["heard"] for one in map(json.loads, lines)}


def write_heard(path: Path, heard: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in heard:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
            file.flush()


@cache
def _decoder() -> Any:  # noqa: ANN401 - pocketsphinx has no types
    from pocketsphinx import Decoder  # noqa: PLC0415 - only those who hear need it

    return Decoder(samprate=RATE, loglevel="FATAL")


def _samples(text: str, way: Way) -> bytes:
    """Signed 16-bit samples of the speech in its noise."""
    with tempfile.TemporaryDirectory() as folder:
        speech, noise = Path(folder) / "speech.wav", Path(folder) / "noise.wav"
        (Path(folder) / "text").write_text(text.encode("ascii", "ignore").decode(), encoding="ascii")
        if way.voice == "festival":
            stretch = f"(Parameter.set 'Duration_Stretch {way.stretch})"
            speak = ["text2wave", "-eval", "(voice_cmu_us_slt_arctic_hts)", "-eval", stretch, "-o", str(speech)]
            _run([*speak, str(Path(folder) / "text")])
        else:
            setting = f"duration_stretch={way.stretch}"
            _run(["flite", "-voice", way.voice, "--setf", setting, "-f", str(Path(folder) / "text"), str(speech)])
        even = Path(folder) / "even.wav"
        _run(["sox", str(speech), "-r", str(RATE), "-c", "1", "-b", "16", str(even), "norm", "-6", "pad", "0.2", "0.3"])
        loudness = _loudness(even)
        _run(["sox", "-R", str(even), str(noise), "synth", "pinknoise", "norm", "-6"])
        gain = loudness / _loudness(noise) * 10 ** (-way.noise_db / 20)
        mixed = ["sox", "-m", "-v", "1", str(even), "-v", f"{gain:.6f}", str(noise)]
        return _run([*mixed, "-r", str(RATE), "-c", "1", "-b", "16", "-e", "signed", "-t", "raw", "-"])


def _loudness(path: Path) -> float:
    """Root mean square amplitude, 0 to 1."""
    statistics = subprocess.run(["sox", str(path), "-n", "stat"], capture_output=True, check=True, text=True).stderr  # noqa: S603, S607 - a fixed program
    (line,) = (line for line in statistics.splitlines() if line.startswith("RMS     amplitude"))
    return float(line.split()[-1])


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - fixed programs, no shell

"""How well the program hears, beside stock `recognize_sphinx` in the same run: `python benchmarks/hearing.py`; with
`--also whisper` beside an engine that can be installed, too.

110 lines of eleven calls, written for this and in no corpus, spoken by synthetic voices, one to a call, clean and in
noise. Needs flite and sox; festival's slt is a fifth voice where it is installed. A synthetic voice is no nervous
person on a bad line: the figures compare two listeners, and say little of how well either hears you.
"""

import argparse
import itertools
import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import speech_recognition
from voices import CLEAN, speak, voices

from audio.listeners import Listener
from audio.listeners.call_words import CallWords
from audio.listeners.load import load_listener
from audio.listeners.sphinx import SphinxListener
from audio.sound import RATE_HZ, Samples

CALLS = Path(__file__).parent / "data/spoken_calls.json"
NOISES_DB = CLEAN, 20, 10
CHUNK = RATE_HZ // 10
SPELLINGS = {"mr": "mister", "okay": "ok", "mr.": "mister", "uhm": "um"}
FILLERS = frozenset("um uh er erm hmm mm".split())


@dataclass
class Tally:
    """What one listener made of one condition."""

    words: int = 0
    errors: int = 0
    names: int = 0
    names_heard: int = 0
    fillers: int = 0
    fillers_heard: int = 0
    work_s: float = 0
    speech_s: float = 0
    after_ms: list[float] = field(default_factory=list)
    """From the last sample to the text."""

    @property
    def word_error_rate(self) -> float:
        return self.errors / max(self.words, 1)

    @property
    def names_right(self) -> float:
        return self.names_heard / max(self.names, 1)

    @property
    def work(self) -> float:
        return self.work_s / max(self.speech_s, 1e-9)

    def add(self, said: list[str], heard: list[str], names: frozenset[str]) -> None:
        self.words += len(said)
        self.errors += distance(said, heard)
        for kind, words in (("names", names), ("fillers", FILLERS)):
            asked = [word for word in said if word in words]
            there = sum(min(asked.count(word), heard.count(word)) for word in set(asked))
            setattr(self, kind, getattr(self, kind) + len(asked))
            setattr(self, f"{kind}_heard", getattr(self, f"{kind}_heard") + there)


@dataclass(frozen=True)
class Spoken:
    """A line with its sound."""

    text: str
    samples: Samples
    names: frozenset[str]
    """Words of the call's names, in lower case."""


def spoken_lines(noise_db: int, sample: int) -> Iterator[tuple[CallWords, list[Spoken]]]:
    """Each call with its lines; every `sample`th line only. The voices take turns, call by call."""
    number = 0
    for call, voice in zip(json.loads(CALLS.read_text(encoding="utf-8")), itertools.cycle(voices()), strict=False):
        words = CallWords(**{key: value for key, value in call.items() if key != "lines"})
        named = " ".join((words.speaker, words.other.partition(" ")[2], words.company))
        names = frozenset(normal(named)) - {"the", "and"}
        lines = []
        for line in call["lines"]:
            if number % sample == 0:
                lines.append(Spoken(line, speak(line, voice, noise_db), names))
            number += 1
        yield words, lines


def compare(noise_db: int, sample: int = 1, also: Sequence[str] = ()) -> dict[str, Tally]:
    """All listeners on the same sound."""
    tallies = {name: Tally() for name in ("stock", "ringback", *also)}
    recognizer = speech_recognition.Recognizer()
    for words, lines in spoken_lines(noise_db, sample):
        if not lines:
            continue
        for line in lines:
            hear_stock(recognizer, line, tallies["stock"])
        began = time.process_time()
        ours = SphinxListener(words, one_voice=True)
        tallies["ringback"].work_s += time.process_time() - began
        for name, listener in {"ringback": ours, **{name: load_listener(name, words=words) for name in also}}.items():
            for line in lines:
                hear(listener, line, tallies[name])
    return tallies


def hear_stock(recognizer: speech_recognition.Recognizer, line: Spoken, tally: Tally) -> None:
    began, at = time.process_time(), time.perf_counter()
    sound = speech_recognition.AudioData(line.samples.tobytes(), RATE_HZ, 2)
    try:
        heard = recognizer.recognize_sphinx(sound)
    except speech_recognition.UnknownValueError:
        heard = ""
    tally.work_s += time.process_time() - began
    tally.after_ms.append(1000 * (time.perf_counter() - at))
    tally.speech_s += len(line.samples) / RATE_HZ
    tally.add(normal(line.text), normal(heard), line.names)


def hear(listener: Listener, line: Spoken, tally: Tally) -> None:
    began = time.process_time()
    hearing = listener.hear()
    for start in range(0, len(line.samples), CHUNK):
        hearing.feed(line.samples[start : start + CHUNK])
        hearing.so_far()
    at = time.perf_counter()
    heard = hearing.finish().text
    tally.after_ms.append(1000 * (time.perf_counter() - at))
    tally.work_s += time.process_time() - began
    tally.speech_s += len(line.samples) / RATE_HZ
    tally.add(normal(line.text), normal(heard), line.names)


def normal(text: str) -> list[str]:
    """Words without case, punctuation and the choice between two spellings."""
    words = re.findall(r"[a-z']+", text.lower().replace("’", "'").replace("-", " ").replace("&", " and "))
    return [SPELLINGS.get(word, word) for word in words]


def distance(said: list[str], heard: list[str]) -> int:
    """Words put in, left out and changed."""
    row = np.arange(len(heard) + 1)
    for at, word in enumerate(said, 1):
        before, row[0] = row.copy(), at
        for place, other in enumerate(heard, 1):
            row[place] = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (word != other))
    return int(row[-1])


def report(sample: int, also: Sequence[str]) -> Iterator[str]:
    """The table, a row as soon as it is known."""
    yield f"voices: {', '.join(voices())}"
    yield "| noise | listener | word error rate | names right | fillers kept | work per second of speech | text after |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    sums = {name: Tally() for name in ("stock", "ringback", *also)}
    for noise in NOISES_DB:
        for name, tally in compare(noise, sample, also).items():
            label = "clean" if noise == CLEAN else f"{noise} dB"
            yield row(label, name, tally)
            for key in ("words", "errors", "names", "names_heard", "fillers", "fillers_heard", "work_s", "speech_s"):
                setattr(sums[name], key, getattr(sums[name], key) + getattr(tally, key))
            sums[name].after_ms += tally.after_ms
    for name, tally in sums.items():
        yield row("all", name, tally)
    stock = sums["stock"]
    yield ""
    for name, tally in list(sums.items())[1:]:
        yield (
            f"{name}, of stock: word error rate {tally.word_error_rate / stock.word_error_rate:.2f}, names right "
            f"{tally.names_right / stock.names_right:.1f} times as often, work {tally.work / stock.work:.2f}."
        )


def row(label: str, name: str, tally: Tally) -> str:
    return (
        f"| {label} | {name} | {tally.word_error_rate:.1%} | {tally.names_right:.0%} | "
        f"{tally.fillers_heard} of {tally.fillers} | {tally.work:.3f} s | {np.median(tally.after_ms):.0f} ms |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1, help="take every so-manyth line only")
    parser.add_argument("--also", nargs="*", default=(), metavar="ENGINE", help="the same with other engines as well")
    chosen = parser.parse_args()
    for line in report(chosen.sample, chosen.also):
        print(line, flush=True)


if __name__ == "__main__":
    main()

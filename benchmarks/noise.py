"""What real recognition errors cost: `python benchmarks/noise.py [FILE.jsonl] [--every N] [--also whisper]`.

The lines of the file, the benchmark beside the repository unless another is named, are spoken by five synthetic voices,
fast and slow, over two levels of noise, heard by the program's own listener, and read by the understanding as they were
heard. As in a call, the listener knows a voice from its turns before. No names are on the card: those that a line
brings up are new to the listener. Needs flite, festival with festvox-us-slt-hts, and sox on the machine.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from pocketsphinx import Decoder
from rapidfuzz.distance import Levenshtein

from audio.listeners.load import load_listener
from audio.sound import RATE_HZ
from simulator.bootstrap import understanding
from simulator.core.linear import ACTS
from simulator.training.hearing import EVERY_WAY, Way, hear_all, spoken
from simulator.training.scores import macro_f1, micro_f1

LINES = Path(__file__).parents[2] / "shared" / "benchmark" / "lines.jsonl"


def words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() or letter == "'" else " " for letter in text.lower()).split()


def hear_stock(text: str, way: Way) -> str:
    """What pocketsphinx makes of the same sound with its own models, all of it at once."""
    decoder = _stock()
    decoder.start_utt()
    decoder.process_raw(spoken(text, way).tobytes(), full_utt=True)
    decoder.end_utt()
    return decoder.hyp().hypstr if decoder.hyp() else ""


def hear_with(engine: str, texts: Sequence[str], ways: Sequence[Way]) -> list[str]:
    """What another engine makes of the same sound."""
    listener, heard = load_listener(engine), []
    for text, way in zip(texts, ways, strict=True):
        hearing = listener.hear()
        hearing.feed(spoken(text, way))
        heard.append(hearing.finish().text)
    return heard


@cache
def _stock() -> Any:  # noqa: ANN401 - pocketsphinx has no types
    return Decoder(samprate=RATE_HZ, loglevel="FATAL")


def read(turns: Sequence[dict[str, Any]], texts: Sequence[str]) -> Any:  # noqa: ANN401 - a table of marks
    """Which acts are found in each turn, if these were its words; shape (turns, acts)."""
    found = []
    for turn, text in zip(turns, texts, strict=True):
        matches = understanding().acts(text, stage=turn.get("stage"), before=turn.get("before"))
        found.append([act in {match.act for match in matches} for act in ACTS])
    return np.array(found)


def errors(texts: Sequence[str], heard: Sequence[str]) -> Any:  # noqa: ANN401 - an array
    """Wrong words in each text."""
    return np.array([Levenshtein.distance(words(one), words(other)) for one, other in zip(texts, heard, strict=True)])


def _hear(
    texts: Sequence[str], ways: Sequence[Way], *, stock: bool, also: Sequence[str], processes: int
) -> dict[str, list[str]]:
    """What each listener makes of the texts."""
    found = {one["text"]: one["heard"] for one in hear_all(texts, processes=processes)}
    heard = {"ringback": [found[text] for text in texts]}
    if stock:
        with ProcessPoolExecutor(processes) as pool:
            heard["stock"] = list(pool.map(hear_stock, texts, ways, chunksize=4))
    return heard | {engine: hear_with(engine, texts, ways) for engine in also}


def report(
    turns: Sequence[dict[str, Any]], *, stock: bool, also: Sequence[str], processes: int, keep: Path | None
) -> Iterator[str]:
    texts = [turn["text"] for turn in turns]
    ways = [EVERY_WAY[at % len(EVERY_WAY)] for at in range(len(turns))]
    if keep and keep.exists():
        heard = json.loads(keep.read_text(encoding="utf-8"))
    else:
        heard = _hear(texts, ways, stock=stock, also=also, processes=processes)
        if keep:
            keep.write_text(json.dumps(heard, indent=0), encoding="utf-8")
    performed = np.array([[act in turn["acts"] for act in ACTS] for turn in turns])
    clean, bare = read(turns, texts), read(turns, [" ".join(words(text)) for text in texts])
    lengths = np.array([len(words(text)) for text in texts])
    rows = [("all", np.ones(len(turns), dtype=bool))]
    rows += [
        (f"{key} {value}", np.array([getattr(way, key) == value for way in ways]))
        for key in ("voice", "stretch", "noise_db")
        for value in sorted({getattr(way, key) for way in ways}, key=str)
    ]
    for listener, told in heard.items():
        noisy, wrong = read(turns, told), errors(texts, told)
        yield f"| {listener}, {len(turns)} turns | word error rate | micro-F1 clean | as heard | lost |"
        yield "|---|---:|---:|---:|---:|"
        for name, chosen in rows:
            before, after = micro_f1(performed[chosen], clean[chosen]), micro_f1(performed[chosen], noisy[chosen])
            rate = wrong[chosen].sum() / lengths[chosen].sum()
            yield f"| {name} | {rate:.1%} | {before:.3f} | {after:.3f} | {before - after:.3f} |"
        yield f"Macro-F1: clean {macro_f1(performed, clean):.3f}, as heard {macro_f1(performed, noisy):.3f}."
        yield ""
    yield f"Without capitals and punctuation, every word right: micro-F1 {micro_f1(performed, bare):.3f}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=LINES)
    parser.add_argument("--every", type=int, default=1, help="only every so manieth line")
    parser.add_argument("--stock", action="store_true", help="the same with stock pocketsphinx as well")
    parser.add_argument("--also", nargs="*", default=(), metavar="ENGINE", help="the same with other engines as well")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="write what was heard to this file, or take it from there")
    chosen = parser.parse_args()
    lines = chosen.file.read_text(encoding="utf-8").splitlines()
    turns = [json.loads(line) for line in lines if line.strip()][:: chosen.every]
    for line in report(turns, stock=chosen.stock, also=chosen.also, processes=chosen.processes, keep=chosen.keep):
        print(line, flush=True)


if __name__ == "__main__":
    main()

"""What real recognition errors cost: `python benchmarks/noise.py [FILE.jsonl] [--every N]`.

The lines of the file, the benchmark beside the repository unless another is named, are spoken by five synthetic voices,
fast and slow, over two levels of noise, heard by the sphinx engine, and read by the understanding as they were heard.
Needs flite, festival with festvox-us-slt-hts, and sox on the machine.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from simulator.bootstrap import understanding
from simulator.core.linear import ACTS
from simulator.training.hearing import hear_all
from simulator.training.scores import macro_f1, micro_f1

LINES = Path(__file__).parents[2] / "shared" / "benchmark" / "lines.jsonl"


def words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() or letter == "'" else " " for letter in text.lower()).split()


def report(turns: list[dict[str, Any]]) -> Iterator[str]:
    heard = list(hear_all([turn["text"] for turn in turns]))
    performed = np.array([[act in turn["acts"] for act in ACTS] for turn in turns])

    def read(text_of: Callable[[int], str]) -> Any:  # noqa: ANN401 - a table of marks
        found = []
        for row, turn in enumerate(turns):
            matches = understanding().acts(text_of(row), stage=turn.get("stage"), before=turn.get("before"))
            found.append([act in {match.act for match in matches} for act in ACTS])
        return np.array(found)

    clean = read(lambda row: turns[row]["text"])
    bare = read(lambda row: " ".join(words(turns[row]["text"])))
    noisy = read(lambda row: heard[row]["heard"])
    errors = np.array([Levenshtein.distance(words(one["text"]), words(one["heard"])) for one in heard])
    lengths = np.array([len(words(one["text"])) for one in heard])
    yield f"| {len(turns)} turns | word error rate | micro-F1 clean | as heard | lost |"
    yield "|---|---:|---:|---:|---:|"
    everything = np.ones(len(turns), dtype=bool)
    rows = [("all", everything)]
    rows += [
        (f"{key} {value}", np.array([one[key] == value for one in heard]))
        for key in ("voice", "stretch", "noise_db")
        for value in sorted({one[key] for one in heard}, key=str)
    ]
    for name, chosen in rows:
        before, after = micro_f1(performed[chosen], clean[chosen]), micro_f1(performed[chosen], noisy[chosen])
        rate = errors[chosen].sum() / lengths[chosen].sum()
        yield f"| {name} | {rate:.1%} | {before:.3f} | {after:.3f} | {before - after:.3f} |"
    yield ""
    yield f"Without capitals and punctuation, every word right: micro-F1 {micro_f1(performed, bare):.3f}."
    yield f"Macro-F1: clean {macro_f1(performed, clean):.3f}, as heard {macro_f1(performed, noisy):.3f}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=LINES)
    parser.add_argument("--every", type=int, default=1, help="only every so manieth line")
    chosen = parser.parse_args()
    lines = chosen.file.read_text(encoding="utf-8").splitlines()
    print("\n".join(report([json.loads(line) for line in lines if line.strip()][:: chosen.every])))


if __name__ == "__main__":
    main()

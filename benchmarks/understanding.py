"""Measures understanding on labelled turns: `python benchmarks/understanding.py [FILE.jsonl]`.

Each line of the file is `{"text", "acts", "stage"?, "before"?}`. The default is the benchmark that lies beside the
repository, `../shared/benchmark/lines.jsonl`; without it there is nothing to measure. It serves measuring only.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from simulator.core.linear import ACTS
from simulator.model_store import load_understanding
from simulator.training.scores import act_f1, macro_f1, micro_f1

LINES = Path(__file__).parent.parent.parent / "shared" / "benchmark" / "lines.jsonl"
LONG_TURN = (
    "Good morning, Ms. Chen, this is Maria Lopez. I interviewed for the analyst role on Tuesday, "
    "and I was wondering if you have made a decision yet. Thank you so much."
)
RUNS = 500


def turn_ms() -> tuple[float, float]:
    """Milliseconds to understand a turn of 30 words: median and 95th percentile."""
    understanding = load_understanding()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        understanding.acts(LONG_TURN)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main() -> None:
    typical, slow = turn_ms()
    print(f"a turn of {len(LONG_TURN.split())} words: median {typical:.2f} ms, 95th percentile {slow:.2f} ms")
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LINES
    if not path.exists():
        print(f"{path} is not there: nothing more to measure")
        return
    turns = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    performed = np.array([[act in turn["acts"] for act in ACTS] for turn in turns])
    understanding = load_understanding()
    for name, given in (("text alone", ()), ("with stage and line before", ("stage", "before"))):
        found = np.zeros_like(performed)
        for row, turn in enumerate(turns):
            context = {key: turn.get(key) for key in given}
            acts = {match.act for match in understanding.acts(turn["text"], **context)}
            found[row] = [act in acts for act in ACTS]
        micro, macro = micro_f1(performed, found), macro_f1(performed, found)
        print(f"{len(turns)} turns, {name}: micro-F1 {micro:.3f}, macro-F1 {macro:.3f}")
    # The last way of asking, act by act.
    for act, score in zip([*ACTS, "other"], act_f1(performed, found), strict=True):
        print(f"  {act:30} {score:.2f}")


if __name__ == "__main__":
    main()

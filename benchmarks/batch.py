"""Measures how many transcripts are scored in a second, on what, and writes it into the README:
`python benchmarks/batch.py [--write]`. Needs the extra `ringback[dask]`, and says how busy the computer was.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from simulator.batch import engines
from simulator.batch.engines import Engine
from simulator.batch.judging import Judged
from simulator.batch.running import score_all
from simulator.batch.sources import Document
from simulator.cores import cores

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "simulator" / "training" / "corpus" / "d1.jsonl"
CALLS = 100
TURNS = 6
"""Of the candidate, in each call."""
WARM_UP = 32
"""Calls before the clock starts: by then every process has loaded its models."""
_PART = ("<!-- measured: batch -->\n", "<!-- end of batch -->")
ENGINES: dict[str, Callable[[], AbstractContextManager[Engine]]] = {
    "1 process": partial(engines.processes, 1),
    "2 processes": partial(engines.processes, 2),
    "a Dask cluster of this computer": partial(engines.dask, engines.LOCAL),
}


def documents() -> Iterator[Document]:
    lines = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    for call in range(WARM_UP + CALLS):
        turns: list[dict[str, str]] = []
        for turn in range(TURNS):
            turns += [
                {"speaker": "interviewer", "text": "I see. What can I do for you?"},
                {"speaker": "candidate", "text": lines[(call * TURNS + turn) % len(lines)]},
            ]
        data = {"scenario": "pending", "contact": "Ms. Jane Smith", "turns": turns}
        yield Document(f"call {call}", data, 1)


def calls_a_second(engine: Callable[[], AbstractContextManager[Engine]]) -> float:
    began = 0.0
    for number, (_, result) in enumerate(score_all(documents(), engine, few=0), 1):
        if not isinstance(result, Judged):
            raise result
        if number == WARM_UP:
            began = time.perf_counter()
    return CALLS / (time.perf_counter() - began)


def table() -> Iterator[str]:
    load = os.getloadavg()[0]
    yield f"| {cores()} cores, with a load of {load:.0f} before | calls of {TURNS} turns a second |"
    yield "|---|---:|"
    for name, engine in ENGINES.items():
        yield f"| {name} | {calls_a_second(engine):.0f} |"


def main() -> None:
    figures = "\n".join(table()) + "\n"
    print(figures)
    if "--write" in sys.argv:
        readme = ROOT / "README.md"
        before, rest = readme.read_text(encoding="utf-8").split(_PART[0])
        after = rest.split(_PART[1])[1]
        readme.write_text(before + _PART[0] + figures + _PART[1] + after, encoding="utf-8")


if __name__ == "__main__":
    main()

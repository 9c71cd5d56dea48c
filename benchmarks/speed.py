"""Measures what a user waits for, and writes the figures into the README: `python benchmarks/speed.py [--write]`.

Times depend on the machine, so the README shows each beside its limit and, where one exists, as a ratio to a thing of
the same machine.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "simulator" / "training" / "corpus" / "d1.jsonl"
TURNS = 600
RUNS = 15
_PART = ("<!-- measured: speed -->\n", "<!-- end of speed -->")


def turn_ms() -> tuple[float, float]:
    """Milliseconds from the words of a turn to the answer: median and 95th percentile."""
    from simulator import bootstrap  # noqa: PLC0415 - so that the measured imports stay out of the other figures
    from simulator.catalog import load_catalog  # noqa: PLC0415

    lines = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()][:TURNS]
    scenarios = load_catalog().scenarios
    times: list[float] = []
    call = None
    for number, line in enumerate(lines):
        if call is None or call.over:
            call = bootstrap.rehearsal(scenarios[number % len(scenarios)], seed=number)
            call.pick_up()
        began = time.perf_counter()
        call.say(line)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def process_ms(*command: str) -> float:
    """Wall time of a process in milliseconds, the median of several runs."""

    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        return (time.perf_counter() - began) * 1000

    return statistics.median(once() for _ in range(RUNS))


def load_ms() -> float:
    """Milliseconds to load the trained model, numpy imported."""
    code = (
        "import time, numpy, simulator.model_store as store; began = time.perf_counter();"
        "store.load_understanding(); print((time.perf_counter() - began) * 1000)"
    )
    return statistics.median(_printed(code) for _ in range(RUNS))


def peak_mib() -> float:
    """Peak memory of a whole text call, in MiB."""
    said = "Good morning, this is Maria Lopez.\nIs there any news?\nThank you, goodbye.\n"
    code = (
        "import sys, simulator.cli as cli;"
        "cli.run(['call', '--seed', '1', '--json']);"
        # Unlike the peak that getrusage tells, this one does not begin with the memory of the process that started it.
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'));"
        "print(int(peak.split()[1]) / 1024, file=sys.stderr)"
    )
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=said,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "XDG_DATA_HOME": home},
        )
    return float(done.stderr)


def _printed(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def table() -> Iterator[str]:
    typical, slow = turn_ms()
    click = process_ms("-c", "import click")
    help_ms = process_ms("-m", "simulator", "--help")
    yield "| | measured | limit | ratio |"
    yield "|---|---:|---:|---:|"
    yield _row(f"from your words to their answer, 95th percentile of {TURNS} turns", slow, 10, "ms")
    yield _row("the same, median", typical, 10, "ms")
    yield _row("loading the models, while it rings", load_ms(), 150, "ms")
    yield _row("`ringback --help`, relative to importing its command-line library", help_ms / click, 1.5, "times")
    yield _row("peak memory of a text call", peak_mib(), 150, "MiB")


def _row(what: str, measured: float, limit: float, unit: str) -> str:
    return f"| {what} | {measured:.3g} {unit} | {limit:g} {unit} | {measured / limit:.2f} |"


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

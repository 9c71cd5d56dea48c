"""Scoring many transcripts: in order, on all cores or a cluster, whatever is wrong with some of them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from simulator.batch.running import score_all
from simulator.batch.sources import read, transcript_files
from simulator.errors import RingbackError

PROGRAM = [sys.executable, "-m", "simulator"]
CANDIDATES = [
    "Hello, this is Maria Lopez.",
    "You clowns!",
    "Thank you, goodbye.",
    "",
    "Is there any news?",
    "こんにちは",
]


def line(number: int) -> str:
    said = {"speaker": "candidate", "text": CANDIDATES[number % len(CANDIDATES)]}
    call = {"scenario": "pending", "position": f"Job {number}", "turns": [said]}
    return json.dumps(call, ensure_ascii=False)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """More calls than travel in one bundle; the third is none."""
    path = tmp_path / "calls.jsonl"
    path.write_text("\n".join([line(0), line(1), "{broken", *map(line, range(3, 20))]), encoding="utf-8")
    return path


def score(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*PROGRAM, "score", "--json", *arguments], capture_output=True, text=True, check=False, timeout=120
    )


def cards(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    return [json.loads(one) for one in done.stdout.splitlines()]


def jobs(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """The positions of the scored calls, which stand in their better lines."""
    asked = [
        next(item["better"] for item in card["items"] if item["id"] == "identify_interview") for card in cards(done)
    ]
    return [better[better.index("Job") :].split()[1] for better in asked]


def test_several_processes_keep_the_order_and_report_the_bad_one(calls: Path) -> None:
    done = score("--processes", "2", str(calls))
    assert done.returncode == 1
    assert jobs(done) == [str(number) for number in range(20) if number != 2]
    assert f"{calls}, line 3: is not JSON" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def cluster() -> Iterator[str]:
    """A Dask cluster of two processes, by the address of its scheduler."""
    program = """
from distributed import LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(2, threads_per_worker=1, dashboard_address=None)
    print(cluster.scheduler_address, flush=True)
    input()
    cluster.close()
"""
    arguments = [sys.executable, "-c", program]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().strip()
        process.stdin.write("\n")


def test_a_dask_cluster_gives_the_very_same(calls: Path, cluster: str) -> None:
    there = score("--dask", cluster, str(calls))
    here = score(str(calls))
    assert there.stdout == here.stdout
    assert len(here.stdout.splitlines()) == 19
    assert there.stderr == here.stderr
    assert (there.returncode, here.returncode) == (1, 1)


@pytest.mark.slow
def test_a_dask_cluster_is_started_here_on_request(calls: Path) -> None:
    done = score("--dask", "local", str(calls))
    assert len(cards(done)) == 19
    assert done.stderr.startswith(str(calls)), "and Dask says nothing of its own"


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_named(calls: Path) -> None:
    done = score("--dask", "tcp://127.0.0.1:1", str(calls))
    assert done.returncode == 1
    assert "tcp://127.0.0.1:1: no Dask scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_none_is_named(calls: Path) -> None:
    done = score("--dask", "warp://x:1", str(calls))
    assert done.returncode == 1
    assert "warp://x:1: no Dask scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_cluster_and_processes_exclude_each_other(calls: Path) -> None:
    assert score("--dask", "local", "--processes", "2", str(calls)).returncode == 2


def test_few_transcripts_start_nothing(calls: Path) -> None:
    def engine() -> Any:  # noqa: ANN401 - it never returns
        pytest.fail("an engine was started")

    results = [result for _, result in score_all(read([str(calls)]), engine)]
    assert len(results) == 20
    assert [isinstance(result, RingbackError) for result in results].index(True) == 2


def test_a_directory_is_searched_by_name(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("b/deep/two.jsonl", "a.json", "notes.txt", "b/one.JSON"):
        (tmp_path / name).write_text(line(0), encoding="utf-8")
    found = [Path(file).relative_to(tmp_path).as_posix() for file in transcript_files([str(tmp_path)])]
    assert found == ["a.json", "b/deep/two.jsonl", "b/one.JSON"]
    assert len(cards(score(str(tmp_path)))) == 3


def test_a_directory_without_transcripts_says_so(tmp_path: Path) -> None:
    done = score(str(tmp_path))
    assert done.returncode == 1
    assert f"{tmp_path}: holds no transcripts" in done.stderr


def test_the_bar_is_for_a_terminal_and_the_scores_are_not(calls: Path, tmp_path: Path) -> None:
    output = tmp_path / "scores.jsonl"
    command = f"{sys.executable} -m simulator score --json --processes 2 {calls} > {output}"
    child = pexpect.spawn("/bin/sh", ["-c", command], encoding="utf-8", timeout=60, dimensions=(24, 60))
    child.expect("Scoring")
    child.expect("%")
    child.expect(pexpect.EOF)
    scored = output.read_text(encoding="utf-8")
    assert len(scored.splitlines()) == 19
    assert "\x1b" not in scored


def test_ctrl_c_ends_a_batch_quietly(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(map(line, range(5000))), encoding="utf-8")
    child = pexpect.spawn("/bin/sh", ["-c", f"exec {sys.executable} -m simulator score --json {many} > /dev/null"])
    child.expect("Scoring", timeout=30)
    child.sendintr()
    child.expect(pexpect.EOF, timeout=30)
    child.close()
    assert child.exitstatus == 130
    assert b"Traceback" not in child.before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted as Linux shows them")
def test_a_process_of_many_understands_in_one_thread() -> None:
    program = """
import os
import onnxruntime, numpy
before = len(os.listdir("/proc/self/task"))
from simulator.model_store import load_encoder
encoder = load_encoder()
print(len(os.listdir("/proc/self/task")) - before)
"""

    def threads(**environment: str) -> int:
        settings = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"} | environment
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=settings)
        return int(done.stdout)

    assert (threads(), threads(OMP_NUM_THREADS="1")) == (1, 0)

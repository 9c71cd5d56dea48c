"""Nothing leaves the computer, and nothing is left on it but what the program says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SUPPRESSES = ("CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
"""What may stand in the environment of a test, and does not in a user's."""


def _as_a_user(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _SUPPRESSES and "XDG" not in name}
    return kept | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path.cwd())}


def _left_in(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


def test_no_library_reports_that_it_was_used(tmp_path: Path) -> None:
    """One that does leaves a number by which this computer is known again."""
    loads = "from simulator.model_store import load_understanding as load; load().acts('Any news?')"
    subprocess.run([sys.executable, "-c", loads], env=_as_a_user(tmp_path), check=True, cwd=tmp_path)
    assert _left_in(tmp_path) == set()


def test_the_runtime_would_do_so_if_it_were_not_told(tmp_path: Path) -> None:
    """So that the test above can fail; if this one does, there is nothing left to tell it."""
    onnxruntime = pytest.importorskip("onnxruntime")
    if tuple(map(int, onnxruntime.__version__.split(".")[:2])) < (1, 29):
        pytest.skip("before 1.29 it reported nothing here")
    subprocess.run([sys.executable, "-c", "import onnxruntime"], env=_as_a_user(tmp_path), check=True, cwd=tmp_path)
    assert _left_in(tmp_path) != set()


def test_a_call_leaves_the_history_and_nothing_else(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "simulator", "call", "--scenario", "lighthouse-captions"]
    said = "Hello, this is Jonas Ek. Any news?\nThank you, goodbye.\n"
    subprocess.run(call, env=_as_a_user(tmp_path), input=said, text=True, check=True, capture_output=True, cwd=tmp_path)
    assert _left_in(tmp_path) == {".local/share/ringback/history.sqlite3"}

"""The arrows between the parts point one way."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_the_contracts_of_import_linter_are_kept() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_core_touches_no_file_clock_or_screen() -> None:
    impure = {"os", "sys", "pathlib", "time", "io", "logging", "subprocess", "sqlite3", "click", "rich"}
    for path in (ROOT / "simulator" / "core").glob("*.py"):
        assert not {name.split(".")[0] for name in imported(path)} & impure, path.name
        for name in ("print(", ".now(", ".today("):
            assert name not in path.read_text("utf-8"), path.name


def test_only_the_call_knows_the_state_machine_library() -> None:
    users = {path.name for path in (ROOT / "simulator").rglob("*.py") if "transitions" in imported(path)}
    assert users == {"call.py"}


def test_the_program_needs_no_training_library_when_it_runs() -> None:
    for path in (ROOT / "simulator").rglob("*.py"):
        if "training" not in path.parts:
            roots = {name.split(".")[0] for name in imported(path)}
            assert not roots & {"sklearn", "scipy", "torch", "transformers"}, path
            assert not any(name.startswith("simulator.training") for name in imported(path)), path

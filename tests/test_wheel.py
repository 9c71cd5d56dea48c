"""The program as users install it."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_holds_scenarios_model_and_migrations_but_no_corpus(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    scenarios = {f"scenarios/{path.name}" for path in (ROOT / "scenarios").glob("*.toml")}
    assert scenarios <= names
    assert "simulator/data/understanding/linear.npz" in names
    assert "simulator/data/checklist.toml" in names
    assert any(name.startswith("simulator/storage/migrations/versions/v0001") for name in names)
    assert "simulator/data/understanding/encoder.onnx" in names
    assert "simulator/data/understanding/tokenizer.json" in names
    assert not any(name.endswith(".jsonl") or name.startswith("tests") for name in names)


def test_a_wheel_works_from_an_empty_directory(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    # The libraries come from this environment; the program itself only from the wheel.
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    installed = next((home / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(installed)
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    (installed / "libraries.pth").write_text(libraries + "\n", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    program = "import simulator; print(simulator.__file__); from simulator.__main__ import main; main()"
    done = subprocess.run(
        [str(python), "-c", program, "call", "--scenario", "lighthouse-captions", "--seed", "1"],
        input="Good morning, this is Maria Lopez.\nAny news?\nThank you, goodbye.\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=empty,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")},
    )
    assert str(installed) in done.stdout
    assert "Score:" in done.stdout

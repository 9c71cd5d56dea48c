"""Sound files of every kind and in every condition."""

import math
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audio.hearing import LONG_MS, TOO_LONG_MS, stretches
from audio.reading import open_sound
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

TONE_HZ = 440
SECONDS = 1.5


def tone(rate_hz: int, channels: int = 1, seconds: float = SECONDS) -> np.ndarray:
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    return np.repeat(0.5 * np.sin(2 * math.pi * TONE_HZ * times)[:, None], channels, axis=1)


def read(path: Path) -> tuple[Samples, list[str]]:
    with open_sound(path) as sound:
        samples = np.concatenate(list(sound.blocks))
    return samples, sound.warnings


def loudest_hz(samples: Samples) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * RATE_HZ / len(samples))


@pytest.mark.parametrize(
    ("name", "rate_hz", "channels", "subtype"),
    [
        ("sixteen.wav", 16_000, 1, "PCM_16"),
        ("eight_bit.wav", 8_000, 1, "PCM_U8"),
        ("telephone.wav", 8_000, 1, "ULAW"),
        ("stereo.wav", 44_100, 2, "PCM_16"),
        ("studio.wav", 96_000, 2, "PCM_24"),
        ("float.wav", 48_000, 1, "FLOAT"),
        ("surround.wav", 48_000, 6, "PCM_16"),
        ("song.mp3", 44_100, 2, "MPEG_LAYER_III"),
        ("call.ogg", 22_050, 1, "VORBIS"),
        ("call.flac", 32_000, 1, "PCM_16"),
        ("call.aiff", 11_025, 1, "PCM_16"),
        ("wrongly_named.txt", 16_000, 1, "PCM_16"),
    ],
)
def test_any_kind_of_sound_becomes_one_even_channel(
    tmp_path: Path, name: str, rate_hz: int, channels: int, subtype: str
) -> None:
    path = tmp_path / name
    kind = {".mp3": "MP3", ".ogg": "OGG", ".flac": "FLAC", ".aiff": "AIFF"}.get(path.suffix, "WAV")
    soundfile.write(path, tone(rate_hz, channels), rate_hz, subtype=subtype, format=kind)
    samples, warnings = read(path)
    assert samples.dtype == np.int16
    assert abs(len(samples) / RATE_HZ - SECONDS) < 0.1  # MP3 adds a little silence
    assert abs(loudest_hz(samples) - TONE_HZ) < 3
    assert warnings == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.wav", b"", "is empty"),
        ("letter.wav", b"Dear Ms. Sorley, thank you for your time.\n" * 50, "is no sound file"),
        ("head_only.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", "is no sound file"),
        ("samples.raw", b"\x01\x00" * 4000, "what sound it holds"),
        ("zeros.mp3", bytes(4000), "is no sound file"),
    ],
)
def test_a_file_without_sound_is_refused_with_its_name_and_the_reason(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AudioError, match=message) as error:
        read(path)
    assert str(path) in str(error.value)
    assert error.value.remedy


def test_a_wav_file_of_no_samples_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.wav"
    soundfile.write(path, np.zeros(0), 16_000)
    with pytest.raises(AudioError, match="holds no sound"):
        read(path)


@pytest.mark.parametrize("path", ["missing.wav", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(AudioError, match="cannot be read"):
        read(tmp_path / path)


@pytest.mark.parametrize("name", ["call.wav", "call.flac", "call.mp3"])
def test_of_a_truncated_file_what_is_there_is_heard(tmp_path: Path, name: str) -> None:
    whole = tmp_path / f"whole_{name}"
    soundfile.write(whole, tone(16_000, seconds=8), 16_000)
    path = tmp_path / name
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    samples, warnings = read(path)
    assert 2 < len(samples) / RATE_HZ < 5
    if name != "call.mp3":  # an MP3 file does not say how long it is
        assert any("breaks off" in warning and str(path) in warning for warning in warnings)


def test_samples_beyond_the_range_or_that_are_no_numbers_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "wild.wav"
    soundfile.write(path, np.array([5.0, -5.0, math.nan, math.inf] * 4000), 16_000, subtype="FLOAT")
    samples, _ = read(path)
    assert len(samples) == 16_000


def test_an_hour_is_read_piece_by_piece_and_cut_in_its_pauses(tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    speech = tone(8_000, seconds=4.5)
    sentence = np.concatenate([speech, np.zeros((4_000, 1))])  # a pause every five seconds
    with soundfile.SoundFile(path, "w", 8_000, 1, "PCM_U8") as file:
        for _ in range(720):
            file.write(sentence)
    lengths = []
    with open_sound(path) as sound:
        assert sound.duration_s == 3600
        for stretch in stretches(sound.blocks):
            lengths.append(len(stretch) * 1000 / RATE_HZ)
            assert np.abs(stretch[-1000:]).max() < 400  # it ends in the pause
    assert abs(sum(lengths) - 3_600_000) < 200
    assert max(lengths) < LONG_MS * 1.5


def test_what_has_no_pause_is_cut_all_the_same() -> None:
    loud = np.full(RATE_HZ, 9_000, np.int16)
    lengths = [len(stretch) * 1000 // RATE_HZ for stretch in stretches([loud] * 100)]
    assert sum(lengths) == 100_000
    assert max(lengths) <= TOO_LONG_MS

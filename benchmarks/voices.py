"""Synthetic voices in pink noise."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import numpy as np

from audio.sound import RATE_HZ, Samples

CLEAN = 99
"""Instead of a noise in dB."""
FLITE = "slt", "rms", "awb", "kal16"
_FESTIVAL = "voice_cmu_us_slt_arctic_hts"
_FESTIVAL_VOICE = "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts"
_SILENCE_S = 0.2, 0.4


@cache
def voices() -> tuple[str, ...]:
    """Four of flite's; festival's slt where it is installed."""
    if shutil.which("text2wave") and Path(_FESTIVAL_VOICE).is_dir():
        return (*FLITE, "festival")
    return FLITE


def speak(text: str, voice: str, noise_db: int) -> Samples:
    """The text, with a little silence around it; `noise_db` is the power of speech over noise."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.wav"
        if voice == "festival":
            words = Path(folder) / "text"
            words.write_text(text, encoding="ascii", errors="ignore")
            command = ["text2wave", "-eval", f"({_FESTIVAL})", "-o", str(file), str(words)]
        else:
            command = ["flite", "-voice", voice, "-t", text, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        even = [
            "sox",
            str(file),
            "-r",
            str(RATE_HZ),
            "-c",
            "1",
            "-b",
            "16",
            "-e",
            "signed",
            "-t",
            "raw",
            "-",
            "norm",
            "-6",
            "pad",
        ]
        raw = subprocess.run([*even, *map(str, _SILENCE_S)], check=True, capture_output=True).stdout
    speech = np.frombuffer(raw, np.int16).astype(np.float64)
    if noise_db != CLEAN:
        speech += _pink(len(speech)) * np.sqrt(np.mean(speech**2)) * 10 ** (-noise_db / 20)
    return np.clip(speech, -32768, 32767).astype(np.int16)


def _pink(samples: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Pink noise of power 1, the same every time."""
    chance = np.random.default_rng(7)
    spectrum = chance.normal(size=samples // 2 + 1) + 1j * chance.normal(size=samples // 2 + 1)
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 20))  # flat below hearing
    noise = np.fft.irfft(spectrum, samples)
    return noise / np.sqrt(np.mean(noise**2))

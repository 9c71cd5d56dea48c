"""The microphone as SpeechRecognition knows it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sound_card import SoundCard

SCRIPT = """
import warnings
warnings.simplefilter("ignore")
from speech_recognition import Recognizer
from audio.microphone import Microphone
recognizer = Recognizer()
recognizer.dynamic_energy_threshold = False
with Microphone() as microphone:
    recognizer.adjust_for_ambient_noise(microphone, duration=0.6)
    print("ready", recognizer.energy_threshold < 300, flush=True)
    chunks = list(recognizer.listen(microphone, timeout=60, stream=True))
print(len(chunks) > 20, chunks[0].sample_rate, chunks[0].sample_width)
"""


@pytest.mark.slow
def test_speech_recognition_listens_through_it_without_pyaudio(card: SoundCard, folder: Path) -> None:
    said = folder / "said.wav"
    subprocess.run(["flite", "-t", "Good morning, this is Alex Morgan.", "-o", str(said)], check=True)
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **card.environment},
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready True\n"
    card.into_microphone(said).wait()
    out, _ = process.communicate(timeout=90)
    assert out == "True 16000 2\n"

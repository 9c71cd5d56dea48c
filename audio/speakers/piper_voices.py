"""Piper: voices that sound like people, offline. Needs the extra `piper` and its voices."""

import sys
from importlib.util import find_spec
from pathlib import Path

from audio.listeners.installed import model_folder
from audio.speakers.speaking_process import SpeakingProcess
from simulator.errors import AudioError

NAME = "piper"
_START_SECONDS, _LINE_SECONDS = 30.0, 15.0
"""On an old laptop a voice takes some seconds to load, and a long line half as long as it lasts."""


def piper_voices(folder: Path | None = None) -> SpeakingProcess:
    """Raises AudioError if the library or its voices are missing."""
    if find_spec("piper") is None:
        raise AudioError("Piper is not installed.", remedy="pip install 'ringback[piper]'")
    voices = folder or model_folder(NAME)
    worker = (sys.executable, "-m", "audio.speakers.piper_process", str(voices))
    return SpeakingProcess(NAME, worker, start_seconds=_START_SECONDS, line_seconds=_LINE_SECONDS)

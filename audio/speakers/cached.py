"""A speaker that says no line twice: what was synthesised lies on disk."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import numpy as np

from audio.sound import RATE_HZ, Sound
from audio.speakers import Speaker, Voice
from audio.wave_file import read_wave, write_wave
from simulator.errors import AudioError

_MOST_BYTES = 100_000_000
"""An hour of speech."""
_PRIVATE_DIRECTORY = 0o700
_SILENCE = 200
"""Samples below that, of 32,767, are taken for silence."""
_KEPT_MS = 30
"""Of the silence around a line: no word may lose its first consonant."""


class CachedSpeaker:
    """Speaks from files in a folder, and through another speaker what is not there yet. Without a folder that can be
    written it still speaks."""

    def __init__(self, speaker: Speaker, folder: Path) -> None:
        """`folder` is made where it is missing, for the user alone: lines name people."""
        self.name = speaker.name
        self._speaker = speaker
        self._folder = folder
        with suppress(OSError):
            folder.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
            _make_room(folder)

    def say(self, text: str, voice: Voice) -> Sound:
        if not any(character.isalnum() for character in text):
            return Sound(np.zeros(0, dtype=np.int16))
        path = self._folder / f"{_key(self.name, text, voice)}.wav"
        if path.exists():
            # A broken file is spoken anew.
            with suppress(AudioError):
                return read_wave(path)
        sound = trimmed(self._speaker.say(text, voice))
        if self._folder.is_dir():
            with suppress(OSError):
                unfinished = path.with_suffix(f".{os.getpid()}")
                write_wave(unfinished, sound.samples)
                unfinished.replace(path)
        return sound

    def close(self) -> None:
        self._speaker.close()


def trimmed(sound: Sound) -> Sound:
    """Without the silence before and after, so that an answer begins when it is played."""
    loud = np.flatnonzero(np.abs(sound.samples.astype(np.int32)) > _SILENCE)
    if len(loud) == 0:
        return sound
    kept = _KEPT_MS * RATE_HZ // 1000
    return Sound(sound.samples[max(0, loud[0] - kept) : loud[-1] + kept])


def _key(engine: str, text: str, voice: Voice) -> str:
    spoken = "\n".join((engine, voice.gender, str(voice.words_a_minute), str(voice.pitch), text))
    return hashlib.sha256(spoken.encode()).hexdigest()[:32]


def _make_room(folder: Path) -> None:
    """Removes what was not used for longest, down to half of what may lie there."""
    files = sorted(((file.stat().st_mtime, file.stat().st_size, file) for file in folder.glob("*.wav")), reverse=True)
    if sum(size for _, size, _ in files) <= _MOST_BYTES:
        return
    total = 0
    for _, size, file in files:
        total += size
        if total > _MOST_BYTES // 2:
            file.unlink(missing_ok=True)

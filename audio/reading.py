"""Sound files of any kind that libsndfile reads, as the recognisers want them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

if TYPE_CHECKING:
    import soundfile

KINDS = "WAV, FLAC, OGG, MP3, AIFF and the like can be read."
_BLOCK_S = 1
_SHORTENED = re.compile(r"\(should be \d+\)")
_MOST_CHANNELS = 64
_RATES_HZ = range(1_000, 1_000_000)


@dataclass(slots=True)
class SoundFile:
    """An open file. Its sound can be had once."""

    path: str
    blocks: Iterator[Samples]
    """A second each, one channel, at `audio.sound.RATE_HZ`."""
    duration_s: float
    """As the file says; 0 where it does not."""
    warnings: list[str] = field(default_factory=list)
    """What is wrong with the file, though its sound can be had; complete once the blocks have ended."""


@contextmanager
def open_sound(path: Path) -> Iterator[SoundFile]:
    """Opens a file. Raises AudioError, also while its blocks are read, if there is no sound in it."""
    import soundfile  # noqa: PLC0415 - only who hears a file needs it

    try:
        with path.open("rb") as file:
            if not path.stat().st_size:
                raise AudioError("is empty.", where=str(path), remedy="Record it again.")
            with _opened(file, path) as sound:
                found = SoundFile(str(path), iter(()), max(sound.frames, 0) / sound.samplerate)
                if _SHORTENED.search(sound.extra_info):
                    found.warnings.append(f"{path}: breaks off: parts of the file are missing.")
                found.blocks = _blocks(sound, found)
                yield found
    except OSError as error:
        raise AudioError(f"cannot be read: {error.strerror or error}.", where=str(path)) from error
    except soundfile.SoundFileError as error:
        raise AudioError(f"cannot be read: {_reason(error)}", where=str(path), remedy=KINDS) from error


def _opened(file: BinaryIO, path: Path) -> "soundfile.SoundFile":
    import soundfile  # noqa: PLC0415 - as above

    try:
        sound = soundfile.SoundFile(file)
    except soundfile.LibsndfileError as error:
        raise AudioError(
            f"is no sound file that can be read: {_reason(error)}", where=str(path), remedy=KINDS
        ) from error
    except TypeError as error:  # a name that promises sound without any description, such as .raw
        raise AudioError("does not say what sound it holds.", where=str(path), remedy=KINDS) from error
    if sound.samplerate not in _RATES_HZ or sound.channels > _MOST_CHANNELS:
        raise AudioError(f"has {sound.channels} channels at {sound.samplerate} Hz.", where=str(path), remedy=KINDS)
    return sound


def _blocks(sound: "soundfile.SoundFile", found: SoundFile) -> Iterator[Samples]:
    import soundfile  # noqa: PLC0415 - as above
    import soxr  # noqa: PLC0415 - as above

    resampler = soxr.ResampleStream(sound.samplerate, RATE_HZ, 1, dtype="float32")
    frames = sound.samplerate * _BLOCK_S
    heard = 0
    while True:
        try:
            block = sound.read(frames, dtype="float32", always_2d=True)
        except soundfile.SoundFileError as error:
            if not heard:
                raise
            found.warnings.append(f"{found.path}: breaks off after {heard / sound.samplerate:.0f} s: {_reason(error)}")
            block = np.zeros((0, 1), np.float32)
        heard += len(block)
        last = len(block) < frames
        mono = np.nan_to_num(block.mean(axis=1, dtype=np.float32)) if len(block) else np.zeros(0, np.float32)
        even = resampler.resample_chunk(mono, last=last)
        if len(even):
            yield (np.clip(even, -1, 1) * np.iinfo(np.int16).max).astype(np.int16)
        if last:
            break
    if not heard:
        raise AudioError("holds no sound.", where=found.path, remedy="Record it again.")


def _reason(error: Exception) -> str:
    """libsndfile's words, without what soundfile puts before them."""
    return str(getattr(error, "error_string", error)).removeprefix("Error : ")

"""Sound in WAV files."""

import wave
from pathlib import Path

import numpy as np

from audio.sound import BYTES_A_SAMPLE, RATE_HZ, Samples, Sound
from simulator.errors import AudioError


def read_wave(path: Path) -> Sound:
    """The sound of a 16-bit file, its channels mixed, at `RATE_HZ`. Raises AudioError if it holds none."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != BYTES_A_SAMPLE:
                raise AudioError("does not hold 16-bit sound.", where=str(path))
            channels, rate_hz = file.getnchannels(), file.getframerate()
            samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.int16)
    except (OSError, EOFError, wave.Error) as error:
        raise AudioError(f"cannot be read as sound: {error}.", where=str(path)) from error
    usable = len(samples) // channels * channels
    mixed = samples[:usable].reshape(-1, channels).mean(axis=1).astype(np.int16)
    return Sound(resampled(mixed, rate_hz, RATE_HZ))


def write_wave(path: Path, *channels: Samples) -> None:
    """Writes channels of equal length. Raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(BYTES_A_SAMPLE)
        file.setframerate(RATE_HZ)
        file.writeframes(np.column_stack(channels).astype("<i2").tobytes())


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """The same sound at another rate."""
    if from_hz == to_hz:
        return samples
    import soxr  # noqa: PLC0415 - only sound from elsewhere needs it

    other: Samples = soxr.resample(samples, from_hz, to_hz)
    return other

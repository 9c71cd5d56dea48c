"""The sound of each turn, cut out of the recording of a call."""

import io
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simulator.core.transcript import Transcript
from simulator.reports.background import Recording

_BEFORE_MS, _AFTER_MS = 150, 250
"""What is played around a turn, so that no word is clipped."""
_BYTES_A_SAMPLE = 2


def sound_of_turns(recording: Path | None, transcript: Transcript) -> dict[int, Recording]:
    """The recordings of the turns by their index, in one channel. `recording`: a 16-bit WAV file that begins when the
    call was answered, one channel a side; where there is none, or none that can be read, there is no sound."""
    if recording is None:
        return {}
    try:
        with wave.open(str(recording), "rb") as file:
            return dict(_turns(file, transcript))
    except (OSError, EOFError, wave.Error):
        return {}


def _turns(file: wave.Wave_read, transcript: Transcript) -> Iterator[tuple[int, Recording]]:
    rate, channels = file.getframerate(), file.getnchannels()
    if file.getsampwidth() != _BYTES_A_SAMPLE:
        return
    for index, turn in enumerate(transcript.turns):
        if turn.started_ms is None or turn.ended_ms is None or turn.ended_ms <= turn.started_ms:
            continue
        start = max(0, turn.started_ms - _BEFORE_MS) * rate // 1000
        end = min(file.getnframes(), (turn.ended_ms + _AFTER_MS) * rate // 1000)
        if start < end:
            file.setpos(start)
            frames = file.readframes(end - start)
            # A crash may have cut the last frame.
            whole = len(frames) // (_BYTES_A_SAMPLE * channels) * channels
            samples = np.frombuffer(frames, dtype="<i2", count=whole).reshape(-1, channels)
            # The sides speak in turns, so that their sum is as loud as each.
            mixed = np.clip(samples.sum(axis=1, dtype=np.int32), -32768, 32767).astype("<i2")
            yield index, Recording("audio/wav", _wav(mixed.tobytes(), rate))


def _wav(samples: bytes, rate: int) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(_BYTES_A_SAMPLE)
        file.setframerate(rate)
        file.writeframes(samples)
    return kept.getvalue()

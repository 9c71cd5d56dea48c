"""Hearing sound of any length: it is cut into turns where the speaker pauses."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from audio.listeners import HeardSpeech, Listener
from audio.sound import RATE_HZ, Samples

LONG_MS, TOO_LONG_MS = 8_000, 30_000
"""Once a stretch is long it ends in the next pause; when it is too long, anywhere."""
PAUSE_MS = 300
_FRAME = RATE_HZ // 50
_QUIET = 0.1
"""A pause is quieter than this part of the loud moments, in amplitude."""


def hear(blocks: Iterable[Samples], listener: Listener) -> Iterator[HeardSpeech]:
    """What is heard, a stretch at a time; the times count from the beginning of the sound."""
    began = 0
    for stretch in stretches(blocks):
        hearing = listener.hear()
        hearing.feed(stretch)
        speech = hearing.finish()
        shift = began * 1000 // RATE_HZ
        words = (
            replace(word, started_ms=word.started_ms + shift, ended_ms=word.ended_ms + shift) for word in speech.words
        )
        yield replace(speech, words=tuple(words))
        began += len(stretch)


def stretches(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """The same sound, cut in pauses."""
    waiting = np.zeros(0, np.int16)
    for block in blocks:
        waiting = np.concatenate([waiting, block])
        while len(waiting) * 1000 // RATE_HZ > LONG_MS:
            at = _pause(waiting)
            if at is None and len(waiting) * 1000 // RATE_HZ < TOO_LONG_MS:
                break
            at = at or len(waiting)
            yield waiting[:at]
            waiting = waiting[at:]
    if len(waiting):
        yield waiting


def _pause(samples: Samples) -> int | None:
    """The middle of the last pause of the sound, in samples."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME).astype(np.float64)
    loudness = np.sqrt(np.mean(frames**2, axis=1))
    quiet = loudness <= _QUIET * np.percentile(loudness, 95)
    needed = PAUSE_MS * RATE_HZ // 1000 // _FRAME
    run = 0
    found = None
    for at, one in enumerate(quiet):
        run = run + 1 if one else 0
        if run >= needed:
            found = (at + 1) * _FRAME - needed * _FRAME // 2
    return found

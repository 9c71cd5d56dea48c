"""What one hears on the phone beside voices, synthesised."""

import numpy as np
import numpy.typing as npt

from audio.sound import RATE_HZ, Samples, Sound

_RINGBACK_HZ = (440.0, 480.0)
"""North America's; ITU-T E.180 lists the tones of the world."""
_RING_SECONDS, _RING_PAUSE_SECONDS = 2.0, 4.0
_BELL_HZ = (1050.0, 1400.0)
"""The user's own phone: two notes in turn, twenty times a second, as of a bell."""
_BELL_TURNS_A_SECOND = 20
_BEEP_HZ, _BEEP_SECONDS = 1000.0, 0.4
_LOUD, _QUIET = 0.25, 0.12
"""Of the loudest possible."""
_EDGE_SECONDS = 0.01
"""Over which a tone swells and fades, so that it does not click."""
_NOTE_SECONDS = 0.45
_MELODY_HZ = (392.0, 523.25, 659.26, 587.33, 523.25, 440.0, 523.25, 392.0)
_BASS_HZ = (130.81, 130.81, 174.61, 98.0)

Wave = npt.NDArray[np.float64]
"""-1 to 1."""


def ringback(seconds: float = _RING_SECONDS) -> Sound:
    """One ring, as the caller hears it."""
    low, high = (_faded(_sine(hertz, seconds)) for hertz in _RINGBACK_HZ)
    return _sound(_LOUD / 2 * (low + high))


def ring_pause() -> Sound:
    """The silence between two rings."""
    return silence(_RING_PAUSE_SECONDS)


def bell(seconds: float = _RING_SECONDS) -> Sound:
    """One ring of the user's own phone."""
    turn = (np.arange(round(seconds * RATE_HZ)) * _BELL_TURNS_A_SECOND // RATE_HZ) % 2
    notes = np.where(turn == 0, _sine(_BELL_HZ[0], seconds), _sine(_BELL_HZ[1], seconds))
    return _sound(_LOUD * _faded(notes))


def beep() -> Sound:
    """After it the machine records."""
    return _sound(_LOUD * _faded(_sine(_BEEP_HZ, _BEEP_SECONDS)))


def hold_music(seconds: float) -> Sound:
    """A little tune for whoever is put through."""
    notes = round(seconds / _NOTE_SECONDS) or 1
    tune = np.concatenate([_plucked(_MELODY_HZ[note % len(_MELODY_HZ)]) for note in range(notes)])
    bass = np.concatenate([_plucked(_BASS_HZ[note // 2 % len(_BASS_HZ)]) for note in range(notes)])
    return _sound(_QUIET * (tune + 0.6 * bass))


def silence(seconds: float) -> Sound:
    return Sound(np.zeros(round(seconds * RATE_HZ), dtype=np.int16))


def _sine(hertz: float, seconds: float) -> Wave:
    time: Wave = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave: Wave = np.sin(2 * np.pi * hertz * time)
    return wave


def _faded(wave: Wave) -> Wave:
    edge = round(_EDGE_SECONDS * RATE_HZ)
    shape = np.ones(len(wave))
    shape[:edge] = np.linspace(0, 1, edge)
    shape[-edge:] = np.linspace(1, 0, edge)
    return wave * shape


def _plucked(hertz: float) -> Wave:
    wave = _sine(hertz, _NOTE_SECONDS) + 0.3 * _sine(2 * hertz, _NOTE_SECONDS)
    return _faded(wave * np.exp(-3.0 * np.arange(len(wave)) / len(wave)))


def _sound(wave: Wave) -> Sound:
    samples: Samples = np.clip(np.rint(wave * np.iinfo(np.int16).max), -(2**15), 2**15 - 1).astype(np.int16)
    return Sound(samples)

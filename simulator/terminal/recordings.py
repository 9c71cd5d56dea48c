"""Hearing the recording of a call again."""

import time
from pathlib import Path

import click
import numpy as np

from audio.player import Player
from audio.sound import RATE_HZ, Samples, Sound
from audio.wave_file import read_wave
from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.errors import RingbackError
from simulator.reports.words import other_end
from simulator.terminal import wording

_AROUND_MS = 150
"""Of the recording before and after a turn, so that no sound of it is lost."""


def play_turns(recording: Path, transcript: Transcript, only: int | None) -> None:
    """Plays a recording with its words beside it, or one turn of it, counted from 0. Ctrl-C stops. Raises
    RingbackError."""
    turns = transcript.turns
    sound = read_wave(recording)
    if only is None:
        _play(sound, transcript)
        return
    if not 0 <= only < len(turns):
        raise RingbackError(wording.NO_TURN_TO_PLAY.format(last=len(turns) - 1), where=f"--turn {only}")
    turn = turns[only]
    if turn.started_ms is None or turn.ended_ms is None:
        raise RingbackError(wording.TURN_WITHOUT_TIMES, where=f"--turn {only}")
    click.echo(turn.text)
    with Player() as player:
        player.play(_part(sound, turn.started_ms - _AROUND_MS, turn.ended_ms + _AROUND_MS))
        player.wait()


def _play(sound: Sound, transcript: Transcript) -> None:
    left = list(transcript.turns)
    with Player() as player:
        player.play(sound)
        while player.playing:
            player.check()
            while left and (left[0].started_ms or 0) <= player.played_ms:
                _write(left.pop(0), transcript)
            time.sleep(0.02)
    for turn in left:
        _write(turn, transcript)


def _write(turn: Turn, transcript: Transcript) -> None:
    who = "You" if turn.speaker is Speaker.CANDIDATE else other_end(transcript, turn)
    click.echo(f"{who}: {turn.text}")


def _part(sound: Sound, from_ms: int, to_ms: int) -> Sound:
    start, end = (max(0, at) * RATE_HZ // 1000 for at in (from_ms, to_ms))
    samples: Samples = sound.samples[start:end]
    return Sound(np.ascontiguousarray(samples))

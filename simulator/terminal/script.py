"""`ringback record`: read a script aloud, hear it, see how it sounded, try again, keep the best."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
import numpy as np

from audio.listeners import Listener
from audio.microphone import Microphone
from audio.player import Player
from audio.sound import Samples, Sound
from audio.wave_file import write_wave
from simulator.core.script_take import Take, best, take
from simulator.errors import RingbackError
from simulator.terminal import wording

_PRIVATE_DIRECTORY = 0o700
_PRIVATE_FILE = 0o600
_LONGEST_SECONDS = 600


@dataclass(frozen=True, slots=True)
class _Reading:
    sound: Sound
    take: Take


def rehearse_script(script: str, folder: Path, load: Callable[[], Listener], now: datetime) -> None:
    """Takes until one is kept, or the user has had enough. Raises RingbackError."""
    if script:
        click.echo(f"{wording.YOUR_SCRIPT}\n\n{script}\n")
    click.echo(wording.READ_ALOUD)
    listener = load()
    readings: list[_Reading] = []
    while True:
        if not _entered():
            return
        readings.append(_read(listener))
        _describe(readings[-1])
        if len(readings) > 1:
            click.echo(wording.TAKE_BETTER.format(number=best([one.take for one in readings]) + 1))
        match _choice(readings):
            case "k":
                click.echo(wording.TAKE_KEPT.format(path=_keep(readings, folder, now)))
                return
            case "q":
                return
            case _:
                click.echo(wording.READ_ALOUD)


def _entered() -> bool:
    """Waits for Enter; False at the end of input."""
    return bool(sys.stdin.readline())


def _read(listener: Listener) -> _Reading:
    done = threading.Event()

    def wait() -> None:
        _entered()
        done.set()

    threading.Thread(target=wait, daemon=True).start()
    hearing = listener.hear()
    chunks: list[Samples] = []
    began = time.monotonic()
    with Microphone() as microphone:
        click.echo(wording.RECORDING_NOW)
        while not done.is_set() and time.monotonic() - began < _LONGEST_SECONDS:
            for chunk in microphone.waiting():
                chunks.append(chunk)
                hearing.feed(chunk)
            microphone.check()
            time.sleep(0.02)
    words = [(word.word, word.started_ms, word.ended_ms) for word in hearing.finish().words]
    samples = np.concatenate(chunks) if chunks else np.zeros(0, np.int16)
    return _Reading(Sound(samples), take(words))


def _describe(reading: _Reading) -> None:
    found = reading.take
    if not found.words:
        click.echo(wording.NOTHING_RECORDED)
        return
    fillers = ", ".join(f"{word} {count}" for word, count in found.fillers.items()) or "none"
    click.echo(wording.TAKE_HEARD.format(text=found.text))
    click.echo(wording.TAKE_PACE.format(pace=found.pace, seconds=found.seconds))
    click.echo(wording.TAKE_FILLERS.format(fillers=fillers))
    click.echo(wording.TAKE_PAUSES.format(pauses=found.long_pauses, longest=max(found.longest_pause_ms, 0) / 1000))


def _choice(readings: list[_Reading]) -> str:
    while True:
        click.echo(wording.TAKE_CHOICE)
        answer = sys.stdin.readline()
        letter = answer.strip().lower()[:1]
        if not answer or letter in ("k", "q", "a"):
            return letter or "q"
        if letter == "h":
            with Player() as player:
                player.play(readings[-1].sound)
                player.wait()


def _keep(readings: list[_Reading], folder: Path, now: datetime) -> Path:
    """Writes down the best take."""
    reading = readings[max(best([one.take for one in readings]), 0)]
    path = folder / f"script-{now:%Y%m%d-%H%M%S}.wav"
    try:
        folder.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
        path.touch(mode=_PRIVATE_FILE)
        write_wave(path, reading.sound.samples)
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(path)) from error
    return path

"""Wiring of voice mode: which parts a call aloud is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from audio.recorder import Recorder
from audio.sound import Sound
from audio.speakers.ahead import SpeakingAhead
from audio.speakers.cached import CachedSpeaker
from audio.speakers.load import load_speaker
from audio.telephone import band_pass, noisy
from simulator.bootstrap import call_words
from simulator.core.scenario import Scenario
from simulator.terminal.voice_parts import VoiceParts

if TYPE_CHECKING:
    from audio.listeners import Listener


class PhoneLine(StrEnum):
    """What the other end's voice comes through."""

    CLEAR = "clear"
    TELEPHONE = "telephone"
    NOISY = "noisy"


@dataclass(frozen=True, slots=True)
class Aloud:
    """How a call aloud was asked for."""

    engine: str | None = None
    """Who listens, the best that is installed unless named; see `audio.listeners.load`."""
    patience: float = 1.0
    """By which all waiting for the end of a turn is multiplied."""
    line: PhoneLine = PhoneLine.TELEPHONE
    recorded: bool = True
    confirm: bool = False
    """Whether the user puts right what was heard before it is answered."""
    online: bool = False
    """Whether an engine may send the sound away."""
    speaker: str = "system"
    """Who speaks; see `audio.speakers.load`."""


_EFFECTS: dict[PhoneLine, Callable[[Sound], Sound]] = {
    PhoneLine.CLEAR: lambda sound: sound,
    PhoneLine.TELEPHONE: band_pass,
    PhoneLine.NOISY: noisy,
}


def voice_parts(scenario: Scenario, aloud: Aloud) -> VoiceParts:
    """Everything but the devices, which the screen opens when it rings. Nothing is loaded yet. Raises AudioError if
    who shall speak is not installed."""

    def load() -> "Listener":
        from audio.listeners.load import load_listener  # noqa: PLC0415 - each engine needs a library of its own

        return load_listener(aloud.engine, words=call_words(scenario.facts), online=aloud.online, one_voice=True)

    speaker = CachedSpeaker(load_speaker(aloud.speaker), user_cache_path("ringback", appauthor=False) / "speech")
    return VoiceParts(
        scenario,
        SpeakingAhead(speaker, _EFFECTS[aloud.line]),
        load,
        aloud.patience,
        Recorder() if aloud.recorded else None,
        confirm=aloud.confirm,
    )

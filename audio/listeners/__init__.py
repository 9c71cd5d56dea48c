"""What hears words in sound: a protocol, and one engine a module."""

from dataclasses import dataclass
from typing import Protocol

from audio.sound import Samples


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word with its place in the sound."""

    word: str
    """With the stop or question mark after it, from an engine that hears them."""
    started_ms: int
    """Milliseconds since the sound began."""
    ended_ms: int
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class HeardSpeech:
    """What an engine made of one turn."""

    words: tuple[HeardWord, ...]
    engine: str
    """The name of the engine."""

    @property
    def text(self) -> str:
        return " ".join(word.word for word in self.words)


class Hearing(Protocol):
    """One turn being heard while it is spoken."""

    def feed(self, samples: Samples) -> None:
        """Takes the next sound, at `audio.sound.RATE_HZ`, of any length."""

    def so_far(self) -> str:
        """The words up to now; they may still change. Cheap enough for ten times a second."""

    def finish(self) -> HeardSpeech:
        """Nothing more comes: what was heard, within a fraction of a second."""


class Listener(Protocol):
    """An engine, loaded, for any number of turns one after the other."""

    name: str

    def hear(self) -> Hearing:
        """Begins a turn. Raises AudioError if the engine fails."""

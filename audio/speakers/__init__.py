"""What speaks lines: a protocol, and one engine a module."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from audio.sound import Sound


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody sounds, whatever the engine."""

    gender: Gender
    words_a_minute: int = 165
    """People in talk speak about 150 (National Center for Voice and Speech, USA)."""
    pitch: int = 50
    """0 to 100; 50 is the middle of the gender's range. Engines without a pitch leave it out."""


class Speaker(Protocol):
    """An engine, for any number of lines one after the other."""

    name: str

    def say(self, text: str, voice: Voice) -> Sound:
        """The line as sound, made within a bounded time. Raises AudioError if it cannot be had: then the line is shown
        and not heard."""

    def close(self) -> None:
        """Ends what the engine keeps running."""

"""Where a call is shown and typed: what the conversation needs of it, whatever it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from rich.console import RenderableType

from simulator.core.transcript import SpokenWord, Turn


class Command(Enum):
    """What the user can ask of the program instead of speaking."""

    HINT = auto()
    CARD = auto()
    UNDO = auto()
    HANG_UP = auto()
    HELP = auto()
    TYPE = auto()
    """Type instead of speaking, from here on."""
    DONE = auto()
    """What was said so far is all."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the user said aloud, as it was heard."""

    text: str
    started_ms: int
    """Milliseconds since the call was answered."""
    ended_ms: int
    words: tuple[SpokenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """What the toolbar shows of the call."""

    stage: str
    elapsed_ms: int = 0
    """Milliseconds since the call was answered."""


class Screen(Protocol):
    """A place to show a call and to type into it."""

    echoes: bool
    """Whether what the user types stands on the screen already."""

    def ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        """Lets the phone ring until `ready`: theirs, or, `incoming`, the user's. Raises KeyboardInterrupt if the user
        puts the phone down."""

    def show(self, turns: Sequence[Turn], name: Callable[[Turn], str]) -> None:
        """Shows turns of either speaker; `name` tells who of the other end says one."""

    def tell(self, what: RenderableType) -> None:
        """Says something that is not part of the call."""

    def close(self, *, by_user: bool) -> None:
        """The call is over, ended by the user or by the other end: what was typed ahead was meant for it, and is
        dropped."""

    def listen(self, status: Status) -> str | Spoken | Command:
        """What the user says next. End of input is HANG_UP."""

"""Where the answers of a drill come from: an input line on a terminal, lines of a stream elsewhere."""

from collections.abc import Callable
from enum import Enum, auto
from typing import BinaryIO, Protocol

from rich.console import Console
from rich.text import Text

from simulator.terminal import wording


class Wish(Enum):
    """What the user can ask for instead of answering."""

    HINT = auto()
    SKIP = auto()
    STOP = auto()
    HELP = auto()


COMMANDS = {"/hint": Wish.HINT, "/skip": Wish.SKIP, "/bye": Wish.STOP, "/help": Wish.HELP}


class Answers(Protocol):
    """Where the user answers."""

    echoes: bool
    """Whether what the user types stands on the screen already."""

    def next(self) -> str | Wish:
        """What the user says or asks for next. The end of input is STOP."""


class LineAnswers:
    """Reads lines of bytes; each is an answer, and invalid UTF-8 is replaced."""

    def __init__(self, console: Console, lines: BinaryIO, *, prompts: bool) -> None:
        """`prompts`: a person types here, so that prompts help and commands are understood."""
        self._console = console
        self._lines = lines
        self._prompts = prompts
        self.echoes = prompts

    def next(self) -> str | Wish:
        if self._prompts:
            self._console.print("You: ", end="")
            self._console.file.flush()
        line = self._lines.readline()
        if not line:
            return Wish.STOP
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        return answer_or_wish(text, self._console.print) if self._prompts else text


def answer_or_wish(text: str, tell: Callable[[Text], None]) -> str | Wish:
    """A typed line as a wish, where it is one; an unknown command is explained and taken for a wish for help."""
    word = text.strip().lower()
    if word in COMMANDS:
        return COMMANDS[word]
    if word.startswith("/") and " " not in word and len(word) > 1:
        tell(Text(wording.unknown_drill_command(word)))
        return Wish.HELP
    return text

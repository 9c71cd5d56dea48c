"""The call on plain streams: pipes, files, dumb terminals. Each line is one turn."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from rich.console import Console, RenderableType

from simulator.core.transcript import Speaker, Turn
from simulator.terminal import wording
from simulator.terminal.screen import Command, Status

COMMANDS = {
    "/hint": Command.HINT,
    "/card": Command.CARD,
    "/undo": Command.UNDO,
    "/bye": Command.HANG_UP,
    "/help": Command.HELP,
}


class PlainScreen:
    """Reads lines of bytes, so that nothing that comes in can break it; invalid UTF-8 is replaced."""

    def __init__(self, console: Console, lines: BinaryIO, *, prompts: bool) -> None:
        """`prompts`: a person types here, so that prompts help and commands are understood."""
        self._console = console
        self._lines = lines
        self._prompts = prompts
        self.echoes = prompts

    def ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        del ready  # there is nothing to keep moving meanwhile: the call waits for what it needs by itself
        if self._prompts:
            self.tell(wording.YOUR_PHONE_RINGS if incoming else wording.BUSY_LINE)

    def show(self, turns: Sequence[Turn], name: Callable[[Turn], str]) -> None:
        for turn in turns:
            speaker = name(turn) if turn.speaker is Speaker.INTERVIEWER else "You"
            self._console.print(f"{speaker}: {turn.text}", markup=False, highlight=False)

    def tell(self, what: RenderableType) -> None:
        self._console.print(what, markup=False, highlight=False)

    def close(self, *, by_user: bool) -> None:
        """Nothing to do: what is left in a pipe or a file harms nobody."""

    def listen(self, status: Status) -> str | Command:
        del status
        if self._prompts:
            self._console.print("You: ", end="", highlight=False)
            self._console.file.flush()
        line = self._lines.readline()
        if not line:
            return Command.HANG_UP
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        return command_or_words(text, self.tell) if self._prompts else text


def command_or_words(text: str, tell: Callable[[RenderableType], None]) -> str | Command:
    """A typed line as a command, where it is one; an unknown one is explained and taken for a wish for help."""
    word = text.strip().lower()
    if word in COMMANDS:
        return COMMANDS[word]
    if word.startswith("/") and " " not in word and len(word) > 1:
        tell(wording.unknown_command(word))
        return Command.HELP
    return text

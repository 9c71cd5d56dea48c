"""Single keys while the user speaks."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Self

from simulator.terminal.screen import Command

#: What a key means: a command, or a text that it stands for.
_COMMANDS = {
    "f1": Command.HELP,
    "f2": Command.HINT,
    "f3": Command.CARD,
    "f4": Command.UNDO,
    "f5": Command.TYPE,
    "c-c": Command.HANG_UP,
    "c-d": Command.HANG_UP,
    "c-m": Command.DONE,
    "c-j": Command.DONE,
}
_DIGITS = frozenset("0123456789*#")


class Keys:
    """The keys of a terminal, read without waiting. Use it as a context manager. Where there is no terminal, no key is
    ever pressed."""

    def __init__(self, *, terminal: bool) -> None:
        self._stack = ExitStack()
        self._terminal = terminal

    @contextmanager
    def released(self) -> Iterator[None]:
        """Leaves the keys to somebody else for a while."""
        self._stack.close()
        try:
            yield
        finally:
            self.__enter__()

    def __enter__(self) -> Self:
        if self._terminal:
            from prompt_toolkit.input import create_input  # noqa: PLC0415 - only a terminal needs it

            self._input = create_input(sys.stdin)
            self._stack.enter_context(self._input.raw_mode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def pressed(self) -> Command | str | None:
        """The command or the digit of the next key; None if no key that means something was pressed."""
        if not self._terminal:
            return None
        for press in self._input.read_keys():
            key = str(getattr(press.key, "value", press.key))
            if key in _COMMANDS:
                return _COMMANDS[key]
            if key in _DIGITS:
                return key
        return None

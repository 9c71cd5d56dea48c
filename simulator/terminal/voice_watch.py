"""What the user sees and presses while a call aloud goes on: keys are read, the last line is drawn."""

from collections.abc import Callable

from rich.console import Console, RenderableType

from simulator.terminal.keys import Keys
from simulator.terminal.screen import Command
from simulator.terminal.status_line import StatusLine
from simulator.terminal.voice_parts import OpenLine


class VoiceWatch:
    """Keeps an eye on the keys, and the last line up to date."""

    def __init__(self, console: Console, tell: Callable[[RenderableType], None], *, keys: bool) -> None:
        """`tell` says something on the screen; `keys`: whether there are keys to press and a line that can be written
        over."""
        self.keys = Keys(terminal=keys)
        self._line = StatusLine(console, shown=keys)
        self._tell = tell
        self._told: set[str] = set()
        self._pressed: Command | str | None = None

    @property
    def pressed(self) -> Command | str | None:
        """What was pressed and not yet taken."""
        return self._pressed

    def take(self) -> Command | str | None:
        """What was pressed: it is nobody else's any more."""
        pressed, self._pressed = self._pressed, None
        return pressed

    def step(self, line: OpenLine, doing: str) -> None:
        """To be called all the time."""
        self._pressed = self._pressed or self.keys.pressed()
        self._line.draw(line.rehearsal.now_ms // 1000, doing, line.phone.level)

    def clear(self) -> None:
        """Makes room for lines that stay."""
        self._line.clear()

    def tell(self, what: RenderableType) -> None:
        self.clear()
        self._tell(what)

    def tell_once(self, what: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self.tell(what)

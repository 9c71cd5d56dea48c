"""The call on a real terminal: an input line with editing and history, a toolbar, keys."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from simulator.core.transcript import Speaker, Turn
from simulator.terminal import wording
from simulator.terminal.plain import command_or_words
from simulator.terminal.screen import Command, Status

_RING_SECONDS = 1.6
"""Two rings: long enough to sound like a call and for everything to load, short enough for the tenth time."""
_RING_STEP_SECONDS = 0.1
_KEYS = {"f2": Command.HINT, "f3": Command.CARD, "f4": Command.UNDO, "f1": Command.HELP}
_STYLE = Style.from_dict({"bottom-toolbar": "noreverse", "prompt": "bold"})
_NARROW = 80


class PromptScreen:
    """A terminal that can place its cursor."""

    echoes = True

    def __init__(self, console: Console) -> None:
        self._console = console
        self._answered = 0.0
        """When the call was answered, by the monotonic clock."""
        self._status = Status("")
        self._session: PromptSession[str | Command] = PromptSession(
            message=[("class:prompt", "You: ")],
            history=InMemoryHistory(),
            key_bindings=self._bindings(),
            bottom_toolbar=self._toolbar,
            refresh_interval=1.0,
            style=_STYLE,
            enable_open_in_editor=False,
            # The line is printed anew, broken between words, as the editor cannot.
            erase_when_done=True,
        )

    def ring(self, ready: Callable[[], bool], *, incoming: bool) -> None:
        began = time.monotonic()
        with self._console.status(wording.YOUR_PHONE_RINGS if incoming else wording.BUSY_LINE, spinner="dots"):
            while not ready() or time.monotonic() - began < _RING_SECONDS:
                time.sleep(_RING_STEP_SECONDS)
        self._console.print(wording.YOU_ANSWER if incoming else wording.ANSWERED, style="dim")

    def show(self, turns: Sequence[Turn], name: Callable[[Turn], str]) -> None:
        for turn in turns:
            if turn.speaker is Speaker.INTERVIEWER:
                self._console.print(Text.assemble((f"{name(turn)}: ", "bold cyan"), turn.text))
            else:
                self._console.print(Text.assemble(("You: ", "bold"), turn.text))

    def tell(self, what: RenderableType) -> None:
        self._console.print(Padding(Text(what), (0, 0, 0, 2)) if isinstance(what, str) else what, style="dim")

    def close(self, *, by_user: bool) -> None:
        self._console.print(wording.CALL_OVER, style="dim")
        if not by_user:
            # They may have hung up on half a sentence, which is nobody's command now.
            with suppress(EOFError, KeyboardInterrupt):
                PromptSession[str](erase_when_done=True).prompt(wording.SEE_SCORE)
        clear_typeahead(self._session.input)
        if os.name == "posix":
            # Otherwise the shell would take it for a command.
            import termios  # noqa: PLC0415 - there is none elsewhere

            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)

    def listen(self, status: Status) -> str | Command:
        self._status = status
        self._answered = time.monotonic() - status.elapsed_ms / 1000
        while True:
            said: str | Command | None
            try:
                said = self._session.prompt()
            except KeyboardInterrupt:
                # Ctrl-C with words on the line only clears them, as in a shell.
                if self._session.default_buffer.text:
                    continue
                said = Command.HANG_UP
            except EOFError:
                said = Command.HANG_UP
            if said is Command.HANG_UP:
                said = self._confirmed()
            if isinstance(said, Command):
                return said
            if said is not None:
                heard = command_or_words(said, self.tell)
                if isinstance(heard, str):
                    self._console.print(Text.assemble(("You: ", "bold"), heard))
                return heard

    def _confirmed(self) -> str | Command | None:
        """Whether to hang up; a sentence instead of a yes or no is meant for the phone, and None for nothing."""
        try:
            answer = PromptSession[str](erase_when_done=True).prompt(wording.CONFIRM_HANG_UP)
        except (EOFError, KeyboardInterrupt):
            return Command.HANG_UP
        if answer.strip().lower() in ("y", "yes"):
            return Command.HANG_UP
        self.tell(wording.STILL_THERE)
        return None if answer.strip().lower() in ("", "n", "no") else answer

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()

        def bind(key: str, command: Command) -> None:
            @bindings.add(key)
            def _(event: KeyPressEvent) -> None:
                event.app.exit(result=command)

        for key, command in _KEYS.items():
            bind(key, command)
        return bindings

    def _toolbar(self) -> AnyFormattedText:
        seconds = int(time.monotonic() - self._answered)
        clock = f"{seconds // 60}:{seconds % 60:02}"
        width = get_app().output.get_size().columns
        keys = "  ".join(f"{key} {name}" for key, name in wording.KEYS)
        if width < _NARROW:
            return f" {clock} {self._status.stage}\n {keys}"
        return f" {clock}  {self._status.stage}  |  {keys}"

"""Answering on a real terminal: an input line with editing and history, a toolbar, keys."""

from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style
from rich.console import Console

from simulator.terminal import wording
from simulator.terminal.answering import Wish, answer_or_wish

_KEYS = {"f2": Wish.HINT, "f3": Wish.SKIP, "f1": Wish.HELP}
_STYLE = Style.from_dict({"bottom-toolbar": "noreverse", "prompt": "bold"})


class PromptAnswers:
    """A terminal that can place its cursor."""

    echoes = True

    def __init__(self, console: Console) -> None:
        self._console = console
        self._session: PromptSession[str | Wish] = PromptSession(
            message=[("class:prompt", "You: ")],
            history=InMemoryHistory(),
            key_bindings=_bindings(),
            bottom_toolbar=" " + "  ".join(f"{key} {name}" for key, name in wording.DRILL_KEYS),
            style=_STYLE,
            enable_open_in_editor=False,
        )

    def next(self) -> str | Wish:
        while True:
            self._session.app.erase_when_done = False
            try:
                said = self._session.prompt()
            except EOFError:
                return Wish.STOP
            except KeyboardInterrupt:
                # Ctrl-C with words on the line only clears them, as in a shell.
                if self._session.default_buffer.text:
                    continue
                return Wish.STOP
            return said if isinstance(said, Wish) else answer_or_wish(said, self._console.print)


def _bindings() -> KeyBindings:
    bindings = KeyBindings()

    def bind(key: str, wish: Wish) -> None:
        @bindings.add(key)
        def _(event: KeyPressEvent) -> None:
            event.app.erase_when_done = True  # nothing was said, so no empty line stays
            event.app.exit(result=wish)

    for key, wish in _KEYS.items():
        bind(key, wish)
    return bindings

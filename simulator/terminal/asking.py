"""Asking one question: with checks while one types on a terminal, line by line elsewhere."""

import os
import sys
from collections.abc import Callable
from typing import Protocol

import click

from simulator.terminal import job_wording as wording

Check = Callable[[str], str]
"""Takes what is typed so far; returns how it is understood, or nothing. Raises ValueError with what is wrong."""


class Asker(Protocol):
    def __call__(self, question: str, example: str, default: str, check: Check) -> str:
        """The answer, checked. Raises click.Abort if the user leaves."""


def asker() -> Asker:
    """The way of asking that this terminal can show."""
    plain = not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in (None, "", "dumb")
    return ask_plainly if plain else ask_on_screen


def ask_on_screen(question: str, example: str, default: str, check: Check) -> str:
    """A line with editing, whose toolbar says how it is understood, or what is wrong."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - 90 ms that only a terminal needs
    from prompt_toolkit.application import get_app  # noqa: PLC0415
    from prompt_toolkit.document import Document  # noqa: PLC0415
    from prompt_toolkit.styles import Style  # noqa: PLC0415
    from prompt_toolkit.validation import ValidationError, Validator  # noqa: PLC0415

    class Checked(Validator):
        def validate(self, document: Document) -> None:
            try:
                check(document.text)
            except ValueError as error:
                raise ValidationError(len(document.text), str(error)) from error

    def toolbar() -> str:
        text = get_app().current_buffer.text
        try:
            understood = check(text)
        except ValueError as error:
            return f" {error}"
        return f" = {understood}" if understood else f" For example: {example}" if example else ""

    session: PromptSession[str] = PromptSession(
        f"{question}: ",
        validator=Checked(),
        validate_while_typing=True,
        bottom_toolbar=toolbar,
        style=Style.from_dict({"bottom-toolbar": "noreverse", "validation-toolbar": "noreverse"}),
        enable_open_in_editor=False,
    )
    try:
        return session.prompt(default=default)
    except (KeyboardInterrupt, EOFError) as error:
        click.echo(wording.LEFT_ALONE)
        raise click.Abort from error


def ask_plainly(question: str, example: str, default: str, check: Check) -> str:
    """A line from standard input; nothing keeps the default."""
    hint = f" (e.g. {example})" if example and not default else ""

    def checked(answer: str) -> str:
        try:
            check(answer)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error
        return answer

    return str(click.prompt(question + hint, default=default, value_proc=checked, show_default=bool(default)))

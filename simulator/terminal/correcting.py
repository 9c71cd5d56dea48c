"""Putting right what was heard, turn by turn: the score follows."""

import sys
from collections.abc import Callable
from dataclasses import replace

import click

from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.reports.words import other_end
from simulator.terminal import wording


def corrected(transcript: Transcript, ask: Callable[[str], str | None]) -> Transcript:
    """The transcript as the user says it was. `ask` is given a turn as it was heard and returns it as it was said;
    None leaves the rest as it is."""
    turns = list(transcript.turns)
    for number, turn in enumerate(turns):
        if turn.speaker is Speaker.INTERVIEWER:
            click.echo(f"{other_end(transcript, turn)}: {turn.text}")
            continue
        said = ask(turn.text)
        if said is None:
            break
        turns[number] = _said(turn, said)
    return replace(transcript, turns=tuple(turns))


def _said(turn: Turn, text: str) -> Turn:
    text = " ".join(text.split())
    return replace(turn, text=text) if text else turn


def ask_at_terminal(heard: str) -> str | None:
    """Lets the user edit a line where there is a terminal, and otherwise type it anew; an empty line keeps it. None at
    the end of input and after Ctrl-C."""
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            from prompt_toolkit import prompt  # noqa: PLC0415 - 90 ms that a pipe need not wait for

            return prompt("You: ", default=heard)
        click.echo(f"You: {heard}")
        line = sys.stdin.readline()
        return line.strip() or heard if line else None
    except (EOFError, KeyboardInterrupt):
        click.echo(wording.REST_AS_HEARD)
        return None

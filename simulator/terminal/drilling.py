"""`ringback drill`: the moments of past calls that went worst come back, to be answered anew."""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

import click
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from simulator import bootstrap
from simulator.catalog import load_checklist
from simulator.core.checklist import ItemKind
from simulator.core.drill import TRIES, Exercise
from simulator.core.scoring import Outcome
from simulator.document import unknown
from simulator.errors import RingbackError
from simulator.practice import Answer, Practice, Session, done_at, session_json
from simulator.reports.words import heading
from simulator.terminal import wording
from simulator.terminal.answering import Answers, LineAnswers, Wish
from simulator.terminal.calling import is_dumb
from simulator.terminal.tries import effects, side_by_side


def drill(most: int, item: str | None, *, ahead: bool, as_json: bool) -> None:
    """Drills at most so many moments; only those of an item of the checklist, if one is named. Raises RingbackError if
    there is no such item, or the history cannot be used."""
    if item is not None and item not in (ids := [one.id for one in load_checklist().items]):
        raise RingbackError(f"{unknown(item, ids)}.", where="item", remedy=f"There are {', '.join(ids)}.")
    typed = sys.stdin.isatty()
    # JSON alone may stand on standard output, so a person's drill goes to standard error and a pipe's nowhere.
    console = (
        Console(stderr=typed, file=None if typed else StringIO(), highlight=False)
        if as_json
        else Console(highlight=False)
    )
    practice = Practice(bootstrap.open_history(), bootstrap.open_drills(), bootstrap.scorecard, bootstrap.now)
    with console.status(wording.LOOKING_THROUGH):
        exercises = practice.exercises(ahead=ahead or item is not None)
    exercises = [one for one in exercises if item in (None, one.item.id)][:most]
    sessions = [Session(exercise) for exercise in exercises]
    try:
        answers = _answers(console, typed=typed, rich=typed and not as_json and not is_dumb(console))
        Drill(practice, answers, console).through(sessions)
    except KeyboardInterrupt:
        console.print()  # outside of the input line: what was tried is kept
    if as_json:
        click.echo(json.dumps([session_json(one) for one in sessions if one.answers], ensure_ascii=False, indent=2))
    elif not sessions:
        console.print(
            wording.NO_SUCH_MOMENT if item else _next(wording.NOTHING_DUE, practice, wording.NOTHING_TO_DRILL)
        )
    else:
        tried = [session for session in sessions if session.answers]
        right = sum(session.is_right for session in tried)
        console.print(
            _next(wording.DRILL_DONE if tried else wording.DRILL_STOPPED, practice, right=right, all=len(tried))
        )


class Drill:
    """Goes through moments on a console."""

    def __init__(self, practice: Practice, answers: Answers, console: Console) -> None:
        self._practice = practice
        self._answers = answers
        self._console = console

    def through(self, sessions: Sequence[Session]) -> None:
        """Each in turn, until the user would rather stop."""
        if sessions:
            self._console.print(wording.DRILL_START, style="dim")
        line = "─" if self._console.encoding == "utf-8" else "-"
        for number, session in enumerate(sessions, 1):
            self._console.print(Rule(f"{number} of {len(sessions)}", align="left", characters=line))
            try:
                if not self._practise(session):
                    break
            finally:
                self._practice.finish(session)

    def _practise(self, session: Session) -> bool:
        """Up to three tries; False if the user would rather stop."""
        exercise = session.exercise
        self._set_the_scene(exercise)
        goes_on = True
        while not session.over and goes_on:
            said = self._answers.next()
            match said:
                case Wish.SKIP:
                    break
                case Wish.STOP:
                    goes_on = False
                case Wish.HINT:
                    session.hinted = True
                    self._console.print(Text(f"  {_way(exercise)}", "dim"))
                case Wish.HELP:
                    for name, what in wording.DRILL_COMMANDS.items():
                        self._console.print(f"  {name:<7} {what}", style="dim")
                case str():
                    if said.strip() or not self._answers.echoes:
                        self._take(said, session)
                    else:
                        self._console.print(wording.DRILL_SILENCE, style="dim")
        if session.answers:
            self._console.print()
            self._console.print(side_by_side(session, self._console))
        return goes_on

    def _set_the_scene(self, exercise: Exercise) -> None:
        call = exercise.call
        self._console.print(Text(f"{heading(call.transcript)}, {call.started_at.astimezone():%d %B}", "dim"))
        if exercise.before:
            self._console.print(Text.assemble((f"{wording.THEY_SAID}: ", "bold cyan"), exercise.before))
        else:
            self._console.print(wording.YOU_SPEAK_FIRST, style="cyan")
        then = exercise.then or wording.SILENCE
        self._console.print(Text(f"{wording.YOU_SAID_THEN}: {then}", "dim"))
        self._console.print(Text.assemble((exercise.item.title, "bold"), ". ", exercise.item.advice))

    def _take(self, said: str, session: Session) -> None:
        exercise = session.exercise
        answer = self._practice.take(session, said)
        marked = effects(answer, exercise.turn, self._console)
        if not self._answers.echoes:
            self._console.print(Text.assemble("You: ", marked))
        elif marked.plain != answer.text:
            self._console.print(marked)
        self._console.print(_verdict(exercise, answer), style="bold green" if answer.is_right else "bold yellow")
        if not answer.is_right:
            last = len(session.answers) == TRIES
            self._console.print(Text(_way(exercise) if last else wording.TRY_AGAIN))


def _way(exercise: Exercise) -> str:
    return wording.ONE_WAY.format(line=exercise.better)


def _verdict(exercise: Exercise, answer: Answer) -> str:
    avoids = exercise.item.kind is ItemKind.DONT
    if answer.is_right:
        return wording.RIGHT_AND_LESS if avoids else wording.RIGHT
    if done_at(exercise.turn, answer.scorecard, Outcome.VIOLATED):
        return wording.HURTS
    return wording.HELPS_NOTHING if avoids else wording.NOT_THERE_YET


def _next(words: str, practice: Practice, otherwise: str = "", **values: int) -> str:
    """The words, with what comes back first and when; `otherwise` if nothing was ever practised."""
    repetitions = practice.repetitions
    if not repetitions:
        return otherwise or words
    titles = {item.id: item.title for item in load_checklist().items}
    item, repetition = min(repetitions.items(), key=lambda one: one[1].due)
    return words.format(title=titles.get(item, item), when=_when(repetition.due, bootstrap.now()), **values)


_SOON_MINUTES = 120


def _when(due: datetime, now: datetime) -> str:
    """As one says it: "in 10 minutes", "tomorrow"."""
    if due <= now:
        return "due now"
    days = (due.astimezone().date() - now.astimezone().date()).days
    minutes = max(1, round((due - now).total_seconds() / 60))
    if minutes < _SOON_MINUTES:
        return f"in {minutes} minutes"
    return {0: "later today", 1: "tomorrow"}.get(days, f"in {days} days")


def _answers(console: Console, *, typed: bool, rich: bool) -> Answers:
    if not rich:
        return LineAnswers(console, sys.stdin.buffer, prompts=typed)
    from simulator.terminal.answer_line import PromptAnswers  # noqa: PLC0415 - 90 ms that a pipe need not wait for

    return PromptAnswers(console)

"""A call from the command line: choose, ring, talk, score."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from io import StringIO
from typing import TYPE_CHECKING

import click
from rich.console import Console

from simulator.catalog import Catalog, find_persona, load_catalog, load_checklist
from simulator.core.scenario import Scenario
from simulator.core.scoring import Scorecard
from simulator.core.transcript import Circumstance, Transcript
from simulator.errors import RingbackError
from simulator.terminal import wording
from simulator.terminal.card import card
from simulator.terminal.plain import PlainScreen
from simulator.terminal.screen import Screen

if TYPE_CHECKING:
    from simulator.aloud import Aloud
    from simulator.rehearsal import Rehearsal
    from simulator.terminal.voice import VoiceScreen

_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Wish:
    """The call that was asked for; what is None is chosen or drawn."""

    scenario: str | None = None
    """Its id."""
    persona: str | None = None
    """Its id."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Facts of the user's own call, by their names in `Facts`."""
    seed: int | None = None
    job_id: int | None = None
    """The real job for which it is rehearsed."""
    incoming: bool = False
    """They ring the user."""


@dataclass(frozen=True, slots=True)
class Start:
    """A call of the history to begin from."""

    transcript: Transcript
    """What was said up to there."""
    call_id: int | None = None
    """The call that goes on; None for a new one that only begins alike."""

    @property
    def ended_ms(self) -> int:
        """When its last turn ended, in milliseconds since the call was answered."""
        return max((turn.ended_ms or 0 for turn in self.transcript.turns), default=0)


def make_call(
    wish: Wish, *, as_json: bool, start: Start | None = None, aloud: "Aloud | None" = None
) -> Scorecard | None:
    """One rehearsal to its end, from the ringing or from `start`, whose call `wish` then is; `aloud`: spoken. None if
    the user would rather make none. Raises RingbackError if it cannot take place."""
    typed = sys.stdin.isatty()
    # JSON alone may stand on standard output, so a person's talk goes to standard error and a pipe's nowhere.
    console = (
        Console(stderr=typed, file=None if typed else StringIO(), highlight=False)
        if as_json
        else Console(highlight=False)
    )
    rich = typed and not as_json and not is_dumb(console)
    catalog = load_catalog()
    for error in catalog.errors:
        _warn(f"Left out: {error}")
    persona = find_persona(wish.persona) if wish.persona else None
    chosen = _choose(catalog, wish, console, typed=typed, rich=rich)
    if chosen is None:
        click.echo(wording.NO_PICK)
        return None
    scenario = chosen.in_manner_of(persona) if persona else chosen
    # Its own facts, given once more, leave a scenario its story.
    if own := {name: value for name, value in wish.facts.items() if getattr(scenario.facts, name) != value}:
        scenario = scenario.about(own)
    seed = secrets.randbelow(_SEEDS) if wish.seed is None else wish.seed
    screen = _screen(console, typed=typed, rich=rich)
    voice = _voice_screen(console, screen, scenario, aloud, rich=rich) if aloud else None
    connection = _Connection(scenario, seed, wish.incoming, start, wish.job_id)
    try:
        transcript, result = _talk(connection, voice or screen, console, voice)
    finally:
        if voice:
            voice.hang_up()
    _hand_over(transcript, result, console, as_json=as_json)
    return result


def resume_call(*, as_json: bool, aloud: "Aloud | None" = None) -> None:
    """Goes on with the newest call that was cut off. Raises RingbackError if there is none."""
    from simulator.bootstrap import open_history  # noqa: PLC0415 - only a resumed call needs it before it rings

    history = open_history()
    summary = history.unfinished()
    if summary is None:
        raise RingbackError(wording.NOTHING_TO_RESUME)
    start = Start(history.transcript(summary.id), summary.id)
    make_call(as_it_was(start.transcript), as_json=as_json, start=start, aloud=aloud)


@dataclass(frozen=True, slots=True)
class _Connection:
    """The call as it is going to be made."""

    scenario: Scenario
    seed: int
    incoming: bool
    start: Start | None
    """What it goes on with; None for a call from the ringing on."""
    job_id: int | None = None
    """The real job that it is made for."""

    def rehearsal(self) -> "Rehearsal":
        from simulator import bootstrap  # noqa: PLC0415 - loads the database library: after the user has chosen

        from_ms = self.start.ended_ms if self.start else 0
        return bootstrap.rehearsal(self.scenario, self.seed, from_ms=from_ms, called_back=self.incoming)


def as_it_was(transcript: Transcript) -> Wish:
    """What leads to the same call again."""
    facts = {name: value for name, value in asdict(transcript.facts).items() if value}
    incoming = Circumstance.CALLED_BACK in transcript.circumstances
    return Wish(transcript.scenario, transcript.persona or None, facts, transcript.seed, incoming=incoming)


def _choose(catalog: Catalog, wish: Wish, console: Console, *, typed: bool, rich: bool) -> Scenario | None:
    if wish.scenario is not None:
        scenario = catalog.find(wish.scenario)
        if wish.incoming and not scenario.rings_back:
            raise RingbackError(wording.NOBODY_RINGS_BACK, where=scenario.id, remedy=wording.WHO_RINGS_BACK)
        return scenario
    scenarios = [scenario for scenario in catalog.scenarios if scenario.rings_back or not wish.incoming]
    if not scenarios:
        raise RingbackError("There is no scenario to rehearse.")
    if not typed:
        return scenarios[0]
    from simulator.terminal.picker import pick, pick_by_number  # noqa: PLC0415 - only if there is a choice

    if rich:
        return pick(scenarios)
    return pick_by_number(scenarios, console, sys.stdin.buffer)


def is_dumb(console: Console) -> bool:
    """Whether the terminal cannot place its cursor, or is none."""
    return not console.is_terminal or console.is_dumb_terminal or os.environ.get("TERM") in (None, "", "dumb")


def _screen(console: Console, *, typed: bool, rich: bool) -> Screen:
    if not rich:
        return PlainScreen(console, sys.stdin.buffer, prompts=typed)
    from simulator.terminal.prompt import PromptScreen  # noqa: PLC0415 - 90 ms that a pipe need not wait for

    return PromptScreen(console)


def _voice_screen(console: Console, typing: Screen, scenario: Scenario, aloud: "Aloud", *, rich: bool) -> "VoiceScreen":
    from simulator.aloud import voice_parts  # noqa: PLC0415 - voice mode only
    from simulator.terminal.voice import VoiceScreen  # noqa: PLC0415

    return VoiceScreen(console, typing, voice_parts(scenario, aloud), keys=rich)


def _talk(
    connection: _Connection, screen: Screen, console: Console, voice: "VoiceScreen | None"
) -> tuple[Transcript, Scorecard]:
    from simulator import bootstrap  # noqa: PLC0415 - loads the database library: after the user has chosen
    from simulator.keeping import Keeper  # noqa: PLC0415
    from simulator.rehearsal import replay  # noqa: PLC0415
    from simulator.terminal.conversation import Conversation  # noqa: PLC0415

    loading = bootstrap.preload(connection.scenario.details, connection.scenario.explained)
    if console.is_terminal:
        console.print(card(connection.scenario, incoming=connection.incoming))
        console.print(wording.VOICE_START if voice else wording.how_to_start(), style="dim")
    if voice and not connection.start:
        voice.expect(lambda: connection.rehearsal().pick_up())
    screen.ring(lambda: not loading.is_alive(), incoming=connection.incoming)
    loading.join()
    rehearsal, start = connection.rehearsal(), connection.start
    keeper = Keeper(bootstrap.open_history, _warn, bootstrap.now, start.call_id if start else None, connection.job_id)

    def keep(transcript: Transcript) -> None:
        keeper.keep(transcript)
        if voice and keeper.recording:
            voice.record_to(keeper.recording)

    conversation = Conversation(
        rehearsal,
        screen,
        load_checklist(),
        bootstrap.heard,
        keep,
    )
    try:
        if start:
            replay(rehearsal, start.transcript)
            conversation.recall()
        if voice:
            voice.connect(rehearsal)
        if not start:
            conversation.begin()
        conversation.go_on()
    except KeyboardInterrupt:
        # Ctrl-C outside of the input line: what was said is kept, the call counts as hung up.
        rehearsal.hang_up()
    transcript = rehearsal.transcript
    result = bootstrap.scorecard(transcript)
    keeper.keep(transcript, result.score)
    return transcript, result


def _hand_over(transcript: Transcript, result: Scorecard, console: Console, *, as_json: bool) -> None:
    if as_json:
        from simulator.reports.json_report import call_json  # noqa: PLC0415

        click.echo(call_json(transcript, result))
        return
    from simulator.reports.terminal_report import print_report  # noqa: PLC0415

    print_report(console, transcript, result)


def _warn(message: str) -> None:
    click.echo(message, err=True)

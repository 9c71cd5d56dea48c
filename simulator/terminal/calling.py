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
    incoming: bool = False
    """They ring the user."""


def make_call(wish: Wish, *, as_json: bool, resume: bool, aloud: "Aloud | None" = None) -> None:
    """One rehearsal, new or resumed, to its end; `aloud`: spoken. Raises RingbackError if it cannot take place."""
    typed = sys.stdin.isatty()
    # JSON alone may stand on standard output, so a person's talk goes to standard error and a pipe's nowhere.
    console = (
        Console(stderr=typed, file=None if typed else StringIO(), highlight=False)
        if as_json
        else Console(highlight=False)
    )
    rich = typed and not as_json and not _is_dumb(console)
    catalog = load_catalog()
    for error in catalog.errors:
        _warn(f"Left out: {error}")
    if resume:
        cut_off = _cut_off()
        wish = _as_it_was(cut_off.transcript)
    else:
        cut_off = None
    persona = find_persona(wish.persona) if wish.persona else None
    chosen = _choose(catalog, wish, console, typed=typed, rich=rich)
    if chosen is None:
        click.echo(wording.NO_PICK)
        return
    scenario = chosen.in_manner_of(persona) if persona else chosen
    if wish.facts:
        scenario = scenario.about(wish.facts)
    seed = secrets.randbelow(_SEEDS) if wish.seed is None else wish.seed
    screen = _screen(console, typed=typed, rich=rich)
    voice = _voice_screen(console, screen, scenario, aloud, rich=rich) if aloud else None
    connection = _Connection(scenario, seed, wish.incoming, cut_off)
    try:
        transcript, result = _talk(connection, voice or screen, console, voice)
    finally:
        if voice:
            voice.hang_up()
    _hand_over(transcript, result, console, as_json=as_json)


@dataclass(frozen=True, slots=True)
class _CutOff:
    """A call of the history that goes on."""

    id: int
    transcript: Transcript

    @property
    def ended_ms(self) -> int:
        """When its last turn ended, in milliseconds since the call was answered."""
        return max((turn.ended_ms or 0 for turn in self.transcript.turns), default=0)


@dataclass(frozen=True, slots=True)
class _Connection:
    """The call as it is going to be made."""

    scenario: Scenario
    seed: int
    incoming: bool
    cut_off: _CutOff | None
    """What it goes on with; None for a new call."""

    def rehearsal(self) -> "Rehearsal":
        from simulator import bootstrap  # noqa: PLC0415 - loads the database library: after the user has chosen

        from_ms = self.cut_off.ended_ms if self.cut_off else 0
        return bootstrap.rehearsal(self.scenario, self.seed, from_ms=from_ms, called_back=self.incoming)


def _cut_off() -> _CutOff:
    from simulator.bootstrap import open_history  # noqa: PLC0415 - only a resumed call needs it before it rings

    history = open_history()
    summary = history.unfinished()
    if summary is None:
        raise RingbackError(wording.NOTHING_TO_RESUME)
    return _CutOff(summary.id, history.transcript(summary.id))


def _as_it_was(transcript: Transcript) -> Wish:
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


def _is_dumb(console: Console) -> bool:
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
    from simulator.core.hearing import hear_all  # noqa: PLC0415
    from simulator.keeping import Keeper  # noqa: PLC0415
    from simulator.rehearsal import replay  # noqa: PLC0415
    from simulator.terminal.conversation import Conversation  # noqa: PLC0415

    loading = bootstrap.preload()
    if console.is_terminal:
        console.print(card(connection.scenario, incoming=connection.incoming))
        console.print(wording.VOICE_START if voice else wording.how_to_start(), style="dim")
    if voice and not connection.cut_off:
        voice.expect(lambda: connection.rehearsal().pick_up())
    screen.ring(lambda: not loading.is_alive(), incoming=connection.incoming)
    loading.join()
    rehearsal, cut_off = connection.rehearsal(), connection.cut_off
    keeper = Keeper(bootstrap.open_history, _warn, bootstrap.now, cut_off.id if cut_off else None)

    def keep(transcript: Transcript) -> None:
        keeper.keep(transcript)
        if voice and keeper.recording:
            voice.record_to(keeper.recording)

    conversation = Conversation(
        rehearsal,
        screen,
        load_checklist(),
        lambda transcript: tuple(hear_all(transcript, bootstrap.understanding())),
        keep,
    )
    try:
        if cut_off:
            replay(rehearsal, cut_off.transcript)
            conversation.recall()
        if voice:
            voice.connect(rehearsal)
        if not cut_off:
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
        from simulator.reports.json_report import json_report  # noqa: PLC0415

        click.echo(json_report(transcript, result))
        return
    from simulator.reports.terminal_report import print_report  # noqa: PLC0415

    print_report(console, transcript, result)


def _warn(message: str) -> None:
    click.echo(message, err=True)

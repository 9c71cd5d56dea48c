"""Sixty calls to read: `python benchmarks/coherence.py FOLDER`.

Plays a fixed set of calls, every scenario at least twice, with candidates of several characters and in every persona,
and writes each as a Markdown file that tells at a glance who said what, in which state and mood. Whether the other end
behaves like a person is for people to judge.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from candidates import CHARACTERS, Character

from simulator.bootstrap import rehearsal, scorecard
from simulator.catalog import load_catalog, load_personas
from simulator.core.scenario import Scenario
from simulator.core.transcript import Speaker
from simulator.rehearsal import Rehearsal
from simulator.reports.words import other_end

CALLS = 60
MOST_TURNS = 14
"""Of a candidate who does not end the call; then they hang up."""


def the_calls() -> Iterator[tuple[int, Scenario, Character]]:
    scenarios = load_catalog().scenarios
    personas = list(load_personas().values())
    for number in range(CALLS):
        scenario = scenarios[number % len(scenarios)]
        if number >= len(scenarios):
            scenario = scenario.in_manner_of(personas[number % len(personas)])
        yield number, scenario, CHARACTERS[(number + number // len(scenarios)) % len(CHARACTERS)]


def play(number: int, scenario: Scenario, character: Character) -> Iterator[str]:
    called_back = scenario.rings_back and number % 6 == 5
    call = rehearsal(scenario, number, called_back=called_back)
    persona = scenario.persona.id if scenario.persona else "no"
    yield f"# {number + 1}. {scenario.title}"
    yield ""
    yield f"{scenario.kind}, level {scenario.difficulty}, {persona} persona, {character.__name__} candidate"
    yield f"{'They ring. ' if called_back else ''}{scenario.goal}"
    yield ""
    shown = 0
    call.pick_up()
    chance = random.Random(number)  # noqa: S311 - variety, not secrecy
    for said in islice(character(chance, scenario), MOST_TURNS):
        yield from lines(call, shown)
        shown = len(call.transcript.turns)
        if call.over:
            break
        call.say(said.text)
    yield from lines(call, shown)
    if not call.over:
        call.hang_up()
        yield "*(hangs up)*"
    yield ""
    yield f"Score: {scorecard(call.transcript).score}"


def lines(call: Rehearsal, shown: int) -> Iterator[str]:
    temper = call.call.memory.temper
    for turn in call.transcript.turns[shown:]:
        if turn.speaker is Speaker.CANDIDATE:
            yield f"> {turn.text or '(silence)'}"
        else:
            mood = f"{call.call.state}, mood {temper.mood:+.2f}, patience {temper.patience:.2f}"
            yield f"**{other_end(call.transcript, turn)}:** {turn.text} *({mood})*"
        yield ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for number, scenario, character in the_calls():
        file = folder / f"{number + 1:02d}-{scenario.id}.md"
        file.write_text("\n".join(play(number, scenario, character)) + "\n", encoding="utf-8")
    print(f"{CALLS} calls written to {folder}.")


if __name__ == "__main__":
    main()

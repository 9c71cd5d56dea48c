"""The commands of the program, a module for each matter. Every command imports what it needs when it runs, so that help
comes at once.

To add a command, write it with click in the module of its matter, and name it in COMMANDS.
"""

from collections.abc import Mapping

import click

from simulator.commands.aloud import correct, doctor, play, record
from simulator.commands.call import call
from simulator.commands.history import history, report
from simulator.commands.judging import acts, score
from simulator.commands.listening import hear, voice
from simulator.commands.scenarios import personas, scenario, scenarios

COMMANDS: Mapping[str, click.Command] = {
    "acts": acts,
    "call": call,
    "correct": correct,
    "doctor": doctor,
    "hear": hear,
    "history": history,
    "personas": personas,
    "play": play,
    "record": record,
    "report": report,
    "scenario": scenario,
    "scenarios": scenarios,
    "score": score,
    "show": report,
    "voice": voice,
}

"""The commands of the program, a module for each matter. Every command imports what it needs when it runs, so that help
comes at once.

To add a command, write it with click in the module of its matter, and name it in COMMANDS.
"""

from collections.abc import Mapping

import click

from simulator.commands.aloud import correct, doctor, play, record
from simulator.commands.archive import export, import_
from simulator.commands.call import call
from simulator.commands.cue_card import card
from simulator.commands.erase import erase
from simulator.commands.history import history, report
from simulator.commands.job import job
from simulator.commands.judging import acts, score
from simulator.commands.letters import email
from simulator.commands.listening import hear, voice
from simulator.commands.log import debrief, jobs, log, ready
from simulator.commands.plan import plan
from simulator.commands.practice import drill, retry
from simulator.commands.progress import compare, progress
from simulator.commands.scenarios import personas, scenario, scenarios
from simulator.commands.script import script

COMMANDS: Mapping[str, click.Command] = {
    "acts": acts,
    "call": call,
    "card": card,
    "compare": compare,
    "correct": correct,
    "debrief": debrief,
    "doctor": doctor,
    "drill": drill,
    "email": email,
    "erase": erase,
    "export": export,
    "hear": hear,
    "history": history,
    "import": import_,
    "job": job,
    "jobs": jobs,
    "log": log,
    "personas": personas,
    "plan": plan,
    "play": play,
    "progress": progress,
    "ready": ready,
    "record": record,
    "report": report,
    "retry": retry,
    "scenario": scenario,
    "scenarios": scenarios,
    "score": score,
    "script": script,
    "show": report,
    "voice": voice,
}

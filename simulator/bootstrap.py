"""Wiring: which parts the program is made of."""

import os
import threading
import time
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from simulator.catalog import load_checklist, load_shared_lines, scenario_of
from simulator.core.arc import Arc, arc
from simulator.core.detail import Detail
from simulator.core.hearing import Heard, hear_all
from simulator.core.retrieval import Retrieval
from simulator.core.scenario import Scenario
from simulator.core.scoring import Scorecard, score
from simulator.core.transcript import Facts, Transcript
from simulator.core.understanding import Understanding
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal
from simulator.storage import Erasure, History, JobStore

if TYPE_CHECKING:
    from audio.listeners.call_words import CallWords
    from simulator.storage import Drills
    from simulator.storage.records import Records


@cache
def understanding() -> Understanding:
    return load_understanding()


def preload(details: tuple[Detail, ...] = (), explained: tuple[Detail, ...] = ()) -> threading.Thread:
    """Loads the model in the background, while the phone rings, and prepares the search for answers among `details`."""
    thread = threading.Thread(target=lambda: understanding().knowing(details, explained).prepare(), daemon=True)
    thread.start()
    return thread


def rehearsal(scenario: Scenario, seed: int, *, from_ms: int = 0, called_back: bool = False) -> Rehearsal:
    """A rehearsal whose clock runs from now, or goes on from `from_ms` in a call that was cut off there."""
    began = time.monotonic()
    return Rehearsal(
        scenario,
        load_shared_lines(),
        understanding(),
        seed,
        lambda: from_ms + round((time.monotonic() - began) * 1000),
        called_back=called_back,
    )


def scorecard(transcript: Transcript) -> Scorecard:
    return score(transcript, load_checklist(), understanding(), _known(transcript))


def arc_of(transcript: Transcript) -> Arc:
    return arc(transcript, scenario_of(transcript), heard(transcript), _known(transcript))


def heard(transcript: Transcript) -> tuple[Heard, ...]:
    """Every turn of the candidate, understood anew, in order."""
    return tuple(hear_all(transcript, understanding(), _known(transcript)))


def _known(transcript: Transcript) -> Retrieval:
    """What the person called can tell."""
    scenario = scenario_of(transcript)
    return understanding().knowing(scenario.details, scenario.explained)


def call_words(facts: Facts) -> "CallWords":
    """What a listener should expect in a call with these facts."""
    from audio.listeners.call_words import CallWords  # noqa: PLC0415 - only voice mode needs it

    return CallWords(facts.candidate, facts.contact, facts.company, facts.position, facts.discussion_topic)


def open_history() -> History:
    """The user's history. Raises StorageError if it cannot be used."""
    return History.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_drills() -> "Drills":
    """What the user practised, in the same database. Raises StorageError if it cannot be used."""
    from simulator.storage import Drills  # noqa: PLC0415 - no call needs the library that it brings

    return Drills.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_jobs() -> JobStore:
    """The user's jobs, in the same database. Raises StorageError if it cannot be used."""
    return JobStore.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_erasure() -> Erasure:
    """All that is kept, to be erased. Raises StorageError if it cannot be used."""
    return Erasure.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_records() -> "Records":
    """All that the database holds, for an archive. Raises StorageError if it cannot be used."""
    from simulator.storage.records import Records  # noqa: PLC0415 - for export and import only

    return Records.open(os.environ.get("RINGBACK_DATABASE_URL"))


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """By this computer's clock."""
    return now().astimezone().date()

"""Wiring: which parts the program is made of."""

import os
import threading
import time
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from simulator.catalog import load_checklist, load_shared_lines
from simulator.core.scenario import Scenario
from simulator.core.scoring import Scorecard, score
from simulator.core.transcript import Transcript
from simulator.core.understanding import Understanding
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal
from simulator.storage import History

if TYPE_CHECKING:
    from simulator.storage import Drills
    from simulator.storage.records import Records


@cache
def understanding() -> Understanding:
    return load_understanding()


def preload() -> threading.Thread:
    """Loads the model in the background, while the phone rings."""
    thread = threading.Thread(target=understanding, daemon=True)
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
    return score(transcript, load_checklist(), understanding())


def open_history() -> History:
    """The user's history. Raises StorageError if it cannot be used."""
    return History.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_drills() -> "Drills":
    """What the user practised, in the same database. Raises StorageError if it cannot be used."""
    from simulator.storage import Drills  # noqa: PLC0415 - no call needs the library that it brings

    return Drills.open(os.environ.get("RINGBACK_DATABASE_URL"))


def open_records() -> "Records":
    """All that the database holds, for an archive. Raises StorageError if it cannot be used."""
    from simulator.storage.records import Records  # noqa: PLC0415 - for export and import only

    return Records.open(os.environ.get("RINGBACK_DATABASE_URL"))


def now() -> datetime:
    return datetime.now(UTC)

from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Facts, Role, Speaker, Transcript, Turn
from simulator.storage import History

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def history(file: Path) -> History:
    return History.open(f"sqlite:///{file}")


@pytest.fixture
def began() -> datetime:
    return BEGAN


@pytest.fixture
def call() -> Transcript:
    """A whole call, with everything that a transcript can hold."""
    return Transcript(
        kind=ScenarioKind.PENDING,
        facts=Facts(
            "Ms. Ingrid Sorley",
            "Halyard Maps",
            "Analyst",
            "Maria López",
            "the lighthouse 🚌",
            "last Friday",
            "this Friday",
        ),
        turns=(
            Turn(Speaker.INTERVIEWER, "Ingrid Sorley.", 0, 900, Role.INTERVIEWER),
            Turn(Speaker.CANDIDATE, "Good morning, this is Maria López.", 1500, 4000),
            Turn(Speaker.INTERVIEWER, "Good morning. What can I do for you?"),
        ),
        scenario="lighthouse-captions",
        seed=2**40,
        circumstances=frozenset(Circumstance),
        persona="warm",
    )

"""The labelled questions: what candidates ask the people of the scenarios, and which of their details answers it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.core.detail import Detail

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """One question, and what answers it."""

    scenario: str
    text: str
    before: str
    """What the other end said last, where the question leans on it."""
    answers: tuple[str, ...]
    """A line of each detail that answers it; none where no detail does."""
    asks: str
    """What it asks, where no detail answers."""
    hand: str
    """`writer`: by one who saw the answers only, and none of the words by which they are found; `tester`: asked in a
    rehearsal, by one who saw neither; `unmet tester`: the same, and nothing was learnt of them."""

    def answered_by(self, details: Sequence[Detail]) -> frozenset[int]:
        """The places of the details that answer it."""
        return frozenset(
            place for place, detail in enumerate(details) if not set(self.answers).isdisjoint(detail.lines)
        )


def read_questions(path: Path = QUESTIONS) -> Iterator[LabelledQuestion]:
    for line in path.read_text(encoding="utf-8").splitlines():
        values: Mapping[str, object] = json.loads(line)
        yield LabelledQuestion(**{**values, "answers": tuple(values["answers"])})  # type: ignore[arg-type]

"""Attempts made up for tests: outcomes as wished, in otherwise real scorecards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from simulator.bootstrap import scorecard
from simulator.core.attempt import Attempt
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Scorecard
from simulator.core.transcript import Facts, Speaker, Transcript, Turn

FACTS = Facts(
    contact="Ms. Irena Novotná",
    company="Harbour Light Books",
    position="Shop Manager",
    candidate="Tomás Vidal",
    discussion_topic="the window displays",
    interviewed="last Tuesday",
)


@cache
def _scored(kind: ScenarioKind, said: tuple[str, ...], facts: Facts) -> tuple[Transcript, Scorecard]:
    turns = tuple(
        turn for words in said for turn in (Turn(Speaker.INTERVIEWER, "Yes?"), Turn(Speaker.CANDIDATE, words))
    )
    transcript = Transcript(kind, facts, turns)
    return transcript, scorecard(transcript)


def attempt(
    number: int,
    score: int = 50,
    kind: ScenarioKind = ScenarioKind.PENDING,
    outcomes: dict[str, Outcome] | None = None,
    *said: str,
    facts: Facts = FACTS,
) -> Attempt:
    """Call `number`, made on that day of March, with this score; `outcomes` by the id of the item, in the place of what
    was said."""
    transcript, card = _scored(kind, said or ("Hello, this is Tomás Vidal.",), facts)
    wished = outcomes or {}
    verdicts = tuple(
        replace(verdict, outcome=wished.get(verdict.item.id, verdict.outcome)) for verdict in card.verdicts
    )
    began = datetime(2026, 3, 1, 19, tzinfo=UTC) + timedelta(days=number - 1)
    return Attempt(number, began, transcript, replace(card, score=score, verdicts=verdicts))

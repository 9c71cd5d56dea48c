"""Lists of scenarios and of calls, for people and for programs."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

from simulator.core.persona import Persona
from simulator.core.scenario import Scenario

if TYPE_CHECKING:
    from simulator.storage import CallSummary


def scenario_table(scenarios: Sequence[Scenario]) -> Table:
    table = _table("id", "kind", "level", "what it is like", "whom you call")
    for scenario in scenarios:
        whom = f"{scenario.facts.contact}, {scenario.facts.company}"
        table.add_row(scenario.id, scenario.kind, "*" * scenario.difficulty, scenario.title, whom)
    return table


def scenario_json(scenario: Scenario) -> dict[str, Any]:
    facts = scenario.facts
    return {
        "id": scenario.id,
        "kind": scenario.kind,
        "title": scenario.title,
        "difficulty": scenario.difficulty,
        "contact": facts.contact,
        "company": facts.company,
        "position": facts.position,
        "candidate": facts.candidate,
        "discussion_topic": facts.discussion_topic,
        "goal": scenario.goal,
        "persona": scenario.persona.id if scenario.persona else None,
        "front_desk": scenario.front_desk is not None,
        "incoming": scenario.rings_back,
    }


def persona_table(personas: Iterable[Persona]) -> Table:
    table = _table("id", "what it is like")
    for persona in personas:
        table.add_row(persona.id, persona.meaning)
    return table


def persona_json(persona: Persona) -> dict[str, Any]:
    return {"id": persona.id, "title": persona.title, "meaning": persona.meaning}


def history_table(calls: "Sequence[CallSummary]") -> Table:
    table = _table("id", "when", "kind", "whom you called", "turns", "score")
    for call in calls:
        score = "cut off" if not call.finished else "" if call.score is None else f"{call.score:.0f}"
        when = f"{call.started_at.astimezone():%Y-%m-%d %H:%M}"
        table.add_row(str(call.id), when, call.kind, f"{call.contact}, {call.company}", str(call.turns), score)
    return table


def history_json(call: "CallSummary") -> dict[str, Any]:
    return {
        "id": call.id,
        "scenario": call.kind,
        "scenario_id": call.scenario,
        "contact": call.contact,
        "company": call.company,
        "started_at": call.started_at.isoformat(),
        "finished": call.finished,
        "score": call.score,
        "turns": call.turns,
    }


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    return table

"""Measures answers: `python benchmarks/questions.py [SCENARIO ...]`.

Each labelled question (`simulator/training/questions.jsonl`) is asked in a call of its scenario, right after the news
or at the desk, and taken back. Writers saw the answers only, and none of the words by which they are found; testers saw
neither. The weights of the signs were learnt on the same questions; `python -m simulator.training --answers` tells how
well answers are found in scenarios that they were not learnt on. Of unmet testers (`data/live_questions.jsonl`) nothing
was learnt.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from simulator.bootstrap import rehearsal
from simulator.catalog import load_catalog
from simulator.core.moves import AT_A_LOSS, Move
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.rehearsal import Rehearsal
from simulator.training.questions import LabelledQuestion, read_questions

UNMET = Path(__file__).parent / "data" / "live_questions.jsonl"
_SEED = 3
_LOST = AT_A_LOSS | {Move.LEAVE_OPEN, Move.PUZZLED}


def opening(scenario: Scenario) -> Iterator[str]:
    """What leads to the news, or to the desk's saying that the person is away."""
    facts = scenario.facts
    if scenario.front_desk or scenario.kind is ScenarioKind.RECEPTIONIST:
        yield (
            f"Hello, this is {facts.candidate}. Could I speak to {facts.contact}, please? "
            f"It's about my interview for the {facts.position} position."
        )
    if scenario.kind is ScenarioKind.RECEPTIONIST:
        return
    yield f"Hello, this is {facts.candidate}, you interviewed me for the {facts.position} position."
    yield "Could you tell me where things stand, please?"
    if scenario.kind is ScenarioKind.RUDE:
        yield "You sound busy, I'm sorry to catch you at a bad time. I can call another time if that's better."
        yield "I understand, it must be a lot at once. I only wanted to ask if there's any decision yet."


def asked(scenario: Scenario, questions: list[LabelledQuestion]) -> Iterator[str]:
    """What becomes of each question."""
    call = rehearsal(scenario, _SEED)
    call.pick_up()
    for line in opening(scenario):
        call.say(line)
    for question in questions:
        yield _outcome(call, scenario, question)


def _outcome(call: Rehearsal, scenario: Scenario, question: LabelledQuestion) -> str:
    memory = call.call.memory
    if question.before:
        call.call.memory = replace(memory, last_reply=question.before)
    answer = " ".join(turn.text for turn in call.say(question.text)[1:])
    moves = set(call.made)
    call.take_back()
    call.call.memory = memory
    told = {place for place, detail in enumerate(scenario.details) if any(line in answer for line in detail.lines)}
    if told & question.answered_by(scenario.details):
        return "answered"
    if told:
        return "another detail told"
    if moves & _LOST:
        return "not known"
    return "reacted to" if any(move.startswith("react_") for move in moves) else "answered in general"


_OUTCOMES = "answered", "another detail told", "answered in general", "not known", "reacted to"


def report(scenarios: list[Scenario]) -> Iterator[str]:
    counts: Counter[tuple[str, bool, str]] = Counter()
    by_scenario: dict[str, list[LabelledQuestion]] = {}
    for question in (*read_questions(), *read_questions(UNMET)):
        by_scenario.setdefault(question.scenario, []).append(question)
    for scenario in scenarios:
        questions = by_scenario.get(scenario.id, [])
        for question, outcome in zip(questions, asked(scenario, questions), strict=True):
            counts[question.hand, bool(question.answers), outcome] += 1
    hands = sorted({(hand, not answered) for hand, answered, _ in counts})
    columns = [(hand, not none) for hand, none in hands]
    totals = {(hand, answered): sum(counts[hand, answered, one] for one in _OUTCOMES) for hand, answered in columns}
    titles = (f"{totals[one]} of {one[0]}s, {'a detail answers' if one[1] else 'none does'}" for one in columns)
    yield f"| | {' | '.join(titles)} |"
    yield f"|---|{'---:|' * len(columns)}"
    for outcome in _OUTCOMES:
        shares = (f"{counts[*one, outcome] / max(1, totals[one]):.1%}" for one in columns)
        yield f"| {outcome} | {' | '.join(shares)} |"


def main() -> None:
    scenarios = [one for one in load_catalog().scenarios if one.details and (not sys.argv[1:] or one.id in sys.argv)]
    for line in report(scenarios):
        print(line)


if __name__ == "__main__":
    main()

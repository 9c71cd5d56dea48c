"""From a move to the words for it."""

import random
from collections.abc import Iterator, Mapping

from simulator.core.call import Memory
from simulator.core.interviewer import Plan
from simulator.core.moves import Move
from simulator.core.reply import Reply
from simulator.core.scenario import Lines, Scenario, courteous_name, fill, first_name
from simulator.core.temper import Tone

_NEAREST: Mapping[Tone, tuple[Tone, ...]] = {
    Tone.WARM: (Tone.WARM, Tone.NEUTRAL),
    Tone.NEUTRAL: (Tone.NEUTRAL,),
    Tone.COLD: (Tone.COLD, Tone.NEUTRAL),
}
"""In which tones a line may be said, the fitting one first."""


_SUBSTANCE = frozenset(
    {
        Move.ASK_NAME,
        Move.ASK_INTERVIEW,
        Move.ASK_PURPOSE,
        Move.GUESS_PURPOSE,
        Move.SAY_NAME,
        Move.GIVE_STATUS,
        Move.REPEAT_STATUS,
        Move.GIVE_TIMELINE,
        Move.REPEAT_TIMELINE,
        Move.RAISE_CONCERN,
        Move.GIVE_FEEDBACK,
        Move.GIVE_AVAILABILITY,
        Move.UNAVAILABLE,
        Move.GIVE_TERMS,
        Move.ANYTHING_ELSE,
    }
)
"""Moves whose words are worth repeating to someone who did not catch them."""


def phrase(plan: Plan, scenario: Scenario, shared: Lines, memory: Memory, seed: int) -> Reply:
    """The plan in words. A line that was said in this call does not come again; a move for which none is left
    stays unsaid."""
    said = set(memory.said)
    values = _values(scenario, memory)
    lines: list[str] = []
    substance: list[str] = []
    for move in plan.moves:
        chance = random.Random(f"{seed}/{memory.turns}/{move}")  # noqa: S311 - variety, not secrecy
        choices = next(_choices(move, scenario.lines, shared, memory, said), None)
        if choices:
            line = chance.choice(choices)
            said.add(line)
            lines.append(line)
            if move in _SUBSTANCE:
                substance.append(line)
    text, core = (" ".join(fill(line, values) for line in some) for some in (lines, substance))
    return Reply(text, core, tuple(lines))


def _choices(move: Move, own: Lines, shared: Lines, memory: Memory, said: set[str]) -> Iterator[list[str]]:
    """Non-empty lists of unsaid lines, the best first: the scenario's own before the shared ones. A caller who
    gave no name is not called by one."""
    for source in (own, shared):
        for near in _NEAREST[memory.temper.tone]:
            lines = source.get(move, {}).get(near, ())
            if fit := [line for line in lines if line not in said and (memory.caller or "{caller" not in line)]:
                yield fit


def _values(scenario: Scenario, memory: Memory) -> Mapping[str, str]:
    facts = scenario.facts
    return {
        "caller": first_name(memory.caller) or "there",
        "caller_name": memory.caller or "there",
        "contact": courteous_name(facts.contact),
        "contact_full": facts.contact,
        "contact_first": first_name(facts.contact),
        "company": facts.company,
        "position": facts.position,
        "topic": facts.discussion_topic,
        "interviewed": scenario.interviewed,
        "said": memory.last_substance,
    }

"""From a move to the words for it."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from simulator.core.answering import Plan
from simulator.core.aptness import apt
from simulator.core.echo import telling_words
from simulator.core.lines import fill, sentences
from simulator.core.memory import Memory
from simulator.core.moves import PROCESS, TERMS, Move
from simulator.core.names import courteous_name, first_name, untitled
from simulator.core.reply import Reply
from simulator.core.scenario import Scenario, SharedLines
from simulator.core.temper import Tone
from simulator.core.their_name import spelled

_NEAREST: Mapping[Tone, tuple[Tone, ...]] = {
    Tone.WARM: (Tone.WARM, Tone.NEUTRAL),
    Tone.NEUTRAL: (Tone.NEUTRAL,),
    Tone.COLD: (Tone.COLD, Tone.NEUTRAL),
}
"""In which tones a line may be said, the fitting one first."""


_COURTESY = re.compile(r"\b(?:thank|sorry|glad|kind|appreciate|lovely|wonderful|of course|all right)", re.IGNORECASE)
"""Words that sound hollow when they come twice in one breath."""
_MOST = 4
"""Things said in one answer."""
_LINKS = frozenset({Move.COME_TO_IT, Move.HEDGE, Move.ASIDE})
"""What only leads over to the rest, and is left out first."""
_SUBSTANCE = frozenset(
    {
        Move.ASK_NAME,
        Move.ASK_INTERVIEW,
        Move.ASK_PURPOSE,
        Move.GUESS_PURPOSE,
        Move.SAY_NAME,
        Move.SPELL_NAME,
        Move.SAY_COMPANY,
        Move.GIVE_STATUS,
        Move.CONFIRM_STATUS,
        Move.REPEAT_STATUS,
        Move.SAY_WHO,
        Move.TELL_MORE,
        Move.GIVE_TIMELINE,
        Move.REPEAT_TIMELINE,
        Move.RAISE_CONCERN,
        Move.GIVE_FEEDBACK,
        Move.GIVE_AVAILABILITY,
        Move.REPEAT_AVAILABILITY,
        Move.SAY_CHOICE,
        Move.SAY_PLACE,
        Move.READ_BACK,
        Move.UNAVAILABLE,
        Move.CALL_IN,
        Move.PRESS_FOR_YES,
        *TERMS,
        *PROCESS,
        Move.ANYTHING_ELSE,
    }
)
"""Moves whose words are worth repeating to someone who did not catch them."""


_DATED = frozenset({Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE, Move.GIVE_TIME})


def phrase(plan: Plan, scenario: Scenario, shared: SharedLines, memory: Memory, seed: int) -> Reply:
    """The plan in words, four things of it if there are more: without what only links them, then the last. A line that
    was said in this call does not come again; a move for which none is left stays unsaid."""
    said = set(memory.said)
    values = _values(scenario, memory)
    lines: list[tuple[Move, str]] = []
    for move in _each(plan, memory):
        chance = random.Random(f"{seed}/{memory.turns}/{move}")  # noqa: S311 - variety, not secrecy
        written = _choices(move, scenario, shared, memory, said)
        if choices := _aptest(move, written, plan, memory):
            line = chance.choice(_freshest(choices, memory.said, [other for _, other in lines]))
            said.add(line)
            lines.append((move, line))
    while len(lines) > _MOST:
        lines.pop(next((place for place, (move, _) in enumerate(lines) if move in _LINKS), 0))
    return Reply(
        " ".join(fill(line, values) for _, line in lines),
        " ".join(fill(line, values) for move, line in lines if move in _SUBSTANCE),
        tuple(line for _, line in lines),
        plan.moves,
        " ".join(fill(line, values) for move, line in lines if move is Move.GIVE_AVAILABILITY),
        " ".join(fill(line, values) for move, line in lines if move in _DATED),
    )


def _each(plan: Plan, memory: Memory) -> Iterator[Move]:
    """The moves, each as often as it has something to tell."""
    untold = {asked.detail for asked in memory.curious if asked.untold(memory.said)}
    for move in plan.moves:
        yield from [move] * (len(untold) if move is Move.TELL_MORE else 1)


def _aptest(move: Move, written: Iterator[list[str]], plan: Plan, memory: Memory) -> list[str]:
    """The best lines that fit the moment; the best, if none does."""
    choices = list(written)
    fitting = ([line for line in lines if apt(move, line, plan.moves, memory)] for lines in choices)
    return next(filter(None, fitting), choices[0] if choices else [])


def _choices(
    move: Move, scenario: Scenario, shared: SharedLines, memory: Memory, said: set[str]
) -> Iterator[list[str]]:
    """Non-empty lists of unsaid lines, the best first. A caller who gave no name is not called by one."""
    if move is Move.TELL_MORE:
        for asked in memory.curious:
            told_now = said - memory.said
            fresh = told_now.isdisjoint(asked.detail.all_lines)  # not in this very answer
            if fresh and (fit := [line for line in asked.lines(said) if not _says_the_same(line, told_now)]):
                yield fit
        return
    written = [
        [line for line in source.get(move, {}).get(near, ()) if line not in said]
        for source in scenario.sources(move, memory.role, shared)
        for near in _NEAREST[memory.temper.tone]
    ]
    # Who cannot answer had better say what.
    named = [[line for line in lines if "{subject}" in line] for lines in written if memory.subject]
    others = [[line for line in lines if "{subject}" not in line] for lines in written]
    for lines in (*named, *others):
        if fit := [line for line in lines if memory.caller or "{caller" not in line]:
            yield fit


def _says_the_same(line: str, told_now: Iterable[str]) -> bool:
    """Whether most of it was just told in other words: who somebody is, and then what they do."""
    words = telling_words(line)
    others = (telling_words(other) for other in told_now)
    return any(len(words & other) >= max(_FEW, _SHARED * min(len(words), len(other))) for other in others)


_SHARED, _FEW = 0.4, 3
"""Share of the telling words of the shorter line, and the fewest."""


def _freshest(choices: Sequence[str], said: Iterable[str], answer: Sequence[str]) -> Sequence[str]:
    """Those that repeat no sentence of the call and no courtesy of this answer, if there are any."""
    spoken = {sentence for line in (*said, *answer) for sentence in sentences(line)}
    new = [line for line in choices if sentences(line).isdisjoint(spoken)] or choices
    polite = _courtesies(" ".join(answer))
    return [line for line in new if polite.isdisjoint(_courtesies(line))] or new


@lru_cache(maxsize=5_000)
def _courtesies(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _COURTESY.findall(text))


def _values(scenario: Scenario, memory: Memory) -> Mapping[str, str]:
    facts = scenario.facts
    return {
        "caller": first_name(memory.caller) or "there",
        "caller_name": memory.caller or "there",
        "candidate": facts.candidate,
        "contact": courteous_name(facts.contact),
        "contact_full": untitled(facts.contact),
        "contact_first": first_name(facts.contact),
        "contact_spelled": spelled(facts.contact),
        "company": facts.company,
        "position": facts.position,
        "topic": facts.discussion_topic,
        "interviewed": facts.interviewed,
        "promised": memory.promised,
        "said": memory.last_substance,
        "number": memory.number,
        "when_to_ring": memory.ring_when,
        "which_day": memory.which_day,
        "choice": memory.choice,
        "guess": memory.guess,
        "subject": memory.subject,
        "figure": memory.figure,
        "told": next((asked.told(memory.said) for asked in memory.curious), ""),
    }

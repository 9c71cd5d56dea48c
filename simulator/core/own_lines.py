"""The user's own best lines, out of their rehearsals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Scorecard
from simulator.core.transcript import Role, Speaker, Transcript

_LONGEST = 60
"""Words: a turn that is longer is no line to learn."""
MOST = 2
"""Own lines for one step."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A turn of the user in a rehearsal, and what it achieved."""

    text: str
    items: frozenset[str]
    """The ids of the checklist's items that it fulfilled."""
    score: int
    """Of the call in which it was said."""
    kind: ScenarioKind
    """Of that call."""
    role: Role
    """To whom it was said."""


def own_lines(calls: Sequence[tuple[Transcript, Scorecard]]) -> tuple[OwnLine, ...]:
    """The turns that earned something and hurt nothing, those of the best calls first."""
    found = [line for transcript, card in calls for line in _of_call(transcript, card)]
    return tuple(sorted(found, key=lambda line: -line.score))


def fitting(lines: Sequence[OwnLine], part: str, items: Sequence[str]) -> tuple[str, ...]:
    """The best lines for a part of the script that did all of `items`, and little besides. What was said in answer to
    other news, or to somebody else, does not fit."""
    wanted = frozenset(items)
    chosen = [line for line in lines if wanted <= line.items and len(line.items - wanted) <= 1 and _belongs(line, part)]
    return tuple(dict.fromkeys(line.text for line in chosen))[:MOST]


def _belongs(line: OwnLine, part: str) -> bool:
    if part in (Role.RECEPTIONIST, Role.VOICEMAIL):
        return line.role == part
    return line.role is Role.INTERVIEWER and (part not in list(ScenarioKind) or line.kind == part)


def _of_call(transcript: Transcript, card: Scorecard) -> list[OwnLine]:
    earned: dict[int, set[str]] = {}
    hurt: set[int] = set()
    for verdict in card.verdicts:
        for evidence in verdict.evidence:
            if verdict.outcome is Outcome.MET:
                earned.setdefault(evidence.turn, set()).add(verdict.item.id)
            elif verdict.outcome is Outcome.VIOLATED:
                hurt.add(evidence.turn)
    roles = _roles(transcript)
    return [
        OwnLine(transcript.turns[turn].text, frozenset(items), card.score, transcript.kind, roles[turn])
        for turn, items in _in_order(earned)
        if turn not in hurt
        and transcript.turns[turn].speaker is Speaker.CANDIDATE
        and len(transcript.turns[turn].text.split()) <= _LONGEST
    ]


def _roles(transcript: Transcript) -> list[Role]:
    """Who was on the line at each turn."""
    roles, role = [], transcript.first_role
    for turn in transcript.turns:
        role = turn.role or role
        roles.append(role)
    return roles


def _in_order(earned: Mapping[int, set[str]]) -> list[tuple[int, set[str]]]:
    return sorted(earned.items())

"""What to say in the real call, branch by branch, from the user's facts."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from simulator.core.days import as_said
from simulator.core.job import Job
from simulator.core.lines import placeholders
from simulator.core.names import courteous_name
from simulator.core.text import tidy

WORDS_A_MINUTE = 150
"""An unhurried pace on the phone."""
_GAP = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of the user: several ways to say the same, with gaps for facts."""

    say: tuple[str, ...]
    items: tuple[str, ...]
    """The ids of the checklist's items that it fulfils."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A moment of the call."""

    id: str
    title: str
    when: str
    source: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Playbook:
    parts: tuple[Part, ...]
    plays: Mapping[str, tuple[str, ...]]
    """The ids of the parts of which a call of each kind is made."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    text: str
    own: bool = False
    """Whether the user said it themself, in a rehearsal."""

    @property
    def seconds(self) -> int:
        """How long it takes to say, at WORDS_A_MINUTE; at least one second."""
        return max(1, round(len(self.text.split()) * 60 / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class ScriptTurn:
    lines: tuple[ScriptLine, ...]
    """The one that is proposed first."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ScriptPart:
    id: str
    title: str
    when: str
    source: tuple[str, ...]
    turns: tuple[ScriptTurn, ...]

    @property
    def seconds(self) -> int:
        """How long the proposed lines take."""
        return sum(turn.lines[0].seconds for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Script:
    parts: tuple[ScriptPart, ...]
    plays: Mapping[str, tuple[str, ...]]

    def lines(self, kind: str, variant: int = 0) -> list[str]:
        """What one says in a call of that kind, a text a turn; of each turn that variant, or the last there is."""
        parts = {part.id: part for part in self.parts}
        turns = [turn for part in self.plays[kind] for turn in parts[part].turns]
        return [turn.lines[min(variant, len(turn.lines) - 1)].text for turn in turns]


OwnLines = Callable[[str, tuple[str, ...]], tuple[str, ...]]
"""The user's own lines for a part, by its id, that fulfilled these items; the best first."""


def write_script(job: Job, playbook: Playbook, today: date, own: OwnLines = lambda *_: ()) -> Script:
    """The script for a job. What is not known of it stays a gap in brackets, to be filled in by hand."""
    known, values = script_values(job, today)

    def turn(part: Part, step: Step) -> ScriptTurn:
        fitting = [line for line in step.say if set(placeholders(line)) <= known]
        ready = [line.format_map(values) for line in fitting or step.say]
        own_lines = [line for line in own(part.id, step.items) if line not in ready]
        lines = [*(ScriptLine(line, own=True) for line in own_lines), *map(ScriptLine, ready)]
        return ScriptTurn(tuple(lines), step.when)

    parts = (
        ScriptPart(part.id, part.title, part.when, part.source, tuple(turn(part, step) for step in part.steps))
        for part in playbook.parts
    )
    return Script(tuple(parts), playbook.plays)


GAPS = {
    "candidate": "[your name]",
    "contact": "[their name]",
    "company": "[the company]",
    "position": "[the position]",
    "topic": "[something you talked about]",
    "when": "[when you met]",
    "strength": "[a fact that answers it]",
    "own_phone": "[your number]",
}
"""What a line may name in braces, and what stands there while it is not known."""


def script_values(job: Job, today: date) -> tuple[set[str], Mapping[str, str]]:
    """The names of what is known of the job, and all values, gaps included."""
    facts = job.facts(today)
    values = {
        "candidate": job.candidate,
        "contact": courteous_name(job.interviewer),
        "company": job.company,
        "position": job.position,
        "topic": facts.get("discussion_topic", ""),
        "when": as_said(job.interviewed, today) if job.interviewed and job.interviewed <= today else "",
        "strength": as_sentence(job.strengths.partition(";")[0]),
        "own_phone": job.own_phone,
    }
    plain = {name: tidy(value) for name, value in values.items()}
    known = {name for name, value in plain.items() if value}
    return known, {**GAPS, **{name: plain[name] for name in known}}


def as_sentence(strength: str) -> str:
    """A strength as one says it: "I ran the night shift." and "I bring patience."."""
    text = strength.strip().rstrip(".!")
    if not text:
        return ""
    if re.match(r"(?:I|I'\w+|I’\w+|My|In my|As an?|For \w+ years)\b", text):
        return f"{text}."
    return f"I bring {text}."


def gaps(text: str) -> list[str]:
    """What is still to be filled in by hand."""
    return _GAP.findall(text)

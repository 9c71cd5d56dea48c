"""Writing scenarios: a commented file from a few answers, and a check that says what to mend and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.catalog import read_scenario
from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.soundness import faults

FORMAT = "`ringback scenario schema`"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong in a file, where, and what mends it."""

    file: str
    line: int
    """From 1."""
    path: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.path}: {self.what}. {self.remedy}"


def check(file: Path) -> Iterator[Complaint]:
    """All that is wrong in a scenario file."""
    scenario, errors = read_scenario(file)
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    for error in errors:
        path, told, what = error.partition(": ")
        if not told or " " in path:  # it is about the file as a whole
            yield Complaint(str(file), _line_in(error), "file", error, "Mend the file's form.")
        else:
            yield Complaint(str(file), line_of(text, path), path, what, _remedy(path, what))
    if scenario:
        for fault in faults(scenario):
            yield Complaint(str(file), line_of(text, fault.path), fault.path, fault.what, fault.remedy)


def line_of(text: str, path: str) -> int:
    """The line, from 1, on which a key such as "lines.answer" or "facts.contact" stands; that of the nearest table
    around it, where the key itself is missing."""
    if (within := _ELEMENT.match(path)) and (found := _line_within(text, within["table"], int(within["number"]), path)):
        return found
    places = dict(_places(text))
    parts = re.sub(r"\[\d+\]", "", path).split(".")
    for end in range(len(parts), 0, -1):
        if found := places.get(".".join(parts[:end])):
            return found
    return 1


_ELEMENT = re.compile(r"(?P<table>\w+)\[(?P<number>\d+)\]")


def _line_within(text: str, table: str, number: int, path: str) -> int | None:
    """The line of a key of the table that is the `number`th of its name, from 0; else that of its header."""
    places = list(_places(text))
    headers = [line for place, line in places if place == table]
    if number >= len(headers):
        return None
    start, end = headers[number], headers[number + 1] if number + 1 < len(headers) else len(text)
    key = _ELEMENT.sub(table, path)
    return next((line for place, line in places if place == key and start < line < end), start)


_HEADER = re.compile(r"\s*\[+\s*(?P<path>[\w.\- ]+?)\s*\]+")
_KEY = re.compile(r"\s*(?P<path>[\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


def _places(text: str) -> Iterator[tuple[str, int]]:
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line.partition("#")[0].rstrip()):
            table = header["path"].replace(" ", "")
            yield table, number
        elif key := _KEY.match(line):
            parts = [*table.split("."), *key["path"].replace(" ", "").split(".")]
            # "lines.answer.warm" stands where "lines.answer" begins, too.
            path = ""
            for part in filter(None, parts):
                path = f"{path}.{part}" if path else part
                yield from [(path, number)] if path not in table else []


def _line_in(error: str) -> int:
    found = re.search(r"at line (\d+)", error)
    return int(found[1]) if found else 1


def _remedy(path: str, what: str) -> str:
    table, _, key = path.rpartition(".")
    if what == "is missing":
        return f"Add `{key} = …`" + (f" to [{table}]." if table else " at the top.")
    if "did you mean" in what:
        return "Correct the spelling."
    if what.startswith("unknown"):
        return f"Remove it; {FORMAT} lists what there is."
    return f"Change it; {FORMAT} shows how."


#: What makes a call of each kind its own: what `ringback scenario new` asks for, with an example.
OWN_LINES: Mapping[K, Mapping[Move, str]] = {
    K.PENDING: {
        Move.GIVE_STATUS: "We haven't decided yet, I'm afraid.",
        Move.GIVE_TIMELINE: "You'll hear from us by Friday.",
        Move.RAISE_CONCERN: "You've never worked nights. How would you cope?",
    },
    K.REJECTION: {
        Move.GIVE_STATUS: "I'm sorry, we've chosen somebody else.",
        Move.GIVE_FEEDBACK: "You were good; the other person had done the very same job.",
    },
    K.RUDE: {
        Move.BRUSH_OFF: "I told you we'd be in touch. What is it now?",
        Move.SOFTEN: "Sorry. It's been one of those days.",
        Move.GIVE_STATUS: "Nothing's decided yet.",
        Move.GIVE_TIMELINE: "End of next week, probably.",
    },
    K.RECEPTIONIST: {
        Move.UNAVAILABLE: "I'm afraid {contact} is out. Can I take a message?",
        Move.GIVE_AVAILABILITY: "Tomorrow between two and three is best.",
    },
    K.VOICEMAIL: {Move.ANSWER: "You've reached {contact_full}. Please leave a message after the tone. (beep)"},
    K.OFFER: {
        Move.GIVE_STATUS: "Good news: we'd like to offer you the position.",
        Move.GIVE_PAY: "It's nineteen fifty an hour to begin with.",
        Move.GIVE_START: "We'd want you from the first of next month.",
        Move.GIVE_TIME: "Take until Thursday, that's fine.",
    },
    K.ON_HOLD: {
        Move.GIVE_STATUS: "I'm sorry, all hiring is stopped for now.",
        Move.GIVE_TIMELINE: "We'll know more in the new year.",
    },
}


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers that a new scenario is made of."""

    kind: K
    title: str
    difficulty: int
    persona: str
    goal: str
    facts: Mapping[str, str]
    lines: Mapping[Move, str]


def slug(title: str) -> str:
    """A file name for a title: "Two minutes, no more" as "two-minutes-no-more"."""
    words = re.findall(r"[a-z]+", title.lower())[:5]
    return "-".join(words if len(words) > 1 else [*words, "call"]) if words else "my-call"


def written(draft: Draft, kinds: Sequence[str], personas: Sequence[str]) -> str:
    """The draft as a commented scenario file."""
    from tomlkit import array, comment, document, dumps, nl, string, table  # noqa: PLC0415 - only authors need it

    def variants(line: str) -> object:
        lines = array()
        lines.append(string(line))
        return lines.multiline(multiline=True)

    file = document()
    file.add(
        comment(f"A scenario for Ringback. The format: {FORMAT}; what to mend: `ringback scenario check` on this file.")
    )
    file.add(comment("More variants make calls less alike: no line is said twice in one call."))
    file.add("title", string(draft.title))
    file.add(comment(f"one of {', '.join(kinds)}"))
    file.add("kind", string(draft.kind))
    file.add(comment("1 easy, 2 medium, 3 hard"))
    file.add("difficulty", draft.difficulty)
    file.add(comment(f"how they talk: one of {', '.join(personas)}"))
    file.add("persona", string(draft.persona))
    file.add(comment("what the candidate should achieve"))
    file.add("goal", string(draft.goal))
    file.add(nl())
    facts = table()
    for name, value in draft.facts.items():
        facts.add(name, string(value))
    file.add("facts", facts)
    file.add(nl())
    lines = table()
    lines.add(comment("What they say in their own words. Everything else comes from the persona and the kind of call."))
    lines.add(comment("In braces: {caller}, {contact}, {company}, {position}, {topic}, {interviewed}."))
    lines.add(comment("By mood, where it matters: give_status.warm = […], .neutral = […], .cold = […]"))
    for move, line in draft.lines.items():
        lines.add(comment(f"{move.meaning}"))
        lines.add(move.value, variants(line))
    file.add("lines", lines)
    return dumps(file)

"""Writes the generated parts of the documents: `make docs`. A test compares them with the program.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from simulator.advice import load_words
from simulator.catalog import load_catalog, load_checklist, load_personas
from simulator.core.acts import DialogueAct
from simulator.core.call import TRANSITIONS, CallState
from simulator.core.lines import PLACEHOLDERS
from simulator.core.moves import MATTER, Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import EFFECTS
from simulator.scenario_schema import scenario_schema

ROOT = Path(__file__).parent.parent
_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n)(?P<text>.*?)(<!-- end -->)", re.DOTALL)


def help_text() -> Iterator[str]:
    """What `ringback --help` prints."""
    done = subprocess.run([sys.executable, "-m", "simulator", "--help"], capture_output=True, text=True, check=True)
    yield "```text"
    yield done.stdout.rstrip()
    yield "```"


def state_diagram() -> Iterator[str]:
    """The transition table as a Mermaid diagram; the way to `closing` and `ended`, open from everywhere, in words."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {CallState.RINGING}"
    seen: set[tuple[str, str, str]] = set()
    for row in TRANSITIONS:
        if row["trigger"] in ("closed", "ended"):
            continue
        for source in row["source"] if isinstance(row["source"], list) else [row["source"]]:
            arrow = (source, row["dest"], row["trigger"])
            if arrow not in seen:
                seen.add(arrow)
                yield f"    {source} --> {row['dest']}: {row['trigger']}"
    yield f"    {CallState.CLOSING} --> {CallState.ENDED}: ended"
    yield f"    {CallState.ENDED} --> [*]"
    yield "```"
    yield ""
    yield "From every state after `ringing` a goodbye leads to `closing`, and from every state either side can hang up."


def acts_table() -> Iterator[str]:
    for title, hurts in (("Acts that help", False), ("Acts that hurt", True)):
        yield f"| {title} | the turn … | example |"
        yield "|---|---|---|"
        for act in DialogueAct:
            if act.hurts is hurts and act is not DialogueAct.OTHER:
                yield f"| `{act}` | {act.meaning} | {act.example} |"
        yield ""
    yield f"A turn that performs none of them is `{DialogueAct.OTHER}`."


def checklist_table() -> Iterator[str]:
    yield "| item | | weight | where | source |"
    yield "|---|---|---:|---|---|"
    for item in load_checklist().items:
        weights = sorted(set(item.weight.values()))
        weight = f"{weights[0]:g}" if len(weights) == 1 else f"{weights[0]:g} to {weights[-1]:g}"
        kinds = "every call" if len(item.weight) == len(ScenarioKind) else ", ".join(item.weight)
        titles = "; or: ".join(dict.fromkeys([item.title, *(one.title for one in item.wordings if one.title)]))
        yield f"| {titles} | {item.kind} | {weight} | {kinds} | {' '.join(item.source)} |"


def scenarios_table() -> Iterator[str]:
    yield "| id | kind | level | whom you call |"
    yield "|---|---|---|---|"
    for scenario in load_catalog().scenarios:
        facts = scenario.facts
        yield f"| `{scenario.id}` | {scenario.kind} | {scenario.difficulty} | {facts.contact}, {facts.company} |"


def moves_table() -> Iterator[str]:
    yield "| situation | | the other end … |"
    yield "|---|---|---|"
    for move in Move:
        yield f"| `{move}` | {'•' if move in MATTER else ''} | {move.meaning} |"


def personas_table() -> Iterator[str]:
    yield "| persona | what it is like |"
    yield "|---|---|"
    for persona in load_personas().values():
        yield f"| `{persona.id}` | {persona.meaning} |"


def placeholders_list() -> Iterator[str]:
    yield ", ".join(f"`{{{name}}}`" for name in sorted(PLACEHOLDERS))


def effects_table() -> Iterator[str]:
    yield "| act | mood | patience |"
    yield "|---|---:|---:|"
    for act, (mood, patience) in EFFECTS.items():
        yield f"| `{act}` | {mood:+g} | {patience:+g} |"


def planning_table() -> Iterator[str]:
    yield "| reason | source |"
    yield "|---|---|"
    for words in load_words().values():
        yield f"| {words.text} | {' '.join(words.source)} |"


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "help": help_text,
    "state-diagram": state_diagram,
    "acts": acts_table,
    "checklist": checklist_table,
    "scenarios": scenarios_table,
    "moves": moves_table,
    "personas": personas_table,
    "placeholders": placeholders_list,
    "effects": effects_table,
    "planning": planning_table,
}


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def generated(document: str) -> str:
    """The document with its generated parts as they should be. Raises KeyError for an unknown part."""
    return _PART.sub(lambda part: part[1] + "\n".join(PARTS[part["name"]]()) + "\n" + part[4], document)


def schema() -> str:
    return json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"


SCHEMA = ROOT / "docs" / "scenario.schema.json"


def main() -> None:
    SCHEMA.write_text(schema(), encoding="utf-8")
    for path in documents():
        path.write_text(generated(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

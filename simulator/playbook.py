"""Reading data/script.toml."""

from functools import cache
from importlib import resources

from simulator.catalog import load_checklist
from simulator.core.lines import placeholders
from simulator.core.script import GAPS, Part, Playbook, Step
from simulator.document import Table, parse, unknown
from simulator.errors import RingbackError

_SOURCES = frozenset({"S0", "S1", "S2", "S3", "S4"})


@cache
def load_playbook() -> Playbook:
    return read_playbook((resources.files("simulator") / "data" / "script.toml").read_text("utf-8"), "script.toml")


def read_playbook(text: str, where: str) -> Playbook:
    """The parts of a script. Raises RingbackError with all that is wrong."""
    file = parse(text)
    items = {item.id for item in load_checklist().items}
    parts = tuple(_part(table, items) for table in file.tables("part"))
    plays = file.table("plays")
    ids = {part.id for part in parts}
    played = {name: plays.texts(name) for name in plays.names}
    for name, names in played.items():
        for one in names:
            if one not in ids:
                plays.wrong(name, unknown(one, ids))
    file.done()
    if file.errors:
        raise RingbackError("\n".join(file.errors), where=where, remedy="Mend the file, then try again.")
    return Playbook(parts, played)


def _part(table: Table, items: set[str]) -> Part:
    part = Part(
        table.text("id"),
        table.text("title"),
        table.text("when"),
        table.texts("source"),
        tuple(_step(step, items) for step in table.tables("step")),
    )
    for source in part.source:
        if source not in _SOURCES:
            table.wrong("source", unknown(source, _SOURCES))
    table.done()
    return part


def _step(table: Table, items: set[str]) -> Step:
    step = Step(table.texts("say"), table.texts("items"), table.text("when", ""))
    for item in step.items:
        if item not in items:
            table.wrong("items", unknown(item, items))
    for index, line in enumerate(step.say):
        for name in placeholders(line):
            if name not in GAPS:
                table.wrong(f"say[{index}]", unknown(f"{{{name}}}", (f"{{{one}}}" for one in GAPS)))
    table.done()
    return step

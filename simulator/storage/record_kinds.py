"""The kinds of record that an export holds: all that the database knows of its user.

To add one, name its table here; a test is red while a table lacks. What a column looks like outside follows from its
type, unless `forms` says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Table

from simulator.core.follow_up import Answer
from simulator.core.medium import Medium
from simulator.core.planning import ContactRule
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Role, Speaker
from simulator.storage import tables
from simulator.storage.record_forms import ANY_WHOLE, DAY, SPARE_TEXT, Form, choice, form_of, words

ID = "id"
"""The column that numbers records, in the tables that have it."""


@dataclass(frozen=True)
class Field:
    """A column as it is known outside."""

    name: str
    column: "Column[Any]"
    form: Form

    @property
    def may_lack(self) -> bool:
        return bool(self.column.nullable) or self.form.lacking is not None


@dataclass(frozen=True)
class Parts:
    """The rows of another table of which a record consists, in order."""

    name: str
    """Of their list in JSON."""
    record: str
    """What one of them is called in a table."""
    table: Table
    owner: str
    """The column that holds the id of the record that they belong to."""
    number: str
    """The column that counts them, from 0."""
    forms: Mapping[str, Form] = field(default_factory=dict)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        known = (self.owner, self.number)
        return tuple(_fields(self.table, {}, self.forms, known))


@dataclass(frozen=True)
class Kind:
    """A kind of record."""

    name: str
    table: Table
    same: tuple[str, ...]
    """Two records that agree in these columns, and in their parts, are one."""
    parts: Parts | None = None
    refers: Mapping[str, str] = field(default_factory=dict)
    """Columns that hold the id of a record of another kind, and that kind, which must come before."""
    newest: str | None = None
    """Of two records that are one the later by this column is kept; without it the one that is there."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Columns that go by another name outside."""
    forms: Mapping[str, Form] = field(default_factory=dict)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return tuple(_fields(self.table, self.names, self.forms))

    @property
    def numbered(self) -> bool:
        return ID in self.table.c


def _fields(
    table: Table, names: Mapping[str, str], forms: Mapping[str, Form], known: tuple[str, ...] = ()
) -> list[Field]:
    return [
        Field(names.get(column.name, column.name), column, forms.get(column.name) or form_of(column))
        for column in table.columns
        if column.name not in known
    ]


KINDS: tuple[Kind, ...] = (
    Kind(
        "job",
        tables.jobs,
        same=("key",),
        forms={
            "media": words(Medium),
            "medium": choice(Medium),
            "contact_rule": choice(ContactRule),
            "interviewed": DAY,
            "promised": DAY,
        },
    ),
    Kind(
        "follow_up",
        tables.follow_ups,
        same=tuple(column.name for column in tables.follow_ups.columns if column.name != ID),
        refers={"job_id": "job"},
        forms={
            "on": DAY,
            "medium": choice(Medium),
            "answer": choice(Answer),
            "promised": DAY,
            "branch": choice(ScenarioKind),
        },
    ),
    Kind(
        "call",
        tables.calls,
        same=("started_at", "scenario", "seed"),
        parts=Parts(
            "turns",
            "turn",
            tables.turns,
            owner="call_id",
            number="number",
            forms={"speaker": choice(Speaker), "role": choice(Role)},
        ),
        refers={"job_id": "job"},
        # So that a call is a transcript as docs/transcripts.md describes it, and more.
        names={"kind": "scenario", "scenario": "scenario_id"},
        forms={
            "kind": choice(ScenarioKind),
            "seed": ANY_WHOLE,
            "interviewed": SPARE_TEXT,
            "promised": SPARE_TEXT,
            "persona": SPARE_TEXT,
            "circumstances": words(Circumstance),
        },
    ),
    Kind("drill_item", tables.drill_items, same=("item",), newest="reviewed_at"),
    Kind(
        "drill_try",
        tables.drill_tries,
        same=("call_id", "turn", "item", "text", "tried_at"),
        refers={"call_id": "call"},
    ),
)
"""In an order in which none refers to a later one."""

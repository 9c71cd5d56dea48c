"""Records as names and JSON values, and back: what all formats of an archive share."""

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.document import unknown
from simulator.errors import RingbackError
from simulator.storage.record_forms import Json
from simulator.storage.record_kinds import KINDS, Field, Kind

RECORD = "record"
"""The name under which a record says its kind."""
BY_NAME = {kind.name: kind for kind in KINDS}
REMEDY = "`ringback export` writes such files; a newer Ringback may write more than this one knows."


def written(values: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, Json]:
    """The values of columns as JSON, by their names outside; what is None is left out."""
    found = {}
    for field in fields:
        stored = values[field.column.name]
        value = None if stored is None else field.form.write(stored)
        if value is not None:
            found[field.name] = value
    return found


def read(values: Mapping[str, Any], fields: Iterable[Field], path: str, errors: list[str]) -> dict[str, Any]:
    """The values of columns from JSON; what is wrong with them is added to `errors`."""
    found: dict[str, Any] = {}
    names = set()
    for field in fields:
        names.add(field.name)
        value = values.get(field.name)
        stored = field.form.lacking
        try:
            if value is not None:
                stored = field.form.read(value)
            elif not field.may_lack:
                errors.append(f"{path}{field.name}: is missing")
        except (ValueError, TypeError, OverflowError):
            errors.append(f"{path}{field.name}: must be {field.form.meaning}")
        found[field.column.name] = stored
    errors += [f"{path}{name}: {unknown(name, names)}" for name in values if name not in names]
    return found


def kind_of(name: object, where: str) -> Kind:
    """The kind of that name. Raises RingbackError if there is none."""
    if not isinstance(name, str) or name not in BY_NAME:
        problem = "is missing" if name in (None, "") else unknown(str(name), BY_NAME)
        raise RingbackError(f"{RECORD}: {problem}", where=where, remedy=REMEDY)
    return BY_NAME[name]

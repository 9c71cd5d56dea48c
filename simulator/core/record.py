"""Records as plain values, for JSON and for the database, and back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def to_plain(record: "DataclassInstance") -> dict[str, Any]:
    """The fields of a record: texts, numbers, lists of texts; dates as YYYY-MM-DD."""
    return {one.name: _plain(getattr(record, one.name)) for one in fields(record)}


def from_plain(
    kind: "type[DataclassInstance]",
    values: Mapping[str, Any],
    dates: frozenset[str],
    kinds: Mapping[str, type[StrEnum]],
) -> dict[str, Any]:
    """What to make a record of: `dates` and `kinds` say which fields are none of the plain types. Unknown names are
    ignored. Raises ValueError or TypeError for values that do not fit."""
    known = {one.name for one in fields(kind)}
    return {name: _typed(name, value, dates, kinds) for name, value in values.items() if name in known}


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def _typed(name: str, value: Any, dates: frozenset[str], kinds: Mapping[str, type[StrEnum]]) -> Any:  # noqa: ANN401
    if value is None:
        return None
    if name in dates:
        return date.fromisoformat(value)
    if name in kinds:
        kind = kinds[name]
        return frozenset(map(kind, value)) if isinstance(value, list) else kind(value)
    return value

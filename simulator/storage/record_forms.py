"""How the values of a column look outside of the database: in JSON, and in a cell of a table."""

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, Float, Integer, String

from simulator.core.text import printable

Json = str | int | float | bool | list[str]

_LARGEST = 2**63 - 1
"""What a whole number in a database can be."""
_LINES = re.compile(r"([\n\r\t]+)")


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of value. None, where a column has no value, is never passed to a form."""

    meaning: str
    """What such a value is, for whoever wrote another."""
    write: Callable[[Any], Json | None]
    """From the database to JSON; None for what need not be said."""
    read: Callable[[Any], Any]
    """From JSON to the database. Raises ValueError if it is no such value."""
    cell: Callable[[Any], str] | None = None
    """From JSON to the text of a cell; None for what is a text already."""
    uncell: Callable[[str], Json] | None = None
    """Back. Raises ValueError; None for what is a text."""
    lacking: Any = None
    """What the database holds where nothing is said."""


def _checked(kind: type | tuple[type, ...], holds: Callable[[Any], bool] = lambda _: True) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:  # noqa: ANN401 - from a file
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool) or not holds(value):
            raise ValueError
        return value

    return read


def _as_is(value: Any) -> Any:  # noqa: ANN401 - whatever it is
    return value


def clean(text: str) -> str:
    """The text with a blank for each character that could steer a terminal; lines stay apart."""
    return "".join(part if index % 2 else printable(part) for index, part in enumerate(_LINES.split(text)))


def text(longest: int | None = None) -> Form:
    fits = _checked(str, lambda value: longest is None or len(value) <= longest)
    meaning = f"a text of at most {longest} characters" if longest else "a text"
    return Form(meaning, _as_is, lambda value: clean(fits(value)))


def choice(kinds: type[StrEnum]) -> Form:
    return Form(f"one of {', '.join(kinds)}", _as_is, lambda value: kinds(value).value)


def _day(value: Any) -> str:  # noqa: ANN401 - from a file
    return date.fromisoformat(_checked(str)(value)).isoformat()


DAY = Form("a date as YYYY-MM-DD", _as_is, _day)


def words(kinds: type[StrEnum]) -> Form:
    """Several of a kind, stored with a space between two."""
    meaning = f"a list of {', '.join(kinds)}"
    listed = _checked(list)
    return Form(
        meaning,
        lambda stored: stored.split() or None,
        lambda value: " ".join(kinds(one).value for one in listed(value)),
        " ".join,
        str.split,
        lacking="",
    )


def _boolean(cell: str) -> bool:
    return ("false", "true").index(cell.strip().lower()) == 1


def _time(value: Any) -> datetime:  # noqa: ANN401 - from a file
    time = datetime.fromisoformat(_checked(str)(value))
    return (time.astimezone(UTC) if time.tzinfo else time).replace(tzinfo=None)


WHOLE = Form("a whole number", _as_is, _checked(int, lambda value: abs(value) <= _LARGEST), json.dumps, int)
ANY_WHOLE = Form("a whole number, 0 or more", int, lambda value: str(_checked(int, lambda n: n >= 0)(value)), str, int)
"""Of any size, stored as a text."""
NUMBER = Form("a number", _as_is, lambda value: float(_checked((int, float), math.isfinite)(value)), json.dumps, float)
FLAG = Form("true or false", _as_is, _checked(bool), json.dumps, _boolean)
TIME = Form("a time such as 2026-03-02T09:30:00+00:00", lambda at: at.replace(tzinfo=UTC).isoformat(), _time)
SPARE_TEXT = Form("a text", lambda stored: stored or None, text().read, lacking="")
"""A text that is as good as none where it is empty."""


def form_of(column: "Column[Any]") -> Form:
    """The form that the type of a column asks for."""
    kind = column.type
    if isinstance(kind, Boolean):
        return FLAG
    if isinstance(kind, DateTime):
        return TIME
    if isinstance(kind, Float):
        return NUMBER
    if isinstance(kind, Integer):
        return WHOLE
    if isinstance(kind, String):
        return text(kind.length)
    raise TypeError(f"{column}: no form for {kind!r}")

"""Reading a data file: takes its values out one by one and gathers what is wrong with them."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

import tomli  # compiled, three times as fast as the standard library's, which it is the source of

E = TypeVar("E", bound=StrEnum)


class Table:
    """A table of a file that comes from outside. Each getter returns a value of its type in any case and notes
    an error, with its path, if the file has none; `errors` is the list for the whole file."""

    def __init__(self, data: Mapping[str, Any], path: str, errors: list[str]) -> None:
        self._data = data
        self._path = path
        self._asked: set[str] = set()
        self.errors = errors

    def __contains__(self, key: str) -> bool:
        return key in self._data

    @property
    def names(self) -> Sequence[str]:
        """The keys of the table."""
        return list(self._data)

    def at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def wrong(self, key: str, problem: str) -> None:
        self.errors.append(f"{self.at(key)}: {problem}")

    def value(self, key: str) -> Any:  # noqa: ANN401 - whatever the file holds
        """The raw value; None, unnoted, if there is none."""
        self._asked.add(key)
        return self._data.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.value(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(key, "is missing" if value is None else "must be a text that is not empty")
        return ""

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        value = self.value(key)
        if value is None and default is not None:
            return default
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong(key, "is missing" if value is None else f"must be a number from {low:g} to {high:g}")
        return low

    def flag(self, key: str) -> bool:
        """True or false; false if there is none."""
        value = self.value(key)
        if not isinstance(value, bool | None):
            self.wrong(key, "must be true or false")
        return value is True

    def choice(self, key: str, kinds: type[E]) -> E:
        value = self.value(key)
        if value in list(kinds):
            return kinds(value)
        self.wrong(key, "is missing" if value is None else unknown(str(value), kinds))
        return next(iter(kinds))

    def choices(self, key: str, kinds: type[E]) -> frozenset[E]:
        """A list of values of a kind; empty if there is none."""
        values = self.texts(key) if key in self else ()
        for value in values:
            if value not in list(kinds):
                self.wrong(key, unknown(value, kinds))
        return frozenset(kinds(value) for value in values if value in list(kinds))

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.value(key)
        if isinstance(value, list) and value and all(isinstance(one, str) and one.strip() for one in value):
            return tuple(one.strip() for one in value)
        self.wrong(key, "is missing" if value is None else "must be a list of texts")
        return ()

    def table(self, key: str) -> "Table":
        value = self.value(key)
        if not isinstance(value, dict):
            self.wrong(key, "is missing" if value is None else "must be a table")
            value = {}
        return Table(value, self.at(key), self.errors)

    def tables(self, key: str) -> Iterator["Table"]:
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.wrong(key, "is missing" if value is None else "must be a list of tables")
            return
        for index, one in enumerate(value):
            yield Table(one, f"{self.at(key)}[{index}]", self.errors)

    def done(self) -> None:
        """Notes every key that nothing asked for."""
        for key in self._data:
            if key not in self._asked:
                self.wrong(key, unknown(key, self._asked))


def parse(text: str) -> Table:
    """The TOML document; if it is none, an empty table with that error."""
    try:
        return Table(tomli.loads(text), "", [])
    except tomli.TOMLDecodeError as error:
        return Table({}, "", [f"is not TOML: {error}"])


def unknown(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"unknown {name!r}" + (f" (did you mean {str(near[0])!r}?)" if near else "")

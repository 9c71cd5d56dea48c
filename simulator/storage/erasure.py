"""Erasing all that is kept."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, func, select

from simulator.storage import tables
from simulator.storage.engine import open_engine
from simulator.storage.failures import place, told
from simulator.storage.recordings import recordings_folder
from simulator.storage.schema import bring_up_to_date


@dataclass(frozen=True, slots=True)
class Kept:
    """How much there is to erase."""

    rows: Mapping[str, int]
    """By table; only those that have any."""
    recordings: int
    """Files."""

    def __bool__(self) -> bool:
        return bool(self.rows) or self.recordings > 0


class Erasure:
    """The whole database and what lies beside it. Every method raises StorageError if they fail."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._where = place(engine.url)

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        erasure = cls(open_engine(url))
        with told(erasure._where):
            bring_up_to_date(erasure._engine)
        return erasure

    def kept(self) -> Kept:
        with told(self._where), self._engine.begin() as connection:
            counts = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables.metadata.sorted_tables
            }
        return Kept({name: count for name, count in counts.items() if count}, len(self._recordings()))

    def erase(self) -> None:
        """Every row of every table, and the recordings. SQLite overwrites what it deletes."""
        with told(self._where):
            with self._engine.begin() as connection:
                for table in reversed(tables.metadata.sorted_tables):
                    connection.execute(table.delete())
            if folder := self._folder():
                shutil.rmtree(folder)

    def _recordings(self) -> list[Path]:
        folder = self._folder()
        return [file for file in folder.rglob("*") if file.is_file()] if folder else []

    def _folder(self) -> Path | None:
        folder = recordings_folder(self._engine.url)
        return folder if folder and folder.is_dir() and not folder.is_symlink() else None

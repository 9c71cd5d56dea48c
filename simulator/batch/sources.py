"""Where the transcripts of a batch come from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import RingbackError
from simulator.transcript_file import documents

_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
"""What a directory is searched for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A transcript as it stands in a file, not yet understood."""

    place: str
    """The file, and the line or the index in it."""
    data: object
    """What the JSON says, or the RingbackError of one that is none."""
    share: float
    """Its part of the file's size in bytes: how much of the whole is done with it."""


def transcript_files(paths: Iterable[str]) -> Iterator[str]:
    """The files themselves; of a directory, all that hold JSON, however deep, by name."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            files = (file for file in Path(path).rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file())
            yield from map(str, sorted(files))
        else:
            yield path


def size(file: str) -> int:
    """In bytes; 0 where it is not known beforehand."""
    try:
        return 0 if file == "-" else Path(file).stat().st_size
    except OSError:
        return 0


def read(files: Iterable[str]) -> Iterator[Document]:
    """Every transcript of the files, in order, each file read when its turn comes."""
    for file in files:
        try:
            found = list(documents(file))
        except RingbackError as error:
            found = [(file, error)]
        for place, data in found:
            yield Document(place, data, size(file) / len(found))

"""The labelled examples that training learns from."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.core.acts import DialogueAct

CORPUS = Path(__file__).parent / "corpus"
_FIELDS = {"text", "acts", "stage", "before", "near_miss"}


@dataclass(frozen=True, slots=True)
class Example:
    """A turn of a candidate and what it does."""

    text: str
    acts: frozenset[DialogueAct]
    """At least one; `other` only alone."""
    stage: str | None = None
    """The moment of the call; None where not recorded."""
    before: str | None = None
    """The other end's last line; None where not recorded."""
    near_miss: bool = False
    """Whether it looks like an act that it does not perform."""
    file: str = ""
    """The file it stands in, without suffix: each is of another hand."""


def read_corpus(folder: Path = CORPUS) -> tuple[Example, ...]:
    """The examples of every `*.jsonl` file in order of name and line.

    Raises ValueError with all that is wrong, a line each, with file and line number.
    """
    examples: list[Example] = []
    errors: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            try:
                if line.strip():
                    examples.append(_example(json.loads(line), path.stem))
            except ValueError as error:
                errors.append(f"{path.name}:{number}: {error}")
    if errors:
        raise ValueError("\n".join(errors))
    return tuple(examples)


def _example(data: dict[str, Any], file: str) -> Example:
    if unknown := sorted(set(data) - _FIELDS):
        raise ValueError(f"unknown fields: {', '.join(unknown)}")
    acts = frozenset(map(DialogueAct, data.get("acts", ())))
    if not acts or not data.get("text", "").strip():
        raise ValueError("an example needs a text and at least one act")
    if DialogueAct.OTHER in acts and len(acts) > 1:
        raise ValueError("`other` stands alone")
    return Example(data["text"], acts, data.get("stage"), data.get("before"), data.get("near_miss", False), file)

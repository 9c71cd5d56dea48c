"""Dialogue acts of turns that come and go as JSON Lines: the public form of `ringback acts`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from simulator.core.hearing import STAGES
from simulator.core.understanding import Understanding
from simulator.document import unknown
from simulator.errors import RingbackError


def recognise_lines(lines: Iterable[bytes], understanding: Understanding) -> Iterator[dict[str, Any] | RingbackError]:
    """For each line that is not blank what was recognised, or what is wrong with it, in order."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _recognise(line, understanding)
        except ValueError as error:
            yield RingbackError(str(error), where=f"line {number}")


def _recognise(line: bytes, understanding: Understanding) -> dict[str, Any]:
    turn = _object(line)
    text, stage, before = turn.get("text"), turn.get("stage"), turn.get("before")
    if not isinstance(text, str):
        raise ValueError('"text" must be a text')  # noqa: TRY004 - one kind of error for whatever is wrong
    if stage is not None and stage not in STAGES:
        raise ValueError(f'"stage": {unknown(str(stage), STAGES)}')
    if before is not None and not isinstance(before, str):
        raise ValueError('"before" must be a text')
    matches = understanding.acts(text, stage=stage, before=before)
    return {
        "text": text,
        "acts": list(dict.fromkeys(match.act for match in matches)),
        "matches": [
            {"act": match.act, "confidence": match.confidence, "start": match.start, "end": match.end}
            for match in matches
        ],
    }


def _object(line: bytes) -> dict[str, Any]:
    try:
        turn = json.loads(line.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError) as error:
        raise ValueError("is not JSON") from error
    if not isinstance(turn, dict):
        raise ValueError('must be an object like {"text": "Good morning."}')  # noqa: TRY004 - as above
    return turn

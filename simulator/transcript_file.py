"""Transcripts as JSON: the public form, which other programs and coaches write too."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.text import printable
from simulator.core.transcript import Circumstance, Facts, Role, Speaker, Transcript, Turn
from simulator.document import Table
from simulator.errors import RingbackError
from simulator.spoken_words import parse_words, words_json

VERSION = 1
MAX_BYTES = 64 * 2**20
"""A file larger than this is not a file of transcripts."""
_LONGEST_CALL_MS = 24 * 3600 * 1000
_REMEDY = "docs/transcripts.md describes the form."


def to_json(transcript: Transcript) -> dict[str, Any]:
    """The transcript in its public form."""
    facts = transcript.facts
    return {
        "version": VERSION,
        "scenario": transcript.kind,
        "scenario_id": transcript.scenario,
        "seed": transcript.seed,
        "finished": transcript.finished,
        "contact": facts.contact,
        "company": facts.company,
        "position": facts.position,
        "candidate": facts.candidate,
        "discussion_topic": facts.discussion_topic,
        **{name: value for name, value in (("interviewed", facts.interviewed), ("promised", facts.promised)) if value},
        **({"circumstances": sorted(transcript.circumstances)} if transcript.circumstances else {}),
        **({"persona": transcript.persona} if transcript.persona else {}),
        "turns": [_turn_json(turn) for turn in transcript.turns],
    }


def parse_transcript(data: object, where: str) -> Transcript:
    """The transcript in its public form; keys that are not part of it are ignored. Raises RingbackError with all
    that is wrong."""
    if not isinstance(data, Mapping):
        raise RingbackError('must be an object with "scenario" and "turns".', where=where, remedy=_REMEDY)
    table = Table(data, "", [])
    transcript = Transcript(
        kind=table.choice("scenario", ScenarioKind),
        facts=Facts(
            contact=_fact(table, "contact"),
            company=_fact(table, "company"),
            position=_fact(table, "position"),
            candidate=_fact(table, "candidate"),
            discussion_topic=_fact(table, "discussion_topic"),
            interviewed=_fact(table, "interviewed"),
            promised=_fact(table, "promised"),
        ),
        turns=tuple(_turns(table)),
        scenario=_fact(table, "scenario_id"),
        seed=_seed(table),
        finished=_finished(table),
        circumstances=table.choices("circumstances", Circumstance),
        persona=_fact(table, "persona"),
    )
    if table.errors:
        raise RingbackError("\n".join(table.errors), where=where, remedy=_REMEDY)
    return transcript


def read_transcripts(file: str | Path) -> list[Transcript]:
    """The transcripts in a file: one JSON object, a list of them, or JSON Lines; "-" is standard input. Raises
    RingbackError with all that is wrong."""
    where = "standard input" if str(file) == "-" else str(file)
    text = _read(file, where)
    transcripts: list[Transcript] = []
    errors: list[RingbackError] = []
    for place, data in _documents(text, where):
        try:
            if isinstance(data, RingbackError):
                raise data
            transcripts.append(parse_transcript(data, place))
        except RingbackError as error:
            errors.append(error)
    if len(errors) == 1:
        raise errors[0]
    if errors:
        told = [f"{error.where}: {line}" for error in errors for line in error.what.splitlines()]
        raise RingbackError("\n".join(told), remedy=_REMEDY)
    return transcripts


def _turn_json(turn: Turn) -> dict[str, Any]:
    times = {"started_ms": turn.started_ms, "ended_ms": turn.ended_ms}
    known = {name: value for name, value in (*times.items(), ("role", turn.role)) if value is not None}
    words = {"words": words_json(turn.words)} if turn.words else {}
    return {"speaker": turn.speaker, "text": turn.text, **known, **words}


def _fact(table: Table, key: str) -> str:
    value = table.value(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        table.wrong(key, "must be a text")
        return ""
    return printable(value).strip()


def _seed(table: Table) -> int:
    value = table.value("seed")
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        table.wrong("seed", "must be a whole number, 0 or more")
        return 0
    return value


def _finished(table: Table) -> bool:
    value = table.value("finished")
    if not isinstance(value, bool | None):
        table.wrong("finished", "must be true or false")
    return value is not False


def _turns(table: Table) -> Iterator[Turn]:
    turns = table.value("turns")
    if not isinstance(turns, list):
        table.wrong("turns", "is missing" if turns is None else "must be a list of turns")
        return
    for index, turn in enumerate(turns):
        if isinstance(turn, dict):
            yield _turn(Table(turn, f"turns[{index}]", table.errors))
        else:
            table.wrong(f"turns[{index}]", 'must be an object with "speaker" and "text"')


def _turn(table: Table) -> Turn:
    speaker = table.choice("speaker", Speaker)
    text = table.value("text")
    if not isinstance(text, str):
        table.wrong("text", "is missing" if text is None else "must be a text")
        text = ""
    started, ended = _time(table, "started_ms"), _time(table, "ended_ms")
    if started is not None and ended is not None and ended < started:
        table.wrong("ended_ms", "must not be before started_ms")
    role = table.choice("role", Role) if table.value("role") is not None else None
    return Turn(speaker, printable(text), started, ended, role, parse_words(table.value("words")))


def _time(table: Table, key: str) -> int | None:
    value = table.value(key)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _LONGEST_CALL_MS:
        return round(value)
    table.wrong(key, f"must be the milliseconds since the call was answered, 0 to {_LONGEST_CALL_MS}")
    return None


def _read(file: str | Path, where: str) -> str:
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if str(file) == "-" else _head(Path(file))
    except OSError as error:
        raise RingbackError(f"cannot be read: {error.strerror}.", where=where) from error
    if len(data) > MAX_BYTES:
        raise RingbackError(f"has more than {MAX_BYTES >> 20} MiB: that is no transcript.", where=where)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RingbackError("is not UTF-8 text.", where=where, remedy="Save it as UTF-8.") from error


def _head(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _documents(text: str, where: str) -> Iterator[tuple[str, object]]:
    """Each transcript of the file with its place; in the place of one that is no JSON, the error."""
    if not text.strip():
        raise RingbackError("is empty.", where=where, remedy=_REMEDY)
    whole = _json(text, where)
    if isinstance(whole, list):
        yield from ((f"{where}[{index}]", one) for index, one in enumerate(whole))
        return
    lines = [(f"{where}, line {number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if isinstance(whole, RingbackError) and len(lines) > 1 and lines[0][1].rstrip().endswith("}"):
        yield from ((place, _json(line, place)) for place, line in lines)
    else:
        yield where, whole


def _json(text: str, where: str) -> object:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return RingbackError(f"is not JSON: {error}", where=where, remedy=_REMEDY)
    # As `ringback call --json` writes it, beside its scorecard.
    return data["transcript"] if isinstance(data, dict) and "transcript" in data and "turns" not in data else data

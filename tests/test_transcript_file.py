import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.text import tidy
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.errors import RingbackError
from simulator.transcript_file import MAX_BYTES, parse_transcript, read_transcripts, to_json

CALL: dict[str, Any] = {
    "scenario": "pending",
    "contact": "Ms. Ingrid Sorley",
    "company": "Halyard Maps",
    "position": "Analyst",
    "candidate": "Maria López",
    "discussion_topic": "the lighthouse",
    "turns": [
        {"speaker": "interviewer", "text": "Ingrid Sorley."},
        {"speaker": "candidate", "text": "Good morning.", "started_ms": 1500, "ended_ms": 2300},
    ],
}

texts = st.text(max_size=60).map(tidy)
times = st.none() | st.integers(0, 10_000_000)


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    started, ended = draw(times), draw(times)
    if started is not None and ended is not None:
        started, ended = sorted((started, ended))
    return Turn(draw(st.sampled_from(Speaker)), draw(texts), started, ended)


transcripts = st.builds(
    Transcript,
    st.sampled_from(ScenarioKind),
    st.builds(Facts, texts, texts, texts, texts, texts),
    st.lists(turns(), max_size=6).map(tuple),
    texts,
    st.integers(min_value=0),
    st.booleans(),
)


def problems(data: object) -> list[str]:
    with pytest.raises(RingbackError) as caught:
        parse_transcript(data, "call.json")
    return caught.value.what.splitlines()


def failure(path: Path | str) -> RingbackError:
    with pytest.raises(RingbackError) as caught:
        read_transcripts(path)
    return caught.value


@given(transcripts)
def test_what_was_written_reads_back_the_same(transcript: Transcript) -> None:
    assert parse_transcript(json.loads(json.dumps(to_json(transcript))), "") == transcript


def test_a_transcript_from_elsewhere_needs_only_kind_and_turns() -> None:
    transcript = parse_transcript({"scenario": "rude", "turns": []}, "call.json")
    assert transcript == Transcript(ScenarioKind.RUDE, Facts())


def test_every_fact_and_time_of_a_transcript_is_read() -> None:
    assert parse_transcript(CALL, "call.json") == Transcript(
        ScenarioKind.PENDING,
        Facts("Ms. Ingrid Sorley", "Halyard Maps", "Analyst", "Maria López", "the lighthouse"),
        (
            Turn(Speaker.INTERVIEWER, "Ingrid Sorley."),
            Turn(Speaker.CANDIDATE, "Good morning.", 1500, 2300),
        ),
    )


def test_what_the_form_does_not_know_is_ignored() -> None:
    more = {
        **CALL,
        "id": "call-1",
        "panel": [90, 80],
        "turns": [{**turn, "acts": ["no act"]} for turn in CALL["turns"]],
    }
    assert parse_transcript(more, "call.json") == parse_transcript(CALL, "call.json")


def test_a_null_is_as_good_as_nothing() -> None:
    nothing = dict.fromkeys(["contact", "company", "position", "candidate", "discussion_topic", "scenario_id", "seed"])
    turn = {"speaker": "candidate", "text": "Hello.", "started_ms": None, "ended_ms": None}
    transcript = parse_transcript({"scenario": "offer", **nothing, "turns": [turn]}, "call.json")
    assert transcript == Transcript(ScenarioKind.OFFER, Facts(), (Turn(Speaker.CANDIDATE, "Hello."),))


def test_a_time_that_is_not_known_is_not_written() -> None:
    written = to_json(Transcript(ScenarioKind.OFFER, Facts(), (Turn(Speaker.CANDIDATE, "Hello.", 5),)))
    assert written["turns"] == [{"speaker": "candidate", "text": "Hello.", "started_ms": 5}]


def test_every_error_is_told_at_once_with_its_place() -> None:
    broken = {
        "scenario": "pendign",
        "contact": 7,
        "seed": 1.5,
        "finished": "no",
        "turns": [
            {"speaker": "interviewer", "text": "Hello."},
            "Good morning.",
            {"speaker": "caller", "text": "Good morning."},
            {"speaker": "candidate", "text": None, "started_ms": "soon"},
            {"speaker": "candidate", "text": "Bye.", "started_ms": 900, "ended_ms": 800},
            {"text": "Bye.", "ended_ms": -1},
        ],
    }
    assert [problem.split(": ")[0] for problem in problems(broken)] == [
        "scenario",
        "contact",
        "turns[1]",
        "turns[2].speaker",
        "turns[3].text",
        "turns[3].started_ms",
        "turns[4].ended_ms",
        "turns[5].speaker",
        "turns[5].ended_ms",
        "seed",
        "finished",
    ]


def test_an_error_names_the_file_and_what_was_probably_meant() -> None:
    with pytest.raises(RingbackError) as caught:
        parse_transcript({**CALL, "scenario": "pendign"}, "call.json")
    assert str(caught.value).startswith("call.json: scenario: unknown 'pendign' (did you mean 'pending'?)")


@pytest.mark.parametrize("data", [None, 7, "call", [], True])
def test_what_is_no_object_is_no_transcript(data: object) -> None:
    assert len(problems(data)) == 1


@pytest.mark.parametrize("turns", [None, {}, "Hello.", 3])
def test_turns_must_be_a_list(turns: object) -> None:
    assert [problem.split(": ")[0] for problem in problems({**CALL, "turns": turns})] == ["turns"]


@pytest.mark.parametrize("time", [True, "5", -1, float("nan"), float("inf"), 10**30, [], {}])
def test_a_time_is_a_number_of_milliseconds_of_a_call(time: object) -> None:
    turn = {"speaker": "candidate", "text": "Hello.", "started_ms": time}
    assert [problem.split(": ")[0] for problem in problems({**CALL, "turns": [turn]})] == ["turns[0].started_ms"]


def test_a_text_cannot_command_the_terminal() -> None:
    turn = {"speaker": "candidate", "text": "red \x1b[31m and \ud800 back\u202e"}
    (read,) = parse_transcript({**CALL, "turns": [turn]}, "call.json").turns
    assert read.text.isprintable()
    assert len(read.text) == len(turn["text"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_one_transcript(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "call.json"
    file.write_text(json.dumps(CALL, ensure_ascii=False, indent=2), encoding=encoding)
    assert read_transcripts(file) == [parse_transcript(CALL, "")]


def test_a_file_may_hold_a_list_or_one_transcript_a_line(tmp_path: Path) -> None:
    calls = [CALL, {**CALL, "scenario": "offer", "candidate": "a line\u2028break"}]
    as_list, as_lines = tmp_path / "list.json", tmp_path / "calls.jsonl"
    as_list.write_text(json.dumps(calls), encoding="utf-8")
    lines = "\n\n".join(json.dumps(call, ensure_ascii=False) for call in calls)
    as_lines.write_text(lines + "\n", encoding="utf-8")
    assert read_transcripts(as_list) == read_transcripts(as_lines) == [parse_transcript(call, "") for call in calls]


def test_the_transcript_of_a_finished_rehearsal_is_found_beside_its_scorecard(tmp_path: Path) -> None:
    file = tmp_path / "call.json"
    file.write_text(json.dumps({"transcript": CALL, "scorecard": {"score": 80}}), encoding="utf-8")
    assert read_transcripts(file) == [parse_transcript(CALL, "")]


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(CALL).encode())))
    assert read_transcripts("-") == [parse_transcript(CALL, "")]


def test_the_errors_of_all_lines_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    lines = [json.dumps(CALL), '{"scenario": "offer"}', "{broken}", "", '{"scenario": "x", "turns": []}']
    file.write_text("\n".join(lines), encoding="utf-8")
    told = str(failure(file)).splitlines()
    assert [line.split(": ")[0] for line in told[:3]] == [f"{file}, line {number}" for number in (2, 3, 5)]


def test_the_errors_of_all_of_a_list_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "calls.json"
    file.write_text(json.dumps([{"scenario": "offer"}, CALL, 7]), encoding="utf-8")
    told = str(failure(file)).splitlines()
    assert [line.split(": ")[0] for line in told[:2]] == [f"{file}[0]", f"{file}[2]"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"Dear Ms. Sorley,", "not JSON"),
        (json.dumps(CALL, indent=2).encode()[:-20], "not JSON"),
        (b"\x00\x01\x02\x03", "not JSON"),
        (b"\x89PNG\r\n\x1a\n\xff\xff", "UTF-8"),
        (json.dumps(CALL).encode("utf-16"), "UTF-8"),
        (json.dumps({**CALL, "candidate": "López"}, ensure_ascii=False).encode("latin-1"), "UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"seed": ' + b"1" * 10_000 + b"}", "not JSON"),
    ],
)
def test_a_file_that_is_no_json_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "call.json"
    file.write_bytes(content)
    error = failure(file)
    assert error.where == str(file)
    assert told in error.what


def test_a_file_far_too_large_for_transcripts_is_not_taken_in(tmp_path: Path) -> None:
    file = tmp_path / "film.mkv"
    with file.open("wb") as sparse:
        sparse.truncate(MAX_BYTES * 100)
    assert "64 MiB" in failure(file).what


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path / "call.json").where == str(tmp_path / "call.json")
    assert failure(tmp_path).where == str(tmp_path)

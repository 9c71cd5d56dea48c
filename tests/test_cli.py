"""The command line as programs and people use it: whole calls over standard input, contracts, exit codes."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.storage import History
from simulator.transcript_file import parse_transcript

PROGRAM = [sys.executable, "-m", "simulator"]
GOOD_CALL = b"""Good morning, Ms. Sorley. This is Maria Lopez. I interviewed for the Exhibition Designer position.
I enjoyed our talk about the captions for the lighthouse museum, and I'm still interested. Have you decided yet?
I understand, thank you for telling me. When do you expect to decide?
Are there any questions or concerns about me that I could answer?
Yes, I ran four projects with a print shop and never missed a deadline.
Thank you very much for your time. Have a good day, goodbye.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


def ringback(
    *arguments: str, home: Path, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    settings = {**os.environ, "XDG_DATA_HOME": str(home), "PYTHONWARNINGS": "error", **(environment or {})}
    return subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, timeout=60, check=False, env=settings, cwd=home.parent
    )


def rehearse(stdin: bytes, home: Path, scenario: str = "lighthouse-captions", seed: int = 1) -> dict[str, Any]:
    done = ringback("call", "--scenario", scenario, "--seed", str(seed), "--json", home=home, stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_a_whole_call_over_standard_input_is_one_json_object(home: Path) -> None:
    result = rehearse(GOOD_CALL, home)
    assert set(result) == {"transcript", "scorecard"}
    transcript, scorecard = result["transcript"], result["scorecard"]
    assert transcript["scenario"] == "pending"
    assert transcript["seed"] == 1
    assert transcript["finished"] is True
    speakers = [turn["speaker"] for turn in transcript["turns"]]
    assert speakers[:3] == ["interviewer", "candidate", "interviewer"]
    assert speakers.count("candidate") == 6
    assert scorecard["score"] >= 95


def test_a_scorecard_has_the_contracted_form(home: Path) -> None:
    result = rehearse(GOOD_CALL, home)
    turns = result["transcript"]["turns"]
    for item in result["scorecard"]["items"]:
        assert {"id", "kind", "outcome", "points", "evidence", "advice", "better", "source"} <= set(item)
        assert item["kind"] in ("do", "dont")
        assert item["outcome"] in ("met", "missed", "violated", "not_applicable")
        for evidence in item["evidence"]:
            words = turns[evidence["turn"]]["text"][evidence["start"] : evidence["end"]]
            assert words == evidence["text"] != ""


def test_the_same_seed_and_input_give_the_same_words(home: Path) -> None:
    spoken = [[turn["text"] for turn in rehearse(GOOD_CALL, home, seed=4)["transcript"]["turns"]] for _ in range(2)]
    assert spoken[0] == spoken[1]


def test_the_end_of_input_hangs_up(home: Path) -> None:
    result = rehearse(b"Good morning, this is Maria Lopez.", home)
    assert result["transcript"]["finished"] is True
    assert rehearse(b"", home)["scorecard"]["score"] == 0


def test_a_call_without_json_prints_the_talk_and_the_report(home: Path) -> None:
    done = ringback("call", "--scenario", "lighthouse-captions", "--seed", "1", home=home, stdin=GOOD_CALL)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Ms. Sorley: " in text
    assert "Score: 100 of 100" in text
    assert "\x1b" not in text


def test_odd_bytes_on_standard_input_do_no_harm(home: Path) -> None:
    odd = [b"\xff\xfe\x00\x07 hello\r", b"", b"\x1b[31mred\x1b[0m", "ありがとう 🙂".encode(), b"x" * 100_000, b"bye"]
    turns = rehearse(b"\n".join(odd), home)["transcript"]["turns"]
    assert "red" in [turn["text"] for turn in turns]
    assert all(len(turn["text"]) <= 2000 for turn in turns)


def test_an_empty_line_gets_a_hello(home: Path) -> None:
    turns = rehearse(b"\n", home)["transcript"]["turns"]
    assert turns[1]["text"] == ""
    assert "Hello?" in turns[2]["text"] or "lost you" in turns[2]["text"]


def test_scenarios_are_listed_with_kind_title_and_difficulty(home: Path) -> None:
    done = ringback("scenarios", "--json", home=home)
    listed = json.loads(done.stdout)
    kinds = {"pending", "rejection", "rude", "receptionist", "voicemail", "offer", "on_hold"}
    assert {scenario["kind"] for scenario in listed} == kinds
    assert all({"id", "kind", "title", "difficulty"} <= set(scenario) for scenario in listed)
    assert listed[0]["id"] in ringback("scenarios", home=home).stdout.decode()


def test_acts_answer_line_by_line_in_order(home: Path) -> None:
    lines = [
        {"text": "Good morning, this is Maria Lopez."},
        {"text": "When do you expect to decide?", "stage": "pending", "before": "We haven't decided yet."},
        {"text": "xyzzy plugh"},
        {"text": ""},
    ]
    stdin = "\n".join(json.dumps(line) for line in lines).encode()
    done = ringback("acts", home=home, stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == [line["text"] for line in lines]
    assert set(answers[0]["acts"]) == {"greet", "introduce_self"}
    assert answers[1]["acts"] == ["ask_timeline"]
    assert answers[3]["acts"] == ["other"]
    for answer in answers:
        assert {match["act"] for match in answer["matches"]} == set(answer["acts"])
        for match in answer["matches"]:
            assert 0 <= match["confidence"] <= 1
            assert 0 <= match["start"] <= match["end"] <= len(answer["text"])


def test_acts_names_the_lines_it_cannot_read_and_does_the_rest(home: Path) -> None:
    stdin = b'{"text": "goodbye"}\nnonsense\n{"text": 5}\n{"text": "hi", "stage": "oppening"}\n{"text": "thank you"}\n'
    done = ringback("acts", home=home, stdin=stdin)
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "line 2" in errors
    assert "line 3" in errors
    assert "did you mean 'opening'" in errors
    assert "Traceback" not in errors


def transcript_file(tmp_path: Path, **changes: object) -> Path:
    data = {
        "scenario": "rejection",
        "contact": "Mr. Greer",
        "company": "Tri-County",
        "position": "Accountant",
        "candidate": "Harold Pinsky",
        "discussion_topic": "loss ratios",
        "judge": "an unknown key",
        "turns": [
            {"speaker": "interviewer", "text": "Paul Greer.", "acts": ["greet"]},
            {"speaker": "candidate", "text": "Your loss, you clowns.", "acts": ["thank"], "started_ms": 10},
        ],
        **changes,
    }
    path = tmp_path / "call.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_a_foreign_transcript_is_scored_by_its_words_not_its_acts(home: Path, tmp_path: Path) -> None:
    done = ringback("score", str(transcript_file(tmp_path)), "--json", home=home)
    card = json.loads(done.stdout)
    outcomes = {item["id"]: item["outcome"] for item in card["items"]}
    assert card["score"] < 10
    assert outcomes["no_hostility"] == "violated"
    assert outcomes["thank"] == "missed"


def test_several_files_are_scored_as_json_lines(home: Path, tmp_path: Path) -> None:
    file = str(transcript_file(tmp_path))
    done = ringback("score", file, file, "--json", home=home)
    assert [json.loads(line)["score"] for line in done.stdout.splitlines()] == [
        json.loads(done.stdout.splitlines()[0])["score"]
    ] * 2


def test_what_ringback_call_wrote_can_be_scored_again(home: Path, tmp_path: Path) -> None:
    result = rehearse(GOOD_CALL, home)
    again = tmp_path / "again.json"
    again.write_text(json.dumps(result["transcript"]), encoding="utf-8")
    card = json.loads(ringback("score", str(again), "--json", home=home).stdout)
    assert card == result["scorecard"]


def test_a_bad_file_is_reported_and_the_others_are_scored(home: Path, tmp_path: Path) -> None:
    good = str(transcript_file(tmp_path))
    bad = tmp_path / "bad.json"
    bad.write_text('{"scenario": "pendign", "turns": [{"speaker": "me", "text": 3}]}', encoding="utf-8")
    done = ringback("score", str(bad), good, str(tmp_path / "missing.json"), "--json", home=home)
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "bad.json: scenario: unknown 'pendign' (did you mean 'pending'?)" in errors
    assert "bad.json: turns[0].speaker: unknown 'me'" in errors
    assert "bad.json: turns[0].text: must be a text" in errors
    assert "missing.json" in errors


def test_every_call_is_in_the_history_newest_first(home: Path) -> None:
    rehearse(GOOD_CALL, home, seed=1)
    rehearse(b"hello\n", home, seed=2)
    calls = json.loads(ringback("history", "--json", home=home).stdout)
    assert [call["id"] for call in calls] == [2, 1]
    assert calls[1]["score"] >= 95
    assert all(call["finished"] for call in calls)
    assert "Ingrid Sorley" in ringback("history", home=home).stdout.decode()


def test_a_call_of_the_history_is_shown_and_exported(home: Path, tmp_path: Path) -> None:
    rehearse(GOOD_CALL, home)
    assert "Score: 100 of 100" in ringback("show", "1", home=home).stdout.decode()
    markdown = tmp_path / "call.md"
    done = ringback("report", "1", "--format", "markdown", "--output", str(markdown), home=home)
    assert done.returncode == 0
    assert markdown.read_text(encoding="utf-8").startswith("# Your call with Ms. Ingrid Sorley")
    exported = json.loads(ringback("report", "--format", "json", home=home).stdout)
    assert exported == json.loads(ringback("report", "1", "--format", "json", home=home).stdout)
    assert exported["scorecard"]["score"] >= 95
    assert exported["transcript"]["turns"][1]["text"].startswith("Good morning")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["call", "--scenario", "lighthouse-capions"], 1, "did you mean 'lighthouse-captions'"),
        (["call", "lighthouse-capions"], 1, "did you mean 'lighthouse-captions'"),
        (["call", "leaking-crane-seals", "--scenario", "lighthouse-captions"], 2, "Two scenarios"),
        (["report"], 1, "There is no call yet"),
        (["call", "--seed", "minus"], 2, "Invalid value"),
        (["call", "--resume"], 1, "no call that was cut off"),
        (["call", "--resume", "--seed", "1"], 2, "--resume"),
        (["show", "99"], 1, "There is no call 99"),
        (["report", "1", "--format", "pdf"], 2, "pdf"),
        (["score", "no-such-file.json"], 1, "no-such-file.json"),
        (["score"], 2, "Missing argument"),
        (["dance"], 2, "No such command"),
        (["acts", "no-such-file.jsonl"], 1, "no-such-file.jsonl"),
    ],
)
def test_what_cannot_be_done_says_so_without_a_traceback(
    arguments: list[str], code: int, message: str, home: Path
) -> None:
    done = ringback(*arguments, home=home)
    assert done.returncode == code
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert done.stdout == b""


@pytest.mark.parametrize("url", ["sqlite:////proc/nowhere/x.sqlite3", "nonsense", "sqlite:///{home}", "warp://x/y"])
def test_a_database_that_cannot_be_used_warns_and_the_call_goes_on(url: str, home: Path) -> None:
    done = ringback(
        *["call", "--scenario", "lighthouse-captions", "--json"],
        home=home,
        stdin=GOOD_CALL,
        environment={"RINGBACK_DATABASE_URL": url.format(home=home.parent)},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["scorecard"]["score"] >= 95
    warning = done.stderr.decode()
    assert "could not be saved" in warning
    assert "Traceback" not in warning
    (kept,) = home.parent.glob("ringback-call-*.json")
    assert str(kept) in warning
    assert len(json.loads(kept.read_text(encoding="utf-8"))["turns"]) >= 12
    assert kept.stat().st_mode & 0o077 == 0


def test_a_reader_that_leaves_early_causes_no_traceback() -> None:
    shell = f"{sys.executable} -m simulator scenarios --json | head -c 10"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=30)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_help_names_every_command_and_imports_nothing_heavy(home: Path) -> None:
    text = ringback("--help", home=home).stdout.decode()
    for command in ("call", "scenarios", "acts", "score", "history", "report", "show"):
        assert command in text
    heavy = ("numpy", "sqlalchemy", "prompt_toolkit", "rich", "transitions")
    code = f"import sys, simulator.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_call_can_be_made_the_users_own(home: Path) -> None:
    settings = (
        "company=Acme Tools",
        "contact=Mr. Bo Lind",
        "position=Lathe Operator",
        "topic=the new lathe",
        "candidate=Jo",
    )
    flags = [part for setting in settings for part in ("--set", setting)]
    lines = (
        b"Hello Mr. Lind, this is Jo, about the lathe operator job. I enjoyed our talk about the lathe.\nAny news?\n"
    )
    done = ringback("call", "--scenario", "lighthouse-captions", "--json", *flags, home=home, stdin=lines)
    transcript = json.loads(done.stdout)["transcript"]
    assert (transcript["company"], transcript["contact"]) == ("Acme Tools", "Mr. Bo Lind")
    said = " ".join(turn["text"] for turn in transcript["turns"] if turn["speaker"] == "interviewer")
    for word in ("Sorley", "Ingrid", "Beacon", "lighthouse", "museum", "lamp"):
        assert word not in said
    outcomes = {item["id"]: item["outcome"] for item in json.loads(done.stdout)["scorecard"]["items"]}
    assert outcomes["reference_discussion"] == outcomes["identify_interview"] == outcomes["introduce"] == "met"


@pytest.mark.parametrize("setting", ["colour=red", "company", "company=", "company=" + "x" * 201])
def test_a_setting_that_makes_no_sense_is_wrong_use(setting: str, home: Path) -> None:
    done = ringback("call", "--set", setting, home=home)
    assert done.returncode == 2
    assert b"--set" in done.stderr


def test_a_persona_changes_the_words_and_not_the_news(home: Path) -> None:
    said = {}
    for persona in ("warm", "brisk", "formal", "stressed", "chatty", "evasive"):
        flags = ("--scenario", "reading-dog-tuesdays", "--seed", "4", "--json", "--persona", persona)
        done = ringback("call", *flags, home=home, stdin=GOOD_CALL)
        transcript = json.loads(done.stdout)["transcript"]
        assert transcript["persona"] == persona
        said[persona] = " ".join(turn["text"] for turn in transcript["turns"] if turn["speaker"] == "interviewer")
    assert len(set(said.values())) == 6
    assert all("on hold" in words for words in said.values())


def test_an_unknown_persona_is_told_with_those_there_are(home: Path) -> None:
    done = ringback("call", "--persona", "brsk", home=home)
    assert done.returncode == 1
    assert b"did you mean 'brisk'" in done.stderr
    assert b"warm" in done.stderr


def test_personas_are_listed(home: Path) -> None:
    personas = json.loads(ringback("personas", "--json", home=home).stdout)
    assert {"warm", "brisk", "formal", "stressed", "chatty", "evasive"} <= {persona["id"] for persona in personas}
    assert b"chatty" in ringback("personas", home=home).stdout


def test_an_employer_who_rings_is_answered_first_and_comes_to_the_point(home: Path) -> None:
    lines = b"Good morning, Alex Morgan speaking.\nYes, of course, go ahead.\nThank you, I understand. Goodbye.\n"
    done = ringback("call", "--scenario", "weekend-discharges", "--incoming", "--json", home=home, stdin=lines)
    result = json.loads(done.stdout)
    turns = result["transcript"]["turns"]
    assert result["transcript"]["circumstances"] == ["called_back"]
    assert [turn["speaker"] for turn in turns[:3]] == ["candidate", "interviewer", "candidate"]
    assert "Aroha" in turns[1]["text"]
    outcomes = {item["id"]: item["outcome"] for item in result["scorecard"]["items"]}
    assert outcomes["accept_outcome"] == "met"
    assert outcomes["ask_status"] == outcomes["no_unnamed_caller"] == "not_applicable"


def test_a_machine_rings_nobody(home: Path) -> None:
    done = ringback("call", "--scenario", "night-crew-pairing", "--incoming", home=home)
    assert done.returncode == 1
    assert b"Leave --incoming out" in done.stderr


def test_a_chain_is_one_call_with_one_score_and_says_who_spoke(home: Path) -> None:
    lines = b"""Hello, may I speak to Dr. Echeverri, please? This is Jo Reyes.
It's about an interview that I had with her.
Hello, this is Jo Reyes. Thank you for the interview. Is there any news? My number is 555 0142. Goodbye.
"""
    result = rehearse(lines, home, scenario="wild-orchid-seeds")
    roles = [turn["role"] for turn in result["transcript"]["turns"] if turn["speaker"] == "interviewer"]
    assert roles[0] == "receptionist"
    assert "voicemail" in roles
    assert {item["id"]: item["outcome"] for item in result["scorecard"]["items"]}["leave_details"] == "met"
    (call,) = json.loads(ringback("history", "--json", home=home).stdout)
    assert call["finished"]


def test_pressing_one_erases_the_message(home: Path) -> None:
    lines = b"Uh, this is, sorry, forget it, you idiots. Goodbye.\n1\nHello, this is Jo Reyes, 555 0142. Goodbye.\n"
    result = rehearse(lines, home, scenario="leftover-rye-dough")
    said = " ".join(turn["text"] for turn in result["transcript"]["turns"])
    assert "idiots" not in said
    assert "Jo Reyes" in said


def test_who_has_left_a_message_is_told_how_it_goes_on(home: Path) -> None:
    lines = b"Hello, this is Jo Reyes, 555 0142. Goodbye.\n\n"
    done = ringback("call", "--scenario", "leftover-rye-dough", home=home, stdin=lines)
    told = " ".join(done.stdout.decode().split())
    assert told.index("Jo Reyes") < told.index("1 starts it over, Enter leaves it as it is") < told.index("Score:")


def test_one_can_be_pressed_in_the_middle_of_a_message(home: Path) -> None:
    lines = b"Uh, this is, sorry, you idiots.\n1\nHello, this is Jo Reyes, 555 0142.\n1\nGoodbye.\n"
    result = rehearse(lines, home, scenario="leftover-rye-dough")
    said = [turn["text"] for turn in result["transcript"]["turns"] if turn["speaker"] == "candidate"]
    assert said == ["Hello, this is Jo Reyes, 555 0142.", "1", "Goodbye."], "and only once"


def test_a_forgotten_name_is_not_given_away(home: Path) -> None:
    lines = b"I'm so sorry, I can't recall your name. This is Jo Reyes.\n"
    done = ringback("call", "--scenario", "leaking-crane-seals", home=home, stdin=lines)
    before, _, after = done.stdout.decode().partition("recall your name")
    assert "Wrona" not in before
    assert "Agnieszka" not in before
    assert "Wrona" in after or "Agnieszka" in after
    result = rehearse(lines, home, scenario="leaking-crane-seals")
    outcomes = {item["id"]: item["outcome"] for item in result["scorecard"]["items"]}
    assert outcomes["apologize_forgotten_name"] == "met"
    result = rehearse(b"Hello, this is Jo Reyes.\n", home, scenario="leaking-crane-seals")
    outcomes = {item["id"]: item["outcome"] for item in result["scorecard"]["items"]}
    assert outcomes["apologize_forgotten_name"] == "missed"


def test_a_call_that_was_cut_off_goes_on_with_persona_and_facts(home: Path) -> None:

    flags = ("--scenario", "reading-dog-tuesdays", "--persona", "formal", "--set", "company=Acme", "--incoming")
    done = ringback("call", *flags, "--json", "--seed", "5", home=home, stdin=b"Hello?\n")
    transcript = parse_transcript(json.loads(done.stdout)["transcript"], "stdin")
    history = History.open(f"sqlite:///{home}/ringback/history.sqlite3")
    history.begin(transcript, datetime(2026, 1, 1, tzinfo=UTC))
    done = ringback("call", "--resume", "--json", home=home, stdin=b"Yes, go ahead.\n")
    resumed = json.loads(done.stdout)["transcript"]
    assert (resumed["company"], resumed["persona"], resumed["circumstances"]) == ("Acme", "formal", ["called_back"])
    assert [turn["text"] for turn in resumed["turns"][:1]] == ["Hello?"]
    assert len(resumed["turns"]) > 3

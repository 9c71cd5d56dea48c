"""Jobs, follow-ups, emails, debriefs and readiness from the command line."""

import email
import email.policy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import run
from simulator.commands.job import edit
from simulator.core.job import Job
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.job_fields import FIELDS
from simulator.letter_file import load_letter_forms
from simulator.storage import History

TODAY = datetime.now(UTC).astimezone().date()
ACME = (
    "--company",
    "Acme Ltd",
    "--position",
    "Night Porter",
    "--contact",
    "Ms. Jane Smith",
    "--candidate",
    "Alex Brown",
)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


class Ringback:
    """The command line, in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        code = run(arguments)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.err
        return code

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever the command prints
        assert self(*arguments, "--json") == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def ringback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ringback:
    monkeypatch.setenv("RINGBACK_DATABASE_URL", f"sqlite:///{tmp_path}/history.db")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    return Ringback(capsys)


@pytest.fixture
def acme(ringback: Ringback) -> Ringback:
    assert ringback("job", "add", "acme", *ACME, "--interviewed", ago(10), "--discussed", "the new booking system") == 0
    return ringback


Rehearse = Callable[[ScenarioKind, float, int], None]


@pytest.fixture
def rehearse(ringback: Ringback, tmp_path: Path) -> Rehearse:
    """Puts a rehearsal of a kind, with a score, so many days ago, into the history of the first job."""
    del ringback

    def put(kind: ScenarioKind, score: float, days: int) -> None:
        history = History.open(f"sqlite:///{tmp_path}/history.db")
        turns = (Turn(Speaker.INTERVIEWER, "Jane Smith."), Turn(Speaker.CANDIDATE, "Good morning, this is Alex Brown."))
        transcript = Transcript(kind, Facts("Ms. Jane Smith", "Acme Ltd", "Night Porter", "Alex Brown"), turns, "x")
        call_id = history.begin(transcript, datetime.now(UTC) - timedelta(days=days), 1)
        history.finish(call_id, score)

    return put


def test_a_job_is_told_by_flags_shown_changed_and_removed(acme: Ringback) -> None:
    (listed,) = acme.json("job", "list")
    assert (listed["name"], listed["company"], listed["interviewed"]) == ("acme", "Acme Ltd", ago(10))
    assert acme("job", "list") == 0
    assert "Night Porter" in acme.out
    assert (
        acme("job", "edit", "acme", "--own-phone", "020 7946 0123", "--discussed", "", "--media", "email, phone") == 0
    )
    shown = acme.json("job", "show", "ACME")
    assert (shown["own_phone"], shown["discussed"], shown["media"]) == ("020 7946 0123", "", ["call", "email"])
    assert acme("job", "edit", "acme", "--name", "Acme North") == 0
    assert acme("job", "show", "acme n") == 0
    assert "Acme North" in acme.out
    assert acme("job", "remove", "Acme North", "--yes") == 0
    assert "Gone: Acme North" in acme.out
    assert acme.json("job", "list") == []


def test_without_a_name_a_job_is_named_after_its_company(ringback: Ringback) -> None:
    for _ in range(2):
        assert (
            ringback("job", "add", "--company", "Zürcher & Co.", "--interviewer", "Mr. Ammann", "--topic", "watches")
            == 0
        )
    assert [job["name"] for job in ringback.json("job", "list")] == ["zürcher", "zürcher-2"]
    shown = ringback.json("job", "show", "zürcher-2")
    assert (shown["contact"], shown["discussed"]) == ("Mr. Ammann", "watches")


def test_dates_can_be_given_in_words(ringback: Ringback) -> None:
    assert ringback("job", "add", "acme", "--interviewed", "yesterday", "--promised", "tomorrow") == 0
    shown = ringback.json("job", "show", "acme")
    assert (shown["interviewed"], shown["promised"]) == (ago(1), ago(-1))


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("job", "add"), 2, "ringback job add acme"),
        (("job", "add", "--position", "X"), 2, "Give the job a name"),
        (("job", "remove", "ac", "--yes"), 1, "acme"),
        (("job", "add", "acme"), 1, "already"),
        (("job", "add", " "), 2, "needs a name"),
        (("job", "add", "x", "--interviewed", "2026-02-30"), 2, "no 2026-02-30 in the calendar"),
        (("job", "add", "x", "--interviewed", "2126-01-01"), 1, "year"),
        (("job", "add", "x", "--interviewed", "2026-11-20", "--promised", "2026-11-01"), 1, "before the interview"),
        (("job", "add", "x", "--email", "nobody"), 2, "jane.smith@example.com"),
        (("job", "add", "x", "--country", "Atlantis"), 2, "two letters"),
        (("job", "add", "x", "--time-zone", "berlin"), 2, "Europe/Berlin"),
        (("job", "add", "x", "--medium", "pigeon"), 2, "One of"),
        (("job", "add", "x", "--contact-rule", "never"), 2, "no_calls"),
        (("job", "add", "x", "--company", "x" * 600), 2, "500"),
        (("job", "edit", "acme"), 2, "Say what to change"),
        (("job", "show", "nobody"), 1, "acme"),
        (("plan", "nobody"), 1, "acme"),
        (("script", "nobody"), 1, "acme"),
        (("call", "--job", "nobody"), 1, "acme"),
        (("log", "add", "acme"), 2, "--medium"),
        (("log", "add", "acme", "--on", "2126-01-01"), 1, "still to come"),
        (("log", "add", "acme", "--on", "2020-01-01"), 1, "before the interview"),
        (("log", "add", "acme", "--promised", "2020-01-01"), 1, "was past"),
        (("log", "remove", "99"), 1, "no entry"),
        (("debrief", "acme"), 2, "--branch"),
        (("debrief", "acme", "--branch", "pending", "--feeling", "9"), 2, "1 (bad) to 5 (good)"),
        (("email", "acme"), 2, "--kind"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_lost(
    acme: Ringback, arguments: tuple[str, ...], code: int, word: str
) -> None:
    before = acme.json("job", "list")
    assert acme(*arguments) == code
    assert word in acme.err
    assert acme.json("job", "list") == before


def test_an_interview_to_come_can_be_told_and_planned(ringback: Ringback) -> None:
    assert ringback("job", "add", "acme", "--interviewed", ago(-5)) == 0
    plan = ringback.json("plan", "acme")
    assert plan["advice"] == "wait"
    assert "still to come" in plan["reasons"][0]["text"]


def test_a_job_without_dates_is_told_what_to_add(ringback: Ringback) -> None:
    ringback("job", "add", "acme")
    assert ringback("plan", "acme") == 1
    assert "ringback job edit acme --interviewed" in ringback.err


def test_the_only_job_need_not_be_named_and_of_two_one_must(acme: Ringback) -> None:
    assert acme.json("plan")["advice"] in ("call", "wait")
    acme("job", "add", "other")
    for command in (("plan",), ("script",), ("ready",), ("log", "add"), ("email", "--kind", "thank-you")):
        assert acme(*command) == 2
        assert "acme, other" in acme.err


def test_the_log_feeds_the_planner_and_warns_of_one_too_many(acme: Ringback) -> None:
    assert acme("log", "add", "acme", "--thank-you", "--on", ago(9)) == 0
    assert acme.json("plan", "acme")["advice"] in ("call", "wait"), "thanks are no follow-up"
    assert acme("log", "add", "acme", "--answer", "voicemail", "--on", ago(3)) == 0
    plan = acme.json("plan", "acme")
    assert plan["advice"] == "wait"
    assert date.fromisoformat(plan["on"]) >= TODAY + timedelta(days=4)
    assert any(reason["source"] == "S4" and "Voicemails" in reason["text"] for reason in plan["reasons"])
    assert acme("log", "add", "acme", "--on", ago(0)) == 0
    assert acme.err == ""
    assert acme.json("plan", "acme")["advice"] == "move_on"
    assert acme("log", "add", "acme", "--on", ago(0)) == 0
    assert "3 follow-ups for acme" in acme.err
    assert len(acme.json("log", "list")) == 4, "it is kept all the same"
    assert acme("log", "remove", "4") == 0
    assert acme("log", "list", "acme") == 0
    assert "thank-you note" in acme.out
    assert "left a voicemail" in acme.out


def test_a_promise_made_in_a_real_call_moves_the_plan(acme: Ringback) -> None:
    acme("log", "add", "acme", "--on", ago(1), "--promised", ago(-20))
    assert date.fromisoformat(acme.json("plan", "acme")["on"]) > TODAY + timedelta(days=20)


def test_a_debrief_tells_what_was_rehearsed_and_the_next_step(acme: Ringback, rehearse: Rehearse) -> None:
    rehearse(ScenarioKind.PENDING, 62, 3)
    rehearse(ScenarioKind.PENDING, 91, 1)
    rehearse(ScenarioKind.RUDE, 40, 1)
    assert acme("debrief", "acme", "--branch", "pending", "--promised", ago(-9), "--feeling", "4") == 0
    assert "rehearsed 2 times: best 91, last 91" in acme.out
    assert "Next: Wait until" in acme.out
    assert acme("debrief", "acme", "--branch", "offer", "--on", ago(0)) == 0
    assert "not rehearsed" in acme.out
    assert "reply promptly" in acme.out


def test_a_debrief_completes_what_the_log_knows_of_the_same_call(acme: Ringback) -> None:
    acme("log", "add", "acme", "--on", ago(0), "--whom", "Ms. Smith", "--notes", "short")
    acme("debrief", "acme", "--branch", "voicemail", "--feeling", "3", "--notes", "beep")
    (entry,) = acme.json("log", "list")
    assert (entry["whom"], entry["notes"], entry["answer"]) == ("Ms. Smith", "short; beep", "voicemail")
    assert entry["branch"] == "voicemail"


def test_a_rejection_ends_the_matter(acme: Ringback) -> None:
    acme("debrief", "acme", "--branch", "rejection")
    assert acme.json("plan", "acme")["advice"] == "move_on"


def test_outcomes_show_what_practice_went_before_good_calls(acme: Ringback, rehearse: Rehearse) -> None:
    for score, days in ((70, 5), (90, 4)):
        rehearse(ScenarioKind.PENDING, score, days)
    acme("debrief", "acme", "--branch", "pending", "--feeling", "5", "--on", ago(3))
    rehearse(ScenarioKind.RUDE, 30, 1)
    acme("job", "add", "other", "--interviewed", ago(9))
    acme("debrief", "other", "--branch", "rude", "--feeling", "1")
    result = acme.json("jobs")
    assert result["good_calls"] == {"calls": 1, "rehearsals": 2, "score": 90}
    assert result["other_calls"] == {"calls": 1, "rehearsals": 0, "score": None}
    assert [row["job"] for row in result["jobs"]] == ["acme", "other"]
    assert (result["jobs"][0]["rehearsals"], result["jobs"][0]["best"]) == (3, 90)
    assert acme("jobs") == 0
    assert "2.0 times on average, with a last score of 90" in " ".join(acme.out.split())


def test_readiness_names_what_is_weak_and_ten_minutes_that_help(acme: Ringback, rehearse: Rehearse) -> None:
    rehearse(ScenarioKind.PENDING, 95, 1)
    rehearse(ScenarioKind.VOICEMAIL, 95, 30)
    rehearse(ScenarioKind.RECEPTIONIST, 50, 1)
    result = acme.json("ready", "acme")
    ready = {branch["kind"]: branch["ready"] for branch in result["branches"]}
    assert set(ready) == set(ScenarioKind)
    assert [kind for kind, is_ready in ready.items() if is_ready] == ["pending"]
    assert len(result["session"]) == 3
    assert all(command.endswith("--job acme") for command in result["session"])
    assert result["weak"]
    assert acme("ready") == 0
    for word in ("ready", "a while ago", "weak", "not yet", "Ten minutes"):
        assert word in acme.out


def test_whoever_is_ready_for_everything_warms_up(acme: Ringback, rehearse: Rehearse) -> None:
    for kind in ScenarioKind:
        rehearse(kind, 90, 0)
    assert acme("ready") == 0
    assert "You are ready." in acme.out
    assert acme.out.count("ringback call ") == 1


KINDS = (
    "thank-you",
    "follow-up",
    "after-no-answer",
    "after-rudeness",
    "after-rejection",
    "accept-offer",
    "more-information",
)


def test_every_kind_of_email_can_be_asked_for() -> None:
    assert set(load_letter_forms()) == set(KINDS)


def test_every_field_of_a_job_has_a_flag_and_a_question() -> None:
    names = {one.name for one in fields(Job)} - {"name"}
    assert {field.name for field in FIELDS} == names
    assert {option.name for option in edit.params} >= names


@pytest.mark.parametrize("kind", KINDS)
def test_emails_are_short_and_have_the_facts(acme: Ringback, kind: str) -> None:
    acme("job", "edit", "acme", "--strengths", "I ran the night shift alone", "--email", "jane.smith@example.com")
    assert acme("email", "acme", "--kind", kind) == 0
    assert "To: jane.smith@example.com" in acme.out
    assert "Dear Ms. Smith," in acme.out
    assert "Alex Brown" in acme.out
    assert "[" not in acme.out
    assert len(acme.out.split()) <= 110
    assert "ringback log add acme" in acme.err


def test_what_is_not_known_stays_a_gap_and_is_told(ringback: Ringback) -> None:
    assert ringback("email", "--kind", "thank-you") == 0
    assert "[their name]" in ringback.out
    assert "Fill in what stands in brackets" in ringback.err


def test_an_eml_file_opens_as_an_email(acme: Ringback, tmp_path: Path) -> None:
    acme("job", "edit", "acme", "--contact", "Frau Dr. Jörg Łoś", "--email", "joerg@example.com")
    file = tmp_path / "mail.eml"
    assert acme("email", "acme", "--kind", "follow-up", "--output", str(file)) == 0
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert message["To"] == "joerg@example.com"
    assert message["Subject"] == "Following up on the Night Porter position"
    assert message["X-Unsent"] == "1"
    assert "Łoś" in message.get_content()
    assert acme("email", "acme", "--kind", "follow-up", "--output", str(tmp_path / "no" / "mail.txt")) == 1
    assert "cannot be written" in acme.err


@pytest.mark.skipif(os.name != "posix", reason="the editor is a shell script")
def test_a_draft_can_be_changed_in_the_editor_first(
    acme: Ringback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\n"
        'sed -i "s/^Subject: .*/Subject: Hello: a word/; s/^Dear/Hello/; s/^To:.*/To: Jane <a@b.example>/" "$1"\n'
    )
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    file = tmp_path / "mail.eml"
    assert acme("email", "acme", "--kind", "follow-up", "--edit", "--output", str(file)) == 0
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (message["Subject"], message["To"]) == ("Hello: a word", "Jane <a@b.example>")
    assert message.get_content().startswith("Hello Ms. Smith,")
    monkeypatch.setenv("EDITOR", "/nonexistent")
    assert acme("email", "acme", "--kind", "follow-up", "--edit") == 1
    assert "EDITOR" in acme.err


def test_a_rehearsal_with_a_job_has_its_facts_is_kept_for_it_and_set_goes_before(
    acme: Ringback, tmp_path: Path
) -> None:
    command = [
        sys.executable,
        "-m",
        "simulator",
        "call",
        "--job",
        "acme",
        "--scenario",
        "lighthouse-captions",
        "--json",
    ]
    done = subprocess.run(
        [*command, "--set", "company=Other Ltd"],
        input=b"Good morning, this is Alex Brown.\nThank you, goodbye.\n",
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    transcript = json.loads(done.stdout)["transcript"]
    told = [transcript[name] for name in ("company", "position", "contact", "candidate", "discussion_topic")]
    assert told == ["Other Ltd", "Night Porter", "Ms. Jane Smith", "Alex Brown", "the new booking system"]
    assert History.open(f"sqlite:///{tmp_path}/history.db").calls()[0].job_id == 1
    assert acme("job", "remove", "acme", "--yes", "--rehearsals", "remove") == 0
    assert acme.json("history") == []


def test_own_lines_of_rehearsals_for_the_job_are_in_its_script(acme: Ringback, tmp_path: Path) -> None:
    mine = "Hello Ms. Smith, it's Alex Brown, I interviewed for the Night Porter position."
    history = History.open(f"sqlite:///{tmp_path}/history.db")
    facts = Facts("Ms. Jane Smith", "Acme Ltd", "Night Porter", "Alex Brown")
    turns = (Turn(Speaker.INTERVIEWER, "Jane Smith."), Turn(Speaker.CANDIDATE, mine))
    history.finish(history.begin(Transcript(ScenarioKind.PENDING, facts, turns, "x"), datetime.now(UTC), 1), 90)
    for form in ("markdown", "html"):
        file = tmp_path / f"script.{form}"
        assert acme("script", "acme", "--format", form, "--output", str(file)) == 0
        assert "(yours, 5 s)" in file.read_text(encoding="utf-8")
    assert acme("script", "acme") == 0
    assert "yours" in acme.out
    assert acme("script", "acme", "--output", str(tmp_path)) == 2


def test_removing_asks_and_keeps_the_rehearsals_unless_told(acme: Ringback, rehearse: Rehearse) -> None:
    rehearse(ScenarioKind.PENDING, 80, 1)
    assert acme("job", "remove", "acme", "--yes") == 0
    assert "rehearsals stay in the history: 1" in acme.out
    assert len(acme.json("history")) == 1


def test_rehearsals_go_with_the_job_if_told(acme: Ringback, rehearse: Rehearse) -> None:
    rehearse(ScenarioKind.PENDING, 80, 1)
    assert acme("job", "remove", "acme", "--yes", "--rehearsals", "remove") == 0
    assert acme.json("history") == []


def test_everything_is_erased_once_asked_and_what_is_gone_is_said(
    acme: Ringback, rehearse: Rehearse, tmp_path: Path
) -> None:
    rehearse(ScenarioKind.PENDING, 80, 1)
    acme("log", "add", "acme", "--on", ago(1))
    assert acme("erase", "--yes") == 0
    assert all(what in acme.out for what in ("Gone: ", "1 call", "1 job", "1 follow-up"))
    assert acme.json("job", "list") == []
    assert acme.json("history") == []
    assert b"Acme" not in (tmp_path / "history.db").read_bytes()
    assert acme("erase", "--yes") == 0
    assert "nothing to erase" in acme.out

"""`ringback plan` as programs and people use it."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ics
import pytest

from simulator.cli import run
from simulator.core.business_days import is_over, next_opening
from simulator.errors import RingbackError
from simulator.reminder import Reminder, calendar_file
from simulator.time_zone import zone_of


class Ringback:
    """The command line, in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: str, **environment: str) -> int:
        for name, value in environment.items():
            self._monkeypatch.setenv(name, value)
        code = run(arguments)
        self.out, self.err = self._capsys.readouterr()
        return code

    def plan(self, *arguments: str, **environment: str) -> dict[str, Any]:
        assert self("plan", *arguments, "--json", **environment) == 0, self.err
        assert self.err == ""
        result: dict[str, Any] = json.loads(self.out)
        assert set(result) == {"advice", "on", "reasons"}
        assert all(set(reason) == {"text", "source"} and reason["text"] for reason in result["reasons"])
        assert all(set(reason["source"].split()) <= {"S0", "S1", "S2", "S3", "S4"} for reason in result["reasons"])
        return result


@pytest.fixture
def ringback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ringback:
    monkeypatch.setenv("RINGBACK_DATABASE_URL", f"sqlite:///{tmp_path}/history.db")
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_TIME"):
        monkeypatch.delenv(name, raising=False)
    return Ringback(monkeypatch, capsys)


def test_a_plan_from_dates_alone_needs_no_database_and_prints_json_only(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "simulator", "plan", "--interviewed", "2026-11-13", "--today", "2026-11-25"]
    settings = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONWARNINGS": "error", "LANG": "en_GB.UTF-8"}
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True, env=settings)
    assert json.loads(done.stdout)["advice"] == "call"
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_the_json_form_is_the_contracted_one(ringback: Ringback) -> None:
    result = ringback.plan("--interviewed", "2026-11-13", "--today", "2026-11-25")
    assert (result["advice"], result["on"]) == ("call", "2026-11-25")
    result = ringback.plan("--interviewed", "2026-10-13", "--contacts", "2", "--today", "2026-11-25")
    assert (result["advice"], result["on"]) == ("move_on", None)


def test_holidays_follow_the_locale_and_what_is_asked_for(ringback: Ringback) -> None:
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-26")
    assert ringback.plan(*known, LANG="en_US.UTF-8")["on"] == "2026-11-27"
    assert ringback.plan(*known, LANG="en_GB.UTF-8")["on"] == "2026-11-26"
    assert ringback.plan(*known, "--country", "US", LANG="en_GB.UTF-8")["on"] == "2026-11-27"


def test_whoever_names_the_last_contact_has_made_one(ringback: Ringback) -> None:
    known = ("--interviewed", "2026-11-03", "--last-contact", "2026-11-20", "--today", "2026-11-25")
    assert ringback.plan(*known)["on"] == "2026-11-27"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "When was the interview?"),
        (("--interviewed", "2026-02-30"), "no 2026-02-30 in the calendar"),
        (("--interviewed", "last week"), "no date"),
        (("--interviewed", "2026-11-20", "--promised", "2026-11-10"), "before the interview"),
        (("--interviewed", "2026-11-20", "--last-contact", "2026-11-10"), "comes after it"),
        (("--interviewed", "2026-11-20", "--last-contact", "2027-11-10", "--today", "2026-12-01"), "still to come"),
        (("--interviewed", "2026-11-20", "--contacts", "-1"), "--contacts"),
        (("--interviewed", "2026-11-20", "--medium", "pigeon"), "not one of"),
    ],
)
def test_dates_that_cannot_be_are_wrong_use(arguments: tuple[str, ...], word: str, ringback: Ringback) -> None:
    assert ringback("plan", *arguments, "--json") == 2
    assert word in ringback.err
    assert ringback.out == ""


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--country", "Atlantis"), "two letters"),
        (("--time-zone", "berlin"), "Europe/Berlin"),
        (("--time-zone", "/etc/passwd"), "no time zone"),
        (("--contacts", "2", "--ics", "reminder.ics"), "no day to be reminded of"),
        (("--ics", "/nonexistent/reminder.ics"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_remedy(arguments: tuple[str, ...], word: str, ringback: Ringback) -> None:
    assert ringback("plan", "--interviewed", "2026-11-20", "--today", "2026-11-27", *arguments) == 1
    assert word in ringback.err


def test_people_read_what_to_do_when_to_ring_and_who_says_so_in_sixty_columns(ringback: Ringback) -> None:
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-25", "--time-zone", "Asia/Tokyo")
    assert ringback("plan", *known, COLUMNS="60") == 0
    text = " ".join(ringback.out.split())
    assert "Call today, Wednesday 25 November 2026." in text
    assert "09:00–12:00 or 13:00–17:00" in text
    assert "Asia/Tokyo" in text
    assert "for you: " in text
    assert "(S0 S1 S3)" in text
    assert "your country is not known" in text
    assert max(len(line) for line in ringback.out.splitlines()) <= 60


def test_a_reminder_opens_in_another_calendar_library(ringback: Ringback, tmp_path: Path) -> None:
    file = tmp_path / "reminder.ics"
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-25", "--time-zone", "America/New_York")
    assert ringback("plan", *known, "--ics", str(file)) == 0
    (event,) = ics.Calendar(file.read_text(encoding="utf-8")).events
    assert event.begin.datetime == datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("America/New_York"))
    assert event.duration.total_seconds() == 15 * 60
    assert event.name == "Call the employer"
    assert "two weeks" in event.description
    assert len(event.alarms) == 1


def test_a_reminder_keeps_what_stands_in_it_whatever_it_is() -> None:
    odd = "Call Zoë; O’Neill, \\ “quoted” 日本\nEND:VEVENT"
    reminder = Reminder(odd.replace("\n", " "), odd, date(2027, 1, 4), time(10), ZoneInfo("Europe/Berlin"))
    written = calendar_file(reminder, datetime(2026, 11, 25, tzinfo=UTC)).decode()
    (event,) = ics.Calendar(written).events
    assert (event.name, event.description) == (odd.replace("\n", " "), odd)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert event.begin.datetime == datetime(2027, 1, 4, 9, tzinfo=UTC)


def test_nobody_is_rung_before_nine_at_lunch_or_after_five() -> None:
    day = datetime(2026, 11, 25, tzinfo=UTC)
    openings = {hour: next_opening(day.replace(hour=hour, minute=30)) for hour in (3, 8, 9, 12, 16)}
    assert openings == {3: time(9), 8: time(9), 9: time(9, 30), 12: time(13), 16: time(16, 30)}
    assert [hour for hour in range(24) if is_over(day.replace(hour=hour))] == list(range(17, 24))


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("2026-11-25T08:15", ("call", "2026-11-25", "")),
        ("2026-11-25T12:20", ("call", "2026-11-25", "from 13:00 on")),
        ("2026-11-25T15:45", ("call", "2026-11-25", "from 15:45 on")),
        ("2026-11-25T17:00", ("wait", "2026-11-26", "")),
        ("2026-11-27T17:00", ("wait", "2026-11-30", "")),
    ],
)
def test_the_employers_clock_decides_whether_today_is_over(
    there: str, expected: tuple[str, str, str], ringback: Ringback, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice, on, from_then = expected
    clock = datetime.fromisoformat(there)
    monkeypatch.setattr("simulator.terminal.planning.now_there", lambda zone: clock.replace(tzinfo=zone))
    known = ("--interviewed", "2026-11-13", "--time-zone", "Asia/Tokyo", "--country", "GB")
    result = ringback.plan(*known)
    assert (result["advice"], result["on"]) == (advice, on)
    assert ringback("plan", *known) == 0
    text = " ".join(ringback.out.split())
    assert from_then in text if from_then else "Today that means" not in text


def test_zones_are_found_whatever_their_case() -> None:
    assert zone_of("europe/berlin") == ZoneInfo("Europe/Berlin")
    assert zone_of("america/new york") == ZoneInfo("America/New_York")
    with pytest.raises(RingbackError, match="no time zone"):
        zone_of("")

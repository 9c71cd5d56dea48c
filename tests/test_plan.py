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

from simulator.core.business_days import is_over, next_opening
from simulator.errors import RingbackError
from simulator.reminder import Reminder, calendar_file
from simulator.time_zone import zone_of


def ringback(*arguments: str, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    settings = {**os.environ, "XDG_DATA_HOME": str(home), "PYTHONWARNINGS": "error", "LANG": "C.UTF-8", **environment}
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments], capture_output=True, text=True, check=False, env=settings
    )


def planned(*arguments: str, home: Path, **environment: str) -> dict[str, Any]:
    done = ringback("plan", *arguments, "--json", home=home, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, Any] = json.loads(done.stdout)
    assert set(result) == {"advice", "on", "reasons"}
    assert all(set(reason) == {"text", "source"} and reason["text"] for reason in result["reasons"])
    assert all(set(reason["source"].split()) <= {"S0", "S1", "S2", "S3", "S4"} for reason in result["reasons"])
    return result


def test_the_json_form_is_the_contracted_one(tmp_path: Path) -> None:
    result = planned("--interviewed", "2026-11-13", "--today", "2026-11-25", home=tmp_path)
    assert (result["advice"], result["on"]) == ("call", "2026-11-25")
    result = planned("--interviewed", "2026-10-13", "--contacts", "2", "--today", "2026-11-25", home=tmp_path)
    assert (result["advice"], result["on"]) == ("move_on", None)
    assert not (tmp_path / "ringback").exists(), "a plan from dates alone needs no database"


def test_holidays_follow_the_locale_and_what_is_asked_for(tmp_path: Path) -> None:
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-26")
    assert planned(*known, home=tmp_path, LANG="en_US.UTF-8")["on"] == "2026-11-27"
    assert planned(*known, home=tmp_path, LANG="en_GB.UTF-8")["on"] == "2026-11-26"
    assert planned(*known, "--country", "US", home=tmp_path, LANG="en_GB.UTF-8")["on"] == "2026-11-27"


def test_whoever_names_the_last_contact_has_made_one(tmp_path: Path) -> None:
    known = ("--interviewed", "2026-11-03", "--last-contact", "2026-11-20", "--today", "2026-11-25")
    assert planned(*known, home=tmp_path)["on"] == "2026-11-27"


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
def test_dates_that_cannot_be_are_wrong_use(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    done = ringback("plan", *arguments, "--json", home=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr
    assert done.stdout == ""


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
def test_what_cannot_be_done_is_told_with_a_remedy(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    done = ringback("plan", "--interviewed", "2026-11-20", "--today", "2026-11-27", *arguments, home=tmp_path)
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_people_read_what_to_do_when_to_ring_and_who_says_so_in_sixty_columns(tmp_path: Path) -> None:
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-25", "--time-zone", "Asia/Tokyo")
    done = ringback("plan", *known, home=tmp_path, COLUMNS="60", TZ="UTC")
    text = " ".join(done.stdout.split())
    assert "Call today, Wednesday 25 November 2026." in text
    assert "09:00–12:00 or 13:00–17:00" in text
    assert "Asia/Tokyo" in text
    assert "for you: 00:00–03:00 or 04:00–08:00" in text
    assert "(S0 S1 S3)" in text
    assert "your country is not known" in text
    assert max(len(line) for line in done.stdout.splitlines()) <= 60


def test_a_reminder_opens_in_another_calendar_library(tmp_path: Path) -> None:
    file = tmp_path / "reminder.ics"
    known = ("--interviewed", "2026-11-13", "--today", "2026-11-25", "--time-zone", "America/New_York")
    assert ringback("plan", *known, "--ics", str(file), home=tmp_path).returncode == 0
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


def test_zones_are_found_whatever_their_case() -> None:
    assert zone_of("europe/berlin") == ZoneInfo("Europe/Berlin")
    assert zone_of("america/new york") == ZoneInfo("America/New_York")
    with pytest.raises(RingbackError, match="no time zone"):
        zone_of("")

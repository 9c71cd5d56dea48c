"""The form for a job as a person fills it in: the real program on a real pseudo-terminal."""

import os
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pexpect
import pyte
import pytest

from simulator.core.follow_up import Answer
from simulator.core.job import Job
from simulator.core.scenario_kind import ScenarioKind
from simulator.job_fields import FIELDS
from simulator.storage import JobStore

WAIT_S = 20
CTRL_C, CTRL_U = "\x03", "\x15"
TODAY = datetime.now(UTC).astimezone().date()


class Form:
    """The program on a terminal, and its screen as one would see it."""

    def __init__(self, *arguments: str, folder: Path, columns: int = 80) -> None:
        self.screen = pyte.Screen(columns, 60)
        self._stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "simulator", *arguments],
            env={**os.environ, "RINGBACK_DATABASE_URL": url(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            dimensions=(60, columns),
            encoding="utf-8",
            timeout=WAIT_S,
        )
        self.screen.write_process_input = self.child.send  # a terminal answers when asked where its cursor is

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.screen.display))

    def see(self, wanted: str) -> None:
        for _ in range(WAIT_S * 10):
            if wanted in self.text:
                return
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        assert wanted in self.text, "\n".join(self.screen.display)

    def answer(self, question: str, text: str) -> None:
        self.see(f"{question}:")
        self.child.send(f"{text}\r")

    def end(self) -> int | None:
        while True:
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=WAIT_S))
            except pexpect.EOF:
                break
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/history.db"


def jobs(folder: Path) -> list[Job]:
    return [kept.job for kept in JobStore.open(url(folder)).all()]


@pytest.mark.parametrize("columns", [80, 60])
def test_a_job_is_told_in_a_form_whose_every_field_can_be_skipped(tmp_path: Path, columns: int) -> None:
    form = Form("job", "add", folder=tmp_path, columns=columns)
    form.answer("The company", "Example Ltd")
    form.answer("A short name for it", "")
    for field in FIELDS[1:]:
        form.answer(field.question, {"position": "Night Porter", "interviewed": "yesterday"}.get(field.name, ""))
    form.see("Kept as example.")
    assert form.end() == 0
    (job,) = jobs(tmp_path)
    yesterday = TODAY - timedelta(days=1)
    assert job == Job("example", company="Example Ltd", position="Night Porter", interviewed=yesterday)


def test_dates_are_checked_while_one_types_and_wrong_ones_not_taken(tmp_path: Path) -> None:
    JobStore.open(url(tmp_path)).add(Job("acme", interviewed=TODAY))
    form = Form("job", "edit", "acme", folder=tmp_path)
    for question in ("The company", "A short name for it"):
        form.answer(question, "")
    for field in FIELDS[1:5]:
        form.answer(field.question, "")
    form.see("When the interview was:")
    form.child.send(CTRL_U + "2026-02-3")
    form.see("write it as")
    form.child.send("0")
    form.see("There is no 2026-02-30 in the calendar.")
    form.child.send("\r" + CTRL_U + "yesterday")
    form.see("= ")
    yesterday = TODAY - timedelta(days=1)
    form.see(f"{yesterday:%A} {yesterday.day} {yesterday:%B}")
    form.child.send("\r")
    for field in FIELDS[6:8]:
        form.answer(field.question, "")
    form.see("For when they promised an answer:")
    form.child.send((TODAY - timedelta(days=9)).isoformat())
    form.see("before the interview")
    form.child.send(CTRL_U + "tomorrow\r")
    for field in FIELDS[9:]:
        form.answer(field.question, "")
    form.see("Changed: acme.")
    assert form.end() == 0
    assert jobs(tmp_path) == [Job("acme", interviewed=yesterday, promised=TODAY + timedelta(days=1))]


def test_leaving_the_form_leaves_no_trace(tmp_path: Path) -> None:
    form = Form("job", "add", folder=tmp_path)
    form.answer("The company", "Example Ltd")
    form.see("A short name for it: example")
    form.child.send(CTRL_C)
    assert form.end() == 130
    assert "Nothing was changed." in form.text
    assert "Traceback" not in form.text
    assert jobs(tmp_path) == []


def test_a_name_that_is_taken_is_told_while_one_types(tmp_path: Path) -> None:
    JobStore.open(url(tmp_path)).add(Job("example"))
    form = Form("job", "add", folder=tmp_path)
    form.answer("The company", "Example Ltd")
    form.see("A short name for it: example-2")
    form.child.send(CTRL_U + "EXAMPLE")
    form.see("There is a job named EXAMPLE already.")
    form.child.send(CTRL_C)
    form.end()


def test_a_debrief_asks_how_it_went(tmp_path: Path) -> None:
    JobStore.open(url(tmp_path)).add(Job("acme", contact="Ms. Jane Smith", interviewed=TODAY - timedelta(days=10)))
    form = Form("debrief", folder=tmp_path)
    form.answer("When was it", "")
    form.see("How it went:")
    form.child.send("\r")
    form.see("One of: pending")
    form.answer("How it went", "pending")
    form.answer("Whom you reached", "")
    form.answer("For when they promised an answer", "")
    form.answer("How it felt, 1 to 5", "4")
    form.answer("What you want to remember", "kind")
    form.see("Next: ")
    assert form.end() == 0
    (entry,) = JobStore.open(url(tmp_path)).find("acme").log
    assert (entry.on, entry.branch, entry.answer) == (TODAY, ScenarioKind.PENDING, Answer.REACHED)
    assert (entry.whom, entry.feeling, entry.notes) == ("Ms. Jane Smith", 4, "kind")


def test_removing_and_erasing_ask_once_and_no_means_no(tmp_path: Path) -> None:
    JobStore.open(url(tmp_path)).add(Job("acme"))
    for command, question in ((("job", "remove", "acme"), "Remove acme"), (("erase",), "Erase all of it, for good?")):
        form = Form(*command, folder=tmp_path)
        form.see(question)
        form.child.send("n\r")
        assert form.end() == 0
        assert [job.name for job in jobs(tmp_path)] == ["acme"]
    form = Form("erase", folder=tmp_path)
    form.see("1 job")
    form.child.send("y\r")
    form.see("Gone: 1 job.")
    assert form.end() == 0
    assert jobs(tmp_path) == []

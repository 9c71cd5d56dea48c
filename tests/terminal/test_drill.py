"""Drills and retries as a person has them, and over pipes: the real program, the real database."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.storage import Drills, History

WAIT_S = 30
CTRL_C, CTRL_D, F2, F3 = "\x03", "\x04", "\x1bOQ", "\x1bOR"
INSULT = "Your loss, you clowns."
KIND = "Thank you very much for telling me."
GOOD_CALL = [
    "Good morning, Ms. Sorley. This is Maria Lopez. I interviewed for the Exhibition Designer position.",
    "I enjoyed our talk about the captions for the lighthouse museum. Have you decided yet?",
    "I understand, thank you for telling me. When do you expect to decide?",
    "Thank you very much for your time. Have a good day, goodbye.",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def url(home: Path) -> str:
    return f"sqlite:///{home}/ringback/history.sqlite3"


@pytest.fixture
def insulted(home: Path) -> Path:
    """A history with a call that went well but for one insult."""
    turns = [
        Turn(Speaker.INTERVIEWER, "Greer."),
        Turn(Speaker.CANDIDATE, "Good morning, this is Harold Pinsky."),
        Turn(Speaker.INTERVIEWER, "I'm afraid we chose somebody else."),
        Turn(Speaker.CANDIDATE, INSULT),
    ]
    history = History.open(url(home))
    call = Transcript(ScenarioKind.REJECTION, Facts("Mr. Greer", "Tri-County"), tuple(turns), "weekend-discharges")
    history.finish(history.begin(call, datetime.now(UTC) - timedelta(days=1)), 20)
    return home


def environment(home: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return {**inherited, "XDG_DATA_HOME": str(home), "TERM": "xterm-256color", "PYTHONWARNINGS": "error"}


def ringback(*arguments: str, home: Path, lines: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment(home),
        cwd=home.parent,
    )


class Terminal:
    def __init__(self, *arguments: str, home: Path, columns: int = 100, **settings: str) -> None:
        self.screen = pyte.Screen(columns, 60)
        self._stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "simulator", *arguments],
            env={**environment(home), **settings},
            dimensions=(60, columns),
            encoding="utf-8",
            timeout=WAIT_S,
            cwd=str(home.parent),
        )
        self.screen.write_process_input = self.child.send

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.screen.display))

    def see(self, *wanted: str) -> None:
        for _ in range(WAIT_S * 10):
            if all(one in self.text for one in wanted):
                return
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        missing = [one for one in wanted if one not in self.text]
        assert not missing, f"{missing} not on the screen:\n" + "\n".join(self.screen.display)

    def say(self, text: str) -> None:
        self.child.send(text + "\r")

    def end(self) -> int | None:
        while True:
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=WAIT_S))
            except pexpect.EOF:
                break
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


def test_the_worst_moment_comes_back_and_the_tries_stand_side_by_side(insulted: Path) -> None:
    terminal = Terminal("drill", "--count", "1", home=insulted, columns=120)
    terminal.see("I'm afraid we chose somebody else.", "You said then: Your loss", "Don't burn bridges", "Ctrl-D stop")
    terminal.say("You are idiots, all of you.")
    terminal.see("Part of that hurts.")
    terminal.say(KIND)
    terminal.see("That serves you.", "1 of 1 done right.")
    assert terminal.end() == 0
    row = next(line for line in terminal.screen.display if line.startswith("Then "))
    assert [title in row for title in ("Then", "Try 1", "Try 2  right")] == [True] * 3
    drills = Drills.open(url(insulted))
    assert [(one.item, one.turn, one.text, one.is_right) for one in drills.tries()] == [
        ("no_hostility", 3, "You are idiots, all of you.", False),
        ("no_hostility", 3, KIND, True),
    ]
    assert "no_hostility" in drills.repetitions()


def test_a_better_line_is_shown_on_request_and_a_moment_can_be_skipped(insulted: Path) -> None:
    terminal = Terminal("drill", "--count", "2", home=insulted, columns=60)
    terminal.see("Don't burn bridges")
    terminal.child.send(F2)
    terminal.see("One way to say it:")
    terminal.say("")
    terminal.see("Say something, or type /skip.")
    terminal.say("/dance[/b]")
    terminal.see("/dance[/b] is no command here", "/hint")
    terminal.child.send(F3)
    terminal.see("2 of 2")
    terminal.child.send(CTRL_D)
    terminal.see("That is all for now.")
    assert terminal.end() == 0
    assert Drills.open(url(insulted)).repetitions() == {}, "what was not tried is not judged"


def test_ctrl_c_clears_the_line_first_and_then_stops_and_what_was_tried_is_kept(insulted: Path) -> None:
    terminal = Terminal("drill", home=insulted)
    terminal.see("Don't burn bridges", "You:")
    terminal.say("You are idiots, all of you.")
    terminal.see("Once more:")
    terminal.child.send("half a sentence" + CTRL_C)
    terminal.see("half a sentence")
    terminal.child.send(CTRL_C)
    terminal.see("0 of 1 done right.", "in 10 minutes")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.text
    assert len(Drills.open(url(insulted)).tries()) == 1


def test_a_dumb_terminal_has_plain_prompts(insulted: Path) -> None:
    terminal = Terminal("drill", "--count", "1", home=insulted, TERM="dumb")
    terminal.see("You:")
    terminal.say("/hint")
    terminal.see("One way to say it:")
    terminal.say(KIND)
    terminal.see("1 of 1 done right.")
    assert terminal.end() == 0


def test_over_a_pipe_each_line_is_an_answer_and_after_three_the_next_moment_comes(insulted: Path) -> None:
    lines = ["", "You idiots.", "ありがとう", "Goodbye."]
    done = ringback("drill", "--count", "2", "--json", home=insulted, lines=lines)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = json.loads(done.stdout)
    assert (first["item"], first["call"], first["turn"], first["then"]) == ("no_hostility", 1, 3, INSULT)
    assert [one["text"] for one in first["tries"]] == lines[:3]
    assert "no_hostility" in first["tries"][1]["lost"]
    assert [one["text"] for one in second["tries"]] == ["Goodbye."]
    assert first["due"] < second["due"] or second["tries"][0]["right"] is False


def test_what_sits_comes_back_later(insulted: Path) -> None:
    ringback("drill", "--item", "no_hostility", home=insulted, lines=[KIND])
    (known,) = Drills.open(url(insulted)).repetitions().values()
    assert known.due - datetime.now(UTC) > timedelta(days=1)
    again = json.loads(ringback("drill", "--json", home=insulted, lines=[KIND] * 9).stdout)
    assert "no_hostility" not in [one["item"] for one in again]
    ahead = json.loads(ringback("drill", "--json", "--ahead", home=insulted, lines=[KIND]).stdout)
    assert ahead[0]["item"] == "no_hostility"


def test_without_calls_there_is_nothing_to_drill(home: Path) -> None:
    done = ringback("drill", home=home, lines=[])
    assert done.returncode == 0
    assert "`ringback call` makes" in " ".join(done.stdout.split())
    assert ringback("drill", "--json", home=home, lines=[]).stdout.strip() == "[]"


def test_an_unknown_item_is_told_with_its_neighbour(home: Path) -> None:
    done = ringback("drill", "--item", "no_hostilty", home=home, lines=[])
    assert done.returncode == 1
    assert "did you mean 'no_hostility'" in done.stderr


def transcript(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)["transcript"]
    return found


def test_a_retried_call_is_a_new_one_that_goes_as_the_old_one_would(home: Path) -> None:
    flags = ("--scenario", "lighthouse-captions", "--seed", "7", "--persona", "chatty", "--json")
    old = transcript(ringback("call", *flags, home=home, lines=GOOD_CALL))
    new = transcript(ringback("retry", "1", "--turn", "3", "--json", home=home, lines=GOOD_CALL[1:]))
    told = ("scenario_id", "seed", "persona", "contact", "company", "position", "candidate", "finished")
    assert {key: new[key] for key in told} == {key: old[key] for key in told}
    assert [turn["text"] for turn in new["turns"]] == [turn["text"] for turn in old["turns"]]
    calls = History.open(url(home)).calls()
    assert [(one.id, one.finished, one.turns) for one in calls] == [
        (number, True, sum(turn["speaker"] == "candidate" for turn in one["turns"]))
        for number, one in ((2, new), (1, old))
    ]


def test_a_retried_call_goes_another_way_with_other_words(home: Path) -> None:
    flags = ("--scenario", "lighthouse-captions", "--seed", "7", "--set", "company=Acme Tools", "--json")
    old = transcript(ringback("call", *flags, home=home, lines=[*GOOD_CALL[:2], "You idiots."]))
    done = ringback("retry", "1", home=home, lines=GOOD_CALL[2:])
    assert "idiots" not in done.stdout, "it begins before the worst turn"
    assert re.search(r"Then \d+, now \d+ of 100\.", done.stdout)
    new = History.open(url(home)).transcript(2)
    assert [turn.text for turn in new.turns[:5]] == [turn["text"] for turn in old["turns"][:5]]
    assert (new.facts.company, new.turns[5].text) == ("Acme Tools", GOOD_CALL[2])
    times = [turn.started_ms or 0 for turn in new.turns]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("1", "--turn", "4"), "In call 1 you say nothing from turn 4 on."), (("9",), "There is no call 9.")],
)
def test_a_turn_or_call_that_is_not_there_is_named(arguments: tuple[str, ...], message: str, insulted: Path) -> None:
    done = ringback("retry", *arguments, home=insulted, lines=[])
    assert done.returncode == 1
    assert message in done.stderr
    if "--turn" in arguments:
        assert f"3  {INSULT}" in done.stderr, "with the turns that there are"


def test_a_retry_on_a_terminal_shows_what_was_said_and_goes_on(home: Path) -> None:
    ringback("call", "--scenario", "lighthouse-captions", "--seed", "7", home=home, lines=GOOD_CALL)
    terminal = Terminal("retry", "1", "--turn", "3", home=home)
    terminal.see("You are back in the call", "This is Maria Lopez", "F4 take back")
    terminal.say("Thank you, goodbye.")
    terminal.see("Press Enter to see how it went.")
    terminal.say("")
    terminal.see("of 100.")
    assert terminal.end() == 0
    assert re.search(r"Then \d+, now \d+ of 100\.", terminal.text)

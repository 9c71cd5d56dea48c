"""The call as a person has it: the real program on a real pseudo-terminal."""

import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from simulator.storage import History

WAIT_S = 20
KEYS = {"up": "\x1b[A", "down": "\x1b[B", "F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS"}
CTRL_C, CTRL_D = "\x03", "\x04"
OPENING = "Good morning, this is Maria Lopez, I interviewed for the designer job."


class Terminal:
    """A terminal with the program in it, and its screen as one would see it."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        columns: int = 80,
        rows: int = 50,
        stdout: Path | None = None,
        **environment: str,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        settings = {**inherited, "XDG_DATA_HOME": str(home), "TERM": "xterm-256color", **environment}
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", f'exec "$0" -m simulator "$@"{f" >{stdout}" if stdout else ""}', sys.executable, *arguments],
            env=settings,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=WAIT_S,
            cwd=str(home.parent),
        )
        self.screen.write_process_input = self.child.send  # a terminal answers when asked where its cursor is

    @property
    def text(self) -> str:
        """What stands on the screen, as one line, so that wrapping does not matter."""
        return re.sub(r"\s+", " ", " ".join(self.screen.display))

    def see(self, *wanted: str, times: int = 1) -> None:
        """Reads until all of `wanted` stand on the screen, so many times."""
        for _ in range(WAIT_S * 10):
            if all(self.text.count(one) >= times for one in wanted):
                return
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        missing = [one for one in wanted if self.text.count(one) < times]
        assert not missing, f"{missing} not on the screen:\n" + "\n".join(self.screen.display)

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def hear_them_hang_up(self) -> None:
        self.see("Press Enter to see how it went.")
        self.type("\r")

    def end(self) -> int | None:
        """Reads to the end; the exit code. A clock that goes on ticking is no end."""
        late = time.monotonic() + WAIT_S
        while time.monotonic() < late:
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=WAIT_S))
            except pexpect.EOF:
                self.child.close()
                status: int | None = self.child.exitstatus
                return status
        self.child.close(force=True)
        raise AssertionError("it does not end:\n" + "\n".join(self.screen.display))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def answered(home: Path, *, rows: int = 50, **environment: str) -> Terminal:
    terminal = Terminal("call", "--scenario", "lighthouse-captions", "--seed", "1", home=home, rows=rows, **environment)
    terminal.see("Sorley", "You:", "hang up")
    return terminal


def test_a_whole_call_from_the_picker_to_the_scorecard(home: Path) -> None:
    terminal = Terminal("call", "--seed", "1", home=home)
    terminal.see("Which call would you like to rehearse?")
    terminal.type(KEYS["down"] + KEYS["up"] + "\r")
    terminal.see("You call", "Position", "Your goal", "It stops ringing.", "You:")
    terminal.type("Good morning, this is Maria Lopez.\r")
    terminal.see("Maria", "introduction")
    terminal.type("Thank you, goodbye.\r")
    terminal.hear_them_hang_up()
    terminal.see("Next time", "Try:")
    assert terminal.end() == 0


def test_the_toolbar_shows_time_stage_and_keys(home: Path) -> None:
    terminal = answered(home)
    terminal.see("0:0", "greeting", "F2 hint", "F4 take back", "Ctrl-D hang up")
    terminal.type(OPENING + "\r")
    terminal.see("introduction")


def test_a_hint_shows_a_line_made_for_this_call(home: Path) -> None:
    terminal = answered(home)
    terminal.type(OPENING + "\r")
    terminal.see("introduction")
    terminal.type(KEYS["F2"])
    terminal.see("the captions for the lighthouse museum.”")


def test_the_card_and_the_commands_are_there_on_request(home: Path) -> None:
    terminal = answered(home)
    terminal.screen.reset()
    terminal.type(KEYS["F3"])
    terminal.see("Beacon & Lane", "Your goal")
    terminal.type("/help\r")
    terminal.see("/undo", "/hint")
    terminal.type("/dance\r")
    terminal.see("/dance is no command here")


def test_a_line_can_be_taken_back(home: Path) -> None:
    terminal = answered(home)
    terminal.type("Maria Lopez here. You people are idiots.\r")
    terminal.see("F4 take back")
    terminal.type(KEYS["F4"])
    terminal.see("Taken back.", "greeting")
    terminal.type(OPENING + "\r")
    terminal.see("introduction")
    terminal.type("Thank you, goodbye.\r")
    terminal.hear_them_hang_up()
    terminal.end()
    transcript = History.open(f"sqlite:///{home}/ringback/history.sqlite3").transcript(1)
    assert "idiots" not in " ".join(turn.text for turn in transcript.turns)


def test_earlier_lines_come_back_with_the_arrow_key(home: Path) -> None:
    terminal = answered(home)
    terminal.type("hello there\r")
    terminal.see("You: hello there", "greeting")
    terminal.type(KEYS["up"])
    terminal.type("\r")
    terminal.see("F2 hint")
    terminal.see("You: hello there", times=2)


def test_hanging_up_is_confirmed_first(home: Path) -> None:
    terminal = answered(home, rows=90)  # so that the scorecard pushes nothing off the screen
    terminal.type(CTRL_D)
    terminal.see("Hang up now?")
    terminal.type("n\r")
    terminal.type(OPENING + "\r")
    terminal.see("introduction")
    terminal.type(CTRL_D)
    terminal.see("Hang up now?")
    terminal.type("y\r")
    terminal.see("You hang up.", "Score:")
    assert terminal.end() == 0


def test_a_sentence_instead_of_yes_is_said_into_the_phone(home: Path) -> None:
    terminal = answered(home)
    terminal.type(CTRL_D)
    terminal.see("Hang up now?")
    terminal.type(OPENING + "\r")
    terminal.see("You stay on the line.", f"You: {OPENING}", "introduction")


def test_words_typed_after_they_hung_up_reach_nobody(home: Path) -> None:
    terminal = answered(home)
    terminal.type("Thank you, goodbye.\r")
    terminal.see("Press Enter to see how it went.")
    terminal.type("echo one more thing\r")
    assert terminal.end() == 0
    assert "one more thing" not in terminal.text


def test_a_long_line_is_broken_between_words(home: Path) -> None:
    terminal = Terminal("call", "--scenario", "lighthouse-captions", "--seed", "1", home=home, columns=60)
    terminal.see("greeting")
    terminal.type("Good morning, Ms. Sorley, this is Maria Lopez, and I interviewed for it.\r")
    terminal.see("introduction")
    assert any(line.rstrip().endswith("and I") for line in terminal.screen.display)


def test_the_clock_goes_on_where_a_resumed_call_was(home: Path) -> None:
    terminal = answered(home)
    terminal.type(OPENING + "\r")
    terminal.see("introduction", "0:02")
    terminal.type("Do you have a moment?\r")
    terminal.see("Ms. Sorley:", "You:", times=3)  # the third prompt: what was said is kept
    terminal.child.kill(signal.SIGKILL)
    terminal.child.close()
    again = Terminal("call", "--resume", home=home)
    again.see("back in the call", "0:0")
    assert "0:00" not in again.text


def test_ctrl_c_clears_the_line_first_and_then_asks(home: Path) -> None:
    terminal = answered(home)
    terminal.type("half a sentence" + CTRL_C)
    terminal.see("You:")
    terminal.type(CTRL_C)
    terminal.see("Hang up now?")
    terminal.type(CTRL_C)
    terminal.see("Score:")
    assert terminal.end() == 0


def test_ctrl_c_at_the_picker_leaves_quietly(home: Path) -> None:
    terminal = Terminal("call", home=home)
    terminal.see("Which call would you like to rehearse?")
    terminal.type(CTRL_C)
    terminal.see("No call this time.")
    assert terminal.end() == 0


def test_ctrl_c_while_it_rings_leaves_without_a_traceback(home: Path) -> None:
    terminal = Terminal("call", "--scenario", "lighthouse-captions", home=home)
    terminal.see("The phone rings")
    terminal.type(CTRL_C)
    terminal.end()
    assert "Traceback" not in terminal.text


def test_a_pasted_page_is_one_turn(home: Path) -> None:
    terminal = answered(home)
    page = "\r".join(["Good morning, this is Maria Lopez."] * 3)
    terminal.type(f"\x1b[200~{page}\x1b[201~")
    terminal.type("\r")
    terminal.see("introduction")
    assert (
        terminal.text.count("What can I do") + terminal.text.count("How can I help") + terminal.text.count("mind?") == 1
    )


def test_a_call_whose_window_closes_is_kept_and_can_be_resumed(home: Path) -> None:
    terminal = answered(home)
    terminal.type(OPENING + "\r")
    terminal.see("introduction")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.close()
    history = History.open(f"sqlite:///{home}/ringback/history.sqlite3")
    (call,) = history.calls()
    assert not call.finished
    assert call.turns == 1
    again = Terminal("call", "--resume", home=home)
    again.see("back in the call", "Maria Lopez", "introduction")
    again.type("Is there any news?\r")
    again.see("still open")
    again.type("Thank you, goodbye.\r")
    again.hear_them_hang_up()
    again.see("Score:")
    assert again.end() == 0
    (call,) = history.calls()
    assert call.finished
    assert call.turns == 3
    times = [turn.started_ms or 0 for turn in history.transcript(call.id).turns]
    assert times == sorted(times)


def test_sixty_columns_are_enough(home: Path) -> None:
    terminal = Terminal("call", "--scenario", "lighthouse-captions", "--seed", "1", home=home, columns=60)
    terminal.see("greeting", "F2 hint", "Ctrl-D hang up")
    terminal.type("Good morning, this is Maria Lopez. Thank you, goodbye.\r")
    terminal.hear_them_hang_up()
    terminal.see("Next time")
    assert terminal.end() == 0
    assert "…" not in terminal.text


def test_without_colour_the_marks_are_still_there(home: Path) -> None:
    terminal = answered(home, NO_COLOR="1")
    terminal.type("Good morning, this is Maria Lopez. Thank you, goodbye.\r")
    terminal.hear_them_hang_up()
    terminal.see("+[words] earned points", "+[Good morning")
    assert terminal.end() == 0
    colours = {char.fg for line in terminal.screen.buffer.values() for char in line.values()}
    assert colours <= {"default"}


def test_json_on_a_terminal_keeps_standard_output_clean(home: Path) -> None:
    output = home / "call.json"
    terminal = Terminal("call", "--seed", "1", "--json", home=home, stdout=output)
    terminal.see("Its number:")
    terminal.type("1\r")
    terminal.see("You:")
    terminal.type("Good morning, this is Maria Lopez. Thank you, goodbye.\r")
    assert terminal.end() == 0
    assert set(json.loads(output.read_text(encoding="utf-8"))) == {"transcript", "scorecard"}


def test_a_dumb_terminal_gets_plain_prompts_and_commands(home: Path) -> None:
    terminal = Terminal("call", "--seed", "1", home=home, TERM="dumb")
    terminal.see("Its number:")
    terminal.type("nonsense\r1\r")
    terminal.see("You:")
    terminal.type("/hint\r")
    terminal.see("For example:")
    terminal.type("Good morning, this is Maria Lopez. Thank you, goodbye.\r")
    terminal.see("Next time")
    assert terminal.end() == 0


@pytest.mark.parametrize("kind", ["dumb", "xterm-256color"])
def test_what_looks_like_markup_is_shown_as_it_is(home: Path, kind: str) -> None:
    flags = ("--scenario", "lighthouse-captions", "--seed", "1", "--set", "topic=the [/b] key")
    terminal = Terminal("call", *flags, home=home, TERM=kind)
    terminal.see("You:")
    terminal.type("/[/dance]\r")
    terminal.see("/[/dance] is no command here")
    terminal.type(OPENING + "\r")
    terminal.type("/hint\r")
    terminal.see("the [/b] key.”")
    terminal.type("Thank you, goodbye.\r")
    if kind != "dumb":
        terminal.hear_them_hang_up()
    terminal.see("Next time")
    assert terminal.end() == 0

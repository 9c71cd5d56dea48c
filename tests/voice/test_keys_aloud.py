"""The keys of a call aloud, on a real pseudo-terminal."""

import os
import sys
from pathlib import Path

import pexpect
import pytest
from sound_card import SoundCard

WAIT_S = 90
F2, F3, F5, CTRL_D = "\x1bOQ", "\x1bOR", "\x1b[15~", "\x04"


def terminal(card: SoundCard, folder: Path) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "call", "--voice", "--scenario", "lighthouse-captions", "--seed", "1"],
        env={**os.environ, **card.environment, "XDG_DATA_HOME": str(folder), "TERM": "xterm-256color"},
        dimensions=(50, 100),
        encoding="utf-8",
        timeout=WAIT_S,
        cwd=str(Path(__file__).parent.parent.parent),
    )


@pytest.mark.slow
def test_a_hint_the_card_and_typing_are_a_key_away_and_the_terminal_is_left_as_it_was(
    card: SoundCard, folder: Path
) -> None:
    child = terminal(card, folder)
    child.expect("listening")
    child.send(F2)
    child.expect("For example")
    child.expect("listening")
    child.send(F3)
    child.expect("Your goal")
    child.expect("listening")
    child.send(F5)
    child.expect("The call goes on: type")
    child.expect("You:")  # the space after it is drawn by moving the cursor
    child.send("Hello, this is Alex Morgan.\r")
    child.expect("Ms. Sorley: ")
    child.expect("You:")  # what is pressed before the line can be edited is lost
    child.send(CTRL_D)
    child.expect("Hang up now")
    child.send("y\r")
    child.expect("Score: ")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.slow
def test_a_key_hangs_up(card: SoundCard, folder: Path) -> None:
    child = terminal(card, folder)
    child.expect("listening")
    child.send(CTRL_D)
    child.expect("You hang up")
    child.expect("Score: ")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0

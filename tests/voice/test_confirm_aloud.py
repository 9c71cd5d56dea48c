"""`ringback call --voice --confirm` on a real pseudo-terminal: what was heard is put right before it is answered."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from sound_card import SoundCard
from spoken_call import WAIT_S, Ear

from simulator.core.transcript import Turn
from simulator.storage import History

CTRL_A, CTRL_D, CTRL_K = "\x01", "\x04", "\x0b"
ANSWER_S = 1.0
"""A candidate who waits so long after the last sound has heard the other end out."""


@pytest.fixture
def ear(card: SoundCard) -> Iterator[Ear]:
    ear = Ear(card)
    yield ear
    ear.close()


@pytest.fixture
def child(card: SoundCard, folder: Path) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "call", "--voice", "--confirm", "--scenario", "lighthouse-captions", "--seed", "1"],
        env={**os.environ, **card.environment, "XDG_DATA_HOME": str(folder), "TERM": "xterm-256color"},
        dimensions=(50, 100),
        encoding="utf-8",
        timeout=WAIT_S,
        cwd=str(Path(__file__).parent.parent.parent),
    )


def speak_after_them(text: str, card: SoundCard, ear: Ear, folder: Path, child: "pexpect.spawn[str]") -> None:
    """Waits until the other end has spoken, reading the terminal meanwhile, and then speaks."""
    deadline = time.monotonic() + WAIT_S
    while not ear.last_sound or time.monotonic() - ear.last_sound < ANSWER_S:
        child.expect([pexpect.TIMEOUT, r".+"], timeout=0.1)
        assert time.monotonic() < deadline
    said = folder / "said.wav"
    subprocess.run(["flite", "-voice", "slt", "-t", text, "-o", str(said)], check=True)
    card.into_microphone(said).wait()


def kept_turns(child: "pexpect.spawn[str]", folder: Path) -> list[Turn]:
    """The candidate's turns in the history, once the call has been scored and the program has ended well."""
    child.expect("Score: ")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    history = History.open(f"sqlite:///{folder}/ringback/history.sqlite3")
    return [turn for turn in history.transcript(1).turns if turn.speaker == "candidate"]


@pytest.mark.slow
def test_what_was_heard_is_put_right_before_it_is_answered_and_kept_so(
    card: SoundCard, ear: Ear, folder: Path, child: "pexpect.spawn[str]"
) -> None:
    child.expect("Ms. Sorley")
    speak_after_them("Good morning. This is Alex Morgan.", card, ear, folder, child)
    child.expect("Is this what you said")
    child.expect("You:")
    corrected = "Good morning. This is Alex Morgan, the Exhibition Designer candidate."
    child.send(CTRL_A + CTRL_K + corrected + "\r")
    child.expect("Ms. Sorley: ")
    speak_after_them("Thank you very much for your time. Goodbye.", card, ear, folder, child)
    child.expect("Is this what you said")
    child.expect("You:")
    child.send("\r")  # as it was heard
    if child.expect(["Press Enter to see how it went", "listening"]) == 0:
        child.send("\r")
    else:  # the goodbye was misheard
        child.send(CTRL_D)
    first, second = kept_turns(child, folder)
    assert first.text == corrected
    assert first.words
    assert second.text


@pytest.mark.slow
def test_an_emptied_line_keeps_what_was_heard_and_ctrl_c_leaves_it_too(
    card: SoundCard, ear: Ear, folder: Path, child: "pexpect.spawn[str]"
) -> None:
    child.expect("Ms. Sorley")
    for keys in (CTRL_A + CTRL_K + "\r", "\x03"):
        speak_after_them("Good morning. This is Alex Morgan.", card, ear, folder, child)
        child.expect("Is this what you said")
        child.expect("You:")
        child.send(keys)
        child.expect("Ms. Sorley: ")
    child.expect("listening")
    child.send(CTRL_D)
    turns = kept_turns(child, folder)
    assert len(turns) == 2
    assert all(turn.text for turn in turns)

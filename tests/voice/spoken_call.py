"""A whole call aloud: the real program, a voice of flite for the candidate, and an ear at the program's speaker."""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from sound_card import RATE_HZ, SoundCard

WAIT_S = 90
"""Nothing in a call takes longer, even on a machine that does much else."""
_LOUD = 200
_SILENCE_S = 0.8
_REST_S = 3.0
_CHUNK = RATE_HZ // 20


class Ear:
    """Hears what the program plays."""

    def __init__(self, card: SoundCard) -> None:
        self._process = subprocess.Popen(
            ["parec", "--device=speaker.monitor", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le",
             "--latency-msec=20"],
            env={**os.environ, **card.environment},
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self.last_sound = 0.0
        """When something was heard last, on the monotonic clock."""
        self.onsets: list[float] = []
        """When something was heard after a silence."""
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stdout
        while chunk := self._process.stdout.read(2 * _CHUNK):
            samples = np.frombuffer(chunk, dtype="<i2").astype(np.int32)
            if len(samples) and np.abs(samples).max() > _LOUD:
                now = time.monotonic()
                if now - self.last_sound > _SILENCE_S:
                    self.onsets.append(now)
                self.last_sound = now

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()


class SpokenCall:
    """Runs from entering it to leaving it."""

    def __init__(self, card: SoundCard, home: Path, *arguments: str, hears: bool = True, **environment: str) -> None:
        """`hears`: whether there is a speaker to listen at."""
        self._card = card
        self._home = home
        self._arguments = arguments
        self._environment = environment
        self._hears = hears
        self.lines: list[str] = []
        """What the program has printed."""

    def __enter__(self) -> Self:
        self.ear = Ear(self._card) if self._hears else None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulator", "call", "--voice", "--seed", "1", *self._arguments],
            env={
                **os.environ,
                **self._card.environment,
                "XDG_DATA_HOME": str(self._home),
                "XDG_CACHE_HOME": str(self._home / "cache"),
                "COLUMNS": "500",
                "PYTHONUNBUFFERED": "1",
                **self._environment,
            },
            cwd=Path(__file__).parent.parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        if self.ear:
            self.ear.close()

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def see(self, pattern: str, after: int = 0) -> int:
        """Waits for a line that matches; returns the number of the line after it."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            for number in range(after, len(self.lines)):
                if re.search(pattern, self.lines[number]):
                    return number + 1
            if self._process.poll() is not None and number_of_lines_settled(self.lines):
                break
            time.sleep(0.05)
        raise AssertionError(f"{pattern!r} was not printed:\n{self.text}")

    def wait_until_they_finish(self) -> None:
        """Waits until the other end says something from now on, and is silent again."""
        assert self.ear
        began = time.monotonic()
        deadline = began + WAIT_S
        while time.monotonic() < deadline:
            if self.ear.last_sound > began and time.monotonic() - self.ear.last_sound > _SILENCE_S:
                return
            time.sleep(0.05)
        raise AssertionError(f"The other end does not stop:\n{self.text}")

    def wait_until_the_screen_rests(self) -> None:
        """Waits until no line was added, and nothing was heard, for a while."""
        assert self.ear
        deadline = time.monotonic() + WAIT_S
        lines, since = len(self.lines), time.monotonic()
        while time.monotonic() < deadline:
            if len(self.lines) != lines:
                lines, since = len(self.lines), time.monotonic()
            if time.monotonic() - max(since, self.ear.last_sound) > _REST_S:
                return
            time.sleep(0.05)
        raise AssertionError(f"The call does not rest:\n{self.text}")

    def say(self, text: str, voice: str = "slt") -> float:
        """Speaks into the microphone; returns when the last sound was spoken, on the monotonic clock."""
        path = self._home / "said.wav"
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(path)], check=True)
        self._card.into_microphone(path).wait()
        return time.monotonic()

    def type(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def end(self) -> int:
        """Waits for the program to end; its exit code."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        code = self._process.wait(WAIT_S)
        time.sleep(0.2)
        return code

    def _read(self) -> None:
        assert self._process.stdout
        try:
            for line in self._process.stdout:
                self.lines.append(line)
        except ValueError:
            return  # closed


def number_of_lines_settled(lines: list[str]) -> bool:
    """Whether nothing more comes: the reader may be a moment behind the end of the program."""
    before = len(lines)
    time.sleep(0.3)
    return len(lines) == before

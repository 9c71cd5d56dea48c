"""An engine in a process of its own, which is ended and started anew when a line takes too long: engines hang, and some
can be started only once in a process."""

import json
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

from audio.sound import Sound
from audio.speakers import Voice
from audio.wave_file import read_wave
from simulator.errors import AudioError

_START_SECONDS = 15.0
"""For the first answer of a new process: voices are loaded."""
_LINE_SECONDS = 5.0
"""For a line; espeak-ng needs 0.05."""


class SpeakingProcess:
    """Speaks through a process, restarted when it is stuck or gone."""

    def __init__(
        self,
        name: str,
        worker: tuple[str, ...],
        *,
        start_seconds: float = _START_SECONDS,
        line_seconds: float = _LINE_SECONDS,
    ) -> None:
        """`worker`: the command of the process; it answers each line of JSON with one, and with a sound in a file."""
        self.name = name
        self._command = worker
        self._start_seconds = start_seconds
        self._line_seconds = line_seconds
        self._process: _Process | None = None
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="ringback-voice-")

    def say(self, text: str, voice: Voice) -> Sound:
        with self._lock:
            try:
                return self._said(text, voice)
            except _StuckError:
                # Once more in a new process; what is stuck twice is not worth a third wait.
                try:
                    return self._said(text, voice)
                except _StuckError as error:
                    raise AudioError(
                        f"The speech engine did not answer: {error}.", remedy="`ringback doctor` says what is missing."
                    ) from error

    def close(self) -> None:
        with self._lock:
            self._end()
            with suppress(OSError):
                self._folder.cleanup()

    def _said(self, text: str, voice: Voice) -> Sound:
        seconds = self._line_seconds
        if self._process is None:
            self._process, seconds = _Process(self._command), self._start_seconds
        path = Path(self._folder.name) / "line.wav"
        wish = {
            "text": text,
            "path": str(path),
            "gender": voice.gender.value,
            "words_a_minute": voice.words_a_minute,
            "pitch": voice.pitch,
        }
        try:
            answer = self._process.ask(wish, seconds)
        except _StuckError:
            self._end()
            raise
        if problem := answer.get("problem"):
            raise AudioError(f"The speech engine failed: {problem}.", remedy="`ringback doctor` says what is missing.")
        sound = read_wave(path)
        path.unlink(missing_ok=True)
        return sound

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


class _StuckError(Exception):
    """The process does not answer, or has gone."""


class _Process:
    """A running process that answers a line of JSON with a line of JSON."""

    def __init__(self, command: tuple[str, ...]) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        except OSError as error:
            raise AudioError(f"The speech engine cannot be started: {error.strerror}.") from error
        self._answers: Queue[str] = Queue()
        threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True).start()

    def ask(self, wish: dict[str, Any], seconds: float) -> dict[str, Any]:
        if self._process.stdin is None:
            raise _StuckError("it has no input")
        try:
            self._process.stdin.write(json.dumps(wish) + "\n")
            self._process.stdin.flush()
            line = self._answers.get(timeout=seconds)
            answer: dict[str, Any] = json.loads(line)
        except Empty:
            raise _StuckError(f"it took more than {seconds:g} s") from None
        except (OSError, ValueError):
            raise _StuckError("it has ended") from None
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _read(self, lines: IO[str] | None) -> None:
        # Closed from the other side while it is read, it ends in a ValueError.
        with suppress(ValueError):
            for line in lines or ():
                self._answers.put(line)
        self._answers.put("")

"""A sound card that is none: PulseAudio with two null sinks in a runtime directory of its own. What is played into one
is what the program's microphone hears; what the program plays goes into the other."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

NEEDED = ("pulseaudio", "pactl", "pacat", "parec", "flite")
RATE_HZ = 16_000


def missing() -> list[str]:
    """What this machine lacks for it."""
    return [name for name in NEEDED if shutil.which(name) is None]


class SoundCard:
    """Runs from entering it to leaving it."""

    def __init__(self, folder: Path, *, microphone: bool = True, speaker: bool = True) -> None:
        self._folder = folder
        self._microphone = microphone
        self._speaker = speaker
        self._server: subprocess.Popen[bytes] | None = None
        self._modules: dict[str, str] = {}

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to find it."""
        return {
            "PULSE_RUNTIME_PATH": str(self._folder),
            "PULSE_SERVER": f"unix:{self._folder}/native",
            "PULSE_COOKIE": str(self._folder / "cookie"),
            "HOME": str(self._folder),
            "ALSA_CONFIG_PATH": str(self._folder / "asound.conf"),
            "ALSA_CARD": "",
        }

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        # ALSA, which PortAudio knows, has one device: PulseAudio.
        ways = [("playback", self._speaker), ("capture", self._microphone)]
        sides = " ".join(f"{way}.pcm {{ type pulse }}" for way, there in ways if there)
        (self._folder / "asound.conf").write_text(
            "pcm.!default { type asym " + sides + " }\nctl.!default { type pulse }\n"
        )
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes",
                "--log-level=error", "--realtime=no", "--high-priority=no",
                "-L", f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            ],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        if self._speaker:
            self.plug("speaker")
            self.control("set-default-sink", "speaker")
        if self._microphone:
            self.plug("microphone")
            self.control("set-default-source", "microphone.monitor")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends the sound server, if it runs."""
        if self._server is not None:
            self._server.send_signal(signal.SIGTERM)
            try:
                self._server.wait(5)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()

    def plug(self, name: str) -> None:
        done = self.control("load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE_HZ}", "channels=1")
        self._modules[name] = done.strip()

    def unplug(self, name: str) -> None:
        self.control("unload-module", self._modules.pop(name))

    def control(self, *arguments: str) -> str:
        done = subprocess.run(
            ["pactl", *arguments], env={**os.environ, **self.environment}, capture_output=True, text=True, check=True
        )
        return done.stdout

    def into_microphone(self, path: Path) -> "subprocess.Popen[bytes]":
        """Plays a WAV file to the program."""
        return subprocess.Popen(["paplay", "--device=microphone", str(path)], env={**os.environ, **self.environment})

    def from_speaker(self, path: Path) -> "subprocess.Popen[bytes]":
        """Records what the program plays, until terminated, as a WAV file."""
        return subprocess.Popen(
            ["parec", "--device=speaker.monitor", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le",
             "--file-format=wav", "--latency-msec=20", str(path)],
            env={**os.environ, **self.environment},
        )  # fmt: skip

    def _wait(self) -> None:
        for _ in range(100):
            with suppress(subprocess.CalledProcessError):
                self.control("info")
                return
            time.sleep(0.05)
        raise TimeoutError("PulseAudio did not start")


def need_sound() -> None:
    """Skips where there is no virtual sound card, except in CI, which installs one."""
    lacking = missing()
    if lacking and not os.environ.get("RINGBACK_TESTS_NEED_SOUND"):
        pytest.skip(f"needs {', '.join(lacking)}; .ci/run installs them")
    assert not lacking

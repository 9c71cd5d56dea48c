"""The system's voices, and what keeps them ready."""

import shutil
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from audio.sound import Sound
from audio.speakers import Gender, Speaker, Voice
from audio.speakers.ahead import SpeakingAhead
from audio.speakers.cached import CachedSpeaker, trimmed
from audio.speakers.speaking_process import SpeakingProcess
from audio.speakers.system_voices import system_voices
from simulator.errors import AudioError

SHE, HE = Voice(Gender.FEMALE), Voice(Gender.MALE)
needs_voices = pytest.mark.skipif(
    not shutil.which("espeak-ng") and sys.platform == "linux", reason="needs espeak-ng; .ci/run installs it"
)
HANGS = (sys.executable, "-c", "import time; time.sleep(60)")
ENDS = (sys.executable, "-c", "pass")


class Counting:
    """A speaker that says silence, and counts."""

    name = "counting"

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str, voice: Voice) -> Sound:
        del voice
        self.said.append(text)
        if text == "broken":
            raise AudioError("It is broken.")
        return Sound(np.full(1_600, 5_000, np.int16))

    def close(self) -> None:
        """Nothing runs."""


@needs_voices
def test_two_hundred_lines_in_a_row_are_spoken_without_a_hang_and_each_in_full() -> None:
    speaker = system_voices()
    try:
        spoken = {}
        for number in range(200):
            text = "Good morning, this is Ingrid. " * (1 + number % 3)
            voice = (SHE, HE)[number % 2]
            length = speaker.say(text, voice).duration_ms
            assert spoken.setdefault((text, voice), length) == pytest.approx(length, abs=120)
    finally:
        speaker.close()
    one, two, three = (spoken["Good morning, this is Ingrid. " * times, voice] for times, voice in
                       ((1, SHE), (2, HE), (3, SHE)))  # fmt: skip
    assert one < two < three


@needs_voices
def test_she_and_he_sound_different_and_fast_is_shorter_than_slow() -> None:
    speaker = system_voices()
    try:
        she, he = (speaker.say("Good morning.", voice).samples for voice in (SHE, HE))
        assert len(she) != len(he) or np.any(she != he)
        fast = speaker.say("Good morning to you.", Voice(Gender.MALE, 220)).duration_ms
        slow = speaker.say("Good morning to you.", Voice(Gender.MALE, 120)).duration_ms
        assert fast < slow
    finally:
        speaker.close()


@pytest.mark.parametrize("worker", [HANGS, ENDS], ids=["hangs", "ends"])
def test_an_engine_that_is_stuck_is_given_up_in_time(worker: tuple[str, ...]) -> None:
    speaker = SpeakingProcess("stuck", worker, start_seconds=0.5, line_seconds=0.5)
    began = time.monotonic()
    with pytest.raises(AudioError, match="did not answer"):
        speaker.say("Hello?", SHE)
    assert time.monotonic() - began < 10
    speaker.close()


@needs_voices
def test_an_engine_that_is_stuck_once_is_restarted_and_speaks(tmp_path: Path) -> None:
    mark = tmp_path / "was here"
    worker = (
        f"import pathlib, runpy, time\nmark = pathlib.Path({str(mark)!r})\n"
        "if not mark.exists():\n    mark.touch()\n    time.sleep(60)\n"
        "runpy.run_module('audio.speakers.system_voices_process', run_name='__main__')"
    )
    speaker = SpeakingProcess("pyttsx3", (sys.executable, "-c", worker), start_seconds=5)
    assert speaker.say("Hello?", SHE).duration_ms > 100
    speaker.close()


def test_a_line_is_synthesised_once_and_then_comes_from_the_disk(tmp_path: Path) -> None:
    for _ in range(2):
        engine = Counting()
        speaker: Speaker = CachedSpeaker(engine, tmp_path / "speech")
        speaker.say("Hello?", SHE)
        speaker.say("Hello?", SHE)
        speaker.say("Hello?", HE)
    assert engine.said == []
    assert len(list((tmp_path / "speech").glob("*.wav"))) == 2
    assert (tmp_path / "speech").stat().st_mode & 0o077 == 0


def test_a_broken_file_in_the_cache_is_made_anew(tmp_path: Path) -> None:
    speaker = CachedSpeaker(Counting(), tmp_path)
    speaker.say("Hello?", SHE)
    (file,) = tmp_path.glob("*.wav")
    file.write_bytes(b"RIFF")
    assert speaker.say("Hello?", SHE).duration_ms == 100


def test_without_a_place_for_the_cache_it_still_speaks(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert CachedSpeaker(Counting(), tmp_path / "file" / "speech").say("Hello?", SHE).duration_ms == 100


def test_a_line_without_a_word_is_silence(tmp_path: Path) -> None:
    engine = Counting()
    assert CachedSpeaker(engine, tmp_path).say("… !", SHE).duration_ms == 0
    assert engine.said == []


def test_silence_around_a_line_is_cut_and_its_sound_kept() -> None:
    sound = np.concatenate((np.zeros(8_000), np.full(1_600, 4_000), np.zeros(8_000))).astype(np.int16)
    assert 100 <= trimmed(Sound(sound)).duration_ms <= 160


def test_a_line_prepared_is_there_at_once_and_a_failed_one_is_tried_anew() -> None:
    engine = Counting()
    speaking = SpeakingAhead(engine)
    speaking.prepare("Hello?", SHE)
    speaking.say("Hello?", SHE)
    assert speaking.is_ready("Hello?", SHE)
    assert engine.said == ["Hello?"]
    for _ in range(2):
        with pytest.raises(AudioError):
            speaking.say("broken", SHE)
    assert engine.said == ["Hello?", "broken", "broken"]
    speaking.close()

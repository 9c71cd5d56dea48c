"""The sound of a turn is the part of the call's recording in which it was said."""

import io
import wave
from pathlib import Path

import numpy as np
import pytest

from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.reports.sound_of_turns import sound_of_turns

RATE = 16000
CALL = Transcript(
    ScenarioKind.PENDING,
    Facts(),
    (
        Turn(Speaker.INTERVIEWER, "Hello?", 0, 1000),
        Turn(Speaker.CANDIDATE, "Good morning.", 2000, 3000),
        Turn(Speaker.INTERVIEWER, "(typed, not heard)", 3500, 3500),
        Turn(Speaker.CANDIDATE, "After the recording ended.", 60_000, 61_000),
        Turn(Speaker.CANDIDATE, "When, nobody knows."),
    ),
)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Four seconds: the candidate on the left from 2 s to 3 s, the other end on the right in the first second."""
    sides = np.zeros((4 * RATE, 2), dtype="<i2")
    sides[:RATE, 1] = 1000
    sides[2 * RATE : 3 * RATE, 0] = 2000
    path = tmp_path / "1.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sides.tobytes())
    return path


def heard(data: bytes) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    with wave.open(io.BytesIO(data), "rb") as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def test_each_turn_that_was_recorded_is_cut_out_whole(recording: Path) -> None:
    sounds = sound_of_turns(recording, CALL)
    assert list(sounds) == [0, 1]
    for index, loudness in ((0, 1000), (1, 2000)):
        assert sounds[index].mime == "audio/wav"
        assert np.count_nonzero(heard(sounds[index].data) == loudness) == RATE
        assert RATE <= len(heard(sounds[index].data)) <= 1.5 * RATE


@pytest.mark.parametrize("content", [None, b"", b"RIFF", b"not a recording at all"])
def test_a_recording_that_cannot_be_read_leaves_the_report_without_sound(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "broken.wav"
    if content is not None:
        path.write_bytes(content)
    assert sound_of_turns(path, CALL) == {}


def test_a_call_without_a_recording_has_no_sound() -> None:
    assert sound_of_turns(None, CALL) == {}


def test_a_recording_that_a_crash_cut_short_is_played_as_far_as_it_goes(recording: Path) -> None:
    whole = recording.read_bytes()
    recording.write_bytes(whole[: 44 + 4 * RATE * 5 // 2 + 3])
    sounds = sound_of_turns(recording, CALL)
    assert list(sounds) == [0, 1]
    assert 0 < np.count_nonzero(heard(sounds[1].data)) < RATE

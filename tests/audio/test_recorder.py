"""The recording of a call."""

import stat
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audio.recorder import Recorder
from audio.sound import RATE_HZ, Sound


def read(path: Path) -> npt.NDArray[np.int16]:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)


def second(value: int) -> npt.NDArray[np.int16]:
    return np.full(RATE_HZ, value, np.int16)


def test_both_sides_stand_at_their_times_on_channels_of_their_own(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.hear(second(1))
    recorder.write_to(tmp_path / "calls" / "1.wav")
    recorder.hear(second(2))
    recorder.play(Sound(second(9)), 1_500)
    recorder.hear(second(3))
    recorder.close()
    both = read(tmp_path / "calls" / "1.wav")
    assert len(both) == 3 * RATE_HZ
    assert [both[RATE_HZ * at // 2, 0] for at in range(6)] == [1, 1, 2, 2, 3, 3]
    assert [both[RATE_HZ * at // 2, 1] for at in range(6)] == [0, 0, 0, 9, 9, 0]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.write_to(tmp_path / "calls" / "1.wav")
    recorder.close()
    assert stat.S_IMODE((tmp_path / "calls" / "1.wav").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "calls").stat().st_mode) == 0o700


def test_what_was_flushed_survives_a_crash(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.write_to(tmp_path / "1.wav")
    recorder.hear(second(5))
    recorder.flush()
    assert len(read(tmp_path / "1.wav")) == RATE_HZ  # before it is closed
    recorder.close()


def test_a_call_that_goes_on_keeps_what_was_recorded_before(tmp_path: Path) -> None:
    first = Recorder()
    first.write_to(tmp_path / "1.wav")
    first.hear(second(1))
    first.play(Sound(second(8)), 0)
    first.close()
    then = Recorder()
    then.skip(2_000)
    then.write_to(tmp_path / "1.wav")
    then.hear(second(3))
    then.close()
    both = read(tmp_path / "1.wav")
    assert [tuple(both[RATE_HZ * at + 10]) for at in range(3)] == [(1, 8), (0, 0), (3, 0)]


def test_the_last_line_is_recorded_though_the_candidate_has_hung_up(tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.write_to(tmp_path / "1.wav")
    recorder.hear(second(1))
    recorder.play(Sound(second(9)), 900)
    recorder.close()
    assert len(read(tmp_path / "1.wav")) == RATE_HZ * 19 // 10

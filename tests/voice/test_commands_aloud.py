"""The commands around calls aloud."""

import json
import os
import stat
import subprocess
import sys
import wave
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from sound_card import SoundCard
from spoken_call import Ear

from audio.recorder import Recorder
from audio.sound import RATE_HZ, Sound
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.storage import History

NO_CARD = {"PULSE_SERVER": "unix:/nonexistent"}
CALL = Transcript(
    ScenarioKind.PENDING,
    Facts(contact="Ms. Ingrid Sorley", company="Beacon & Lane", position="Exhibition Designer"),
    (
        Turn(Speaker.INTERVIEWER, "Beacon and Lane, Ingrid speaking.", 0, 1_000),
        Turn(Speaker.CANDIDATE, "good morning this is alex morgan have you made a derision yet", 1_500, 2_500),
    ),
)


def ringback(
    *arguments: str, home: Path, stdin: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "XDG_DATA_HOME": str(home), **(environment or {})}
    command = [sys.executable, "-m", "simulator", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, timeout=120, check=False, env=settings,
        cwd=Path(__file__).parent.parent.parent,
    )  # fmt: skip


@pytest.fixture
def history(folder: Path) -> History:
    history = History.open(f"sqlite:///{folder}/ringback/history.sqlite3")
    history.begin(CALL, datetime(2026, 11, 28, tzinfo=UTC))
    history.finish(1, 10)
    return history


def record(history: History) -> None:
    recorder = Recorder()
    path = history.recording(1)
    assert path
    recorder.write_to(path)
    tone = (8_000 * np.sin(np.arange(RATE_HZ) / 5)).astype(np.int16)
    recorder.play(Sound(tone), 0)
    recorder.hear(np.zeros(RATE_HZ * 3 // 2, np.int16))
    recorder.hear(tone)
    recorder.close()


def test_a_call_is_played_with_its_words_and_so_is_one_turn(card: SoundCard, folder: Path, history: History) -> None:
    record(history)
    ear = Ear(card)
    done = ringback("play", "1", home=folder, environment=card.environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"Ms. Sorley: {CALL.turns[0].text}", f"You: {CALL.turns[1].text}"]
    assert ear.last_sound
    ear.close()
    done = ringback("play", "1", "--turn", "1", home=folder, environment=card.environment)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [CALL.turns[1].text]


def test_what_cannot_be_played_is_told(folder: Path, history: History) -> None:
    for arguments, message in (
        (("1",), "There is no recording of call 1"),
        (("7",), "There is no call 7"),
    ):
        done = ringback("play", *arguments, home=folder)
        assert done.returncode == 1
        assert message in done.stderr
    record(history)
    done = ringback("play", "1", "--turn", "9", home=folder)
    assert done.returncode == 1
    assert "the turns of this call are 0 to 1" in done.stderr


def test_a_corrected_word_changes_transcript_and_score(folder: Path, history: History) -> None:
    said = "Good morning, this is Alex Morgan. Have you made a decision yet?"
    done = ringback("correct", "1", home=folder, stdin=said + "\n")
    assert done.returncode == 0, done.stderr
    assert history.transcript(1).turns[1].text == said
    (summary,) = history.calls()
    assert summary.score is not None
    assert f"Score: {summary.score:.0f} of 100" in done.stdout


def test_an_empty_line_and_the_end_of_input_keep_what_was_heard(folder: Path, history: History) -> None:
    for stdin in ("\n", ""):
        assert ringback("correct", "1", home=folder, stdin=stdin).returncode == 0
        assert history.transcript(1).turns == CALL.turns


def test_the_doctor_names_what_is_missing_and_what_mends_it(folder: Path) -> None:
    done = ringback("doctor", "--json", "--silent", home=folder, environment=NO_CARD)
    found = {one["part"]: one for one in json.loads(done.stdout)}
    assert {"terminal", "database", "understanding", "voices", "ears: sphinx", "microphone", "speaker"} <= set(found)
    for one in found.values():
        assert one["fine"] or one["remedy"]
    assert found["database"]["fine"]
    assert done.returncode == int(not all(one["fine"] for one in found.values() if one["needed"]))
    assert "Traceback" not in done.stderr


def test_the_doctor_outlives_a_sound_library_that_gives_up(folder: Path) -> None:
    (folder / "empty").touch()
    nothing = {**NO_CARD, "ALSA_CONFIG_PATH": str(folder / "empty")}
    done = ringback("doctor", "--json", "--silent", home=folder, environment=nothing)
    assert done.returncode == 1
    found = {one["part"]: one for one in json.loads(done.stdout)}
    assert "settings of ALSA" in found["microphone"]["what"]
    assert "libasound2-data" in found["speaker"]["remedy"]


@pytest.mark.slow
def test_the_doctor_records_and_plays_two_seconds(card: SoundCard, folder: Path) -> None:
    ear = Ear(card)
    done = ringback("doctor", home=folder, environment=card.environment)
    assert "missing  microphone" in done.stdout  # a null sink into which nothing is played: like a muted microphone
    assert "pactl set-source-mute" in done.stdout
    assert "ok       speaker" in done.stdout
    assert ear.last_sound
    ear.close()


@pytest.mark.slow
def test_a_script_is_read_heard_and_kept(card: SoundCard, folder: Path) -> None:
    script, said = folder / "script.txt", folder / "said.wav"
    script.write_text("Good morning. I am calling about the interview that I had last week. Thank you for your time.")
    subprocess.run(["flite", "-t", script.read_text(), "-o", str(said)], check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", "record", str(script), "--output", str(folder / "takes")],
        env={**os.environ, **card.environment, "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write("\n")
    process.stdin.flush()
    printed = ""
    while "Recording" not in printed:
        printed += process.stdout.readline()
    card.into_microphone(said).wait()
    out, _ = process.communicate("\nk\n", timeout=90)
    assert "Pace: " in out
    # Not all of it: on a busy machine the virtual sound card drops a syllable now and then.
    assert sum(word in out.lower() for word in ("morning", "calling", "interview", "week", "thank", "time")) >= 3
    (kept,) = (folder / "takes").glob("*.wav")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with wave.open(str(kept)) as file:
        assert file.getnframes() / file.getframerate() > 2

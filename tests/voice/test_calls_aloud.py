"""Whole calls by voice, from the first ring to the scorecard."""

import json
import stat
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from sound_card import SoundCard
from spoken_call import SpokenCall

from simulator.storage import History

PENDING = (
    "Good morning. This is Alex Morgan. I interviewed for the exhibition designer position last Tuesday.",
    "I was wondering if you have made a decision yet.",
    "Thank you very much for your time. Goodbye.",
)


def talk(call: SpokenCall, *turns: str) -> None:
    seen = call.see("It stops ringing")
    for turn in turns:
        seen = call.see(r"^(?!You)[A-Z][\w. ]+: ", seen)
        call.wait_until_they_finish()
        call.say(turn)
        seen = call.see("^You: ", seen)


def test_a_whole_call_is_spoken_from_ring_to_scorecard_and_recorded(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, "--scenario", "lighthouse-captions") as call:
        talk(call, *PENDING)
        call.see("Score: ")
        assert call.end() == 0
    history = History.open(f"sqlite:///{folder}/ringback/history.sqlite3")
    (summary,) = history.calls()
    assert summary.finished
    turns = history.transcript(summary.id).turns
    said = " ".join(turn.text for turn in turns if turn.speaker == "candidate")
    # Not all of it: on a busy machine the virtual sound card drops a syllable now and then.
    assert sum(word in said.lower() for word in ("morgan", "interviewed", "decision", "time", "goodbye")) >= 3
    for before, after in pairwise(turns):
        assert before.started_ms is not None
        assert before.ended_ms is not None
        assert after.started_ms is not None
        assert before.started_ms < before.ended_ms
        assert before.started_ms < after.started_ms
    recording = history.recording(summary.id)
    assert recording
    assert stat.S_IMODE(recording.stat().st_mode) == 0o600
    with wave.open(str(recording)) as file:
        assert file.getnchannels() == 2
        assert turns[-1].ended_ms is not None
        assert file.getnframes() / file.getframerate() * 1000 >= turns[-1].ended_ms - 500
    history.delete(summary.id)
    assert not recording.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "turns"),
    [
        (
            "weekend-discharges",
            (
                "Hello, this is Alex Morgan. I interviewed for the nurse position last week.",
                "I wanted to ask whether you have made a decision.",
                "I understand. Thank you for telling me. Please keep me in mind for the future.",
                "Thank you for your time. Goodbye.",
            ),
        ),
        (
            "breakfast-waste",
            (
                "Good morning. This is Alex Morgan. I interviewed for the chef position last week.",
                "I can tell that it is a busy day. I was wondering if you have made a decision.",
                "I'm sorry to bother you. Should I send you an email instead?",
                "Thank you for your time. Goodbye.",
            ),
        ),
        (
            "leftover-rye-dough",
            (
                (
                    "Good morning. This is Alex Morgan. I interviewed for the baker position last week. "
                    "I am calling to ask whether you have made a decision. Thank you for your time. Goodbye."
                ),
            ),
        ),
    ],
)
def test_calls_of_other_kinds_are_spoken_to_their_end(
    card: SoundCard, folder: Path, scenario: str, turns: tuple[str, ...]
) -> None:
    with SpokenCall(card, folder, "--scenario", scenario, "--no-recording") as call:
        talk(call, *turns)
        call.see("Score: ")
        assert call.end() == 0
    assert not (folder / "ringback" / "recordings").exists()


@pytest.mark.slow
def test_json_stands_alone_on_standard_output(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, "--scenario", "lighthouse-captions", "--json") as call:
        call.wait_until_they_finish()
        call.wait_until_they_finish()
        call.say("This is Alex Morgan. I have to go. Goodbye.")
        assert call.end() == 0
    assert json.loads(call.text)["transcript"]["turns"]


@pytest.mark.slow
def test_the_other_end_stops_when_it_is_interrupted(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, "--scenario", "lighthouse-captions") as call:
        talk(call, PENDING[0])
        call.see("^Ms. Sorley: .{60}")  # a long line, which has only just begun
        call.say("Sorry, can I just ask whether you have made a decision?")
        call.see("^You: .*decision")
        call.wait_until_they_finish()
        call.say("Thank you very much for your time. Goodbye.")
        call.see("Score: ")
        assert call.end() == 0
    turns = History.open(f"sqlite:///{folder}/ringback/history.sqlite3").transcript(1).turns
    interrupted, interruption = turns[2], turns[3]
    assert interrupted.started_ms is not None
    assert interrupted.ended_ms is not None
    assert interruption.started_ms is not None
    assert interruption.started_ms < interrupted.ended_ms + 300
    words_a_second = len(interrupted.text.split()) / max(interrupted.ended_ms - interrupted.started_ms, 1) * 1000
    assert words_a_second > 4.5  # nobody speaks so fast: the rest was not said

"""The words of a spoken turn are kept wherever the turn is, and shown in the reports."""

import io
import json
from datetime import UTC, datetime

import numpy as np
import pytest
from rich.console import Console

from audio.listeners import HeardSpeech, HeardWord
from audio.loudness import SILENCE_DB, loudness_db
from audio.sound import RATE_HZ
from simulator.bootstrap import scorecard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, SpokenWord, Transcript, Turn
from simulator.reports import FORMATS
from simulator.reports.delivery import NOTE, TITLE
from simulator.reports.terminal_report import print_report
from simulator.spoken_words import spoken_words
from simulator.storage import History
from simulator.transcript_file import parse_transcript, to_json

SAID = (
    "um hello this is Alex Morgan i was uh wondering whether you have made a decision about the position yet thank you"
)
WORDS = tuple(
    SpokenWord(word, 1000 + 400 * at, 1300 + 400 * at, 0.125 if word == "yet" else 0.9, -20.5 - at % 5)
    for at, word in enumerate(SAID.split())
)
SPOKEN = Transcript(
    ScenarioKind.PENDING,
    Facts("Ms. Ingrid Sorley", "Beacon & Lane", "Exhibition Designer", "Alex Morgan"),
    (Turn(Speaker.INTERVIEWER, "Hello?", 0, 900), Turn(Speaker.CANDIDATE, SAID, 1000, 9700, words=WORDS)),
)
TYPED = Transcript(SPOKEN.kind, SPOKEN.facts, (Turn(Speaker.CANDIDATE, SAID, 0, 100),))


def test_what_was_heard_gets_its_time_in_the_call_and_its_loudness() -> None:
    sound = np.concatenate([np.zeros(RATE_HZ, np.int16), np.full(RATE_HZ, 32767, np.int16)])
    heard = HeardSpeech((HeardWord("so", 0, 900, 0.12345), HeardWord("loud", 1000, 2000, 1.0)), "sphinx")
    quiet, loud = spoken_words(heard, 5000, sound)
    assert quiet == SpokenWord("so", 5000, 5900, 0.123, SILENCE_DB)
    assert loud == SpokenWord("loud", 6000, 7000, 1.0, 0)
    assert spoken_words(heard, 0)[0].loudness_db is None
    assert loudness_db(np.full(100, 3277, np.int16)) == pytest.approx(-20, abs=0.01)
    assert loudness_db(np.zeros(0, np.int16)) == SILENCE_DB


def test_the_public_form_keeps_them() -> None:
    assert parse_transcript(json.loads(json.dumps(to_json(SPOKEN))), "call") == SPOKEN


def test_the_history_keeps_them() -> None:
    history = History.open("sqlite://")
    call_id = history.begin(SPOKEN, datetime(2026, 1, 5, tzinfo=UTC))
    assert history.transcript(call_id).turns == SPOKEN.turns


@pytest.mark.parametrize(
    "words",
    [
        12,
        "hello",
        ["hello"],
        [{"word": "a", "started_ms": 5}],
        [{"word": "a", "started_ms": 5, "ended_ms": 4}],
        [{"word": "a", "started_ms": 1, "ended_ms": 2, "confidence": 3}],
        [{"started_ms": 1, "ended_ms": 2}],
        [{"word": "a", "started_ms": 1, "ended_ms": 2, "loudness_db": 9}],
        [{"word": "a", "started_ms": "x", "ended_ms": None}],
    ],
)
def test_words_that_another_program_means_otherwise_are_ignored(words: object) -> None:
    data = {"scenario": "pending", "turns": [{"speaker": "candidate", "text": "a", "words": words}]}
    (turn,) = parse_transcript(data, "call.json").turns
    assert turn == Turn(Speaker.CANDIDATE, "a")


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_a_report_tells_how_a_spoken_call_sounded_and_that_it_does_not_count(form: str) -> None:
    text = FORMATS[form](SPOKEN, scorecard(SPOKEN))
    plain = " ".join(text.replace("\\", "").split())
    for words in (TITLE, NOTE, "Words per minute", "um 1, uh 1", "Enfield", "Until you said who you are"):
        assert words in plain
    assert TITLE not in FORMATS[form](TYPED, scorecard(TYPED))


def test_the_json_report_has_the_figures_beside_the_scorecard() -> None:
    found = json.loads(FORMATS["json"](SPOKEN, scorecard(SPOKEN)))
    assert found["delivery"]["fillers"] == {"um": 1, "uh": 1}
    assert found["delivery"]["introduced_after_ms"] == 2300
    assert all(one["source"] for one in found["delivery"]["ranges"])
    assert "delivery" not in found["scorecard"]
    assert "delivery" not in json.loads(FORMATS["json"](TYPED, scorecard(TYPED)))


def test_the_report_of_a_spoken_call_fits_a_narrow_terminal() -> None:
    file = io.StringIO()
    print_report(Console(file=file, width=60), SPOKEN, scorecard(SPOKEN))
    assert max(map(len, file.getvalue().splitlines())) <= 60

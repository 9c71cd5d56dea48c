"""Turns with a pause cut into their sound, and what was noted of them."""

import os
import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from audio.ending_model import load_endings
from audio.sound import RATE_HZ
from simulator.training.corpus import read_corpus
from simulator.training.pausing import (
    LONGEST_MS,
    SHORTEST_MS,
    choose,
    choose_place,
    draw_pause,
    read_pauses,
    speak,
    with_pause,
)

TURN = "I was wondering if you have made a decision. Thank you."


def test_a_pause_lies_within_a_sentence_and_lasts_as_long_as_people_pause() -> None:
    chance = random.Random(1)  # noqa: S311 - a fixed choice
    places = {choose_place(TURN, chance) for _ in range(200)}
    assert places == set(range(1, 11)) - {9}
    assert choose_place("Yes.", chance) is None
    pauses = [draw_pause(chance) for _ in range(500)]
    assert min(pauses) >= SHORTEST_MS
    assert max(pauses) <= LONGEST_MS
    assert 400 < sorted(pauses)[250] < 600


def test_the_pause_stands_at_its_place_and_takes_nothing_of_the_speech(tmp_path: Path) -> None:
    if not shutil.which("flite") and not os.environ.get("RINGBACK_TESTS_NEED_SOUND"):
        pytest.skip("needs flite; .ci/run installs it")
    speech = speak(TURN, "slt", tmp_path)
    early, late = (with_pause(speech, TURN, place, 800) for place in (2, 7))
    assert early is not None
    assert late is not None
    silences = []
    for paused in (early, late):
        assert len(paused) == len(speech) + RATE_HZ * 800 // 1000
        half_a_second = np.convolve(paused == 0, np.ones(RATE_HZ // 2), "valid")
        silences.append(int(np.flatnonzero(half_a_second == RATE_HZ // 2)[0]))
    assert silences[0] < silences[1] < len(speech)


def test_the_noted_pauses_are_of_turns_of_the_corpus_and_of_either_kind() -> None:
    pauses = read_pauses()
    said = {example.text for example in read_corpus()}
    assert all(pause.said in said for pause in pauses)
    assert set(choose(read_corpus())) <= said
    assert min(sum(pause.ended is ended for pause in pauses) for ended in (True, False)) > 200


def test_the_model_tells_most_ends_from_most_pauses() -> None:
    model = load_endings()
    by_kind: dict[bool, list[float]] = {True: [], False: []}
    for pause in read_pauses():
        if pause.heard:
            by_kind[pause.ended].append(model.probability(pause.heard, pause.melody))
    ends, pauses = (sorted(by_kind[ended]) for ended in (True, False))
    assert ends[len(ends) // 10] > pauses[len(pauses) // 2]

"""The hands that are for measuring stay out of what the models learn."""

import json
from pathlib import Path

from simulator.core.acts import DialogueAct
from simulator.training.corpus import read_corpus
from simulator.training.corpus_check import spoken

UNSEEN = Path(__file__).parents[2] / "benchmarks" / "data" / "unseen.jsonl"
SHORT = 3
"""Words up to which two hands may well write the same."""


def test_no_turn_of_the_unseen_hands_is_in_the_corpus() -> None:
    learnt = {(spoken(example.text), example.before) for example in read_corpus()}
    turns = [json.loads(line) for line in UNSEEN.read_text(encoding="utf-8").splitlines()]
    assert len(turns) > 1_000
    assert [
        turn["text"]
        for turn in turns
        if len(turn["text"].split()) > SHORT and (spoken(turn["text"]), turn.get("before")) in learnt
    ] == []


def test_unseen_turns_have_acts_that_there_are() -> None:
    for line in UNSEEN.read_text(encoding="utf-8").splitlines():
        acts = [DialogueAct(act) for act in json.loads(line)["acts"]]
        assert acts
        assert DialogueAct.OTHER not in acts or acts == [DialogueAct.OTHER]

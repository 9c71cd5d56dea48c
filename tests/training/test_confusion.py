"""Turns with the errors of a recogniser that never heard them."""

import random

from simulator.training.confusion import MOST_ERRORS, confusions, spoken
from simulator.training.hearing import read_heard

SAID = "I'm calling about the Design position, Ms. Sorley."


def test_words_become_what_they_were_heard_as() -> None:
    found = confusions({"the design team": "the desire team", "a design": "design"})
    assert found.heard_as == {"design": ["desire"], "a": [""]}


def test_a_confused_turn_is_lower_case_and_mostly_right() -> None:
    found = confusions(read_heard())
    chance = random.Random(1)  # noqa: S311 - a fixed choice
    turns = [found.confused(SAID, chance) for _ in range(200)]
    right = sum(word in turn.split() for turn in turns for word in spoken(SAID))
    assert 1 - MOST_ERRORS < right / (200 * len(spoken(SAID))) < 1
    assert all(turn == turn.lower() and "," not in turn for turn in turns)


def test_the_same_chance_confuses_alike() -> None:
    found = confusions(read_heard())
    one, other = (found.confused(SAID, random.Random(7)) for _ in range(2))  # noqa: S311 - as above
    assert one == other

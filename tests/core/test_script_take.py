"""A script read aloud, in figures."""

import pytest

from simulator.core.script_take import Take, best, take


def test_pace_counts_words_from_the_first_to_the_last_without_fillers() -> None:
    words = [("good", 1_000, 1_300), ("um", 1_400, 1_600), ("morning", 1_700, 2_200)]
    found = take(words)
    assert found.words == 2
    assert found.seconds == pytest.approx(1.2)
    assert found.pace == pytest.approx(100)
    assert found.fillers == {"um": 1}


def test_pauses_of_a_second_are_counted_and_the_longest_is_told() -> None:
    found = take([("good", 0, 300), ("morning", 1_300, 1_600), ("you", 1_900, 2_000)])
    assert (found.long_pauses, found.longest_pause_ms) == (1, 1_000)


def test_silence_is_no_take() -> None:
    assert take([]).pace == 0
    assert best([]) == -1
    assert best([take([])]) == -1


def test_the_smoothest_take_at_an_easy_pace_is_the_best() -> None:
    hasty = Take("", 10, 60)
    filled = Take("", 20, 50, {"um": 3})
    smooth = Take("", 20, 47)
    assert best([hasty, filled, smooth, take([])]) == 2

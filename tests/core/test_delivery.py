"""How a call was spoken, from the times of its words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import pytest

from simulator.core.delivery import Delivery, delivery
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Speaker, SpokenWord, Transcript, Turn

FACTS = Facts("Ms. Ingrid Sorley", "Beacon & Lane", "Exhibition Designer", "Alex Morgan", "the lighthouse museum")
WORD_MS = 300


def spoken(text: str, began_ms: int = 0, gaps: Sequence[int] = (), loudness: Sequence[float] = ()) -> Turn:
    """A turn whose words last 300 ms each, with silences between them as given, and none after those."""
    said = text.replace(",", "").replace(".", "").split()
    starts = accumulate(gaps, lambda start, gap: start + WORD_MS + gap, initial=began_ms)
    times = list(starts)[: len(said)]
    times += [times[-1] + WORD_MS * (at + 1) for at in range(len(said) - len(times))]
    levels = loudness or [None] * len(said)
    words = [
        SpokenWord(word, start, start + WORD_MS, 1.0, level)
        for word, start, level in zip(said, times, levels, strict=True)
    ]
    return Turn(Speaker.CANDIDATE, text, words[0].started_ms, words[-1].ended_ms, words=tuple(words))


def other(started_ms: int, ended_ms: int) -> Turn:
    return Turn(Speaker.INTERVIEWER, "Yes?", started_ms, ended_ms)


def of(*turns: Turn) -> Delivery:
    found = delivery(Transcript(ScenarioKind.PENDING, FACTS, turns))
    assert found is not None
    return found


TWENTY = " ".join(["word"] * 20)


def test_pace_counts_words_over_the_time_from_the_first_to_the_last() -> None:
    assert of(spoken(TWENTY)).words_per_minute == 200
    slower = of(spoken(TWENTY, gaps=[WORD_MS] * 19))
    assert slower.words_per_minute == pytest.approx(20 / (39 * 0.3) * 60)


def test_fillers_are_counted_by_kind_and_are_no_words() -> None:
    found = of(spoken(f"um {TWENTY} uh er I mean erm, you know"))
    assert found.fillers == {"um": 2, "uh": 2, "I mean": 1, "you know": 1}
    assert found.words == 24
    assert found.fillers_per_100_words == 25


def test_a_filler_with_a_comma_after_it_is_one_all_the_same() -> None:
    turn = spoken(f"um {TWENTY} you know uh")
    marked = replace(turn, words=tuple(replace(word, word=f"{word.word},") for word in turn.words))
    assert of(marked) == of(turn)


def test_a_silence_counts_from_a_quarter_of_a_second_and_is_long_from_a_second() -> None:
    found = of(spoken(TWENTY, gaps=[249, 250, 999, 1000, 1700]))
    assert (found.pauses, found.long_pauses, found.longest_pause_ms) == (4, 2, 1700)
    assert of(spoken(TWENTY)).longest_pause_ms == 0


def test_silence_between_two_turns_is_no_pause() -> None:
    found = of(spoken(TWENTY), other(7000, 8000), spoken(TWENTY, 20_000))
    assert found.pauses == 0


def test_the_share_of_talk_is_of_both_ends_speech() -> None:
    assert of(other(0, 2000), spoken(TWENTY, 2000), other(8000, 10_000)).talk_share == 0.6
    assert of(spoken(TWENTY)).talk_share is None


def test_turns_in_a_row_are_one_monologue() -> None:
    found = of(spoken(TWENTY), spoken("and then", 7000), other(8000, 9000), spoken("bye", 9000))
    assert found.longest_monologue_ms == 7600


def test_the_time_until_the_name_counts_from_the_first_word() -> None:
    found = of(other(0, 1000), spoken("Good morning, this is Alex Morgan. " + TWENTY, 1000))
    assert found.introduced_after_ms == 6 * WORD_MS
    later = of(spoken("Hello.", 1000), spoken("My name is Maria Lopez. " + TWENTY, 10_000))
    assert later.introduced_after_ms == 9000 + 5 * WORD_MS
    assert of(spoken(TWENTY)).introduced_after_ms is None


def test_loudness_varies_by_its_standard_deviation() -> None:
    assert of(spoken(TWENTY, loudness=[-20, -26] * 10)).loudness_variation_db == 3
    assert of(spoken(TWENTY)).loudness_variation_db is None


def test_typed_and_hardly_spoken_calls_have_no_delivery() -> None:
    typed = Turn(Speaker.CANDIDATE, TWENTY, 0, 9000)
    for turns in ((), (typed,), (spoken("hello there"),), (other(0, 900),)):
        assert delivery(Transcript(ScenarioKind.PENDING, FACTS, turns)) is None

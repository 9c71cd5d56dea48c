"""When a silence ends a turn."""

import pytest

from audio.ending_features import POSITION, position_said
from audio.ending_model import load_endings
from audio.endpointing import Ending, ending, silence_needed_ms
from audio.melody import Melody

THINKING_MS = 1_500
MODEL = load_endings()
FALLEN, LEVEL, RISEN = Melody(-0.2, 1.0), Melody(0.6, 0.3), Melody(1.0, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "i was wondering if",
        "I was wondering if …",
        "i interviewed for the",
        "could you tell me when",
        "i'd love to work with you and",
        "my name is alex and i'm calling about the",
        "because i",
        "i was um",
        "I am calling because, uh,",
    ],
)
def test_a_pause_for_thinking_does_not_end_an_unfinished_sentence(text: str) -> None:
    assert silence_needed_ms(text, MODEL) > THINKING_MS


@pytest.mark.parametrize(
    "text",
    [
        "could you tell me when you expect to decide",
        "Could you tell me when you expect to decide?",
        "are there any concerns about my application that i could address",
        "thank you very much for your time goodbye",
        "thank you and have a nice weekend",
        "yes",
        "no that's all thank you",
    ],
)
def test_a_finished_question_goodbye_or_short_answer_is_answered_sooner(text: str) -> None:
    assert ending(text, MODEL, FALLEN) is Ending.COMPLETE


def test_the_same_words_in_a_level_voice_are_given_more_time() -> None:
    text = "i interviewed for the nurse position"
    assert silence_needed_ms(text, MODEL, LEVEL) > silence_needed_ms(text, MODEL, FALLEN)


def test_a_voice_that_rises_in_a_question_does_not_hold_the_turn() -> None:
    text = "could you tell me when you expect to decide"
    assert MODEL.probability(text, RISEN) == MODEL.probability(text, Melody(0.0, RISEN.fading))
    assert MODEL.probability(text, RISEN) > 0.9 * MODEL.probability(text, FALLEN)
    assert silence_needed_ms(text, MODEL, RISEN) <= Ending.POSSIBLE.silence_ms


def test_no_melody_ends_a_sentence_that_the_words_leave_open() -> None:
    assert silence_needed_ms("i was wondering if", MODEL, FALLEN) > THINKING_MS


@pytest.mark.parametrize("text", ["Good morning", "thank you", "oh please"])
def test_after_an_opening_word_one_may_draw_breath(text: str) -> None:
    assert ending(text, MODEL) is Ending.UNFINISHED


def test_who_stops_after_the_name_of_the_position_goes_on_mostly() -> None:
    said = position_said("Boatyard Mechanic").sub(POSITION, "i interviewed with you for the boatyard mechanic")
    assert said.endswith(f"for the {POSITION}")
    assert MODEL.probability(said) < MODEL.probability("i interviewed with you for the boatyard mechanic")
    assert MODEL.probability(f"{said} job") > MODEL.probability(said)


@pytest.mark.parametrize("position", ["", "C++ (Senior) Developer", "***"])
def test_any_position_can_be_looked_for(position: str) -> None:
    assert position_said(position).sub(POSITION, "i was wondering") == "i was wondering"


def test_a_voice_without_words_is_given_time() -> None:
    assert silence_needed_ms("", MODEL) > THINKING_MS


def test_patience_multiplies_all_waiting() -> None:
    for text in ("i was wondering if", "yes", ""):
        assert silence_needed_ms(text, MODEL, patience=2.0) == 2 * silence_needed_ms(text, MODEL)


def test_whatever_is_said_the_silence_needed_is_one_of_three() -> None:
    for text in ("🙂", "a" * 10_000, "1 2 3", "\x00", "¿y tú?"):
        assert ending(text, MODEL) in Ending

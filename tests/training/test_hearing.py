"""The corpus is spoken and heard as the program would hear it, by a listener that does not know the line by heart."""

import re
import shutil

import pytest

from simulator.core.acts import DialogueAct
from simulator.training.corpus import Example, read_corpus
from simulator.training.hearing import (
    EVERY_WAY,
    Way,
    choose,
    halves,
    hear_all,
    hear_call,
    hear_unlearnt,
    read_heard,
    spoken,
)
from simulator.training.weighing import weigh_by_ear, word_error_rate

FLITE = Way("slt", 1.0, 30)
needs_voices = pytest.mark.skipif(not (shutil.which("flite") and shutil.which("sox")), reason="no flite or sox here")


def examples(*texts: str, file: str = "a") -> list[Example]:
    return [Example(text, frozenset({DialogueAct.OTHER}), file=file) for text in texts]


@needs_voices
@pytest.mark.parametrize("text", ["", "...", "你好", "🙂", "-"])
def test_what_no_voice_can_say_is_silence_and_is_heard_as_nothing(text: str) -> None:
    assert not spoken(text, FLITE).any()
    assert hear_call([text], FLITE) == [""]


@needs_voices
def test_accents_and_curly_quotes_are_said_as_their_plain_letters() -> None:
    curly, plain = (spoken(text, FLITE) for text in ("I don’t know José.", "I don't know Jose."))
    assert curly.tobytes() == plain.tobytes()


@needs_voices
def test_a_turn_is_heard_with_the_programs_own_model() -> None:
    (found,) = hear_all(["Thank you for your time."], processes=1)
    assert found == {"text": "Thank you for your time.", "heard": "thank you for your time"} | {
        "voice": EVERY_WAY[0].voice,
        "stretch": EVERY_WAY[0].stretch,
        "noise_db": EVERY_WAY[0].noise_db,
    }


@needs_voices
def test_turns_that_are_spoken_the_same_way_are_heard_as_one_call() -> None:
    texts = ["Thank you.", *[""] * (len(EVERY_WAY) - 1), "Thank you for your time."]
    heard = list(hear_all(texts, processes=1))
    assert [one["text"] for one in heard[:2]] == ["Thank you.", "Thank you for your time."]
    assert len(heard) == len(texts)
    assert heard[1]["heard"] == "thank you for your time"


def test_texts_are_chosen_of_every_file_alike_and_only_those_that_can_be_said() -> None:
    chosen = choose([*examples("One.", "Two.", "你好", "Three."), *examples("Four.", file="b")], 3)
    assert "Four." in chosen
    assert len(chosen) == 3
    assert "你好" not in choose(examples("你好", "One."), 9)


def test_no_text_is_in_the_half_with_which_it_is_heard() -> None:
    corpus = [*examples("One.", file="a"), *examples("Two.", file="b"), *examples("Three.", file="c")]
    half_of = halves(corpus)
    assert half_of["One."] == half_of["Three."] != half_of["Two."]


def test_what_was_heard_is_of_the_corpus_and_each_text_once() -> None:
    texts = {example.text for example in read_corpus()}
    heard = read_heard()
    assert len(heard) >= 1_000
    assert heard.keys() <= texts


def test_the_word_error_rate_counts_words_put_in_left_out_and_changed() -> None:
    said, heard = ["Hello, it's 3.", "Thank you."], ["hello its three", "thank you so much"]
    assert word_error_rate(said, heard) == pytest.approx(3 / 5)
    assert word_error_rate(said, ["hello it's three", "thank you"]) == 0
    assert word_error_rate(said, ["", ""]) == 1


@needs_voices
@pytest.mark.slow
def test_the_share_of_the_corpus_can_be_judged_by_ear() -> None:
    (line,) = weigh_by_ear(read_corpus(), [0.7], turns=2, processes=1)
    assert re.fullmatch(r"weight 0\.7  word error rate \d+\.\d%", line)


@needs_voices
@pytest.mark.slow
def test_a_turn_of_the_corpus_is_heard_with_the_model_of_the_other_files() -> None:
    corpus = [*read_corpus()[:300], *examples("Thank you for your time.", file="z")]
    (found,) = hear_unlearnt(corpus, ["Thank you for your time."], processes=1)
    assert found["heard"].split()

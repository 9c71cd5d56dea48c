"""The listener's language model: its arithmetic, and that pocketsphinx reads what was built."""

import math
import random
from pathlib import Path

import numpy as np
import pytest
from pocketsphinx import NGramModel, get_model_path

from audio.listeners.call_words import Place
from audio.listeners.sphinx import DICTIONARY, MODEL
from simulator.training.general_model import read_general
from simulator.training.language_model import (
    Sizes,
    arpa,
    estimate,
    mix,
    mixed_logs,
    restricted,
    sentence_logs,
    sentences,
    vocabulary,
)
from simulator.training.listening import FOLDER
from simulator.training.ngrams import Backoff
from simulator.training.spoken import as_spoken, hesitant, with_places

KNOWN = frozenset("thank you for your time the call i'm that's calling about is this a decision have made".split())
TEXTS = (
    "Thank you for your time.",
    "Thank you for the call!",
    "I'm calling about the decision.",
    "Have you made a decision?",
    "This is Maria Lopez, thank you for calling.",
)
_LOG10 = math.log10(1.0001)


@pytest.fixture(scope="module")
def corpus() -> Backoff:
    learnt = sentences(TEXTS, KNOWN)
    return estimate(learnt, ("<s>", "</s>", *Place, *sorted(KNOWN)))


def sums(model: Backoff, *history: str) -> float:
    """The probabilities of all words that may follow."""
    at = [model.words.index(word) for word in history]
    words = np.arange(len(model.words))
    before = [np.full_like(words, one) for one in at]
    if len(at) == 2:
        logs = model.triple(before[0], before[1], words)
    else:
        logs = model.pair(before[0], words) if at else model.logs
    return float((10**logs).sum())


@pytest.mark.parametrize(
    "history", [(), ("thank",), ("thank", "you"), ("a", "decision"), ("time", "made"), ("<s>", "thank")]
)
def test_whatever_was_said_the_probabilities_of_the_next_word_sum_to_one(
    corpus: Backoff, history: tuple[str, ...]
) -> None:
    assert sums(corpus, *history) == pytest.approx(1, abs=1e-6)
    other = estimate([["the", "time", "is", "a", "call"], ["is", "this", "that's"]], corpus.words)
    mixture = mix(corpus, other, 0.7, Sizes(pairs=12, triples=8))
    begin = 10 ** mixture.logs[0] if not history else 0  # never foretold
    assert sums(mixture, *history) - begin == pytest.approx(1, abs=0.03)  # it begins some turns all the same


def test_what_was_learnt_is_likelier_than_what_was_not(corpus: Backoff) -> None:
    learnt, never = (
        np.sum(corpus.triple(*sentence_logs([words.split()], corpus.words)))
        for words in ("thank you for your decision", "decision your for you thank")
    )
    assert learnt > never + 3


def test_a_mixture_lies_between_its_parts() -> None:
    logs = mixed_logs(0.5, np.array([-1.0, -2.0]), np.array([-1.0, -99.0]))
    assert logs == pytest.approx([-1, -2.30103], abs=1e-5)


def test_a_word_that_the_general_model_lacks_is_impossible_to_it_and_possible_in_the_mixture(corpus: Backoff) -> None:
    small = estimate([["the", "time"]], ("<s>", "</s>", "the", "time"))
    general = restricted(small, corpus.words)
    at = corpus.words.index("decision")
    assert general.logs[at] < -50
    assert mix(corpus, general, 0.5, Sizes(pairs=20, triples=20)).logs[at] > -3


def test_pocketsphinx_reads_the_mixture_as_it_was_meant(corpus: Backoff, tmp_path: Path) -> None:
    mixture = mix(corpus, corpus, 0.5, Sizes(pairs=100, triples=100))
    file = tmp_path / "model.arpa"
    file.write_text("\n".join(arpa(mixture)) + "\n", encoding="utf-8")
    library = NGramModel.readfile(str(file))
    rng = random.Random(2)  # noqa: S311 - a fixed choice
    for _ in range(50):
        one, two, three = (rng.choice(corpus.words[1:]) for _ in range(3))
        ids = [np.array([corpus.words.index(word)]) for word in (one, two, three)]
        assert library.prob([three, two, one]) * _LOG10 == pytest.approx(mixture.triple(*ids)[0], abs=0.01)


def test_the_general_model_is_read_as_pocketsphinx_reads_it() -> None:
    path = get_model_path("en-us/en-us.lm.bin")
    general, library = read_general(Path(path)), NGramModel.readfile(path)
    index = {word: at for at, word in enumerate(general.words)}
    for said in (
        "thank you for",
        "i was wondering",
        "made a decision",
        "zebra of the",
        "<s> good morning",
        "is alex morgan",
    ):
        one, two, three = said.split()
        ids = [np.array([index[word]]) for word in (one, two, three)]
        assert general.triple(*ids)[0] == pytest.approx(library.prob([three, two, one]) * _LOG10, abs=0.001)


def test_the_stored_model_knows_the_calls_and_every_place() -> None:
    library = NGramModel.readfile(str(FOLDER / MODEL))
    assert 10 ** (library.prob(["you", "thank"]) * _LOG10) > 0.5
    assert 10 ** (library.prob([Place.OWN_FIRST.value, "is", "this"]) * _LOG10) > 0.05
    for place in Place:
        assert library.prob([place.value]) * _LOG10 > -6
    words = [line.split()[0] for line in (FOLDER / DICTIONARY).read_text(encoding="utf-8").splitlines()]
    assert words == sorted(words)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (
            "Good morning, Ms. Sorley, this is Alex Morgan.",
            "good morning ms <other_last> this is <own_first> <own_last>",
        ),
        ("Hi, it's Dana from the interview.", "hi it's <own_first> from the interview"),
        ("I interviewed for the warehouse supervisor position.", "i interviewed for the <position> position"),
        ("I'm sorry, is that the best you can do?", "i'm sorry is that the best you can do"),
        ("Call me on 0161 496.", "call me on oh one six one four nine six"),
        ("I saw her on Monday at 3.", "i saw her on monday at three"),
    ],
)
def test_what_belongs_to_one_call_becomes_a_place(text: str, spoken: str) -> None:
    assert " ".join(as_spoken(next(iter(with_places(text))))) == spoken


def test_a_topic_is_learnt_as_a_whole_and_word_by_word() -> None:
    first, second = with_places("We talked about the captions for the museum.")
    assert as_spoken(first) == ["we", "talked", "about", "<topic>"]
    assert as_spoken(second) == ["we", "talked", "about", "the", "<topic_word>", "for", "the", "<topic_word>"]


def test_a_hesitant_turn_has_one_filler_between_two_phrases() -> None:
    said = hesitant("Well, I was wondering.", random.Random(1))  # noqa: S311 - as above
    assert said in {f"{one} Well, I was wondering." for one in ("um", "uh", "er")} | {
        f"Well, {one} I was wondering." for one in ("um", "uh", "er")
    }


def test_hasty_contractions_get_their_apostrophe_back() -> None:
    assert sentences(["im calling, thats it"], KNOWN)[0] == ["i'm", "calling", "that's", "it"]


def test_the_vocabulary_is_what_the_corpus_says_and_the_most_frequent_other_words() -> None:
    general = estimate([["the", "the", "zebra"], ["a", "the"]], ("<s>", "</s>", "the", "zebra", "a"))
    words = vocabulary(general, [["thank", "unheardof", "twice"], ["twice"]], KNOWN | {"zebra"}, 1)
    assert set(words) - {"<s>", "</s>", *Place} == {"thank", "twice", "the"}

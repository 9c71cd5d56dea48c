"""Training: what it reads, that it repeats itself, and that the stored model is its present outcome."""

import json
from collections import Counter
from importlib.resources import as_file
from pathlib import Path

import numpy as np
import pytest

from simulator.core.acts import DialogueAct
from simulator.core.linear import ACTS
from simulator.core.understanding import Understanding
from simulator.model_store import FOLDER, MODEL, linear_metadata, load_understanding, read_linear, write_linear
from simulator.training.corpus import CORPUS, Example, read_corpus
from simulator.training.freshness import corpus_digest, linear_digest
from simulator.training.linear import train
from simulator.training.scores import macro_f1, micro_f1

BENCHMARK = Path(__file__).parents[3] / "shared" / "benchmark"
LONG = 7
"""Words from which on a turn is more than a set phrase."""
LINES = Path(__file__).parent / "lines.jsonl"
"""Written for this test by hand; none of them is in the corpus."""


@pytest.fixture(scope="module")
def corpus() -> tuple[Example, ...]:
    return read_corpus()


def spoken(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def test_the_stored_model_is_what_the_corpus_and_the_code_make_of_it() -> None:
    assert linear_metadata()["digest"] == linear_digest(), "the corpus or the training has changed: run `make train`"


def test_the_encoder_has_seen_the_present_corpus() -> None:
    note = json.loads((FOLDER / "encoder.json").read_text(encoding="utf-8"))
    assert note["corpus"] == corpus_digest(), "the corpus has changed: run `make train-encoder`"


def test_training_twice_gives_the_same_bytes(corpus: tuple[Example, ...], tmp_path: Path) -> None:
    small = [example for example in corpus if example.file in {"c1", "d4", "e3", "e6", "e9"}][::5]
    for name in ("once.npz", "again.npz"):
        write_linear(tmp_path / name, *train(small), {"digest": "", "examples": len(small)})
    assert (tmp_path / "once.npz").read_bytes() == (tmp_path / "again.npz").read_bytes()


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    with as_file(MODEL) as path:
        model, threshold = read_linear(path)
    write_linear(tmp_path / "copy.npz", model, threshold, {})
    copy, same = read_linear(tmp_path / "copy.npz")
    text = "Good morning, this is Maria Lopez, is there any news?"
    assert same == threshold
    assert Understanding(copy, same).acts(text) == Understanding(model, threshold).acts(text)


def test_the_model_is_small(corpus: tuple[Example, ...]) -> None:
    assert len(MODEL.read_bytes()) < 6_000_000
    assert linear_metadata()["examples"] == len(corpus)


def test_turns_that_nobody_trained_on_are_understood(corpus: tuple[Example, ...]) -> None:
    turns = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    known = {spoken(example.text) for example in corpus}
    assert not [turn["text"] for turn in turns if len(turn["text"].split()) > 3 and spoken(turn["text"]) in known]
    understanding = load_understanding()
    found = np.zeros((len(turns), len(ACTS)), dtype=bool)
    for row, turn in enumerate(turns):
        acts = {
            match.act for match in understanding.acts(turn["text"], stage=turn.get("stage"), before=turn.get("before"))
        }
        found[row] = [act in acts for act in ACTS]
    performed = np.array([[act in turn["acts"] for act in ACTS] for turn in turns])
    assert performed.any(axis=0).all(), "every act occurs"
    assert micro_f1(performed, found) >= 0.80
    assert macro_f1(performed, found) >= 0.75


def test_no_example_stands_twice(corpus: tuple[Example, ...]) -> None:
    seen: dict[tuple[str, str | None, str | None], Example] = {}
    for example in corpus:
        key = (spoken(example.text), example.stage, example.before)
        assert seen.setdefault(key, example).acts == example.acts, f"{example.file}: {example.text}"
    assert len(corpus) - len(seen) <= 10


def test_every_act_has_many_examples(corpus: tuple[Example, ...]) -> None:
    for act in DialogueAct:
        assert sum(act in example.acts for example in corpus) >= 500, act


def test_near_misses_and_turns_without_an_act_are_many(corpus: tuple[Example, ...]) -> None:
    assert sum(example.near_miss for example in corpus) >= 2_450
    assert sum(example.acts == {DialogueAct.OTHER} for example in corpus) >= 900


def test_whatever_is_wrong_with_a_corpus_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "x1.jsonl").write_text(
        '{"text": "hello", "acts": ["greet"]}\n'
        '{"text": "hello", "acts": ["wave"]}\n'
        '{"text": "hello", "acts": ["greet", "other"]}\n'
        '{"text": " ", "acts": ["greet"]}\n'
        '{"text": "hello", "acts": ["greet"], "mood": "good"}\n'
        "hello\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"x1.jsonl:2") as error:
        read_corpus(tmp_path)
    assert [line.split(": ")[0] for line in str(error.value).splitlines()] == [f"x1.jsonl:{n}" for n in (2, 3, 4, 5, 6)]


def test_the_digest_changes_with_the_corpus(tmp_path: Path) -> None:
    for path in CORPUS.glob("*.jsonl"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    assert linear_digest(tmp_path) == linear_digest()
    with (tmp_path / "c1.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"text": "hello", "acts": ["greet"]}\n')
    assert linear_digest(tmp_path) != linear_digest()


def test_a_turn_in_which_nothing_is_found_counts_as_other() -> None:
    performed = np.array([[True, False], [False, False]])
    assert micro_f1(performed, performed) == 1
    assert micro_f1(performed, ~performed) == pytest.approx(0)
    # One of the two acts is found, and `other` is found once where it is and once where it is not.
    assert micro_f1(performed, np.zeros_like(performed)) == pytest.approx(0.5)


def test_no_two_examples_are_nearly_alike(corpus: tuple[Example, ...]) -> None:
    """Two turns of seven words or more that share four in five of their runs of three words are one example."""
    places: dict[tuple[str, ...], list[int]] = {}
    runs: list[set[tuple[str, ...]]] = []
    for example in corpus:
        words = spoken(example.text).split()
        own = {tuple(words[at : at + 3]) for at in range(len(words) - 2)} if len(words) >= LONG else set()
        shared = Counter(place for run in own for place in places.get(run, ()))
        for place, count in shared.most_common(1):
            other = corpus[place]
            alike = count / len(own | runs[place])
            told_apart = example.before != other.before
            assert alike <= 0.8 or told_apart, f"{example.file}, {other.file}: {example.text} / {other.text}"
        for run in own:
            places.setdefault(run, []).append(len(runs))
        runs.append(own)


@pytest.mark.skipif(not BENCHMARK.exists(), reason="the benchmark lies beside the repository only where it is measured")
def test_nothing_of_the_benchmark_is_in_the_corpus(corpus: tuple[Example, ...]) -> None:
    known = {spoken(example.text) for example in corpus}
    for path in BENCHMARK.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            for text in [data.get("text", ""), *(turn["text"] for turn in data.get("turns", []))]:
                assert len(text.split()) < LONG or spoken(text) not in known, text

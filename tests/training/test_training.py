"""Training: what it reads, that it repeats itself, and that the stored model is its present outcome."""

import json
from importlib.resources import as_file
from pathlib import Path

import numpy as np
import pytest

from simulator.core.acts import DialogueAct
from simulator.core.linear import ACTS
from simulator.core.understanding import Understanding
from simulator.model_store import FOLDER, MODEL, linear_metadata, load_understanding, read_linear, write_linear
from simulator.training.corpus import CORPUS, Example, read_corpus
from simulator.training.corpus_check import check_corpus, spoken
from simulator.training.freshness import corpus_digest, linear_digest
from simulator.training.hearing import read_heard
from simulator.training.linear import train
from simulator.training.scores import macro_f1, micro_f1

LINES = Path(__file__).parent / "lines.jsonl"
"""Written for this test by hand; none of them is in the corpus."""


@pytest.fixture(scope="module")
def corpus() -> tuple[Example, ...]:
    return read_corpus()


def test_the_stored_model_is_what_the_corpus_and_the_code_make_of_it() -> None:
    assert linear_metadata()["digest"] == linear_digest(), "the corpus or the training has changed: run `make train`"


def test_the_encoder_has_seen_the_present_corpus() -> None:
    note = json.loads((FOLDER / "encoder.json").read_text(encoding="utf-8"))
    assert note["corpus"] == corpus_digest(), "the corpus has changed: run `make train-encoder`"


def test_training_twice_gives_the_same_bytes(corpus: tuple[Example, ...], tmp_path: Path) -> None:
    small = [example for example in corpus if example.file in {"c1", "d4", "e3", "e6", "e9"}][::5]
    for name in ("once.npz", "again.npz"):
        write_linear(tmp_path / name, *train(small, read_heard()), {"digest": "", "examples": len(small)})
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


def test_the_corpus_is_large_varied_and_at_one_with_itself(corpus: tuple[Example, ...]) -> None:
    assert check_corpus(corpus).problems == ()


def test_what_is_wrong_with_a_corpus_is_found(tmp_path: Path) -> None:
    line = "I have been waiting for your call since Monday of last week"
    acts = frozenset({DialogueAct.COMPLAIN_ABOUT_WAIT})
    (tmp_path / "lines.jsonl").write_text(json.dumps({"text": line}) + "\n", encoding="utf-8")
    examples = [
        Example(line + ".", acts, file="x1"),
        Example(line + " you know", acts, file="x2"),
        Example("Yes.", frozenset({DialogueAct.CONFIRM}), file="x1"),
        Example("yes", frozenset({DialogueAct.THANK}), file="x2"),
    ]
    problems = "\n".join(check_corpus(examples, tmp_path).problems)
    for problem in ("4 examples, fewer", "nearly alike: x1, x2", "labels at odds: x1, x2", "a line of the benchmark"):
        assert problem in problems


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

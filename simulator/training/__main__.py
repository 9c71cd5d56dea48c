"""`python -m simulator.training`: trains the linear model on the corpus and stores it (four minutes on two cores).

With `--encoder` it fine-tunes the encoder instead (over an hour on one core), with `--answers` it prepares the search
for answers (after each change of what scenarios can be asked; four minutes, one more for four thousand new lines), with
`--matters` it learns what the questions of any call are about (ten minutes; after each change of their examples), with
`--evaluate` it judges the linear model, and with `--cross-validate` both, on files that they were not trained on (an
hour and more; what is done is kept in build/cross-validation, so that it can be interrupted). `--hear` makes
heard.jsonl anew (two hours), `--pause` paused.jsonl (as long), `--endings` what tells the end of a spoken turn
(two minutes), `--listening` the language model with which the program hears (a minute).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file
from pathlib import Path

from simulator.model_store import FOLDER, MODEL, load_meaning, load_reader, write_linear
from simulator.training.corpus import Example, read_corpus
from simulator.training.freshness import corpus_digest, linear_digest
from simulator.training.hearing import HEARD, choose, hear_unlearnt, read_heard, write_heard

Examples = tuple[Example, ...]
Way = Callable[[Examples], Iterator[str]]
"""Something to be done with the corpus; tells line by line what came of it."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulator.training", description=__doc__)
    parser.set_defaults(way=_train_linear)
    choice = parser.add_mutually_exclusive_group()

    def offer(name: str, way: Way, meaning: str) -> None:
        choice.add_argument(name, dest="way", action="store_const", const=way, help=meaning)

    offer("--encoder", _train_encoder, "fine-tune the encoder; needs the group `encoder`")
    offer("--answers", _prepare_answers, "prepare the search for answers to questions")
    offer("--matters", _learn_matters, "learn what the questions of any call are about")
    offer("--evaluate", _evaluate, "leave each file of the corpus out in turn and report")
    offer("--cross-validate", _cross_validate, "the same for both models, by groups of files")
    offer("--hear", _hear, "have the corpus spoken and heard anew; trains nothing")
    offer("--pause", _hear_pauses, "have turns with pauses spoken and heard; trains nothing")
    offer("--endings", _train_endings, "train what tells the end of a spoken turn")
    offer("--listening", _build, "build what the listener hears with")
    offer("--weigh", _weigh, "show how the corpus's share in the language model was chosen")
    offer("--check", _check, "check the corpus and print its counts; trains nothing")
    for line in parser.parse_args().way(read_corpus()):
        print(line, flush=True)  # noqa: T201 - the report


def _evaluate(examples: Examples) -> Iterator[str]:
    from simulator.training.evaluation import evaluate  # noqa: PLC0415 - each way needs other libraries

    yield from evaluate(examples, read_heard())


def _hear(examples: Examples) -> Iterator[str]:
    write_heard(HEARD, hear_unlearnt(examples, choose(examples)))
    yield f"{HEARD}: heard anew"


def _build(examples: Examples) -> Iterator[str]:
    from simulator.training.listening import FOLDER as LISTENING  # noqa: PLC0415 - as above
    from simulator.training.listening import Parts  # noqa: PLC0415 - as above

    yield Parts.of(examples).write(LISTENING)


def _weigh(examples: Examples) -> Iterator[str]:
    from simulator.training.listening import weigh  # noqa: PLC0415 - as above
    from simulator.training.weighing import weigh_by_ear  # noqa: PLC0415 - as above

    yield from weigh(examples)
    yield from weigh_by_ear(examples)


def _train_linear(examples: Examples) -> Iterator[str]:
    from simulator.training.linear import train  # noqa: PLC0415 - as above

    note = {"digest": linear_digest(), "examples": len(examples)}  # first: a corpus that grows meanwhile is not learnt
    model, threshold = train(examples, read_heard())
    with as_file(MODEL) as path:
        write_linear(path, model, threshold, note)
        yield f"{path}: {len(examples)} examples, {len(model.keys)} features, threshold {threshold}"


def _train_encoder(examples: Examples) -> Iterator[str]:
    from simulator.training.answers import prepare, scenarios  # noqa: PLC0415 - as above
    from simulator.training.encoder import (  # noqa: PLC0415
        BASE_SHA256,
        EPOCHS,
        export,
        fetch_base,
        fine_tune,
        tokenizer_file,
    )
    from simulator.training.lessons import Lessons  # noqa: PLC0415
    from simulator.training.matters import learn, taught_matters  # noqa: PLC0415
    from simulator.training.meaning import fit_projection  # noqa: PLC0415

    note = {"corpus": corpus_digest(), "examples": len(examples), "base": BASE_SHA256, "epochs": EPOCHS}
    with tempfile.TemporaryDirectory() as download, as_file(FOLDER) as folder:
        base = fetch_base(Path(download))
        askable = [
            [detail.examples for detail in details if len(detail.examples) > 1] for details in scenarios().values()
        ]
        network = fine_tune(Lessons(examples, taught_matters(examples), read_heard(), askable), base)
        export(network, folder / "encoder.onnx")
        (folder / "tokenizer.json").write_text(tokenizer_file(base), encoding="utf-8")
        (folder / "encoder.json").write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
        reader = load_reader()
        yield from prepare(reader, fit_projection(reader, scenarios()))
        yield from learn(load_meaning(), examples)


def _prepare_answers(_examples: Examples) -> Iterator[str]:
    from simulator.training.answers import prepare  # noqa: PLC0415 - as above

    meaning = load_meaning()
    yield from prepare(meaning.reader, meaning.projection, meaning.known)


def _learn_matters(examples: Examples) -> Iterator[str]:
    from simulator.training.matters import learn  # noqa: PLC0415 - as above

    yield from learn(load_meaning(), examples)


def _train_endings(examples: Examples) -> Iterator[str]:
    from audio.ending_model import WEIGHTS  # noqa: PLC0415 - as above
    from simulator.training.endings import train_endings, write_endings  # noqa: PLC0415
    from simulator.training.pausing import read_pauses  # noqa: PLC0415

    with as_file(WEIGHTS) as path:
        write_endings(train_endings(examples, read_pauses()), path)
        yield f"{path}: trained"


def _hear_pauses(examples: Examples) -> Iterator[str]:
    from audio.listeners.load import load_listener  # noqa: PLC0415 - as above
    from simulator.training.pausing import choose, hear_pauses, write_pauses  # noqa: PLC0415

    write_pauses(hear_pauses(choose(examples), load_listener("sphinx", one_voice=True)))
    yield "paused.jsonl: heard anew"


def _check(examples: Examples) -> Iterator[str]:
    from simulator.training.corpus_check import check_corpus  # noqa: PLC0415 - as above

    found = check_corpus(examples)
    yield from (*found.counts, *found.problems)
    if found.problems:
        sys.exit(1)


def _cross_validate(examples: Examples) -> Iterator[str]:
    from simulator.training.cross_validation import cross_validate, report  # noqa: PLC0415 - as above
    from simulator.training.encoder import fetch_base  # noqa: PLC0415 - as above

    cache = Path("build/cross-validation")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as download:
        unseen = cross_validate(examples, read_heard(), fetch_base(Path(download)), cache)
    yield from report(examples, unseen)


if __name__ == "__main__":
    main()

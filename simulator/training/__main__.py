"""`python -m simulator.training`: trains the linear model on the corpus and stores it (four minutes on two cores).

With `--encoder` it fine-tunes the encoder instead (over an hour on one core), with `--evaluate` it judges the linear
model, and with `--cross-validate` both, on files that they were not trained on (an hour and more; what is done is kept
in build/cross-validation, so that it can be interrupted). `--hear` makes heard.jsonl anew (an hour and more), `--pause`
paused.jsonl (as long), `--endings` what tells the end of a spoken turn (two minutes), `--listening` the language model
with which the program hears (a minute).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file
from pathlib import Path

from simulator.model_store import FOLDER, MODEL, write_linear
from simulator.training.corpus import Example, read_corpus
from simulator.training.freshness import corpus_digest, linear_digest
from simulator.training.hearing import HEARD, choose, hear_unlearnt, read_heard, write_heard


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulator.training", description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--encoder", action="store_true", help="fine-tune the encoder; needs the group `encoder`")
    choice.add_argument("--evaluate", action="store_true", help="leave each file of the corpus out in turn and report")
    choice.add_argument("--cross-validate", action="store_true", help="the same for both models, by groups of files")
    choice.add_argument("--hear", action="store_true", help="have the corpus spoken and heard anew; trains nothing")
    choice.add_argument("--pause", action="store_true", help="have turns with pauses spoken and heard; trains nothing")
    choice.add_argument("--endings", action="store_true", help="train what tells the end of a spoken turn")
    choice.add_argument("--listening", action="store_true", help="build what the listener hears with")
    choice.add_argument(
        "--weigh", action="store_true", help="show how the corpus's share in the language model was chosen"
    )
    choice.add_argument("--check", action="store_true", help="check the corpus and print its counts; trains nothing")
    chosen = parser.parse_args()
    examples = read_corpus()
    if chosen.evaluate:
        from simulator.training.evaluation import evaluate  # noqa: PLC0415 - each way needs other libraries

        for line in evaluate(examples, read_heard()):
            print(line, flush=True)  # noqa: T201 - the report
    elif chosen.hear:
        write_heard(HEARD, hear_unlearnt(examples, choose(examples)))
    elif chosen.pause or chosen.endings:
        (_hear_pauses if chosen.pause else _train_endings)(examples)
    elif chosen.listening or chosen.weigh:
        for line in _weigh(examples) if chosen.weigh else _build(examples):
            print(line, flush=True)  # noqa: T201 - the report
    elif chosen.check:
        sys.exit(_check(examples))
    elif chosen.cross_validate:
        _cross_validate(examples)
    elif chosen.encoder:
        _train_encoder(examples)
    else:
        _train_linear(examples)


def _build(examples: tuple[Example, ...]) -> Iterator[str]:
    from simulator.training.listening import FOLDER as LISTENING  # noqa: PLC0415 - as above
    from simulator.training.listening import Parts  # noqa: PLC0415 - as above

    yield Parts.of(examples).write(LISTENING)


def _weigh(examples: tuple[Example, ...]) -> Iterator[str]:
    from simulator.training.listening import weigh  # noqa: PLC0415 - as above
    from simulator.training.weighing import weigh_by_ear  # noqa: PLC0415 - as above

    yield from weigh(examples)
    yield from weigh_by_ear(examples)


def _train_linear(examples: tuple[Example, ...]) -> None:
    from simulator.training.linear import train  # noqa: PLC0415 - as above

    note = {"digest": linear_digest(), "examples": len(examples)}  # first: a corpus that grows meanwhile is not learnt
    model, threshold = train(examples, read_heard())
    with as_file(MODEL) as path:
        write_linear(path, model, threshold, note)
        print(f"{path}: {len(examples)} examples, {len(model.keys)} features, threshold {threshold}")  # noqa: T201


def _train_encoder(examples: tuple[Example, ...]) -> None:
    from simulator.training.encoder import BASE_SHA256, EPOCHS, export, fetch_base, fine_tune  # noqa: PLC0415 - as above

    note = {"corpus": corpus_digest(), "examples": len(examples), "base": BASE_SHA256, "epochs": EPOCHS}
    with tempfile.TemporaryDirectory() as download, as_file(FOLDER) as folder:
        base = fetch_base(Path(download))
        export(fine_tune(examples, read_heard(), base), folder / "encoder.onnx")
        (folder / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
        (folder / "encoder.json").write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")


def _train_endings(examples: tuple[Example, ...]) -> None:
    from audio.ending_model import WEIGHTS  # noqa: PLC0415 - as above
    from simulator.training.endings import train_endings, write_endings  # noqa: PLC0415
    from simulator.training.pausing import read_pauses  # noqa: PLC0415

    with as_file(WEIGHTS) as path:
        write_endings(train_endings(examples, read_pauses()), path)


def _hear_pauses(examples: tuple[Example, ...]) -> None:
    from audio.listeners.load import load_listener  # noqa: PLC0415 - as above
    from simulator.training.pausing import choose, hear_pauses, write_pauses  # noqa: PLC0415

    write_pauses(hear_pauses(choose(examples), load_listener("sphinx", one_voice=True)))


def _check(examples: tuple[Example, ...]) -> int:
    from simulator.training.corpus_check import check_corpus  # noqa: PLC0415 - as above

    found = check_corpus(examples)
    for line in (*found.counts, *found.problems):
        print(line)  # noqa: T201 - the report
    return 1 if found.problems else 0


def _cross_validate(examples: tuple[Example, ...]) -> None:
    from simulator.training.cross_validation import cross_validate, report  # noqa: PLC0415 - as above
    from simulator.training.encoder import fetch_base  # noqa: PLC0415 - as above

    cache = Path("build/cross-validation")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as download:
        unseen = cross_validate(examples, read_heard(), fetch_base(Path(download)), cache)
    for line in report(examples, unseen):
        print(line)  # noqa: T201 - the report


if __name__ == "__main__":
    main()

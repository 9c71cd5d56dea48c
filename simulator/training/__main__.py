"""`python -m simulator.training`: trains the linear model on the corpus and stores it (four minutes on two cores).

With `--encoder` it fine-tunes the encoder instead (half an hour or more), with `--evaluate` it judges the linear model.
"""

import argparse
import json
import tempfile
from importlib.resources import as_file
from pathlib import Path

from simulator.model_store import FOLDER, MODEL, write_linear
from simulator.training.corpus import Example, read_corpus
from simulator.training.freshness import corpus_digest, linear_digest


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulator.training", description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--encoder", action="store_true", help="fine-tune the encoder; needs the group `encoder`")
    choice.add_argument("--evaluate", action="store_true", help="leave each file of the corpus out in turn and report")
    chosen = parser.parse_args()
    examples = read_corpus()
    if chosen.evaluate:
        from simulator.training.evaluation import evaluate  # noqa: PLC0415 - each way needs other libraries

        for line in evaluate(examples):
            print(line, flush=True)  # noqa: T201 - the report
    elif chosen.encoder:
        _train_encoder(examples)
    else:
        _train_linear(examples)


def _train_linear(examples: tuple[Example, ...]) -> None:
    from simulator.training.linear import train  # noqa: PLC0415 - as above

    note = {"digest": linear_digest(), "examples": len(examples)}  # first: a corpus that grows meanwhile is not learnt
    model, threshold = train(examples)
    with as_file(MODEL) as path:
        write_linear(path, model, threshold, note)
        print(f"{path}: {len(examples)} examples, {len(model.keys)} features, threshold {threshold}")  # noqa: T201


def _train_encoder(examples: tuple[Example, ...]) -> None:
    from simulator.training.encoder import BASE_SHA256, EPOCHS, export, fetch_base, fine_tune  # noqa: PLC0415 - as above

    note = {"corpus": corpus_digest(), "examples": len(examples), "base": BASE_SHA256, "epochs": EPOCHS}
    with tempfile.TemporaryDirectory() as download, as_file(FOLDER) as folder:
        base = fetch_base(Path(download))
        export(fine_tune(examples, base), folder / "encoder.onnx")
        (folder / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
        (folder / "encoder.json").write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""`python -m simulator.training`: trains the linear model on the corpus and stores it; with `--evaluate` judges it."""

import argparse
from importlib.resources import as_file

from simulator.model_store import MODEL, write_linear
from simulator.training.corpus import read_corpus
from simulator.training.evaluation import evaluate
from simulator.training.freshness import digest
from simulator.training.linear import train


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulator.training", description=__doc__)
    parser.add_argument("--evaluate", action="store_true", help="leave each file of the corpus out in turn and report")
    examples = read_corpus()
    if parser.parse_args().evaluate:
        for line in evaluate(examples):
            print(line, flush=True)  # noqa: T201 - the report
        return
    model, threshold = train(examples)
    with as_file(MODEL) as path:
        write_linear(path, model, threshold, {"digest": digest(), "examples": len(examples)})
        print(f"{path}: {len(examples)} examples, {len(model.keys)} features, threshold {threshold}")  # noqa: T201


if __name__ == "__main__":
    main()

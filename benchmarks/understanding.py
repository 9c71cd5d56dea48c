"""Measures understanding: `python benchmarks/understanding.py [FILE.jsonl] [--compare]`.

Each line of the file is `{"text", "acts", "stage"?, "before"?}`. The default is the benchmark that lies beside the
repository, `../shared/benchmark/lines.jsonl`; it serves measuring only. With --compare the same lines are read by two
plain methods trained on the same corpus: TF-IDF with logistic regression, and the commonest set of acts.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.bootstrap import understanding
from simulator.core.acts import DialogueAct
from simulator.core.linear import ACTS
from simulator.model_store import FOLDER
from simulator.training.corpus import read_corpus
from simulator.training.scores import act_f1, macro_f1, micro_f1

HERE = Path(__file__).parent
LINES = HERE.parent.parent / "shared" / "benchmark" / "lines.jsonl"
OUT_OF_SCOPE = HERE / "data" / "out_of_scope.txt"
EVIDENCE = HERE / "data" / "evidence.jsonl"
UNSEEN = HERE / "data" / "unseen.jsonl"
HARMLESS = frozenset(
    {
        DialogueAct.OTHER,
        DialogueAct.GREET,
        DialogueAct.THANK,
        DialogueAct.CONFIRM,
        DialogueAct.CLARIFY,
        DialogueAct.SMALL_TALK,
        DialogueAct.CLOSE,
    }
)
Table = NDArray[np.bool_]
"""Which turn performs which act; shape (turns, acts)."""


def acts_of(turn: dict[str, Any]) -> set[DialogueAct]:
    matches = understanding().acts(turn["text"], stage=turn.get("stage"), before=turn.get("before"))
    return {match.act for match in matches}


def lines_report(path: Path, *, compare: bool) -> Iterator[str]:
    """F1 on labelled turns, of this model and of plain ones."""
    turns = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    performed = _table(turn["acts"] for turn in turns)
    yield f"| {len(turns)} turns of {path.name} | micro-F1 | macro-F1 |"
    yield "|---|---:|---:|"
    found = _table(acts_of(turn) for turn in turns)
    yield _row("this model, with the stage where it is given", performed, found)
    yield _row("this model, words alone", performed, _table(acts_of({"text": turn["text"]}) for turn in turns))
    if compare:
        for name, method in (("TF-IDF and logistic regression", tfidf), ("the commonest acts", majority)):
            yield _row(name, performed, method([turn["text"] for turn in turns]))
    yield ""
    yield "| act | F1 |"
    yield "|---|---:|"
    for act, score in zip([*ACTS, "other"], act_f1(performed, found), strict=True):
        yield f"| `{act}` | {score:.2f} |"


def unseen_report() -> Iterator[str]:
    """F1 on turns by hands of which the models have met none, and how many harmless ones are taken for harm."""
    turns = [json.loads(line) for line in UNSEEN.read_text(encoding="utf-8").splitlines()]
    performed, found = _table(turn["acts"] for turn in turns), _table(acts_of(turn) for turn in turns)
    harm = np.array([act.hurts for act in ACTS])
    yield "| hands that the models have not met | turns | micro-F1 | macro-F1 | harmless turns taken for harm |"
    yield "|---|---:|---:|---:|---:|"
    for hand in sorted({turn["hand"] for turn in turns}):
        by_hand = np.array([turn["hand"] == hand for turn in turns])
        wanted, got = performed[by_hand], found[by_hand]
        harmless = ~wanted[:, harm].any(axis=1)
        taken = got[harmless][:, harm].any(axis=1).sum()
        scores = f"{micro_f1(wanted, got):.3f} | {macro_f1(wanted, got):.3f}"
        yield f"| {hand} | {len(wanted)} | {scores} | {taken} of {harmless.sum()} |"


def tfidf(texts: Sequence[str]) -> Table:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - only to compare
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.multiclass import OneVsRestClassifier  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline, make_union  # noqa: PLC0415

    corpus = read_corpus()
    vectors = make_union(
        TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    )
    model = make_pipeline(vectors, OneVsRestClassifier(LogisticRegression(C=16, solver="liblinear")))
    model.fit([example.text for example in corpus], _table(example.acts for example in corpus).astype(int))
    return np.asarray(model.predict(texts), dtype=bool)


def majority(texts: Sequence[str]) -> Table:
    (commonest, _), *_ = Counter(example.acts for example in read_corpus()).most_common(1)
    return _table([commonest] * len(texts))


def out_of_scope_report() -> Iterator[str]:
    """How often everyday sentences of other domains are taken for something."""
    found = [acts_of({"text": line}) for line in OUT_OF_SCOPE.read_text(encoding="utf-8").splitlines()]
    hurting = sum(any(act.hurts for act in acts) for acts in found) / len(found)
    beside = sum(not acts <= HARMLESS for acts in found) / len(found)
    yield f"{len(found)} everyday sentences of other domains: {hurting:.1%} get a hurting act (limit 5 %),"
    yield f"{beside:.1%} any act beside greet, thank, confirm, clarify, small_talk, close (limit 15 %)."


def evidence_report() -> Iterator[str]:
    """How well the spans of recognised acts fit those marked by hand: overlap as intersection over union."""
    overlaps, missed = [], 0
    for line in EVIDENCE.read_text(encoding="utf-8").splitlines():
        turn = json.loads(line)
        spans = {match.act: (match.start, match.end) for match in understanding().acts(turn["text"])}
        for act, (start, end) in turn["spans"].items():
            if act not in spans:
                missed += 1
                continue
            shared = min(end, spans[act][1]) - max(start, spans[act][0])
            overlaps.append(max(0, shared) / (max(end, spans[act][1]) - min(start, spans[act][0])))
    mean = statistics.mean(overlaps)
    yield f"Evidence: mean overlap {mean:.3f} over {len(overlaps)} acts marked by hand (limit 0.8);"
    yield f"{missed} more were not recognised."


def speed_report() -> Iterator[str]:
    texts = [example.text for example in read_corpus()][::25]
    times = []
    for text in texts:
        began = time.perf_counter()
        understanding().acts(text, stage="pending", before="We haven't decided yet, I'm afraid.")
        times.append((time.perf_counter() - began) * 1000)
    typical, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    yield f"A turn of the corpus takes {typical:.1f} ms at the median, {slow:.1f} ms at the 95th percentile."
    size = sum(len(file.read_bytes()) for file in FOLDER.iterdir() if file.is_file())
    yield f"The models take {size / 1e6:.1f} MB on disk."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=LINES)
    parser.add_argument("--compare", action="store_true")
    chosen = parser.parse_args()
    reports = [speed_report(), evidence_report(), out_of_scope_report(), unseen_report()]
    if chosen.file.exists():
        reports.append(lines_report(chosen.file, compare=chosen.compare))
    for report in reports:
        print("\n".join(report) + "\n", flush=True)


def _table(rows: Any) -> Table:  # noqa: ANN401 - any collection of collections of acts
    return np.array([[act in acts for act in ACTS] for acts in rows])


def _row(name: str, performed: Table, found: Table) -> str:
    return f"| {name} | {micro_f1(performed, found):.3f} | {macro_f1(performed, found):.3f} |"


if __name__ == "__main__":
    main()

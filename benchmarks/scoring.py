"""Measures scoring: `python benchmarks/scoring.py [CALLS.jsonl] [--wrong]`.

Without an argument, how far the verdicts agree with a reader's on `data/coached_calls.jsonl` (Cohen's kappa, item by
item), and how far the scores do. With one, the scores on other calls in the form of docs/transcripts.md, each with a
`score` beside it: totals only, since calls that serve measuring must not be tuned to one by one. --wrong lists each
verdict that differs from the reader's, --docs writes the figures into docs/scoring.md.
"""

import argparse
import itertools
import json
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from simulator.bootstrap import understanding
from simulator.catalog import load_checklist
from simulator.core.checklist import Checklist, ItemKind
from simulator.core.hearing import Heard, hear_all
from simulator.core.scoring import Outcome, Scorecard, judge
from simulator.core.transcript import Transcript
from simulator.transcript_file import parse_transcript

DOCUMENT = Path(__file__).parent.parent / "docs" / "scoring.md"
_PART = ("<!-- measured: scoring -->\n", "<!-- end of scoring -->")
COACHED = Path(__file__).parent / "data" / "coached_calls.jsonl"
FOLDS = 6
SEVERITIES = (0.8, 1.0, 1.2)
"""What the parts that faults take are multiplied with, to see whether other weights would have served better."""
SPREADS = (0.7, 1.0, 1.3)
"""Powers of the do's weights: 0 would make all alike."""


@dataclass(frozen=True)
class Coached:
    """A call, with what a reader made of it."""

    id: str
    transcript: Transcript
    heard: tuple[Heard, ...]
    score: float
    outcomes: Mapping[str, Outcome]
    """By item; empty where only the score is known."""
    later: bool
    """Written and labelled after the rules and weights were settled."""


@cache
def read_calls(path: Path) -> tuple[Coached, ...]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(_coached(row) for row in rows)


def _coached(row: dict[str, Any]) -> Coached:
    transcript = parse_transcript(row, row["id"])
    heard = tuple(hear_all(transcript, understanding()))
    score = row["coach"] if "coach" in row else row["score"]
    outcomes = _outcomes(row["labels"]) if "labels" in row else {}
    return Coached(row["id"], transcript, heard, score, outcomes, row.get("later", False))


def _outcomes(labels: Mapping[str, Sequence[str]]) -> Mapping[str, Outcome]:
    """What is not named: a do is not applicable, a don't was kept to."""
    named = {item: Outcome(outcome) for outcome, items in labels.items() for item in items}
    usual = {ItemKind.DO: Outcome.NOT_APPLICABLE, ItemKind.DONT: Outcome.MET}
    return {item.id: named.get(item.id, usual[item.kind]) for item in load_checklist().items}


def card(call: Coached, checklist: Checklist | None = None) -> Scorecard:
    return judge(call.transcript, checklist or load_checklist(), call.heard)


def pairs(calls: Sequence[Coached]) -> Iterator[tuple[Coached, str, Outcome, Outcome]]:
    """For each call and item the reader's outcome and the program's."""
    for call in calls:
        for verdict in card(call).verdicts:
            yield call, verdict.item.id, call.outcomes[verdict.item.id], verdict.outcome


def kappa(outcomes: Sequence[tuple[Outcome, Outcome]]) -> float:
    """Cohen's kappa; 1 where both are of one mind throughout and never waver."""
    ours, theirs = zip(*outcomes, strict=True)
    if ours == theirs:
        return 1.0
    return float(cohen_kappa_score(ours, theirs))


def overall_kappa(calls: Sequence[Coached], kind: ItemKind | None = None) -> float:
    kinds = {item.id: item.kind for item in load_checklist().items}
    return kappa([(ours, theirs) for _, item, ours, theirs in pairs(calls) if kind in (None, kinds[item])])


def strict_kappa(calls: Sequence[Coached]) -> float:
    """Without what neither found to apply, in which it is easy to be of one mind."""
    told = [(ours, theirs) for _, _, ours, theirs in pairs(calls)]
    return kappa([pair for pair in told if pair != (Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE)])


def agreement(calls: Sequence[Coached], checklist: Checklist | None = None) -> tuple[float, float, float]:
    """Rank correlation with the readers' scores, mean absolute difference, and mean difference (ours less theirs)."""
    ours = [card(call, checklist).score for call in calls]
    theirs = [call.score for call in calls]
    apart = [a - b for a, b in zip(ours, theirs, strict=True)]
    return float(spearmanr(ours, theirs)[0]), statistics.fmean(map(abs, apart)), statistics.fmean(apart)


def bent(severity: float, spread: float) -> Checklist:
    """The checklist with other weights."""
    items = []
    for item in load_checklist().items:
        power = (lambda w: min(1.0, w * severity)) if item.kind is ItemKind.DONT else (lambda w: w**spread)
        items.append(replace(item, weight={kind: power(weight) for kind, weight in item.weight.items()}))
    return replace(load_checklist(), items=tuple(items))


def cross_validated(calls: Sequence[Coached]) -> tuple[float, float]:
    """Rank correlation and mean absolute difference where each fold is scored with the weights that served best on
    the other folds: what the choice of weights owes to the calls they were chosen on."""
    ours: dict[str, float] = {}
    grid = [bent(*one) for one in itertools.product(SEVERITIES, SPREADS)]
    scores = [[card(call, checklist).score for call in calls] for checklist in grid]
    for fold in range(FOLDS):
        others = [index for index in range(len(calls)) if index % FOLDS != fold]
        best = min(scores, key=lambda row: sum(abs(row[index] - calls[index].score) for index in others))
        ours |= {call.id: best[index] for index, call in enumerate(calls) if index % FOLDS == fold}
    theirs = [call.score for call in calls]
    given = [ours[call.id] for call in calls]
    apart = [abs(a - b) for a, b in zip(given, theirs, strict=True)]
    return float(spearmanr(given, theirs)[0]), statistics.fmean(apart)


def coached_report(calls: Sequence[Coached]) -> Iterator[str]:
    sets = (calls, [call for call in calls if call.later])
    yield f"| calls read by a coach | all {len(sets[0])} | the {len(sets[1])} written later |"
    yield "|---|---:|---:|"
    rows: Mapping[str, Callable[[Sequence[Coached]], str]] = {
        "Cohen's kappa, all items": lambda some: f"{overall_kappa(some):.3f}",
        "… without what neither found to apply": lambda some: f"{strict_kappa(some):.3f}",
        "… of the do's": lambda some: f"{overall_kappa(some, ItemKind.DO):.3f}",
        "… of the don'ts": lambda some: f"{overall_kappa(some, ItemKind.DONT):.3f}",
        "rank correlation of the scores": lambda some: f"{agreement(some)[0]:.3f}",
        "mean absolute difference, points": lambda some: f"{agreement(some)[1]:.1f}",
        "mean difference, points": lambda some: f"{agreement(some)[2]:+.1f}",
    }
    for title, measured in rows.items():
        yield f"| {title} | {' | '.join(map(measured, sets))} |"
    rank, apart = cross_validated(calls)
    yield f"| rank correlation, weights chosen on other calls | {rank:.3f} | |"
    yield f"| mean absolute difference, weights chosen on other calls | {apart:.1f} | |"


def items_report(calls: Sequence[Coached]) -> Iterator[str]:
    yield ""
    yield "| item | kappa | differ | |"
    yield "|---|---:|---:|---|"
    by_item: dict[str, list[tuple[Outcome, Outcome]]] = {}
    for _, item, ours, theirs in pairs(calls):
        by_item.setdefault(item, []).append((ours, theirs))
    for item, outcomes in by_item.items():
        wrong = Counter(f"{ours} taken for {theirs}" for ours, theirs in outcomes if ours is not theirs)
        told = ", ".join(f"{count} {what}" for what, count in wrong.most_common())
        yield f"| `{item}` | {kappa(outcomes):.2f} | {sum(wrong.values())} | {told} |"


def wrong_report(calls: Sequence[Coached]) -> Iterator[str]:
    yield ""
    for call, item, ours, theirs in pairs(calls):
        if ours is not theirs:
            yield f"{call.id} {item}: {ours}, taken for {theirs}"
    yield from (f"{call.id}: {call.score:.0f}, given {card(call).score}" for call in calls)


def calls_report(path: Path) -> Iterator[str]:
    calls = read_calls(path)
    rank, apart, lean = agreement(calls)
    yield f"| {len(calls)} calls of {path.name} | |"
    yield "|---|---:|"
    yield f"| rank correlation | {rank:.3f} |"
    yield f"| mean absolute difference, points | {apart:.1f} |"
    yield f"| mean difference, points | {lean:+.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=Path, nargs="?")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    if wanted.calls:
        print("\n".join(calls_report(wanted.calls)))
        return
    calls = read_calls(COACHED)
    figures = "\n".join(coached_report(calls))
    print(figures)
    print("\n".join(items_report(calls)))
    if wanted.docs:
        begin, end = _PART
        before, rest = DOCUMENT.read_text(encoding="utf-8").split(begin)
        DOCUMENT.write_text(before + begin + figures + "\n" + end + rest.split(end)[1], encoding="utf-8")
    if wanted.wrong:
        print("\n".join(wrong_report(calls)))


if __name__ == "__main__":
    main()

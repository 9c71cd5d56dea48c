"""Whether the corpus is what it should be: its counts, repeated examples, labels at odds, lines of the benchmark."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.core.acts import DialogueAct
from simulator.training.corpus import Example

LEAST_EXAMPLES, LEAST_OF_AN_ACT, LEAST_NEAR_MISSES, LEAST_OTHER = 14_000, 500, 2_500, 900
LONG = 7
"""Words from which on a turn is more than a set phrase, which many people say."""
ALIKE = 0.8
"""Runs of three words that two turns share, over those that either has: from here on they are one example."""
BENCHMARK = Path(__file__).parents[3] / "shared" / "benchmark"
"""Lies beside the repository where understanding is measured."""


@dataclass(frozen=True, slots=True)
class CorpusCheck:
    counts: tuple[str, ...]
    """The report, line by line."""
    problems: tuple[str, ...]


def check_corpus(examples: Sequence[Example], benchmark: Path = BENCHMARK) -> CorpusCheck:
    """Looks through the whole corpus; a few seconds."""
    near, odds = _pairs(examples)
    shared = sorted(set(_long_texts(benchmark)) & {spoken(example.text) for example in examples})
    counts = Counter(act for example in examples for act in example.acts)
    near_misses = sum(example.near_miss for example in examples)
    enough = (
        (len(examples), LEAST_EXAMPLES, "examples"),
        (near_misses, LEAST_NEAR_MISSES, "near-misses"),
        (counts[DialogueAct.OTHER], LEAST_OTHER, "turns without an act"),
        *((counts[act], LEAST_OF_AN_ACT, f"examples of `{act}`") for act in DialogueAct),
    )
    compared = "no file of the benchmark here" if not benchmark.exists() else f"{len(shared)} shared with the benchmark"
    files = {example.file for example in examples}
    stages, befores = sum(bool(one.stage) for one in examples), sum(bool(one.before) for one in examples)
    several = sum(len(example.acts) > 1 for example in examples)
    small = sum(not any(letter.isupper() for letter in example.text) for example in examples)
    report = (
        f"{len(examples)} examples by {len(files)} hands; {near_misses} near-misses;",
        f"{befores} with the line before, {stages} with the moment of the call;",
        f"{several} do several things, {small} have no capitals;",
        f"{len(near)} nearly alike, {len(odds)} with labels at odds, {compared}.",
        "By act: " + ", ".join(f"{act} {count}" for act, count in counts.most_common()) + ".",
    )
    problems = (
        *(f"{count} {what}, fewer than {least}" for count, least, what in enough if count < least),
        *(f"nearly alike: {one.file}, {other.file}: {one.text} / {other.text}" for one, other in near),
        *(f"labels at odds: {one.file}, {other.file}: {one.text} / {other.text}" for one, other in odds),
        *(f"a line of the benchmark: {text}" for text in shared),
    )
    return CorpusCheck(report, problems)


def spoken(text: str) -> str:
    """The words alone, as one hears them."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def _pairs(examples: Sequence[Example]) -> tuple[list[tuple[Example, Example]], list[tuple[Example, Example]]]:
    """Pairs that are nearly alike and are said to the same line, and pairs of the same words in the same moment that
    are labelled differently."""
    near: list[tuple[Example, Example]] = []
    odds: list[tuple[Example, Example]] = []
    same: dict[tuple[str, str | None, str | None], Example] = {}
    places: dict[tuple[str, ...], list[int]] = {}
    runs: list[set[tuple[str, ...]]] = []
    for example in examples:
        words = spoken(example.text).split()
        twin = same.setdefault((" ".join(words), example.stage, example.before), example)
        if twin.acts != example.acts:
            odds.append((twin, example))
        own = {tuple(words[at : at + 3]) for at in range(len(words) - 2)} if len(words) >= LONG else set()
        shared = Counter(place for run in own for place in places.get(run, ()))
        for place, count in shared.most_common(1):
            other = examples[place]
            if count / len(own | runs[place]) > ALIKE and example.before == other.before:
                near.append((other, example))
        for run in own:
            places.setdefault(run, []).append(len(runs))
        runs.append(own)
    return near, odds


def _long_texts(benchmark: Path) -> Iterator[str]:
    for path in sorted(benchmark.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            texts: Iterable[str] = [data.get("text", ""), *(turn["text"] for turn in data.get("turns", []))]
            yield from (spoken(text) for text in texts if len(text.split()) >= LONG)

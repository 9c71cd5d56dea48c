"""Prepares the search for answers: the points of all that scenarios can be asked, and how much each sign counts."""

from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files

import numpy as np

from simulator.catalog import read_scenarios
from simulator.core.meaning import KnownPoints, Meaning, Projection, Reader, key
from simulator.core.retrieval import LIKELY
from simulator.model_store import MEANING, RANKING, load_meaning, write_meaning, write_ranking
from simulator.training.questions import read_questions
from simulator.training.ranking import Judged, Scenarios, fit, judged, unseen


def scenarios() -> Scenarios:
    """The details of every scenario of the program that has some."""
    found = read_scenarios(files("scenarios")).scenarios
    return {scenario.id: scenario.details for scenario in found if scenario.details}


def texts() -> list[str]:
    """Everything that a question is compared with."""
    details = (detail for ones in scenarios().values() for detail in ones)
    return sorted({text for detail in details for text in (*detail.examples, *detail.lines)})


def prepare(reader: Reader, projection: Projection) -> Iterator[str]:
    """Stores the points and the ranking; tells how well answers are found in scenarios that it was not learnt on."""
    known = _known(reader, projection)
    with as_file(MEANING) as path:
        write_meaning(path, projection, known)
    rows = list(judged(list(read_questions()), scenarios(), load_meaning()))
    with as_file(RANKING) as path:
        write_ranking(path, fit(rows))
    yield from report(rows)


def report(rows: Sequence[Judged]) -> Iterator[str]:
    """How often the right answer is found, in Markdown."""
    yield f"| {len(rows)} questions, told from a chance of {LIKELY} on | right | wrong | told though none answers |"
    yield "|---|---:|---:|---:|"
    for name, by_words in (("by meaning and words", False), ("by words alone", True)):
        found = list(unseen(rows, by_words=by_words))
        answered = [(place in row.answers, chance >= LIKELY) for row, place, chance in found if row.answers]
        others = [chance >= LIKELY for row, _, chance in found if not row.answers]
        right = np.mean([right and told for right, told in answered])
        wrong = np.mean([told and not right for right, told in answered])
        yield f"| {name} | {right:.3f} | {wrong:.3f} | {np.mean(others):.3f} |"


def _known(reader: Reader, projection: Projection) -> KnownPoints:
    nothing = KnownPoints(np.zeros(0, dtype=np.uint64), np.zeros((0, 0), dtype=np.int8))
    all_texts = texts()
    points = Meaning(reader, projection, nothing).of_all(all_texts)
    keys = np.array([key(text) for text in all_texts], dtype=np.uint64)
    order = np.argsort(keys)
    eight_bits = np.round(points / np.abs(points).max(axis=1, keepdims=True) * 127).astype(np.int8)
    return KnownPoints(keys[order], eight_bits[order])

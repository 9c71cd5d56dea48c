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
    return sorted({text for detail in details for text in (*detail.examples, *detail.all_lines)})


NOTHING = KnownPoints(np.zeros(0, dtype=np.uint64), np.zeros((0, 0), dtype=np.int8))


def prepare(reader: Reader, projection: Projection, known: KnownPoints = NOTHING) -> Iterator[str]:
    """Stores the points and the ranking; tells how well answers are found in scenarios that it was not learnt on.
    `known`: points by the same projection, which are not worked out again."""
    known = _known(Meaning(reader, projection, known))
    with as_file(MEANING) as path:
        write_meaning(path, projection, known)
    rows = list(judged(list(read_questions()), scenarios(), load_meaning()))
    with as_file(RANKING) as path:
        write_ranking(path, fit(rows))
    yield from report(rows)


def report(rows: Sequence[Judged]) -> Iterator[str]:
    """How often the right answer is found, in Markdown."""
    yield f"| told from a chance of {LIKELY} on | questions | right | wrong | without an answer | told all the same |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, by_words in (("by meaning and words", False), ("by words alone", True)):
        found = list(unseen(rows, by_words=by_words))
        for hand in sorted({row.question.hand for row in rows}):
            of_hand = [one for one in found if one[0].question.hand == hand]
            answered = [(place in row.answers, chance >= LIKELY) for row, place, chance in of_hand if row.answers]
            others = [chance >= LIKELY for row, _, chance in of_hand if not row.answers]
            right = np.mean([right and told for right, told in answered])
            wrong = np.mean([told and not right for right, told in answered])
            counts = f"{len(answered)} | {right:.3f} | {wrong:.3f} | {len(others)} | {np.mean(others):.3f}"
            yield f"| {name}, a {hand}'s | {counts} |"


def _known(meaning: Meaning) -> KnownPoints:
    all_texts = texts()
    points = meaning.of_all(all_texts)
    keys = np.array([key(text) for text in all_texts], dtype=np.uint64)
    order = np.argsort(keys)
    eight_bits = np.round(points / np.abs(points).max(axis=1, keepdims=True) * 127).astype(np.int8)
    return KnownPoints(keys[order], eight_bits[order])

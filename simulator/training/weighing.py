"""The corpus's share in the listener's language model, judged by ear: word error rates of turns that it has not learnt.

Takes a quarter of an hour on one core, and needs what `simulator.training.hearing` needs.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from simulator.training.corpus import Example
from simulator.training.hearing import choose, hear_all
from simulator.training.listening import Parts, held_out
from simulator.training.spoken import as_spoken

WEIGHTS = 0.3, 0.5, 0.7, 0.9
TURNS = 40
"""Each of the twenty ways of speaking twice."""


def weigh_by_ear(
    examples: Sequence[Example], weights: Sequence[float] = WEIGHTS, turns: int = TURNS, *, processes: int = 2
) -> Iterator[str]:
    """A line for each share."""
    held = held_out(examples)
    parts = Parts.of([example for example in examples if example.text not in held])
    texts = choose([example for example in examples if example.text in held], turns)
    for weight in weights:
        with tempfile.TemporaryDirectory() as folder:
            parts.write(Path(folder), weight)
            found = list(hear_all(texts, Path(folder), processes=processes))
        rate = word_error_rate([one["text"] for one in found], [one["heard"] for one in found])
        yield f"weight {weight:.1f}  word error rate {rate:.1%}"


def word_error_rate(texts: Sequence[str], heard: Sequence[str]) -> float:
    """Words put in, left out and changed, for each word that was said."""
    pairs = [(as_spoken(text), as_spoken(found)) for text, found in zip(texts, heard, strict=True)]
    return sum(Levenshtein.distance(*pair) for pair in pairs) / sum(len(said) for said, _ in pairs)

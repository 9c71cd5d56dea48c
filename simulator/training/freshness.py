"""Whether the stored models are those that the present corpus and code would train."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from simulator.core.linear import ACTS
from simulator.training.corpus import CORPUS
from simulator.training.hearing import HEARD

_PACKAGE = Path(__file__).parent.parent
_LINEAR_CODE = (
    "core/features.py",
    "core/reading.py",
    "core/text.py",
    "training/corpus.py",
    "training/linear.py",
    "training/scores.py",
    "training/turns.py",
    "training/vectors.py",
)


def corpus_digest(corpus: Path = CORPUS) -> str:
    """A fingerprint (SHA-256) of the acts, the examples and what was heard of them: all that the encoder's training
    depends on but its code, which takes too long to run again after each touch."""
    return _fingerprint([*sorted(corpus.glob("*.jsonl")), HEARD])


def linear_digest(corpus: Path = CORPUS) -> str:
    """A fingerprint of everything that the linear model depends on: examples, acts, code with its settings."""
    return _fingerprint([*sorted(corpus.glob("*.jsonl")), HEARD, *(_PACKAGE / name for name in _LINEAR_CODE)])


def _fingerprint(paths: Iterable[Path]) -> str:
    fingerprint = hashlib.sha256(" ".join(ACTS).encode())
    for path in paths:
        # As text, so that the line endings of a checkout make no difference.
        content = path.read_text(encoding="utf-8").encode()
        fingerprint.update(f"\n{path.name} {len(content)}\n".encode() + content)
    return fingerprint.hexdigest()

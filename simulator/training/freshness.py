"""Whether the stored model is the one that the present corpus and code would train."""

import hashlib
from pathlib import Path

from simulator.core.linear import ACTS
from simulator.training.corpus import CORPUS

_PACKAGE = Path(__file__).parent.parent
_CODE = (
    "core/features.py",
    "core/text.py",
    "training/corpus.py",
    "training/linear.py",
    "training/scores.py",
    "training/turns.py",
    "training/vectors.py",
)


def digest(corpus: Path = CORPUS) -> str:
    """A fingerprint (SHA-256) of everything that training depends on: examples, acts, code with its settings."""
    fingerprint = hashlib.sha256(" ".join(ACTS).encode())
    for path in [*sorted(corpus.glob("*.jsonl")), *(_PACKAGE / name for name in _CODE)]:
        # As text, so that the line endings of a checkout make no difference.
        content = path.read_text(encoding="utf-8").encode()
        fingerprint.update(f"\n{path.name} {len(content)}\n".encode() + content)
    return fingerprint.hexdigest()

"""What a model makes of a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.core.text import Span


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How likely each act is performed, 0 to 1."""

    turn: NDArray[np.float32]
    """In the turn; shape (acts,)."""
    clauses: NDArray[np.float32]
    """In each of its clauses; shape (clauses, acts)."""


class ActModel(Protocol):
    """A trained recogniser of dialogue acts."""

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:
        """Reads a turn that is divided into clauses, at least one. `context` is the moment of the call and the other
        end's last line, as `context_of` joins them; it may be empty."""


def context_of(stage: str | None, before: str | None) -> str:
    """The moment of the call and the end of what the other end said last, in the form in which models are trained on
    them: people answer what they heard last."""
    last = " ".join((before or "").split()[-_LAST_WORDS:])
    return f"{stage}: {last}" if stage else last


_LAST_WORDS = 28
"""As many as mostly fit into the tokens of a context (`simulator.core.encoder.MAX_CONTEXT_TOKENS`)."""


def logistic(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chances, 0 to 1, of log odds."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)

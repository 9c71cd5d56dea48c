"""How well acts were recognised. Where no act is performed or found, `other` is, and counts as an act."""

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.bool_]
"""Which acts each turn performs; shape (turns, acts)."""


def micro_f1(performed: Marks, found: Marks) -> float:
    """The harmonic mean of precision and recall over all acts of all turns, 0 to 1."""
    return _f1(*(counts.sum(keepdims=True) for counts in _counts(performed, found))).item()


def act_f1(performed: Marks, found: Marks) -> NDArray[np.float64]:
    """The harmonic mean of precision and recall for each act, `other` last, 0 to 1; shape (acts + 1,)."""
    return _f1(*_counts(performed, found))


def macro_f1(performed: Marks, found: Marks) -> float:
    """The mean over the acts that occur, 0 to 1."""
    occurs = with_other(performed).any(axis=0)
    return float(act_f1(performed, found)[occurs].mean())


def with_other(marks: Marks) -> Marks:
    """With a last column for the turns that have no mark."""
    return np.hstack([marks, ~marks.any(axis=1, keepdims=True)])


def _counts(performed: Marks, found: Marks) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For each act: how often it is performed and found, and how often either of them, each counted."""
    performed, found = with_other(performed), with_other(found)
    return (performed & found).sum(axis=0), performed.sum(axis=0) + found.sum(axis=0)


def _f1(both: NDArray[np.intp], either: NDArray[np.intp]) -> NDArray[np.float64]:
    return 2 * both / np.maximum(1, either)

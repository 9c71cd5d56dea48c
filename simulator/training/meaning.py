"""Learns what tells the meaning of a text: from the states of the encoder's layers to a point, so that two ways to ask
for the same detail of a scenario lie closer together than ways to ask for two. Needs the dependency group `encoder`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from simulator.core.detail import Detail
from simulator.core.meaning import Projection, Reader
from simulator.training.ranking import Scenarios

DIMENSIONS = 60
"""With 96, a few more answers are found, but the points of all that can be asked would take too much room."""
STEPS = 1_000
"""Each of one scenario, with two examples of each of its details."""
_RATE = 2e-3
_DROPOUT = 0.3
SHARPNESS = 20.0
"""What the likeness of two points, -1 to 1, is multiplied with to give log odds."""
_FEWEST = 2
"""Examples of a detail, and such details of a scenario: one alone lies next to nothing and apart from nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The ways to ask for the details of one scenario."""

    states: torch.Tensor
    """Mean states of the examples; shape (examples, states)."""
    starts: NDArray[np.intp]
    """Where those of each detail begin, and the end; shape (details + 1,)."""

    def pair(self, chance: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        """Two examples of each detail; shape (details, states) both."""
        places = [
            start + chance.choice(size, 2, replace=False)
            for start, size in zip(self.starts[:-1], np.diff(self.starts), strict=True)
        ]
        first, second = np.array(places).T
        return self.states[first], self.states[second]


def fit_projection(reader: Reader, scenarios: Scenarios, *, seed: int = 0) -> Projection:
    """The projection learnt on what these scenarios can be asked."""
    chance = np.random.default_rng(seed)
    torch.manual_seed(seed)
    asked = [one for details in scenarios.values() if (one := _asked(reader, details))]
    everything = torch.cat([one.states for one in asked])
    mean, spread = everything.mean(dim=0), everything.std(dim=0) + 1e-6
    layer = torch.nn.Linear(everything.shape[1], DIMENSIONS)
    optimizer = torch.optim.AdamW(layer.parameters(), lr=_RATE)
    rate = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS)

    def points(states: torch.Tensor) -> torch.Tensor:
        shown = torch.nn.functional.dropout((states - mean) / spread, _DROPOUT)
        return torch.nn.functional.normalize(layer(shown), dim=1)

    for _ in range(STEPS):
        first, second = asked[chance.integers(len(asked))].pair(chance)
        log_odds = points(first) @ points(second).T * SHARPNESS
        right = torch.arange(len(log_odds))
        loss = torch.nn.functional.cross_entropy(log_odds, right) + torch.nn.functional.cross_entropy(log_odds.T, right)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        rate.step()
    with torch.inference_mode():
        weights = (layer.weight / spread).T
        shift = layer.bias - mean @ weights
    return Projection(weights.numpy().astype(np.float32), shift.numpy().astype(np.float32))


def _asked(reader: Reader, details: Sequence[Detail]) -> Asked | None:
    """None where there is nothing to tell apart."""
    examples = [detail.examples for detail in details if len(detail.examples) >= _FEWEST]
    if len(examples) < _FEWEST:
        return None
    states = np.stack([reader.read(text) for ones in examples for text in ones])
    return Asked(torch.from_numpy(states), np.cumsum([0, *map(len, examples)]))

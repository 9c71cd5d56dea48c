"""Fits what tells the meaning of a text: the states of the fine-tuned encoder's layers are led back to the points that
its base weights, made for telling likeness, give to the same texts. Needs the dependency group `encoder`.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from transformers import AutoModel

from simulator.core.encoder import BEGIN, END
from simulator.core.meaning import MAX_TOKENS, Projection, Reader, Vectors, unit
from simulator.training.corpus import Example
from simulator.training.encoder import load_tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIMENSIONS = 60
"""With 96, as many answers are found; with 48, one in a hundred fewer."""
_TURNS = 6_000
_STIFFNESS = 300.0
"""Of the ridge regression."""
_BATCH = 64


def fit_projection(reader: Reader, texts: Sequence[str], corpus: Sequence[Example], base: Path) -> Projection:
    """The projection that comes closest to the points of the base, on these texts and some turns of the corpus."""
    chance = random.Random(0)  # noqa: S311 - variety, not secrecy
    texts = [*texts, *(example.text for example in chance.sample(list(corpus), _TURNS))]
    states = np.stack([reader.read(text) for text in texts])
    mean, spread = states.mean(axis=0), states.std(axis=0) + 1e-6
    inputs = np.c_[(states - mean) / spread, np.ones(len(states))].astype(np.float64)
    wanted = _points_of_base(texts, base)
    solved = np.linalg.solve(inputs.T @ inputs + _STIFFNESS * np.eye(inputs.shape[1]), inputs.T @ wanted)
    # Of the base's 384 dimensions, the directions in which the points differ most.
    solved = solved @ np.linalg.svd(inputs @ solved, full_matrices=False)[2][:DIMENSIONS].T
    weights = solved[:-1] / spread[:, None]
    return Projection(weights.astype(np.float32), (solved[-1] - mean @ weights).astype(np.float32))


def _points_of_base(texts: Sequence[str], base: Path) -> Vectors:
    """What all-MiniLM-L6-v2 gives them: the mean over their tokens."""
    tokenizer = load_tokenizer(base)
    network = AutoModel.from_pretrained(base)
    network.eval()
    encoded = [[BEGIN, *tokenizer.encode(text, add_special_tokens=False).ids[:MAX_TOKENS], END] for text in texts]
    points: NDArray[np.float32] = np.zeros((len(texts), network.config.hidden_size), dtype=np.float32)
    with torch.inference_mode():
        for rows in _batches(encoded):
            longest = max(len(encoded[row]) for row in rows)
            ids = torch.tensor([encoded[row] + [0] * (longest - len(encoded[row])) for row in rows])
            mask = (ids != 0).long()
            states = network(input_ids=ids, attention_mask=mask).last_hidden_state
            points[rows] = ((states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)).numpy()
    return unit(points)


def _batches(encoded: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Rows of texts of like length."""
    order = sorted(range(len(encoded)), key=lambda row: len(encoded[row]))
    for start in range(0, len(order), _BATCH):
        yield order[start : start + _BATCH]

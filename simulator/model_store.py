"""The trained model as it is stored inside the package."""

import json
from importlib.resources import files
from typing import Any

import numpy as np

from simulator.core.linear import LinearModel
from simulator.core.understanding import Understanding

MODEL = files("simulator") / "data" / "understanding" / "linear.npz"


def load_understanding() -> Understanding:
    """Understanding with the trained model of this package."""
    with MODEL.open("rb") as file, np.load(file) as stored:
        return Understanding(
            LinearModel(**{name: stored[name] for name in ("keys", "idf", "weights", "scale", "bias", "thresholds")})
        )


def model_metadata() -> dict[str, Any]:
    """What training recorded about the stored model: the digest of what it was trained from, its figures."""
    with MODEL.open("rb") as file, np.load(file) as stored:
        metadata: dict[str, Any] = json.loads(bytes(stored["metadata"]))
        return metadata

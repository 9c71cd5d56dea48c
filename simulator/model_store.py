"""The trained models as they are stored inside the package."""

import json
import os
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.core.encoder import Encoder
from simulator.core.linear import LinearModel
from simulator.core.mixture import Mixture
from simulator.core.understanding import Understanding

FOLDER = files("simulator") / "data" / "understanding"
MODEL = FOLDER / "linear.npz"
ENCODER_SHARE = 0.65
"""What the encoder's word counts, 0 to 1; the linear model has the rest."""
THRESHOLD = 0.5
"""The chance from which on the two together take an act for performed, 0 to 1. The share is chosen on a hand that
neither model had met, the chance so that everyday talk of other matters is left alone (docs/understanding.md)."""
_THREADS = 2
"""An old laptop has no more, and for a sentence more would not pay."""
_ONE_THREAD = ("OMP_NUM_THREADS", "1")
"""What says, to any numerical library, that there is a process for each core already."""
_ERRORS_ONLY = 3


def load_understanding() -> Understanding:
    """Understanding with the models of this package; with the linear one alone where onnxruntime does not run."""
    with as_file(MODEL) as path:
        linear, threshold = read_linear(path)
    try:
        encoder = load_encoder()
    except ImportError:
        return Understanding(linear, threshold)
    return Understanding(Mixture(encoder, linear, ENCODER_SHARE), THRESHOLD)


def load_encoder() -> Encoder:
    """The encoder. Raises ImportError where its libraries are not installed."""
    import onnxruntime  # noqa: PLC0415 - so that its absence is no error
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    tokenizer = Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    options = onnxruntime.SessionOptions()
    name, one = _ONE_THREAD
    options.intra_op_num_threads = 1 if os.environ.get(name) == one else _THREADS
    options.log_severity_level = _ERRORS_ONLY
    options.enable_cpu_mem_arena = False  # it trades memory for speed on batches, and there are none
    with as_file(FOLDER / "encoder.onnx") as path:  # by its path: bytes would stay in memory twice
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def tokenize(text: str) -> Sequence[int]:
        # Lone surrogates, which Python allows in a text and UTF-8 does not, would be refused.
        ids: Sequence[int] = tokenizer.encode(text.encode("utf-8", "replace").decode(), add_special_tokens=False).ids
        return ids

    def infer(ids: NDArray[np.int64], segments: NDArray[np.int64]) -> NDArray[np.float32]:
        logits: NDArray[np.float32] = session.run(None, {"ids": ids, "segments": segments})[0]
        return logits

    return Encoder(tokenize, infer)


def read_linear(path: Path) -> tuple[LinearModel, float]:
    """A stored linear model, and the chance from which on it takes an act for performed where it decides alone."""
    with np.load(path) as stored:
        model = LinearModel(**{field.name: stored[field.name] for field in fields(LinearModel)})
        return model, float(stored["threshold"])


def write_linear(path: Path, model: LinearModel, threshold: float, metadata: dict[str, Any]) -> None:
    """Writes the same bytes for the same model. `metadata` is what JSON can say."""
    note = json.dumps(metadata, sort_keys=True).encode()
    np.savez(
        path,
        allow_pickle=False,
        threshold=np.float32(threshold),
        metadata=np.frombuffer(note, dtype=np.uint8),
        **{field.name: getattr(model, field.name) for field in fields(LinearModel)},
    )


def linear_metadata() -> dict[str, Any]:
    """What training recorded about the linear model: its `digest` and the number of `examples`."""
    with as_file(MODEL) as path, np.load(path) as stored:
        metadata: dict[str, Any] = json.loads(bytes(stored["metadata"]))
        return metadata

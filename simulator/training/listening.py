"""Builds what the listener hears with: a language model for these calls, and how the words sound that CMUdict lacks.

Needs espeak-ng for the pronunciations; nothing is downloaded, the general model comes with pocketsphinx.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from audio.listeners.call_words import Place
from audio.listeners.sphinx import DICTIONARY, MODEL
from audio.pronunciation import pronunciations
from simulator.training.corpus import Example
from simulator.training.general_model import read_general
from simulator.training.language_model import (
    BEGIN,
    END,
    Sizes,
    arpa,
    estimate,
    mix,
    mixed_logs,
    restricted,
    sentence_logs,
    sentences,
    vocabulary,
)
from simulator.training.ngrams import Backoff, perplexity

FOLDER = Path(__file__).parents[2] / "audio/data"
WEIGHT = 0.7
"""The corpus's share of the mixture; `weigh` shows the choice."""
HELD_OUT = "d2", "d6", "e5", "e12"
"""Files of the corpus, each of another hand, on which the share is chosen."""
WEIGHTS = 0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0


@dataclass(frozen=True, slots=True)
class Parts:
    """Both models over one vocabulary, not yet mixed."""

    corpus: Backoff
    general: Backoff
    known: frozenset[str]
    """Words that CMUdict pronounces."""

    @classmethod
    def of(cls, examples: Sequence[Example], sizes: Sizes = Sizes()) -> Self:  # noqa: B008 - it never changes
        known, general = _known(), read_general(_pocketsphinx() / "en-us.lm.bin")
        learnt = sentences((example.text for example in examples), known)
        words = vocabulary(general, learnt, known, sizes.words)
        return cls(estimate(learnt, words), restricted(general, words), known)

    def write(self, folder: Path, weight: float = WEIGHT, sizes: Sizes = Sizes()) -> str:  # noqa: B008 - as above
        """Writes the mixture and its pronunciations for the listener, and says what it wrote."""
        from pocketsphinx import NGramModel  # noqa: PLC0415 - only who builds needs it

        words, mixture = self.corpus.words, mix(self.corpus, self.general, weight, sizes)
        model = folder / MODEL
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "calls.arpa"
            file.write_text("\n".join(arpa(mixture)) + "\n", encoding="utf-8")
            NGramModel.readfile(str(file)).write(str(model))
        with (folder / DICTIONARY).open("w", encoding="utf-8") as lines:
            for word in words:
                if word not in self.known and not Place.is_place(word) and word not in (BEGIN, END):
                    for phones in pronunciations(word)[:1]:
                        lines.write(f"{word} {phones}\n")
        return (
            f"{model}: {len(words)} words, {len(mixture.pairs.keys)} pairs, {len(mixture.triples.keys)} triples, "
            f"{model.stat().st_size / 2**20:.1f} MiB, weight of the corpus {weight}"
        )


def weigh(examples: Sequence[Example], sizes: Sizes = Sizes()) -> Iterator[str]:  # noqa: B008 - it never changes
    """The perplexity of turns of other hands, for each share of the corpus in the mixture, before it is made small.

    Places are left out: to the general model they are impossible.
    """
    held = held_out(examples)
    parts = Parts.of([example for example in examples if example.text not in held], sizes)
    words = parts.corpus.words
    asked = sentence_logs(sentences(sorted(held), parts.known), words)
    said = np.array([not Place.is_place(words[last]) for last in asked[2]])
    corpus, other = parts.corpus.triple(*asked), parts.general.triple(*asked)
    for weight in WEIGHTS:
        yield f"weight {weight:.1f}  perplexity {perplexity(mixed_logs(weight, corpus, other)[said]):6.0f}"


def held_out(examples: Sequence[Example]) -> frozenset[str]:
    """The texts on which the share is chosen."""
    return frozenset(example.text for example in examples if example.file in HELD_OUT)


def _pocketsphinx() -> Path:
    from pocketsphinx import get_model_path  # noqa: PLC0415 - as above

    return Path(get_model_path("en-us"))


def _known() -> frozenset[str]:
    """The words that CMUdict holds."""
    with (_pocketsphinx() / "cmudict-en-us.dict").open(encoding="utf-8") as lines:
        return frozenset(line.split(maxsplit=1)[0] for line in lines)

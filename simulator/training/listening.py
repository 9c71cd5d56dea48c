"""Builds what the listener hears with: a language model for these calls, and how the words sound that CMUdict lacks.

Needs espeak-ng for the pronunciations; nothing is downloaded, the general model comes with pocketsphinx.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

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
from simulator.training.ngrams import perplexity

FOLDER = Path(__file__).parents[2] / "audio/data"
WEIGHT = 0.7
"""The corpus's share of the mixture; `weigh` shows the choice."""
HELD_OUT = "d2", "d6", "e5", "e12"
"""Files of the corpus, each of another hand, on which the share is chosen."""
WEIGHTS = 0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0


def build(
    examples: Sequence[Example],
    weight: float = WEIGHT,
    sizes: Sizes = Sizes(),  # noqa: B008 - it never changes
    folder: Path = FOLDER,
) -> Iterator[str]:
    """Writes both files, and reports."""
    from pocketsphinx import NGramModel  # noqa: PLC0415 - only who builds needs it

    known, general = _known(), read_general(_pocketsphinx() / "en-us.lm.bin")
    learnt = sentences((example.text for example in examples), known)
    words = vocabulary(general, learnt, known, sizes.words)
    mixture = mix(estimate(learnt, words), restricted(general, words), weight, sizes)
    model = folder / MODEL
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "calls.arpa"
        file.write_text("\n".join(arpa(mixture)) + "\n", encoding="utf-8")
        NGramModel.readfile(str(file)).write(str(model))
    with (folder / DICTIONARY).open("w", encoding="utf-8") as lines:
        for word in words:
            if word not in known and not Place.is_place(word) and word not in (BEGIN, END):
                for number, phones in enumerate(pronunciations(word)[:1], 1):
                    lines.write(f"{word}{f'({number})' if number > 1 else ''} {phones}\n")
    yield (
        f"{model}: {len(words)} words, {len(mixture.pairs.keys)} pairs, {len(mixture.triples.keys)} triples, "
        f"{model.stat().st_size / 2**20:.1f} MiB, weight of the corpus {weight}"
    )


def weigh(examples: Sequence[Example], sizes: Sizes = Sizes()) -> Iterator[str]:  # noqa: B008 - it never changes
    """The perplexity of turns of other hands, for each share of the corpus in the mixture, before it is made small.

    Places are left out: to the general model they are impossible.
    """
    known, general = _known(), read_general(_pocketsphinx() / "en-us.lm.bin")
    held = {example.text for example in examples if example.file.startswith(HELD_OUT)}
    learnt = sentences((example.text for example in examples if example.text not in held), known)
    words = vocabulary(general, learnt, known, sizes.words)
    asked = sentence_logs(sentences(sorted(held), known), words)
    said = np.array([not Place.is_place(words[last]) for last in asked[2]])
    corpus, other = estimate(learnt, words).triple(*asked), restricted(general, words).triple(*asked)
    for weight in WEIGHTS:
        yield f"weight {weight:.1f}  perplexity {perplexity(mixed_logs(weight, corpus, other)[said]):6.0f}"


def _pocketsphinx() -> Path:
    from pocketsphinx import get_model_path  # noqa: PLC0415 - as above

    return Path(get_model_path("en-us"))


def _known() -> frozenset[str]:
    """The words that CMUdict holds."""
    with (_pocketsphinx() / "cmudict-en-us.dict").open(encoding="utf-8") as lines:
        return frozenset(line.split(maxsplit=1)[0] for line in lines)

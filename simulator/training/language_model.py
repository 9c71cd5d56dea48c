"""The language model of the listener: pocketsphinx's general one, mixed with one of the corpus, and made small.

The mixture is linear, P = w · corpus + (1 - w) · general, over the n-grams of both. Those whose loss changes least are
left out: each n-gram counts by P · |log P − log of what backing off gives| (Seymore and Rosenfeld 1996).
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from audio.listeners.call_words import Place
from simulator.training.ngrams import (
    BASE,
    Backoff,
    Floats,
    Grams,
    Ints,
    pair_key,
    split_pairs,
    split_triples,
    triple_key,
)
from simulator.training.spoken import as_spoken, hesitant, with_places

BEGIN, END = "<s>", "</s>"
UNKNOWN = -1
_LEAST_LOG = -99.0
HESITANT = 6
"""Every so-manyth turn is learnt with a filler, too."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of the mixture is kept."""

    words: int = 25_000
    """Of the general vocabulary, the most frequent; those of the corpus come in addition."""
    pairs: int = 220_000
    triples: int = 180_000


def sentences(texts: Iterable[str], known: frozenset[str]) -> list[list[str]]:
    """The turns as the model learns them: contractions get back the apostrophes that hasty writers leave out, and some
    turns come once more with a filler."""
    chance = random.Random(5)  # noqa: S311 - a fixed choice
    turns = [turn for text in texts for turn in with_places(text)]
    turns += [hesitant(turn, chance) for turn in turns[::HESITANT]]
    return [[_mended(word, known) for word in as_spoken(turn)] for turn in turns]


def _mended(word: str, known: frozenset[str]) -> str:
    if word not in known:
        for at in (len(word) - 1, len(word) - 2):
            if at > 0 and f"{word[:at]}'{word[at:]}" in known:
                return f"{word[:at]}'{word[at:]}"
    return word


def vocabulary(general: Backoff, learnt: Sequence[Sequence[str]], known: frozenset[str], size: int) -> tuple[str, ...]:
    """Marks and places, what the corpus says, and the most frequent other words that have a pronunciation."""
    counts = Counter(word for sentence in learnt for word in sentence)
    said = {word for word, count in counts.items() if word in known or (count > 1 and word.isalpha())}
    frequent = (general.words[at] for at in np.argsort(-general.logs))
    chosen = [word for word in frequent if word in known and word not in said][:size]
    return (BEGIN, END, *Place, *sorted(said - set(Place)), *chosen)


def estimate(learnt: Sequence[Sequence[str]], words: Sequence[str]) -> Backoff:
    """A trigram model with interpolated Kneser-Ney smoothing. Words outside the vocabulary break the sentence."""
    index = {word: at for at, word in enumerate(words)}
    threes: Counter[int] = Counter()
    twos: Counter[int] = Counter()
    for sentence in learnt:
        ids = [index[BEGIN], *(index.get(word, UNKNOWN) for word in sentence), index[END]]
        for first, last in pairwise(ids):
            if UNKNOWN not in (first, last):
                twos[first * BASE + last] += 1
        for first, middle, last in zip(ids, ids[1:], ids[2:], strict=False):
            if UNKNOWN not in (first, middle, last):
                threes[(first * BASE + middle) * BASE + last] += 1
    keys3, counts3 = _sorted(threes)
    keys2, counts2 = _sorted(twos)
    size = len(words)
    # single words count by the different words before them
    last2 = split_pairs(keys2)[1]
    kinds = np.bincount(last2, minlength=size).astype(np.float64)
    single = (np.maximum(kinds - 0.5, 0) + 0.5 * (kinds > 0).sum() / size) / kinds.sum()
    # pairs count by the different words before them, too, save those that begin a turn
    at3 = np.searchsorted(keys2, split_triples(keys3)[1] * BASE + split_triples(keys3)[2])
    continued = np.bincount(at3, minlength=len(keys2)).astype(np.float64)
    first2 = split_pairs(keys2)[0]
    continued = np.where((first2 == index[BEGIN]) | (continued == 0), counts2, continued)
    pair, left1 = _discounted(continued, first2, size, single[last2])
    before3 = np.searchsorted(keys2, split_triples(keys3)[0] * BASE + split_triples(keys3)[1])
    triple, left2 = _discounted(counts3, before3, len(keys2), pair[at3])
    return Backoff(
        tuple(words),
        np.log10(single),
        np.log10(left1),
        Grams(keys2, np.log10(pair), np.log10(left2)),
        Grams(keys3, np.log10(triple), np.zeros(len(keys3))),
    )


def _sorted(counts: Counter[int]) -> tuple[Ints, Floats]:
    keys = np.fromiter(counts.keys(), np.int64, len(counts))
    values = np.fromiter(counts.values(), np.float64, len(counts))
    order = np.argsort(keys)
    return keys[order], values[order]


def _discounted(counts: Floats, history: Ints, histories: int, shorter: Floats) -> tuple[Floats, Floats]:
    """Interpolated probabilities, and what each history leaves to the shorter one (1 where it was never seen)."""
    ones, twos = float((counts == 1).sum()), float((counts == 2).sum())  # noqa: PLR2004 - as in the formula
    discount = ones / (ones + 2 * twos)
    totals = np.bincount(history, counts, histories)
    left = np.bincount(history, np.minimum(counts, discount), histories) / np.maximum(totals, 1)
    probability = np.maximum(counts - discount, 0) / totals[history] + left[history] * shorter
    return probability, np.where(totals > 0, left, 1.0)


def restricted(general: Backoff, words: Sequence[str]) -> Backoff:
    """The general model with another vocabulary: words that it lacks are as good as impossible to it."""
    index = {word: at for at, word in enumerate(words)}
    new = np.array([index.get(word, UNKNOWN) for word in general.words])
    logs, bows = np.full(len(words), _LEAST_LOG), np.zeros(len(words))
    kept = new != UNKNOWN
    logs[new[kept]], bows[new[kept]] = general.logs[kept], general.bows[kept]
    first, last = (new[part] for part in split_pairs(general.pairs.keys))
    both = (first != UNKNOWN) & (last != UNKNOWN)
    one, two, three = (new[part] for part in split_triples(general.triples.keys))
    all3 = (one != UNKNOWN) & (two != UNKNOWN) & (three != UNKNOWN)
    return Backoff(
        tuple(words),
        logs,
        bows,
        Grams.of(pair_key(first, last)[both], general.pairs.logs[both], general.pairs.bows[both]),
        Grams.of(triple_key(one, two, three)[all3], general.triples.logs[all3]),
    )


def mixed_logs(weight: float, corpus: Floats, general: Floats) -> Floats:
    """log10 of the mixture, `weight` (0 to 1) being the corpus's."""
    return np.log10(weight * 10**corpus + (1 - weight) * 10**general)


def mix(corpus: Backoff, general: Backoff, weight: float, sizes: Sizes) -> Backoff:
    """One model of both, of the given sizes, with backoff weights that make every history sum to 1."""
    words = corpus.words
    logs = mixed_logs(weight, corpus.logs, general.logs)
    logs = np.log10(10**logs / (10**logs)[1:].sum())  # a turn's begin is never foretold
    keys2 = np.union1d(corpus.pairs.keys, general.pairs.keys)
    keys2 = keys2[split_pairs(keys2)[1] != 0]
    keys3 = np.union1d(corpus.triples.keys, general.triples.keys)
    logs2 = mixed_logs(weight, corpus.pair(*split_pairs(keys2)), general.pair(*split_pairs(keys2)))
    logs3 = mixed_logs(weight, corpus.triple(*split_triples(keys3)), general.triple(*split_triples(keys3)))
    one, two, three = split_triples(keys3)
    both, there = _pairs_of(keys2, one, two)
    short, there2 = _pairs_of(keys2, two, three)
    worth3 = 10 ** (np.maximum(logs[one], -7) + logs2[both] + logs3) * np.abs(
        logs3 - np.where(there2, logs2[short], logs[three])
    )
    worth3[~there] = -1
    keep3 = _most(worth3, sizes.triples)
    keys3, logs3 = keys3[keep3], logs3[keep3]
    first, last = split_pairs(keys2)
    worth2 = 10 ** (logs[first] + logs2) * np.abs(logs2 - logs[last])
    worth2[first == 0] *= 10 ** -logs[0] * 0.05  # every turn begins
    needed = np.isin(keys2, np.concatenate([pair_key(*split_triples(keys3)[:2]), pair_key(*split_triples(keys3)[1:])]))
    worth2[needed] = np.inf
    keep2 = _most(worth2, max(sizes.pairs, int(needed.sum())))
    keys2, logs2 = keys2[keep2], logs2[keep2]
    # what the longer n-grams leave, over what they leave out of the shorter ones
    first, last = split_pairs(keys2)
    bows = _left(first, len(words), 10**logs2, 10 ** logs[last])
    half = Backoff(words, logs, bows, Grams(keys2, logs2, np.zeros(len(keys2))), Grams(keys3[:0], logs3[:0], logs3[:0]))
    one, two, three = split_triples(keys3)
    before = np.searchsorted(keys2, pair_key(one, two))
    bows2 = _left(before, len(keys2), 10**logs3, 10 ** half.pair(two, three))
    return Backoff(words, logs, bows, Grams(keys2, logs2, bows2), Grams(keys3, logs3, np.zeros(len(keys3))))


def _pairs_of(keys2: Ints, first: Ints, last: Ints) -> tuple[Ints, "np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    keys = pair_key(first, last)
    at = np.minimum(np.searchsorted(keys2, keys), len(keys2) - 1)
    return at, keys2[at] == keys


def _most(worth: Floats, count: int) -> Ints:
    """Where the most worthy stand, in their old order."""
    return np.sort(np.argsort(-worth)[:count])


def _left(history: Ints, histories: int, longer: Floats, shorter: Floats) -> Floats:
    left = 1 - np.bincount(history, longer, histories)
    below = 1 - np.bincount(history, shorter, histories)
    return np.log10(np.maximum(left, 1e-4) / np.maximum(below, 1e-4))


def arpa(model: Backoff) -> Iterable[str]:
    """The lines of the model as an ARPA file."""
    words = model.words
    yield from ("\\data\\", f"ngram 1={len(words)}", f"ngram 2={len(model.pairs.keys)}")
    yield from (f"ngram 3={len(model.triples.keys)}", "", "\\1-grams:")
    for word, log, bow in zip(words, model.logs, model.bows, strict=True):
        yield f"{log if word != BEGIN else _LEAST_LOG:.4f} {word} {bow:.4f}"
    yield from ("", "\\2-grams:")
    for first, last, log, bow in zip(*split_pairs(model.pairs.keys), model.pairs.logs, model.pairs.bows, strict=True):
        yield f"{log:.4f} {words[first]} {words[last]} {bow:.4f}"
    yield from ("", "\\3-grams:")
    for first, middle, last, log in zip(*split_triples(model.triples.keys), model.triples.logs, strict=True):
        yield f"{log:.4f} {words[first]} {words[middle]} {words[last]}"
    yield from ("", "\\end\\")


def sentence_logs(sentences: Iterable[Sequence[str]], words: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """The trigrams that are asked of a model by sentences; those with an unknown word are left out."""
    index = {word: at for at, word in enumerate(words)}
    rows = []
    for sentence in sentences:
        ids = [index[BEGIN], index[BEGIN], *(index.get(word, UNKNOWN) for word in sentence), index[END]]
        rows += [row for row in zip(ids, ids[1:], ids[2:], strict=False) if UNKNOWN not in row]
    table = np.array(rows, np.int64)
    return table[:, 0], table[:, 1], table[:, 2]

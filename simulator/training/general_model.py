"""The n-grams of a language model in pocketsphinx's binary form, which the library itself can only ask one by one.

The form is that of ngram_model_trie.c and lm_trie.c in pocketsphinx 5: a header, the counts, tables of quantised
values, and packed records (word, backoff, probability, where the longer n-grams begin). Only trigram models are read.
"""

import math
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.training.ngrams import Backoff, Grams, Ints, pair_key, triple_key

_HEADER = b"Trie Language Model"
_ORDER = 3
_BINS = 1 << 16
_UNIGRAM = np.dtype([("prob", "<f4"), ("bow", "<f4"), ("next", "<u4")])
_TO_LOG10 = math.log10(1.0001)
"""Values are logarithms to the base 1.0001."""
_CHUNK = 1 << 18
"""Records that are unpacked at once."""


def read_general(path: Path) -> Backoff:
    """The model with log10 probabilities. Raises ValueError if the file has another form."""
    data = path.read_bytes()
    if not data.startswith(_HEADER) or data[len(_HEADER)] != _ORDER:
        raise ValueError(f"{path}: no binary trigram model")
    at = len(_HEADER) + 1
    counts = struct.unpack_from("<3I", data, at)
    at += 12
    (quantised,) = struct.unpack_from("<i", data, at)
    if quantised != 1:
        raise ValueError(f"{path}: not quantised")
    at += 4
    tables = np.frombuffer(data, "<f4", 3 * _BINS, at).reshape(3, _BINS) * _TO_LOG10
    at += 3 * _BINS * 4
    unigrams = np.frombuffer(data, _UNIGRAM, counts[0] + 1, at)
    at += (counts[0] + 1) * _UNIGRAM.itemsize
    word_bits, next_bits = int(counts[0]).bit_length(), int(counts[2]).bit_length()
    widths = (word_bits, 16, 16, next_bits)
    middle_bytes = ((1 + counts[1]) * sum(widths) + 7) // 8 + 8
    words2, bows2, probs2, nexts2 = _unpack(data[at : at + middle_bytes], counts[1] + 1, widths)
    at += middle_bytes
    longest_bytes = ((1 + counts[2]) * (word_bits + 16) + 7) // 8 + 8
    words3, probs3 = _unpack(data[at : at + longest_bytes], counts[2], (word_bits, 16))
    at += longest_bytes
    (length,) = struct.unpack_from("<I", data, at)
    words = data[at + 4 : at + 4 + length].decode("utf-8").split("\0")[: counts[0]]
    # the trie is stored by reversed n-grams: a record's parent is the word after it
    last2 = np.repeat(np.arange(counts[0]), _steps(unigrams["next"].astype(np.int64)))
    pairs = len(last2)  # some places at the end are not used
    pair2 = words2[:pairs], last2
    parent3 = np.repeat(np.arange(pairs), _steps(nexts2[: pairs + 1]))
    triples = len(parent3)
    return Backoff(
        tuple(words),
        unigrams["prob"][: counts[0]].astype(np.float64) * _TO_LOG10,
        unigrams["bow"][: counts[0]].astype(np.float64) * _TO_LOG10,
        Grams.of(pair_key(*pair2), tables[0][probs2[:pairs]], tables[1][bows2[:pairs]]),
        Grams.of(triple_key(words3[:triples], pair2[0][parent3], pair2[1][parent3]), tables[2][probs3[:triples]]),
    )


def _steps(starts: Ints) -> Ints:
    """How many places each one has until the next begins."""
    return starts[1:] - starts[:-1]


def _unpack(data: bytes, count: int, widths: tuple[int, ...]) -> list[npt.NDArray[np.int64]]:
    """The fields of `count` records that lie one after the other, bit by bit, the lowest first."""
    bits = sum(widths)
    raw = np.frombuffer(data + bytes(8), np.uint8)
    columns: list[npt.NDArray[np.int64]] = [np.empty(count, np.int64) for _ in widths]
    for start in range(0, count, _CHUNK):
        rows = np.arange(start, min(start + _CHUNK, count), dtype=np.int64) * bits
        for column, width in zip(columns, widths, strict=True):
            value = np.zeros(len(rows), np.uint64)
            for byte in range(5):
                value |= raw[(rows >> 3) + byte].astype(np.uint64) << np.uint64(8 * byte)
            value = (value >> (rows & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)
            column[start : start + len(rows)] = value.astype(np.int64)
            rows = rows + width
    return columns

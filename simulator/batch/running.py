"""Runs a batch: in order, without waiting for all of it to be read, and without starting processes for a few calls."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import chain, islice
from typing import TYPE_CHECKING

from simulator.batch.engines import Engine
from simulator.batch.judging import Result, judge_bundle
from simulator.batch.sources import Document

if TYPE_CHECKING:
    from concurrent.futures import Future

FEW = 32
"""So many transcripts are scored, in a second or two, about as soon as other processes would have got ready."""
_BUNDLE = 8
"""Transcripts that travel together."""
_AHEAD = 4
"""Bundles that wait for each worker, so that none is idle and not everything lies in memory."""


def score_all(
    documents: Iterator[Document], engine: Callable[[], AbstractContextManager[Engine]], few: int = FEW
) -> Iterator[tuple[Document, Result]]:
    """Every document with what came of it, in the order of the documents. `engine` is started if there are more than
    `few` of them."""
    first = list(islice(documents, few + 1))
    if len(first) <= few:
        yield from ((document, judge_bundle([document])[0]) for document in first)
        return
    with engine() as started:
        yield from _in_order(chain(first, documents), started)


def _in_order(documents: Iterator[Document], engine: Engine) -> Iterator[tuple[Document, Result]]:
    under_way: deque[tuple[Sequence[Document], Future[list[Result]]]] = deque()
    while bundle := list(islice(documents, _BUNDLE)):
        under_way.append((bundle, engine.executor.submit(judge_bundle, bundle)))
        if len(under_way) > _AHEAD * engine.width:
            yield from _next(under_way)
    while under_way:
        yield from _next(under_way)


def _next(under_way: deque[tuple[Sequence[Document], "Future[list[Result]]"]]) -> Iterator[tuple[Document, Result]]:
    bundle, future = under_way.popleft()
    yield from zip(bundle, future.result(), strict=True)

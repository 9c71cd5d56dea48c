"""What a batch runs on: the cores of this computer, or a Dask cluster. Both are executors of the standard library."""

import logging
import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from simulator.cores import cores
from simulator.errors import RingbackError

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
"""Instead of an address: a Dask cluster on this computer, for as long as the batch takes."""
_ADDRESS = re.compile(r"((tcp|tls|ucx|wss?)://)?[^/\s]+:\d+/?")
_CONNECT_S = 5
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps numerical libraries, and our own models, to one thread a process; Dask sets the same."""


@dataclass(frozen=True, slots=True)
class Engine:
    executor: Executor
    width: int
    """How many things it does at the same time."""


@contextmanager
def processes(count: int) -> Iterator[Engine]:
    """So many processes of this computer. They start afresh: threads of this one would not survive a fork."""
    executor = ProcessPoolExecutor(count, get_context("spawn"), initializer=_set_up)
    try:
        yield Engine(executor, count)
    except BrokenExecutor as error:
        raise RingbackError(
            "One of the processes that score was ended from outside, maybe for want of memory.",
            remedy="Try again with fewer: --processes 1",
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _set_up() -> None:
    """Runs first in each process: one thread each, as there is a process for each core; and Ctrl-C is for the one
    that reports, which then ends the others."""
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def dask(address: str) -> Iterator[Engine]:
    """The cluster whose scheduler has the address, or a LOCAL one. Raises RingbackError if there is none, or if its
    workers have no Ringback."""
    try:
        from distributed import Client, KilledWorker, LocalCluster  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise RingbackError("Dask is not installed.", remedy="Install it: pip install 'ringback[dask]'") from error
    if address != LOCAL and not _ADDRESS.fullmatch(address):
        raise _nobody_at(address)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    cluster = None
    try:
        if address == LOCAL:
            cluster = LocalCluster(cores(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
        client = Client(cluster or address, timeout=_CONNECT_S, set_as_default=False)
    except OSError as error:
        raise _nobody_at(address) from error
    try:
        yield Engine(client.get_executor(), _width(client, address))
    except ModuleNotFoundError as error:
        raise RingbackError(
            f"its workers cannot score: {error}.",
            where=address,
            remedy=f"Install Ringback of this version on every worker, and restart them (missing: {error.name}).",
        ) from error
    except (KilledWorker, CancelledError, OSError) as error:
        raise RingbackError("that cluster was lost on the way.", where=address, remedy="Try again.") from error
    finally:
        client.close()
        if cluster:
            cluster.close()


def _nobody_at(address: str) -> RingbackError:
    return RingbackError(
        "no Dask scheduler answers there.",
        where=address,
        remedy="Give its address, such as tcp://10.0.0.5:8786, or --dask local for a cluster on this computer.",
    )


def _width(client: "Client", address: str) -> int:
    threads: int = sum(client.nthreads().values())
    if not threads:
        raise RingbackError("that cluster has no workers.", where=address, remedy="Start some: dask worker ADDRESS")
    return threads

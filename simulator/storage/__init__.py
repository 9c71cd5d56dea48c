"""The history of calls, and the real jobs, in a database that belongs to the user."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.storage.drills import Drills, Try
    from simulator.storage.erasure import Erasure
    from simulator.storage.history import CallSummary, History
    from simulator.storage.jobs import JobStore, KeptJob

__all__ = ["CallSummary", "Drills", "Erasure", "History", "JobStore", "KeptJob", "Try"]
_MODULES = {
    "CallSummary": "history",
    "Drills": "drills",
    "Erasure": "erasure",
    "History": "history",
    "JobStore": "jobs",
    "KeptJob": "jobs",
    "Try": "drills",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the classes above
    # SQLAlchemy takes 170 ms to import: it comes with the first use of a class.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)

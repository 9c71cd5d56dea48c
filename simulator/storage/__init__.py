"""The history of calls, in a database that belongs to the user."""

from simulator.storage.history import CallSummary, History

__all__ = ["CallSummary", "History"]

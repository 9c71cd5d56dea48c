"""A scored transcript in the formats in which it can be handed over.

To add a format, write a module with a function that is a `Report`, and name it in FORMATS.
"""

from collections.abc import Mapping
from typing import Protocol

from simulator.core.scoring import Scorecard
from simulator.core.transcript import Transcript
from simulator.reports.background import NOTHING, Background
from simulator.reports.html_report import html_report
from simulator.reports.json_report import json_report
from simulator.reports.markdown_report import markdown_report
from simulator.reports.terminal_report import terminal_report


class Report(Protocol):
    """A scored transcript as text, with what else is known of the call."""

    def __call__(self, transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING) -> str: ...


FORMATS: Mapping[str, Report] = {
    "terminal": terminal_report,
    "markdown": markdown_report,
    "json": json_report,
    "html": html_report,
}

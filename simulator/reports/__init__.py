"""A scored transcript in the formats in which it can be handed over.

To add a format, write a module with a function `(Transcript, Scorecard) -> str` and name it in FORMATS.
"""

from collections.abc import Callable, Mapping

from simulator.core.scoring import Scorecard
from simulator.core.transcript import Transcript
from simulator.reports.json_report import json_report
from simulator.reports.markdown_report import markdown_report
from simulator.reports.terminal_report import terminal_report

Report = Callable[[Transcript, Scorecard], str]

FORMATS: Mapping[str, Report] = {
    "terminal": terminal_report,
    "markdown": markdown_report,
    "json": json_report,
}

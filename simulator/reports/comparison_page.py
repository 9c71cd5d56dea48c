"""Two calls side by side, as a page."""

from simulator.core.arc import Arc
from simulator.core.attempt import Attempt
from simulator.core.comparison import Comparison, Contrast
from simulator.reports.conversation import conversation
from simulator.reports.dates import day
from simulator.reports.names import KINDS
from simulator.reports.page import page
from simulator.reports.practice_words import changed
from simulator.reports.quotes import said
from simulator.reports.timeline import timeline
from simulator.reports.words import heading


def comparison_page(comparison: Comparison, arcs: tuple[Arc, Arc] | None = None) -> str:
    """`arcs`: of both calls, for their timelines."""
    attempts = (comparison.first, comparison.second)
    return page(
        "comparison.html",
        changed=changed(comparison),
        avoided=comparison.avoided,
        calls=[_call(attempt, arc) for attempt, arc in zip(attempts, arcs or (None, None), strict=True)],
        groups=[
            {"title": title, "tag": tag, "rows": [_row(comparison, contrast) for contrast in contrasts]}
            for title, tag, contrasts in (
                ("Better", "good", comparison.gained),
                ("Slipped", "bad", comparison.slipped),
                ("The same", "", comparison.same),
            )
            if contrasts
        ],
    )


def _call(attempt: Attempt, arc: Arc | None) -> dict[str, object]:
    transcript = attempt.transcript
    return {
        "id": attempt.id,
        "heading": heading(transcript),
        "kind": KINDS[transcript.kind],
        "when": day(attempt.began),
        "card": attempt.scorecard,
        "timeline": timeline(arc.among_people) if arc and arc.among_people.steps else None,
        "turns": list(conversation(transcript, attempt.scorecard)),
    }


def _row(comparison: Comparison, contrast: Contrast) -> dict[str, object]:
    pairs = ((comparison.first, contrast.first), (comparison.second, contrast.second))
    return {
        "title": contrast.item.title,
        "cells": [
            {"id": attempt.id, "verdict": verdict, "said": said(attempt.transcript, verdict)[:1]}
            for attempt, verdict in pairs
        ],
    }

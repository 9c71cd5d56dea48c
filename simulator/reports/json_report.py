"""Transcript and scorecard as JSON: the public forms of `ringback report`, `ringback call` and `ringback score`."""

import json
from typing import Any

from simulator.core.arc import Arc
from simulator.core.conditions import Evidence
from simulator.core.delivery import delivery
from simulator.core.scoring import Scorecard, Verdict
from simulator.core.transcript import Role, Transcript
from simulator.reports.background import NOTHING, Background
from simulator.reports.delivery import delivery_json
from simulator.transcript_file import to_json

FORMAT = 1
"""Of the report; it grows when a key goes or changes its meaning, not when one is added."""


def json_report(transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING) -> str:
    """The form that docs/reports.md describes."""
    form = {
        "format": FORMAT,
        "call": {
            "id": background.call_id,
            "began": background.began.isoformat() if background.began else None,
            "earlier_scores": list(background.earlier_scores),
        },
        **_call(transcript, scorecard),
        "course": _course(background.arc) if background.arc else [],
    }
    if spoken := delivery(transcript):
        form["delivery"] = delivery_json(spoken)
    return json.dumps(form, ensure_ascii=False, indent=2)


def call_json(transcript: Transcript, scorecard: Scorecard) -> str:
    """What `ringback call --json` prints."""
    return json.dumps(_call(transcript, scorecard), ensure_ascii=False, indent=2)


def _call(transcript: Transcript, scorecard: Scorecard) -> dict[str, Any]:
    return {"transcript": to_json(transcript), "scorecard": scorecard_json(transcript, scorecard)}


def _course(arc: Arc) -> list[dict[str, Any]]:
    return [
        {
            "turn": step.turn,
            "stage": step.state,
            "mood": None if step.role is Role.VOICEMAIL else step.mood,
            "patience": None if step.role is Role.VOICEMAIL else step.patience,
            "turning_point": step.turned,
            "news": step.news,
        }
        for step in arc.steps
    ]


def scorecard_json(transcript: Transcript, scorecard: Scorecard) -> dict[str, Any]:
    return {
        "version": 1,
        "score": scorecard.score,
        "items": [_item(verdict, transcript) for verdict in scorecard.verdicts],
        "next_steps": [verdict.item.id for verdict in scorecard.next_steps()],
    }


def _item(verdict: Verdict, transcript: Transcript) -> dict[str, Any]:
    return {
        "id": verdict.item.id,
        "kind": verdict.item.kind,
        "title": verdict.item.title,
        "outcome": verdict.outcome,
        "points": verdict.points,
        "gain": verdict.gain,
        "evidence": [_evidence(one, transcript) for one in verdict.evidence],
        "near": _evidence(verdict.near, transcript) if verdict.near else None,
        "advice": verdict.item.advice,
        "better": verdict.better,
        "source": list(verdict.item.source),
    }


def _evidence(evidence: Evidence, transcript: Transcript) -> dict[str, Any]:
    text = transcript.turns[evidence.turn].text[evidence.start : evidence.end]
    return {"turn": evidence.turn, "start": evidence.start, "end": evidence.end, "text": text}

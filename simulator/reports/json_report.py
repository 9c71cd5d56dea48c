"""Transcript and scorecard as JSON: the public forms of `ringback call --json` and `ringback score --json`."""

import json
from typing import Any

from simulator.core.conditions import Evidence
from simulator.core.scoring import Scorecard, Verdict
from simulator.core.transcript import Transcript
from simulator.transcript_file import to_json


def json_report(transcript: Transcript, scorecard: Scorecard) -> str:
    form = {"transcript": to_json(transcript), "scorecard": scorecard_json(transcript, scorecard)}
    return json.dumps(form, ensure_ascii=False, indent=2)


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

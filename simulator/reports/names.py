"""What things are called in reports: the kinds of call, its stages, the sources of the rules."""

from collections.abc import Mapping

from simulator.core.call import CallState
from simulator.core.scenario_kind import ScenarioKind

KINDS: Mapping[ScenarioKind, str] = {
    ScenarioKind.PENDING: "Decision pending",
    ScenarioKind.REJECTION: "Rejection",
    ScenarioKind.RUDE: "Rude answer",
    ScenarioKind.RECEPTIONIST: "Receptionist",
    ScenarioKind.VOICEMAIL: "Voicemail",
    ScenarioKind.OFFER: "Job offer",
    ScenarioKind.ON_HOLD: "On hold",
}
STAGES: Mapping[CallState, str] = {
    CallState.RINGING: "Ringing",
    CallState.RECEPTIONIST: "Front desk",
    CallState.VOICEMAIL: "Message",
    CallState.GREETING: "Greeting",
    CallState.INTRODUCTION: "Introduction",
    CallState.DISCUSSION_REFERENCE: "The interview",
    CallState.STATUS_QUESTION: "The question",
    CallState.DECISION_PENDING: "Still open",
    CallState.REJECTION: "A no",
    CallState.RUDENESS: "A bad moment",
    CallState.OFFER: "The offer",
    CallState.ON_HOLD: "On hold",
    CallState.CLOSING: "Goodbye",
    CallState.ENDED: "Over",
}

SOURCES: Mapping[str, str] = {
    "S0": "“Mastering the art of interview follow-ups”",
    "S1": "“Should You Call to Follow Up After a Job Interview?”",
    "S2": "“How to Follow Up After the Interview”",
    "S3": "a guide to following up after interviews",
    "S4": "advice on following up by phone",
}
"""The articles that the rules come from, as docs/sources.md tells more of."""

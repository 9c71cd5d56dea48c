"""The words that all reports share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from simulator.core.call import CallState
from simulator.core.comparison import Comparison
from simulator.core.cue_card import CueCard
from simulator.core.names import courteous_name
from simulator.core.progress import SESSIONS, ItemTrend, Progress, Streak
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Verdict
from simulator.core.transcript import Circumstance, Role, Speaker, Transcript, Turn

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.MET: "met",
    Outcome.MISSED: "missed",
    Outcome.VIOLATED: "violated",
    Outcome.NOT_APPLICABLE: "not applicable",
}

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
    CallState.RUDENESS: "Rudeness",
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


def other_end(transcript: Transcript, turn: Turn) -> str:
    """Who speaks at the other end in a turn, as a name before their lines."""
    match turn.role or transcript.first_role:
        case Role.RECEPTIONIST:
            return "Reception"
        case Role.VOICEMAIL:
            return "Voicemail"
        case _:
            unknown = Circumstance.FORGOTTEN_NAME in transcript.circumstances
            return "Interviewer" if unknown else courteous_name(transcript.facts.contact) or "Interviewer"


def heading(transcript: Transcript) -> str:
    facts = transcript.facts
    whom = ", ".join(part for part in (facts.contact, facts.company) if part)
    unfinished = "" if transcript.finished else " (cut off)"
    return f"Your call with {whom or 'the employer'}{unfinished}"


def clock(milliseconds: int) -> str:
    """A time since the call was answered: "1:05"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def day(moment: date) -> str:
    """ "5 March"."""
    return f"{moment.day} {moment:%B}"


def since(scores: Sequence[int]) -> str:
    """A line on the earlier calls of a kind, the oldest first."""
    return f"Earlier calls of this kind: {', '.join(map(str, scores))}."


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the candidate that decided an item."""

    words: str
    turn: int
    """Index among all turns, from 0."""
    number: int
    """Among the candidate's turns, from 1."""


def said(transcript: Transcript, verdict: Verdict) -> tuple[Said, ...]:
    """What decided a verdict; nothing where whole turns did, which are too long to be said again."""
    if verdict.item.condition.concerns_whole_turns:
        return ()
    mine = [turn.speaker is Speaker.CANDIDATE for turn in transcript.turns]
    return tuple(
        Said(words, one.turn, sum(mine[: one.turn + 1]))
        for one in verdict.evidence
        if (words := transcript.turns[one.turn].text[one.start : one.end].strip())
    )


def changed(comparison: Comparison) -> str:
    """A line on how two scores differ."""
    points = abs(comparison.change)
    if not points:
        return f"Both have {comparison.first.score} points"
    better, other = (comparison.second, comparison.first)[:: 1 if comparison.change > 0 else -1]
    return f"Call {better.id} has {points} {'point' if points == 1 else 'points'} more than call {other.id}"


OWN_LINES = "Your own words, from your best rehearsals."


def cue_title(card: CueCard) -> str:
    facts = card.facts
    return f"Your call to {facts.contact or 'the person who interviewed you'}"


def cue_facts(card: CueCard) -> list[tuple[str, str]]:
    """What one has to have at hand, by its name; only what is known."""
    facts = card.facts
    known = (
        ("Company", facts.company),
        ("Position", facts.position),
        ("Interview", facts.interviewed),
        ("You talked about", facts.discussion_topic),
        ("Promised for", facts.promised),
        ("You are", facts.candidate),
    )
    return [(name, value) for name, value in known if value]


def goal(progress: Progress) -> str:
    calls = "call" if progress.sessions == 1 else "calls"
    if progress.to_go:
        return f"{progress.sessions} of {SESSIONS} calls made, {progress.to_go} to go"
    return f"{progress.sessions} {calls} made: the goal of {SESSIONS} is reached"


def streak(streak: Streak) -> str:
    days = "day" if streak.now == 1 else "days"
    row = f"{streak.now} {days} in a row" if streak.now else "none just now; a call today begins one"
    return row if streak.longest <= max(streak.now, 1) else f"{row} (the longest: {streak.longest})"


def of_recent(trend: ItemTrend) -> str:
    """ "right in 3 of the last 5"."""
    recent = trend.recent
    return f"right in {sum(recent)} of the last {len(recent)}"


def praise(score: int) -> str:
    """A word on the score, for the one who made the call."""
    for least, word in _PRAISE:
        if score >= least:
            return word
    return _PRAISE[-1][1]


_PRAISE = (
    (95, "An excellent call. You are ready."),
    (80, "A good call, with a detail or two to add."),
    (60, "A decent call. The points below will lift it."),
    (40, "Some of it worked. Take the first point below into your next try."),
    (0, "That one did not go well, and that is what rehearsals are for."),
)

"""The words that all reports share."""

import re
from collections.abc import Mapping

from simulator.core.names import courteous_name, first_name
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Circumstance, Role, Speaker, Transcript, Turn

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.MET: "met",
    Outcome.MISSED: "missed",
    Outcome.VIOLATED: "violated",
    Outcome.NOT_APPLICABLE: "not applicable",
}


def outcome_word(verdict: Verdict) -> str:
    """What became of an item, in a word or two."""
    return "partly met" if verdict.share < 1 else OUTCOMES[verdict.outcome]


def other_end(transcript: Transcript, turn: Turn) -> str:
    """Who speaks at the other end in a turn, as a name before their lines."""
    match turn.role or transcript.first_role:
        case Role.RECEPTIONIST:
            return "Reception"
        case Role.VOICEMAIL:
            return "Voicemail"
        case _:
            contact = transcript.facts.contact
            known = _as_given(transcript, turn) if Circumstance.FORGOTTEN_NAME in transcript.circumstances else contact
            return courteous_name(known) or "Interviewer"


def _as_given(transcript: Transcript, turn: Turn) -> str:
    """As much of the contact's name as they themselves have said by this turn."""
    contact = transcript.facts.contact
    said: set[str] = set()
    for earlier in transcript.turns:
        if earlier.speaker is Speaker.INTERVIEWER and earlier.role is not Role.RECEPTIONIST:
            said |= {word.lower() for word in re.findall(r"[\w'’-]+", earlier.text)}
        if earlier is turn:
            break
    if contact.split()[-1].lower() in said:
        return contact
    return first_name(contact) if first_name(contact).lower() in said else ""


def heading(transcript: Transcript) -> str:
    facts = transcript.facts
    whom = ", ".join(part for part in (facts.contact, facts.company) if part)
    unfinished = "" if transcript.finished else " (cut off)"
    return f"Your call with {whom or 'the employer'}{unfinished}"


def stake(verdict: Verdict) -> str:
    """What putting an item right would gain, the same measure for what was left out and for what hurt."""
    points = max(1, round(verdict.gain))
    return f"+{points} point{'' if points == 1 else 's'}"


def points_word(verdict: Verdict) -> str:
    """The points that an item brought or cost; empty if none."""
    return f"{verdict.points:+d}" if verdict.points else ""


def not_come_up(scorecard: Scorecard, transcript: Transcript) -> list[str]:
    """What a call of this kind may bring up, and this one did not."""
    apart = (one.item for one in scorecard.verdicts if one.outcome is Outcome.NOT_APPLICABLE)
    return [item.title for item in apart if item.applies_to(transcript)]


def own_words(verdict: Verdict, transcript: Transcript) -> tuple[str, ...]:
    """The candidate's words that are to be better; none where there are none."""
    if verdict.evidence and not verdict.item.condition.concerns_whole_turns:
        said = (transcript.turns[one.turn].text[one.start : one.end] for one in verdict.evidence[:_MOST_QUOTES])
        return tuple(map(_shortened, said))
    if verdict.near is None:
        return ()
    text = transcript.turns[verdict.near.turn].text
    words = text[verdict.near.start : verdict.near.end]
    # A turn in which it would only have had its place is no quotation.
    return (_shortened(words),) if words != text else ()


_MOST_QUOTES = 3
_LONGEST_QUOTE = 90
"""Characters."""


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


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

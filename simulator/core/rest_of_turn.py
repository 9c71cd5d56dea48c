"""What is left of a turn when some of its questions are answered apart."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.blanks import blanked
from simulator.core.matter import Matter
from simulator.core.offer_answers import bargains
from simulator.core.offer_terms import hangs_on_something
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.terms_named import named
from simulator.core.text import Span, overlap
from simulator.core.their_name import asks_their_name

TAKEN_FOR = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_AVAILABILITY, A.ASK_FEEDBACK, A.ASK_FOR_PERSON, A.REQUEST_FUTURE_CONSIDERATION}
    | {A.CLARIFY, A.CONFIRM, A.OTHER, A.SMALL_TALK, A.OFFER_INFORMATION, A.OFFER_ALTERNATIVE}
    | {A.PRESSURE_FOR_ANSWER, A.QUESTION_DELAY}
)
"""As what such a question may be heard while it is none of these."""


def rest_of(answered: Sequence[Span], situation: Situation) -> Situation:
    """The turn without the questions that are answered, and without what they were taken for."""
    utterance = situation.utterance
    text = utterance.text
    others = [span for span in single_questions(text) if not any(overlap(span, one) for one in answered)]
    taken_for = set(TAKEN_FOR) if utterance.mentions.phone else TAKEN_FOR | {A.LEAVE_DETAILS}
    told = [one for one in utterance.matters if any(overlap(one.sentence, span) for span in answered)]
    if others and any(one.matter is Matter.MAY_SEND for one in told):
        taken_for -= {A.OFFER_INFORMATION}  # "Is anything unclear? I could send you the plans."
    if any(asks_their_name(text[span.start : span.end]) for span in answered):
        taken_for |= {A.APOLOGIZE_FORGOTTEN_NAME}
    waits = any(one.matter is Matter.TIME_TO_THINK for one in told)
    if waits or any(hangs_on_something(text[span.start : span.end]) for span in answered):
        taken_for |= {A.WELCOME_OFFER}
    if any(bargains(one.matter, situation) for one in told):
        taken_for |= {A.ASK_OFFER_DETAILS, A.WELCOME_OFFER, A.ACCEPT_OUTCOME}
    elif situation.scenario.kind is not ScenarioKind.OFFER or not any(
        named(text[span.start : span.end]) for span in answered
    ):
        taken_for |= {A.ASK_OFFER_DETAILS}
    kept = tuple(
        match
        for match in utterance.matches
        if match.act not in taken_for
        or any(overlap(match, span) and not _begins_in(match, answered) for span in others)
        or not any(overlap(match, span) for span in answered)
    )
    apart = tuple(match for match in utterance.apart if not any(overlap(match, span) for span in answered))
    matters = tuple(one for one in utterance.matters if not any(overlap(one.sentence, span) for span in answered))
    text = blanked(text, answered)
    return replace(situation, utterance=replace(utterance, text=text, matches=kept, apart=apart, matters=matters))


def _begins_in(match: ActMatch, spans: Sequence[Span]) -> bool:
    return any(span.start <= match.start < span.end for span in spans)

"""When and how to follow up after an interview, by the rules of the sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from simulator.core.business_days import BusinessDays
from simulator.core.medium import Medium


class Advice(StrEnum):
    CALL = "call"
    """Today."""
    WAIT = "wait"
    EMAIL = "email"
    """Write, today, instead of calling."""
    MOVE_ON = "move_on"


class Rule(StrEnum):
    """Why something is advised. The words, and the sources that say so, stand in data/planning.toml."""

    INTERVIEW_TO_COME = "interview_to_come"
    THANK_YOU = "thank_you"
    THANK_YOU_COUNTS_NOT = "thank_you_counts_not"
    PROMISE_OPEN = "promise_open"
    PROMISE_PASSED = "promise_passed"
    WEEK_NOT_OVER = "week_not_over"
    SOONER_FEW_DAYS = "sooner_few_days"
    SOONER_TWO_DAYS = "sooner_two_days"
    URGENT = "urgent"
    WEEK_RATHER = "week_rather"
    WEEK_OVER = "week_over"
    TWO_WEEKS_OVER = "two_weeks_over"
    CONTACT_RECENT = "contact_recent"
    CONTACT_UNDATED = "contact_undated"
    CONTACT_LONG_AGO = "contact_long_ago"
    ONE_MORE_AT_MOST = "one_more_at_most"
    LAST_ONE = "last_one"
    THIRD_CONTACT = "third_contact"
    PROMISE_IS_THEIRS = "promise_is_theirs"
    TAKE_IT_AS_NO = "take_it_as_no"
    LONG_TERM = "long_term"
    VOICEMAILS = "voicemails"
    NOBODY_REACHED = "nobody_reached"
    THEY_CALLED = "they_called"
    THEY_WROTE = "they_wrote"
    THEY_TEXTED = "they_texted"
    THEY_USED_A_NETWORK = "they_used_a_network"
    NO_MEDIUM_KNOWN = "no_medium_known"
    NOBODY_ANSWERS = "nobody_answers"
    NO_CALLS = "no_calls"
    NO_CONTACT = "no_contact"
    OFFERED = "offered"
    REJECTED = "rejected"
    PREPARE = "prepare"
    RECORD = "record"


class ContactRule(StrEnum):
    """What the company itself says about being contacted."""

    ANY = "any"
    NO_CALLS = "no_calls"
    NO_CONTACT = "no_contact"
    """They get in touch, nobody else."""


class Decision(StrEnum):
    """What the employer has told the candidate."""

    OPEN = "open"
    OFFER = "offer"
    REJECTION = "rejection"


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known when one asks what to do next; None where it is unknown."""

    today: date
    """By the employer's calendar."""
    interviewed: date | None = None
    promised: date | None = None
    """For when an answer was promised."""
    contacts: int = 0
    """Follow-ups so far; the thank-you note is none."""
    last_contact: date | None = None
    media: frozenset[Medium] = frozenset()
    """What the employer has used."""
    voicemails: int = 0
    """Messages left on a machine, among the contacts."""
    unanswered: date | None = None
    """The last day on which a call reached nobody, and left nothing."""
    unanswered_calls: int = 0
    """How many such calls there were since the last contact."""
    thanked: bool = False
    """Whether the thank-you note is sent."""
    rule: ContactRule = ContactRule.ANY
    decision: Decision = Decision.OPEN
    urgent: bool = False
    """Whether something, such as another offer, makes the candidate decide before a week is over."""
    day_is_over: bool = False
    """Whether nobody will answer any more today."""


@dataclass(frozen=True, slots=True)
class Reason:
    rule: Rule
    values: Mapping[str, date | int | str] = field(default_factory=dict)
    """What the words of the rule name in braces."""


@dataclass(frozen=True, slots=True)
class Plan:
    advice: Advice
    on: date | None
    """The day on which to do it: today, or the day until which to wait. None where there is nothing to do."""
    reasons: tuple[Reason, ...]
    """The one that decides first."""
    then: Advice = Advice.CALL
    """How to follow up on that day: CALL or EMAIL."""
    skipped: tuple[date, str] | None = None
    """The day that it would have been, and why nobody works on it."""


WEEK, TWO_WEEKS = timedelta(days=7), timedelta(days=14)
_DAY, _TWO_DAYS = timedelta(days=1), timedelta(days=2)
_MOST_CONTACTS, _MOST_UNANSWERED = 2, 2
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""Dates beyond are taken for slips of the hand."""


def contradictions(situation: Situation) -> Iterator[str]:
    """What cannot be as it is told."""
    today, interviewed, last = situation.today, situation.interviewed, situation.last_contact
    dates = {"today": today, "the interview": interviewed, "the promised date": situation.promised}
    for name, day in {**dates, "the last contact": last}.items():
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield f"{name} is given as {day}: is the year right?"
    if interviewed and situation.promised and situation.promised < interviewed:
        yield f"an answer cannot be promised for {situation.promised}, before the interview on {interviewed}."
    if last and last > today:
        yield f"the last contact on {last} is still to come: today is {today}."
    elif interviewed and last and last < interviewed:
        yield f"the last contact on {last} was before the interview on {interviewed}: a follow-up comes after it."
    elif interviewed and interviewed > today and situation.contacts:
        yield f"nobody can have been followed up on an interview that is still to come, on {interviewed}."


def is_answerable(situation: Situation) -> bool:
    """Whether enough is known to say anything."""
    return bool(situation.interviewed or situation.promised or situation.last_contact or situation.contacts)


def plan(situation: Situation, days: BusinessDays) -> Plan:
    """What to do next. The situation must be answerable and free of contradictions."""
    if situation.decision is Decision.REJECTION:
        return Plan(Advice.MOVE_ON, None, (Reason(Rule.REJECTED), Reason(Rule.LONG_TERM)))
    if situation.decision is Decision.OFFER:
        return _on(situation, situation.today, days, (Reason(Rule.OFFERED),))
    if situation.contacts >= _MOST_CONTACTS:
        return Plan(Advice.MOVE_ON, None, tuple(_moving_on(situation)))
    earliest, why = _earliest(situation)
    if situation.rule is ContactRule.NO_CONTACT:
        patient = situation.today < earliest + WEEK
        no_contact = (
            Reason(Rule.NO_CONTACT),
            *(() if patient else (Reason(Rule.TAKE_IT_AS_NO), Reason(Rule.LONG_TERM))),
        )
        return Plan(Advice.WAIT if patient else Advice.MOVE_ON, None, (*no_contact, *_thanks(situation)))
    if situation.unanswered and situation.unanswered >= earliest:
        earliest = situation.unanswered + _DAY
        why = (*why, Reason(Rule.NOBODY_REACHED, {"unanswered": situation.unanswered}))
    return _on(situation, earliest, days, why)


def _on(situation: Situation, earliest: date, days: BusinessDays, why: tuple[Reason, ...]) -> Plan:
    """To follow up on the first business day from `earliest` on that is not over."""
    today = situation.today
    start = max(earliest, today + _DAY if situation.day_is_over else today)
    on = days.first_from(start)
    then, how = _medium(situation)
    prepare = (Reason(Rule.PREPARE),) if then is Advice.CALL else ()
    around = (*_thanks(situation), *how, *_voicemails(situation), *prepare, Reason(Rule.RECORD))
    skipped = None
    if on != start:
        skipped = (start, days.closed(start))
    elif situation.day_is_over and earliest <= today:
        skipped = (today, "over at their office")
    return Plan(then if on == today else Advice.WAIT, on, (*why, *around), then, skipped)


def _earliest(situation: Situation) -> tuple[date, tuple[Reason, ...]]:
    """The first day that the rules allow, whether anybody works on it or not, and the rules that decide it."""
    if situation.contacts:
        return _earliest_second(situation)
    if situation.promised:
        return _after_promise(situation, situation.promised)
    interviewed = situation.interviewed or situation.last_contact or situation.today
    week = interviewed + WEEK
    if interviewed > situation.today:
        return week, (Reason(Rule.INTERVIEW_TO_COME, {"interviewed": interviewed, "week": week}),)
    if situation.urgent and situation.today < week:
        two_days = interviewed + _TWO_DAYS
        return two_days, (
            Reason(Rule.URGENT, {"two_days": two_days}),
            Reason(Rule.SOONER_FEW_DAYS),
            Reason(Rule.WEEK_RATHER, {"week": week}),
            Reason(Rule.ONE_MORE_AT_MOST),
        )
    if situation.today < week:
        return week, (
            Reason(Rule.WEEK_NOT_OVER, {"interviewed": interviewed, "week": week}),
            Reason(Rule.SOONER_FEW_DAYS),
            Reason(Rule.SOONER_TWO_DAYS, {"two_days": interviewed + _TWO_DAYS}),
            Reason(Rule.ONE_MORE_AT_MOST),
        )
    return week, (*_weeks_over(situation, interviewed), Reason(Rule.ONE_MORE_AT_MOST))


def _after_promise(situation: Situation, promised: date) -> tuple[date, tuple[Reason, ...]]:
    values = {"promised": promised}
    if promised >= situation.today:
        to_come = situation.interviewed and situation.interviewed > situation.today
        before = (
            (Reason(Rule.INTERVIEW_TO_COME, {"interviewed": situation.interviewed or promised}),) if to_come else ()
        )
        return promised + _DAY, (*before, Reason(Rule.PROMISE_OPEN, values), Reason(Rule.ONE_MORE_AT_MOST))
    late = (Reason(Rule.TWO_WEEKS_OVER, {"since": promised}),) if situation.today >= promised + TWO_WEEKS else ()
    return promised + _DAY, (Reason(Rule.PROMISE_PASSED, values), *late, Reason(Rule.ONE_MORE_AT_MOST))


def _weeks_over(situation: Situation, interviewed: date) -> tuple[Reason, ...]:
    if situation.today >= interviewed + TWO_WEEKS:
        return (Reason(Rule.TWO_WEEKS_OVER, {"since": interviewed}),)
    return (Reason(Rule.WEEK_OVER, {"interviewed": interviewed}),)


def _earliest_second(situation: Situation) -> tuple[date, tuple[Reason, ...]]:
    """After one follow-up: a week later, and not before a promise has passed."""
    today, last = situation.today, situation.last_contact
    earliest = (last or today) + WEEK
    if last is None:
        why = Reason(Rule.CONTACT_UNDATED, {"week": earliest})
    elif today < earliest:
        why = Reason(Rule.CONTACT_RECENT, {"last_contact": last, "week": earliest})
    else:
        why = Reason(Rule.CONTACT_LONG_AGO, {"last_contact": last})
    if situation.promised and situation.promised >= earliest:
        promise = Rule.PROMISE_OPEN if situation.promised >= today else Rule.PROMISE_PASSED
        earliest = situation.promised + _DAY
        return earliest, (Reason(promise, {"promised": situation.promised}), why, Reason(Rule.LAST_ONE))
    return earliest, (why, Reason(Rule.LAST_ONE))


def _moving_on(situation: Situation) -> Iterator[Reason]:
    yield Reason(Rule.THIRD_CONTACT, {"contacts": situation.contacts})
    if situation.promised and situation.promised >= situation.today:
        yield Reason(Rule.PROMISE_IS_THEIRS, {"promised": situation.promised})
    else:
        yield Reason(Rule.TAKE_IT_AS_NO)
    yield Reason(Rule.LONG_TERM)


def _thanks(situation: Situation) -> Iterator[Reason]:
    interviewed = situation.interviewed
    if situation.contacts == 0 and interviewed and situation.last_contact:
        yield Reason(Rule.THANK_YOU_COUNTS_NOT)
    elif interviewed and not situation.thanked and situation.today <= interviewed + _DAY:
        yield Reason(Rule.THANK_YOU)


def _medium(situation: Situation) -> tuple[Advice, tuple[Reason, ...]]:
    """How to follow up: as the employer has done, rather aloud than in writing, and no text."""
    media = situation.media
    if situation.rule is ContactRule.NO_CALLS:
        return Advice.EMAIL, (Reason(Rule.NO_CALLS),)
    if situation.unanswered_calls >= _MOST_UNANSWERED:
        return Advice.EMAIL, (Reason(Rule.NOBODY_ANSWERS, {"calls": situation.unanswered_calls}),)
    if media & {Medium.CALL, Medium.VIDEO, Medium.IN_PERSON}:
        return Advice.CALL, (Reason(Rule.THEY_CALLED),)
    if media & {Medium.EMAIL, Medium.LETTER}:
        return Advice.EMAIL, (Reason(Rule.THEY_WROTE),)
    if Medium.TEXT in media:
        return Advice.CALL, (Reason(Rule.THEY_TEXTED),)
    if Medium.LINKEDIN in media:
        return Advice.EMAIL, (Reason(Rule.THEY_USED_A_NETWORK),)
    return Advice.CALL, (Reason(Rule.NO_MEDIUM_KNOWN),)


def _voicemails(situation: Situation) -> Iterator[Reason]:
    if situation.voicemails:
        yield Reason(Rule.VOICEMAILS, {"voicemails": situation.voicemails})

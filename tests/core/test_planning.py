"""Every rule of "before the call": whether, when and how to follow up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.advice import load_words, read_words, reasons_in_words, told
from simulator.core.business_days import BusinessDays
from simulator.core.medium import Medium, medium_of
from simulator.core.planning import (
    Advice,
    ContactRule,
    Decision,
    Plan,
    Rule,
    Situation,
    contradictions,
    is_answerable,
    plan,
)
from simulator.errors import RingbackError
from simulator.holiday_calendar import business_days, users_country

TODAY = date(2026, 11, 25)
"""A Wednesday, the day before Thanksgiving."""
OFFICE = BusinessDays()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def planned(days: BusinessDays = OFFICE, **known: object) -> Plan:
    situation = Situation(**{"today": TODAY, **known})  # type: ignore[arg-type]
    assert list(contradictions(situation)) == []
    return plan(situation, days)


def rules(result: Plan) -> list[Rule]:
    return [reason.rule for reason in result.reasons]


ROWS: list[tuple[str, dict[str, object], Advice, date | None, Rule, set[str]]] = [
    ("interviewed today: thank them first", {"interviewed": TODAY}, Advice.WAIT, ahead(7), Rule.THANK_YOU, {"S1"}),
    ("thanks are due for 24 hours", {"interviewed": ago(1)}, Advice.WAIT, ahead(6), Rule.THANK_YOU, {"S2"}),
    (
        "thanks are no follow-up",
        {"interviewed": ago(8), "last_contact": ago(8), "contacts": 0},
        Advice.CALL,
        TODAY,
        Rule.THANK_YOU_COUNTS_NOT,
        {"S1", "S2", "S3"},
    ),
    (
        "a timeline must pass",
        {"interviewed": ago(20), "promised": ahead(1)},
        Advice.WAIT,
        ahead(2),
        Rule.PROMISE_OPEN,
        {"S0", "S1", "S3"},
    ),
    (
        "the promised day itself is theirs",
        {"interviewed": ago(2), "promised": TODAY},
        Advice.WAIT,
        ahead(1),
        Rule.PROMISE_OPEN,
        {"S0"},
    ),
    (
        "promised for a Friday: Monday",
        {"interviewed": ago(2), "promised": date(2026, 11, 27)},
        Advice.WAIT,
        date(2026, 11, 30),
        Rule.PROMISE_OPEN,
        {"S3"},
    ),
    (
        "a timeline that has passed frees the call, however short it was",
        {"interviewed": ago(3), "promised": ago(1)},
        Advice.CALL,
        TODAY,
        Rule.PROMISE_PASSED,
        {"S0", "S1", "S3"},
    ),
    ("a week is the earliest", {"interviewed": ago(6)}, Advice.WAIT, ahead(1), Rule.WEEK_NOT_OVER, {"S0", "S1", "S3"}),
    ("S2 would call sooner", {"interviewed": ago(4)}, Advice.WAIT, ahead(5), Rule.SOONER_FEW_DAYS, {"S2"}),
    ("S4 would call sooner still", {"interviewed": ago(4)}, Advice.WAIT, ahead(5), Rule.SOONER_TWO_DAYS, {"S4"}),
    (
        "an earlier call is an exception",
        {"interviewed": ago(2), "urgent": True},
        Advice.CALL,
        TODAY,
        Rule.URGENT,
        {"S4"},
    ),
    (
        "that has two sides",
        {"interviewed": ago(1), "urgent": True},
        Advice.WAIT,
        ahead(1),
        Rule.WEEK_RATHER,
        {"S0", "S1", "S3"},
    ),
    ("after a week", {"interviewed": ago(7)}, Advice.CALL, TODAY, Rule.WEEK_OVER, {"S0", "S1", "S3"}),
    ("after two weeks, now", {"interviewed": ago(14)}, Advice.CALL, TODAY, Rule.TWO_WEEKS_OVER, {"S1", "S3"}),
    (
        "two weeks after a promise, now",
        {"interviewed": ago(40), "promised": ago(20)},
        Advice.CALL,
        TODAY,
        Rule.TWO_WEEKS_OVER,
        {"S1", "S3"},
    ),
    ("one call, and one more", {"interviewed": ago(9)}, Advice.CALL, TODAY, Rule.ONE_MORE_AT_MOST, {"S0", "S1", "S3"}),
    (
        "a week between the first and the second",
        {"interviewed": ago(20), "contacts": 1, "last_contact": ago(5)},
        Advice.WAIT,
        ahead(2),
        Rule.CONTACT_RECENT,
        {"S0", "S1", "S3"},
    ),
    (
        "the second after a week",
        {"interviewed": ago(20), "contacts": 1, "last_contact": ago(7)},
        Advice.CALL,
        TODAY,
        Rule.LAST_ONE,
        {"S0", "S1", "S3"},
    ),
    (
        "a promise made in the first call must pass, too",
        {"interviewed": ago(20), "contacts": 1, "last_contact": ago(9), "promised": ahead(2)},
        Advice.WAIT,
        date(2026, 11, 30),
        Rule.PROMISE_OPEN,
        {"S0", "S1", "S3"},
    ),
    (
        "a promise that was for before the first call is spent",
        {"interviewed": ago(20), "contacts": 1, "last_contact": ago(3), "promised": ago(5)},
        Advice.WAIT,
        ahead(5),
        Rule.CONTACT_RECENT,
        {"S0"},
    ),
    (
        "a first contact without a date is taken as of today",
        {"interviewed": ago(20), "contacts": 1},
        Advice.WAIT,
        ahead(7),
        Rule.CONTACT_UNDATED,
        {"S0"},
    ),
    ("two are enough", {"interviewed": ago(30), "contacts": 2}, Advice.MOVE_ON, None, Rule.THIRD_CONTACT, {"S0", "S3"}),
    (
        "two are enough even if they promised",
        {"interviewed": ago(30), "contacts": 2, "promised": ahead(3)},
        Advice.MOVE_ON,
        None,
        Rule.PROMISE_IS_THEIRS,
        {"S0", "S1", "S3"},
    ),
    (
        "no answer is an answer",
        {"interviewed": ago(30), "contacts": 3},
        Advice.MOVE_ON,
        None,
        Rule.TAKE_IT_AS_NO,
        {"S0", "S3", "S4"},
    ),
    ("later one may check in", {"interviewed": ago(30), "contacts": 2}, Advice.MOVE_ON, None, Rule.LONG_TERM, {"S3"}),
    (
        "one or two voicemails, on different days",
        {"interviewed": ago(30), "contacts": 1, "voicemails": 1, "last_contact": ago(10)},
        Advice.CALL,
        TODAY,
        Rule.VOICEMAILS,
        {"S4"},
    ),
    (
        "after an unanswered call, another day",
        {"interviewed": ago(9), "unanswered": TODAY},
        Advice.WAIT,
        ahead(1),
        Rule.NOBODY_REACHED,
        {"S4"},
    ),
    (
        "after two calls that nobody answered, an email",
        {"interviewed": ago(20), "unanswered": ago(1), "unanswered_calls": 2, "media": frozenset({Medium.CALL})},
        Advice.EMAIL,
        TODAY,
        Rule.NOBODY_ANSWERS,
        {"S0", "S1", "S3", "S4"},
    ),
    (
        "who writes is written to",
        {"interviewed": ago(9), "media": frozenset({Medium.EMAIL})},
        Advice.EMAIL,
        TODAY,
        Rule.THEY_WROTE,
        {"S0", "S1", "S3"},
    ),
    (
        "who calls is called",
        {"interviewed": ago(9), "media": frozenset({Medium.EMAIL, Medium.CALL})},
        Advice.CALL,
        TODAY,
        Rule.THEY_CALLED,
        {"S0", "S1", "S3"},
    ),
    (
        "a text only if they texted first, and a call before it",
        {"interviewed": ago(9), "media": frozenset({Medium.TEXT})},
        Advice.CALL,
        TODAY,
        Rule.THEY_TEXTED,
        {"S0"},
    ),
    (
        "LinkedIn is an alternative",
        {"interviewed": ago(9), "media": frozenset({Medium.LINKEDIN})},
        Advice.EMAIL,
        TODAY,
        Rule.THEY_USED_A_NETWORK,
        {"S1", "S3"},
    ),
    ("call or email before text", {"interviewed": ago(9)}, Advice.CALL, TODAY, Rule.NO_MEDIUM_KNOWN, {"S0"}),
    (
        "a company that takes no calls gets an email",
        {"interviewed": ago(9), "rule": ContactRule.NO_CALLS, "media": frozenset({Medium.CALL})},
        Advice.EMAIL,
        TODAY,
        Rule.NO_CALLS,
        {"S1"},
    ),
    (
        "a company that wants no contact gets none",
        {"interviewed": ago(9), "rule": ContactRule.NO_CONTACT},
        Advice.WAIT,
        None,
        Rule.NO_CONTACT,
        {"S1"},
    ),
    (
        "nor for ever",
        {"interviewed": ago(14), "rule": ContactRule.NO_CONTACT},
        Advice.MOVE_ON,
        None,
        Rule.TAKE_IT_AS_NO,
        {"S0"},
    ),
    ("keep a record", {"interviewed": ago(9)}, Advice.CALL, TODAY, Rule.RECORD, {"S0"}),
    ("prepare", {"interviewed": ago(9)}, Advice.CALL, TODAY, Rule.PREPARE, {"S0", "S1", "S2", "S3"}),
    ("an interview to come", {"interviewed": ahead(7)}, Advice.WAIT, ahead(14), Rule.INTERVIEW_TO_COME, {"S1", "S3"}),
    ("an offer is answered promptly", {"decision": Decision.OFFER}, Advice.CALL, TODAY, Rule.OFFERED, {"S3"}),
    ("a rejection is the end", {"decision": Decision.REJECTION}, Advice.MOVE_ON, None, Rule.REJECTED, {"S3"}),
]


@pytest.mark.parametrize(
    ("known", "advice", "on", "rule", "sources"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_the_rules_of_the_sources_hold(
    known: dict[str, object], advice: Advice, on: date | None, rule: Rule, sources: set[str]
) -> None:
    result = planned(**known)
    assert (result.advice, result.on) == (advice, on)
    assert rule in rules(result)
    assert sources <= set(load_words()[rule].source)


def test_every_rule_decides_something() -> None:
    assert {rule for row in ROWS for rule in rules(planned(**row[1]))} == set(Rule)


def test_where_sources_disagree_both_sides_are_told() -> None:
    told_by = {source for _, sources in reasons_in_words(planned(interviewed=ago(3))) for source in sources}
    assert told_by == {"S0", "S1", "S2", "S3", "S4"}


def test_an_earlier_call_is_an_exception_that_is_explained() -> None:
    result = planned(interviewed=ago(1))
    reason = next(one for one in result.reasons if one.rule is Rule.SOONER_TWO_DAYS)
    assert "Thursday 26 November 2026" in told(reason)
    assert "exception" in told(reason)
    urgent = planned(interviewed=ago(2), urgent=True)
    assert (urgent.advice, urgent.on) == (Advice.CALL, TODAY)
    assert {source for _, sources in reasons_in_words(urgent)[:3] for source in sources} == {
        "S0",
        "S1",
        "S2",
        "S3",
        "S4",
    }
    assert planned(interviewed=ago(1), urgent=True).on == ahead(1)
    assert planned(interviewed=ago(2), urgent=True, promised=ahead(5)).on == ahead(6), "a timeline holds all the same"


def test_on_a_weekend_one_waits_for_monday() -> None:
    result = planned(interviewed=ago(30), today=date(2026, 11, 28))
    assert (result.advice, result.on, result.then) == (Advice.WAIT, date(2026, 11, 30), Advice.CALL)
    assert "Saturday 28 November 2026 is a weekend day" in reasons_in_words(result)[0][0]


def test_on_a_holiday_of_the_country_one_waits_for_the_next_working_day() -> None:
    thanksgiving = date(2026, 11, 26)
    assert planned(business_days("US"), interviewed=ago(9), today=thanksgiving).on == date(2026, 11, 27)
    assert planned(business_days("GB"), interviewed=ago(9), today=thanksgiving).on == thanksgiving


def test_the_holidays_of_a_part_of_a_country_are_kept() -> None:
    epiphany = date(2027, 1, 6)
    assert business_days("DE-BY").closed(epiphany)
    assert not business_days("DE-HH").closed(epiphany)


def test_easter_is_a_long_weekend() -> None:
    for country, back in (("GB", date(2026, 4, 7)), ("GB-SCT", date(2026, 4, 6))):
        result = planned(business_days(country), interviewed=date(2026, 3, 27), today=date(2026, 4, 3))
        assert result.on == back


def test_without_a_country_christmas_and_new_year_are_kept() -> None:
    days = business_days("")
    assert days.first_from(date(2026, 12, 25)) == date(2026, 12, 28)
    assert days.first_from(date(2027, 1, 1)) == date(2027, 1, 4)


def test_an_unknown_country_is_told_with_what_to_write() -> None:
    for name in ("XX", "Atlantis", "DE-ZZ"):
        with pytest.raises(RingbackError, match="No holidays") as caught:
            business_days(name)
        assert "GB" in caught.value.remedy


@pytest.mark.parametrize(
    ("environment", "country"),
    [
        ({"LANG": "de_AT.UTF-8"}, "AT"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "en_US", "LC_ALL": "pt_BR"}, "BR"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
    ],
)
def test_the_country_comes_from_the_locale(environment: dict[str, str], country: str) -> None:
    assert users_country(environment) == country


def test_when_the_office_has_closed_for_today_it_is_tomorrow() -> None:
    result = planned(interviewed=ago(9), day_is_over=True)
    assert (result.advice, result.on) == (Advice.WAIT, ahead(1))
    assert "Wednesday 25 November 2026 is over at their office" in reasons_in_words(result)[0][0]
    assert planned(interviewed=ago(2), day_is_over=True).skipped is None


@pytest.mark.parametrize(
    ("known", "word"),
    [
        ({"interviewed": TODAY, "promised": ago(1)}, "before the interview"),
        ({"interviewed": ago(3), "last_contact": ago(4), "contacts": 1}, "comes after it"),
        ({"interviewed": ago(3), "last_contact": ahead(1), "contacts": 1}, "still to come"),
        ({"interviewed": ahead(3), "contacts": 1}, "still to come"),
        ({"interviewed": date(1226, 11, 25)}, "year"),
        ({"interviewed": ago(3), "promised": date(9999, 12, 31)}, "year"),
    ],
)
def test_what_cannot_be_is_told(known: dict[str, object], word: str) -> None:
    assert any(word in one for one in contradictions(Situation(**{"today": TODAY, **known})))  # type: ignore[arg-type]


def test_nothing_is_said_about_nothing() -> None:
    assert not is_answerable(Situation(TODAY))
    assert is_answerable(Situation(TODAY, interviewed=ago(1)))


@pytest.mark.parametrize(
    ("word", "medium"),
    [
        ("Phone", Medium.CALL),
        ("e-mail", Medium.EMAIL),
        ("in person", Medium.IN_PERSON),
        ("SMS", Medium.TEXT),
        ("?", None),
    ],
)
def test_media_are_named_as_people_name_them(word: str, medium: Medium | None) -> None:
    assert medium_of(word) is medium


def test_words_that_lack_or_name_unknown_values_and_sources_are_told_at_once() -> None:
    with pytest.raises(RingbackError) as caught:
        read_words('[thank_you]\ntext = "Since {when}?"\nsource = ["S9"]\n', "planning.toml")
    assert "unknown {when}" in caught.value.what
    assert "unknown 'S9'" in caught.value.what
    assert "record" in caught.value.what


DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
SITUATIONS = st.builds(
    Situation,
    today=DAYS,
    interviewed=st.none() | DAYS,
    promised=st.none() | DAYS,
    contacts=st.integers(0, 4),
    last_contact=st.none() | DAYS,
    media=st.frozensets(st.sampled_from(Medium), max_size=2),
    unanswered=st.none() | DAYS,
    rule=st.sampled_from(ContactRule),
    decision=st.sampled_from(Decision),
    day_is_over=st.booleans(),
).filter(lambda one: is_answerable(one) and not list(contradictions(one)))
CALENDARS = st.sampled_from([business_days(country) for country in ("", "GB", "US", "DE-BY", "JP", "IL")])


@settings(deadline=None)
@given(SITUATIONS, CALENDARS)
def test_nobody_is_ever_called_or_written_to_on_a_closed_day_or_in_the_past(
    situation: Situation, days: BusinessDays
) -> None:
    result = plan(situation, days)
    if result.on:
        assert not days.closed(result.on)
        assert result.on >= situation.today
    assert (result.on == situation.today) is (result.advice in (Advice.CALL, Advice.EMAIL))
    assert result.reasons


@settings(deadline=None)
@given(SITUATIONS)
def test_an_open_promise_is_waited_for_and_a_third_contact_never_advised(situation: Situation) -> None:
    result = plan(situation, OFFICE)
    if situation.decision is not Decision.OPEN:
        return
    if situation.contacts >= 2:
        assert result.advice is Advice.MOVE_ON
        assert Rule.THIRD_CONTACT in rules(result)
    elif situation.promised and situation.promised >= situation.today and result.on:
        assert result.on > situation.promised


@settings(deadline=None)
@given(SITUATIONS)
def test_a_week_lies_before_every_follow_up_for_which_nothing_was_promised(situation: Situation) -> None:
    result = plan(situation, OFFICE)
    last = situation.last_contact if situation.contacts else situation.interviewed
    if result.on and last and situation.decision is Decision.OPEN and (situation.contacts or not situation.promised):
        assert result.on >= last + timedelta(days=7)


@settings(deadline=None)
@given(SITUATIONS)
def test_a_plan_that_says_wait_says_call_or_write_on_that_day_unless_something_happens(situation: Situation) -> None:
    result = plan(situation, OFFICE)
    if result.advice is Advice.WAIT and result.on and situation.last_contact:
        later = plan(replace(situation, today=result.on, day_is_over=False), OFFICE)
        assert (later.advice, later.on) == (result.then, result.on)

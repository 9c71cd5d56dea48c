from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from simulator.core.follow_up import Answer, FollowUp, decision, situation
from simulator.core.job import Job, faults
from simulator.core.medium import Medium
from simulator.core.planning import ContactRule, Decision
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Transcript
from simulator.errors import RingbackError, StorageError
from simulator.storage import Erasure, History, JobStore

JOB = Job(
    name="Acme Night",
    company="Acme Ltd",
    position="Night Porter",
    contact="Ms. Jane Smith, Mr. Tom Hale",
    others="Tom at reception",
    candidate="Alex Brown",
    interviewed=date(2026, 11, 17),
    medium=Medium.VIDEO,
    media=frozenset({Medium.EMAIL, Medium.CALL}),
    promised=date(2026, 11, 30),
    discussed="the new booking system 🚌",
    strengths="I ran the night shift alone",
    concerns="their software",
    phone="020 7946 0958",
    email="jane.smith@example.com",
    own_phone="020 7946 0123",
    contact_rule=ContactRule.NO_CALLS,
    rule_note="Please write",
    country="GB",
    time_zone="Europe/London",
)
ENTRY = FollowUp(
    on=date(2026, 11, 24),
    medium=Medium.CALL,
    answer=Answer.REACHED,
    whom="Ms. Jane Smith",
    promised=date(2026, 12, 4),
    branch=ScenarioKind.PENDING,
    feeling=4,
    notes="kind, but busy",
)


@pytest.fixture
def store(file: Path) -> JobStore:
    return JobStore.open(f"sqlite:///{file}")


def test_the_examples_fill_every_field() -> None:
    assert all(getattr(JOB, one.name) for one in fields(Job))
    assert all(getattr(ENTRY, one.name) for one in fields(FollowUp) if one.name not in ("id", "thank_you"))


@pytest.mark.parametrize("job", [JOB, Job("bare")], ids=["full", "bare"])
def test_a_job_is_read_back_as_it_was(store: JobStore, job: Job) -> None:
    store.add(job)
    (kept,) = store.all()
    assert kept.job == job
    assert kept.log == ()


@pytest.mark.parametrize("record", [JOB, Job("bare")])
def test_a_job_survives_the_way_through_plain_values(record: Job) -> None:
    assert Job.from_dict({**record.to_dict(), "unknown": 1}) == record


def test_a_follow_up_survives_the_way_through_plain_values_and_the_database(store: JobStore) -> None:
    assert FollowUp.from_dict(ENTRY.to_dict()) == ENTRY
    bare = FollowUp(date(2026, 11, 20), Medium.EMAIL, Answer.SENT, thank_you=True)
    job_id = store.add(JOB)
    for entry in (ENTRY, bare):
        store.log(job_id, entry)
    assert store.find(JOB.name).log == (bare, ENTRY), "the oldest first"


@pytest.mark.parametrize("values", [{"name": "x", "interviewed": "soon"}, {"name": "x", "medium": "pigeon"}, {}])
def test_values_that_do_not_fit_are_refused(values: dict[str, str]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Job.from_dict(values)


def test_two_jobs_of_the_same_name_are_told_and_nothing_is_lost(store: JobStore) -> None:
    store.add(JOB)
    with pytest.raises(RingbackError, match="already") as caught:
        store.add(replace(JOB, name="  ACME  night", company="Other"))
    assert "edit" in caught.value.remedy
    other = store.add(Job("other"))
    with pytest.raises(RingbackError, match="already"):
        store.change(other, Job("acme night"))
    assert [kept.job for kept in store.all()] == [JOB, Job("other")]


def test_a_job_can_be_renamed_in_another_case(store: JobStore) -> None:
    job_id = store.add(JOB)
    store.change(job_id, replace(JOB, name="acme night"))
    assert store.find("ACME NIGHT").job.name == "acme night"


def test_a_job_is_found_by_the_beginning_of_its_name_if_no_other_begins_so(store: JobStore) -> None:
    store.add(JOB)
    store.add(Job("Axle"))
    assert store.find("ac").job == JOB
    with pytest.raises(RingbackError, match="unknown 'a'") as caught:
        store.find("a")
    assert "Acme Night, Axle" in caught.value.remedy
    with pytest.raises(RingbackError, match="did you mean 'Axle'"):
        store.find("Axel")


def test_without_jobs_the_remedy_is_to_add_one(store: JobStore) -> None:
    with pytest.raises(RingbackError) as caught:
        store.find("acme")
    assert "job add" in caught.value.remedy


@pytest.mark.parametrize("too", [True, False])
def test_a_removed_job_is_gone_with_its_follow_ups_and_if_wanted_its_rehearsals(  # noqa: PLR0913 - fixtures
    store: JobStore, history: History, call: Transcript, began: datetime, file: Path, *, too: bool
) -> None:
    gone, stays = store.add(JOB), store.add(Job("other"))
    store.log(gone, ENTRY)
    store.log(stays, ENTRY)
    of_gone, of_none = history.begin(call, began, gone), history.begin(call, began)
    assert store.remove(gone, rehearsals=too) == 1
    assert [kept.job.name for kept in store.all()] == ["other"]
    assert store.find("other").log == (ENTRY,)
    calls = {one.id: one.job_id for one in history.calls()}
    assert calls == ({of_none: None} if too else {of_none: None, of_gone: None})
    assert b"Tom at reception" not in file.read_bytes()


def test_a_rehearsal_remembers_its_job(history: History, store: JobStore, call: Transcript, began: datetime) -> None:
    job_id = store.add(JOB)
    history.begin(call, began, job_id)
    assert history.calls()[0].job_id == job_id


def test_a_contact_noted_by_mistake_can_be_removed_and_changed(store: JobStore) -> None:
    job_id = store.add(JOB)
    entry = store.log(job_id, ENTRY)
    store.relog(entry, replace(ENTRY, notes="other"))
    assert store.find(JOB.name).log[0].notes == "other"
    store.unlog(entry)
    assert store.find(JOB.name).log == ()
    with pytest.raises(StorageError, match="no entry"):
        store.unlog(entry)


def test_erasing_leaves_nothing_of_anybody_and_a_database_that_works(
    store: JobStore, history: History, call: Transcript, began: datetime, file: Path
) -> None:
    store.log(store.add(JOB), ENTRY)
    history.begin(call, began)
    recordings = file.parent / "recordings" / file.stem
    recordings.mkdir(parents=True)
    (recordings / "1.wav").write_bytes(b"RIFF")
    erasure = Erasure.open(f"sqlite:///{file}")
    kept = erasure.kept()
    assert (kept.rows["jobs"], kept.rows["follow_ups"], kept.rows["calls"], kept.recordings) == (1, 1, 1, 1)
    erasure.erase()
    assert not erasure.kept()
    assert not recordings.exists()
    content = file.read_bytes()
    for trace in (b"Jane Smith", b"Halyard Maps", b"kind, but busy", b"020 7946"):
        assert trace not in content
    assert store.all() == []
    store.add(JOB)


def test_the_situation_of_a_job_counts_what_counts() -> None:
    log = (
        FollowUp(date(2026, 11, 18), Medium.EMAIL, Answer.SENT, thank_you=True),
        FollowUp(date(2026, 11, 24), Medium.CALL, Answer.VOICEMAIL, id=2),
        FollowUp(date(2026, 11, 25), Medium.CALL, Answer.NO_ANSWER, id=3),
    )
    known = situation(JOB, log, date(2026, 11, 26))
    assert (known.contacts, known.last_contact, known.voicemails) == (1, date(2026, 11, 24), 1)
    assert (known.thanked, known.unanswered, known.unanswered_calls) == (True, date(2026, 11, 25), 1)
    assert (known.promised, known.rule) == (JOB.promised, ContactRule.NO_CALLS)
    assert situation(JOB, (*log, ENTRY), date(2026, 11, 26)).promised == ENTRY.promised


def test_a_contact_of_a_day_that_has_not_begun_at_the_office_is_of_today() -> None:
    tomorrow = FollowUp(date(2026, 11, 26), Medium.CALL, Answer.REACHED)
    assert situation(JOB, (tomorrow,), date(2026, 11, 25)).last_contact == date(2026, 11, 25)


def test_a_job_without_word_of_media_takes_that_of_the_interview() -> None:
    plain = replace(JOB, media=frozenset())
    assert situation(plain, (), date(2026, 11, 26)).media == {Medium.VIDEO}
    assert situation(JOB, (), date(2026, 11, 26)).media == {Medium.EMAIL, Medium.CALL}


def test_the_last_word_of_the_employer_counts() -> None:
    hold = replace(ENTRY, branch=ScenarioKind.ON_HOLD)
    offer = replace(ENTRY, on=date(2026, 12, 1), branch=ScenarioKind.OFFER)
    assert decision([]) is Decision.OPEN
    assert decision([hold]) is Decision.OPEN
    assert decision([offer, hold]) is Decision.OFFER
    assert decision([offer, replace(ENTRY, on=date(2026, 12, 2), branch=ScenarioKind.REJECTION)]) is Decision.REJECTION


def test_the_facts_of_a_job_are_what_a_rehearsal_takes() -> None:
    facts = JOB.facts(date(2026, 11, 25))
    assert facts == {
        "company": "Acme Ltd",
        "position": "Night Porter",
        "contact": "Ms. Jane Smith",
        "candidate": "Alex Brown",
        "discussion_topic": "the new booking system 🚌",
        "interviewed": "on Tuesday the 17th of November",
        "promised": "next Monday",
    }
    assert Job("bare").facts(date(2026, 11, 25)) == {}
    assert "interviewed" not in JOB.facts(date(2026, 11, 1))


def test_dates_of_a_job_that_cannot_be_are_told_and_an_interview_to_come_can() -> None:
    today = date(2026, 11, 25)
    assert list(faults(replace(JOB, promised=date(2026, 11, 1)), today)) != []
    assert list(faults(replace(JOB, interviewed=date(2062, 11, 1), promised=None), today)) != []
    assert list(faults(replace(JOB, interviewed=date(2026, 12, 1), promised=None), today)) == []

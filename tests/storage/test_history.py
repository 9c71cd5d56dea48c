from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from simulator.core.transcript import Speaker, Transcript, Turn
from simulator.errors import StorageError
from simulator.storage import History


def test_a_finished_call_is_read_back_as_it_was(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(replace(call, turns=()), began)
    history.write(call_id, call)
    history.finish(call_id, 71.5)
    assert history.transcript(call_id) == call


def test_a_call_that_begins_with_turns_has_them(history: History, call: Transcript, began: datetime) -> None:
    assert history.transcript(history.begin(call, began)).turns == call.turns


def test_a_fact_that_the_call_brings_to_light_is_kept(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(call, began)
    history.write(call_id, replace(call, facts=replace(call.facts, candidate="Maria L. López")))
    assert history.transcript(call_id).facts.candidate == "Maria L. López"


def test_a_call_is_unfinished_until_it_is_finished(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(call, began)
    assert history.transcript(call_id).finished is False
    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.id == call_id
    history.finish(call_id, None)
    assert history.unfinished() is None


def test_the_newest_unfinished_call_is_the_one_to_resume(history: History, call: Transcript, began: datetime) -> None:
    history.begin(call, began)
    newer = history.begin(call, began + timedelta(hours=1))
    finished = history.begin(call, began + timedelta(hours=2))
    history.finish(finished, 50)
    unfinished = history.unfinished()
    assert unfinished is not None
    assert unfinished.id == newer


def test_turns_are_there_as_soon_as_they_are_written(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(replace(call, turns=()), began)
    for said in range(1, len(call.turns) + 1):
        history.write(call_id, replace(call, turns=call.turns[:said]))
        assert history.transcript(call_id).turns == call.turns[:said]


def test_turns_taken_back_are_gone(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(call, began)
    history.write(call_id, call)
    history.write(call_id, replace(call, turns=call.turns[:1]))
    assert history.transcript(call_id).turns == call.turns[:1]


def test_a_turn_said_otherwise_replaces_the_one_taken_back(history: History, call: Transcript, began: datetime) -> None:
    call_id = history.begin(call, began)
    history.write(call_id, call)
    otherwise = (call.turns[0], Turn(Speaker.CANDIDATE, "Hello, Ms. Sorley."), call.turns[2])
    history.write(call_id, replace(call, turns=otherwise))
    assert history.transcript(call_id).turns == otherwise


def test_calls_are_listed_newest_first_with_what_tells_them_apart(
    history: History, call: Transcript, began: datetime
) -> None:
    older = history.begin(call, began)
    history.finish(older, 71.5)
    newer = history.begin(replace(call, scenario="other"), began + timedelta(minutes=5))
    first, second = history.calls()
    assert (first.id, second.id) == (newer, older)
    assert (first.scenario, first.finished, first.score, first.turns) == ("other", False, None, 1)
    assert (second.scenario, second.kind, second.company, second.contact) == (
        "lighthouse-captions",
        "pending",
        "Halyard Maps",
        "Ms. Ingrid Sorley",
    )
    assert (second.started_at, second.finished, second.score, second.turns) == (began, True, 71.5, 1)


def test_times_are_in_utc_wherever_the_call_was_made(history: History, call: Transcript) -> None:
    history.begin(call, datetime(2026, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=-8))))
    started_at = history.calls()[0].started_at
    assert started_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert started_at.utcoffset() == timedelta(0)


def test_a_deleted_call_is_gone_with_its_turns_and_the_others_stay(
    history: History, call: Transcript, began: datetime
) -> None:
    gone, stays = history.begin(call, began), history.begin(call, began)
    for call_id in (gone, stays):
        history.write(call_id, call)
    history.delete(gone)
    assert [summary.id for summary in history.calls()] == [stays]
    assert history.transcript(stays).turns == call.turns
    with pytest.raises(StorageError, match=f"no call {gone}"):
        history.transcript(gone)


def test_the_id_of_a_deleted_call_is_never_given_again(history: History, call: Transcript, began: datetime) -> None:
    gone = history.begin(call, began)
    history.delete(gone)
    assert history.begin(call, began) > gone


def test_a_call_that_is_not_there_is_told_by_its_number(history: History, call: Transcript) -> None:
    for use in (
        lambda: history.transcript(7),
        lambda: history.write(7, call),
        lambda: history.finish(7, 50),
        lambda: history.delete(7),
    ):
        with pytest.raises(StorageError, match="There is no call 7"):
            use()


def test_any_whole_number_can_be_the_seed(history: History, call: Transcript, began: datetime) -> None:
    for seed in (0, 2**31, 2**63 - 1, 2**63, 10**40):
        assert history.transcript(history.begin(replace(call, seed=seed), began)).seed == seed


def test_a_history_in_memory_keeps_nothing_but_works(call: Transcript, began: datetime) -> None:
    history = History.open("sqlite://")
    history.write(history.begin(call, began), call)
    assert [summary.turns for summary in history.calls()] == [1]
    assert History.open("sqlite://").calls() == []

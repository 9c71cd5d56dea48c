"""What the other end would say is known before it is said, and when it was said afterwards."""

import pytest

from simulator.bootstrap import rehearsal
from simulator.catalog import load_catalog
from simulator.core.understanding import Understanding
from simulator.rehearsal import Rehearsal

OPENING = "Good morning, this is Alex Morgan. I interviewed for the Exhibition Designer position."


def begun() -> Rehearsal:
    one = rehearsal(load_catalog().find("lighthouse-captions"), 1)
    one.pick_up()
    return one


def test_what_is_foreseen_is_what_is_said_and_leaves_no_trace() -> None:
    one = begun()
    before = one.transcript, one.call.moment
    foreseen = [turn.text for turn in one.foresee(OPENING)]
    assert (one.transcript, one.call.moment) == before
    assert not one.take_back()
    assert [turn.text for turn in one.say(OPENING)] == foreseen


def test_what_was_foreseen_is_not_read_again_and_what_came_in_between_is(monkeypatch: pytest.MonkeyPatch) -> None:
    one = begun()
    read: list[str] = []
    acts = Understanding.acts

    def counted(self: Understanding, text: str, *, stage: str | None = None, before: str | None = None) -> object:
        read.append(text)
        return acts(self, text, stage=stage, before=before)

    monkeypatch.setattr(Understanding, "acts", counted)
    one.foresee(OPENING)
    one.say(OPENING)
    assert read.count(OPENING) == 1
    one.say(OPENING)
    assert read.count(OPENING) == 2, "at another moment the same words may mean something else"


def test_foreseeing_the_end_does_not_end_the_call() -> None:
    one = begun()
    one.foresee("Thank you, goodbye.")
    assert not one.over
    assert not one.transcript.finished


def test_a_turn_bears_the_times_at_which_it_was_heard() -> None:
    one = begun()
    _, answer = one.say(OPENING, began_ms=1_000, ended_ms=4_000)
    one.retime(answer, 4_700, 9_000)
    said, answered = one.transcript.turns[-2:]
    assert (said.started_ms, said.ended_ms) == (1_000, 4_000)
    assert (answered.started_ms, answered.ended_ms) == (4_700, 9_000)
    assert answered.text == answer.text

"""Machines that cut a message off, and those that let one begin it anew."""

from test_practical import UNDERSTANDING

from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.moves import Move
from simulator.core.scoring import Outcome, score
from simulator.rehearsal import Rehearsal


def voicemail(*said: str) -> Rehearsal:
    scenario = load_catalog().find("leftover-rye-dough")
    call = Rehearsal(scenario, load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    for line in said:
        call.say(line)
    return call


LONG = " ".join(["I only wanted to say how much I liked the visit and the smell of the bread in the yard."] * 6)
SHORT = "Hello, this is Mihkel Oras about the planner post. Any news? My number is 555 0142. Thank you, goodbye."


def too_long(call: Rehearsal) -> Outcome:
    card = score(call.transcript, load_checklist(), UNDERSTANDING)
    return next(one.outcome for one in card.verdicts if one.item.id == "no_long_message")


def test_a_machine_that_lets_one_begin_again_does_so_too_when_it_has_cut_one_off() -> None:
    call = voicemail(LONG)
    assert {Move.CUT_OFF, Move.OFFER_RERECORD} == set(call.made)
    assert not call.over
    call.say("1")
    call.say(SHORT)
    assert call.over or call.call.memory.expects is Move.OFFER_RERECORD
    assert too_long(call) is Outcome.MET


def test_a_message_that_was_cut_off_has_run_on() -> None:
    call = voicemail(LONG)
    call.hang_up()
    assert too_long(call) is Outcome.VIOLATED

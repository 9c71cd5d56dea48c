"""Whoever asks about a job that is not theirs is told once which it was."""

import pytest
from test_desk import DESKS
from test_matter_answers import FIRST

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.answering import plan
from simulator.core.call import Call
from simulator.core.entities import Mention, Mentions, mentions
from simulator.core.moves import Move
from simulator.core.other_position import other_position
from simulator.core.reply import Reply
from simulator.core.scenario import Scenario
from simulator.core.situation import Situation
from simulator.core.transcript import Facts
from simulator.core.utterance import Utterance

POSITION = "Night Porter"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I'm calling about the hotel manager post.", "hotel manager"),
        ("I was in for the cook job last Friday.", "cook"),
        ("It's about my interview for the position of head waiter.", "head waiter"),
        ("I applied for work as a gardener with you.", "gardener"),
    ],
)
def test_another_trade_in_the_place_of_the_position_is_another_position(text: str, named: str) -> None:
    found = other_position(text, POSITION)
    assert found
    assert text[found.start : found.end] == named


@pytest.mark.parametrize(
    "text",
    [
        "I'm calling about the porter job.",
        "It's about my interview for the night porters' post.",
        "I had an interview with the manager for the job.",
        "Would you ring me if a driver's job came up?",
        "In my previous job as a cook I was interviewed often.",
        "I was in for the evening interview.",
        "The interview was with the director.",
    ],
)
def test_the_own_position_other_people_and_other_jobs_are_no_other_position(text: str) -> None:
    assert other_position(text, POSITION) is None


def test_a_turn_that_names_the_right_position_too_needs_no_correction() -> None:
    facts = Facts("Ms. Sorley", "Beacon", POSITION, "Alex Morgan", "the bells")
    assert mentions("I was in for the cook job, no, the night porter one.", facts).other_position is None


def says(call: Call, text: str, *acts: A, name: str = "") -> tuple[Move, ...]:
    facts = call.scenario.facts
    found = mentions(text, facts)
    named = Mentions(
        own_name=Mention(name, 0, len(name)) if name else None,
        position=found.position,
        other_position=found.other_position,
    )
    before = call.memory
    path = call.hear(Utterance(text, tuple(ActMatch(act, 1.0, 0, len(text)) for act in acts), named))
    moves = plan(Situation.of(call, path, before)).moves
    call.memory = call.memory.replied(Reply("Yes.", moves=moves))
    return moves


def answered(scenario: Scenario) -> Call:
    call = Call(scenario)
    call.answer()
    return call


@pytest.mark.parametrize("kind", ["pending", "rejection", "offer", "on_hold"])
def test_the_wrong_position_is_put_right_once_and_not_asked_for(kind: str) -> None:
    call = answered(FIRST[kind])  # type: ignore[index]
    wrong = "Mia Roth, I interviewed for the lawyer post."
    first = says(call, wrong, A.INTRODUCE_SELF, name="Mia Roth")
    assert Move.CORRECT_POSITION in first
    assert Move.ASK_INTERVIEW not in first
    assert Move.CORRECT_POSITION not in says(call, "I'm calling about the lawyer post.", A.IDENTIFY_INTERVIEW)


def test_who_does_not_know_the_caller_yet_asks_for_the_name_and_then_puts_the_position_right() -> None:
    call = answered(FIRST["pending"])  # type: ignore[index]
    assert Move.CORRECT_POSITION not in says(call, "I'm calling about the lawyer post.", A.IDENTIFY_INTERVIEW)
    assert Move.CORRECT_POSITION in says(call, "Mia Roth.", A.INTRODUCE_SELF, name="Mia Roth")


def test_a_desk_puts_the_position_right_too() -> None:
    call = answered(DESKS[0])
    wrong = "Mia Roth, I interviewed for the lawyer post."
    assert Move.CORRECT_POSITION in says(call, wrong, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Mia Roth")

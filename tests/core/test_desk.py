"""What a receptionist does with messages, numbers and names."""

import pytest

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.answer_order import absence_first
from simulator.core.answering import plan
from simulator.core.call import Call
from simulator.core.dates import date_mentions
from simulator.core.entities import Mention, Mentions
from simulator.core.matters_asked import with_matters
from simulator.core.moves import Move
from simulator.core.reply import Reply
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.temper import Tone
from simulator.core.transcript import Role
from simulator.core.utterance import Utterance

SCENARIOS = load_catalog().scenarios
DESKS = [one for one in SCENARIOS if one.kind is ScenarioKind.RECEPTIONIST]


def at_the_desk() -> Call:
    """A caller who is known and has been told that the person is away."""
    call = Call(DESKS[0])
    call.answer()
    says(call, "Mia Roth, about the interview", A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Mia Roth")
    return call


def says(call: Call, text: str, *acts: A, name: str = "", phone: str = "") -> tuple[Move, ...]:
    matches = tuple(ActMatch(act, 1.0, 0, len(text)) for act in acts)
    mentions = Mentions(
        own_name=Mention(name, 0, len(name)) if name else None,
        phone=Mention(phone, 0, len(phone)) if phone else None,
        dates=tuple(date_mentions(text)),
    )
    before = call.memory
    utterance = with_matters(Utterance(text, matches, mentions), before.last_reply, understanding())
    path = call.hear(utterance)
    moves = plan(Situation.of(call, path, before)).moves
    call.memory = call.memory.replied(Reply("Yes.", moves=moves))
    return moves


def test_a_dictated_message_is_taken_and_the_missing_number_asked_for_once() -> None:
    call = at_the_desk()
    assert says(call, "Please let her know that I rang.", A.LEAVE_DETAILS) == (Move.TAKE_DETAILS, Move.ASK_NUMBER)
    assert Move.ASK_NUMBER not in says(call, "And tell her that I'm still keen.", A.LEAVE_DETAILS)


def test_no_number_is_asked_for_where_one_was_left() -> None:
    call = at_the_desk()
    assert says(call, "My number is 020 555 0199.", A.LEAVE_DETAILS, phone="020 555 0199") == (Move.TAKE_DETAILS,)
    assert says(call, "And tell her that I rang, please.", A.LEAVE_DETAILS) == (Move.TAKE_DETAILS,)


def test_what_was_asked_for_is_taken_whoever_it_speaks_of() -> None:
    call = at_the_desk()
    assert says(call, "Could I leave a message?", A.LEAVE_DETAILS) == (Move.ASK_DETAILS,)
    assert Move.TAKE_DETAILS in says(call, "Tell her about my interview, and that I rang.", A.OTHER)


def test_a_message_that_is_only_offered_is_asked_for() -> None:
    assert says(at_the_desk(), "Could I leave a message?", A.LEAVE_DETAILS) == (Move.ASK_DETAILS,)


def test_news_asked_for_within_a_message_is_not_asked_of_the_desk() -> None:
    text = "Tell him that Mia Roth rang and would like to hear how it stands."
    assert Move.REPEAT_STATUS not in says(at_the_desk(), text, A.LEAVE_DETAILS, A.ASK_STATUS)
    assert Move.REPEAT_STATUS in says(at_the_desk(), "Do you know how it stands?", A.ASK_STATUS)


def test_who_asks_once_more_for_the_person_is_told_once_more() -> None:
    assert says(at_the_desk(), "So may I speak with her now?", A.ASK_FOR_PERSON) == (Move.UNAVAILABLE,)


@pytest.mark.parametrize("text", ["Whom am I speaking with?", "Who is this, please?", "Would you give me your name?"])
def test_whoever_is_asked_for_their_name_says_it_even_at_the_end(text: str) -> None:
    assert says(at_the_desk(), text, A.OTHER)[0] is Move.SAY_NAME
    assert says(at_the_desk(), f"{text} Goodbye!", A.OTHER, A.CLOSE)[0] is Move.SAY_NAME


def test_every_front_desk_has_a_name_of_its_own() -> None:
    shared = load_shared_lines()
    names = [
        next(
            lines[Move.SAY_NAME]
            for lines in one.sources(Move.SAY_NAME, Role.RECEPTIONIST, shared)
            if Move.SAY_NAME in lines
        )
        for one in SCENARIOS
        if one.front_desk or one in DESKS
    ]
    assert all("{" not in line for tones in names for line in tones[Tone.NEUTRAL])
    assert len({tones[Tone.NEUTRAL] for tones in names}) == len(names)


def test_a_message_in_the_form_of_a_question_is_taken_and_not_asked_for() -> None:
    call = at_the_desk()
    text = "Could you tell her I've started a little plan for the clinics, and I'd be glad to bring it round?"
    moves = says(call, text, A.LEAVE_DETAILS, A.OFFER_INFORMATION)
    assert Move.TAKE_DETAILS in moves
    assert Move.ASK_DETAILS not in moves


def test_what_was_asked_for_is_taken_though_a_question_comes_with_it() -> None:
    call = at_the_desk()
    assert says(call, "May I leave a message for her?", A.LEAVE_DETAILS) == (Move.ASK_DETAILS,)
    moves = says(call, "Only that I am still very keen on the job. Is she in a good mood today?", A.EXPRESS_INTEREST)
    assert Move.TAKE_DETAILS in moves


def test_who_asks_for_their_message_does_not_hear_their_number() -> None:
    call = at_the_desk()
    says(
        call, "Please tell her that I rang about the clinics, my number is 555 0142.", A.LEAVE_DETAILS, phone="555 0142"
    )
    assert says(call, "Did you get my message down?", A.OTHER) == (Move.CONFIRM_THAT,)


def test_who_is_away_is_said_to_be_before_one_hears_when_to_ring() -> None:
    moves = [Move.GIVE_AVAILABILITY, Move.ACCEPT_EMPATHY, Move.UNAVAILABLE]
    assert absence_first(moves) == [Move.UNAVAILABLE, Move.GIVE_AVAILABILITY, Move.ACCEPT_EMPATHY]
    moves = [Move.SAY_NAME, Move.UNAVAILABLE, Move.TELL_MORE]
    assert absence_first(moves) == moves

"""How somebody answers who has been apologised to, has said no, or has said goodbye; and what nobody says in one
breath."""

from collections import Counter
from dataclasses import replace

import pytest
from test_practical import FIRST, UNDERSTANDING, answers, call_of

from simulator.catalog import load_shared_lines
from simulator.core.at_a_loss import asks_of_their_own
from simulator.core.contact_question import asks_for_figure
from simulator.core.detail import Detail
from simulator.core.doubt_question import asks_if_settled
from simulator.core.moves import Move
from simulator.core.offer_terms import names_a_sum
from simulator.core.question import wants_a_nod
from simulator.core.status_question import takes_for_granted
from simulator.core.when_and_why import asks_why_of_others
from simulator.rehearsal import Rehearsal

HOSE = Detail(("second hose",), ("I offered them a second hose in winter, and it's still brand new.",))
CREW = Detail(
    ("the crew",), ("Four of the crew go to press one, and two retire early.",), ("What happens to the crew?",)
)
CREW_TOO = Detail(
    ("the men",), ("Two of the crew retire early, and four go over to press one.",), ("What becomes of the men?",)
)
FIRST["hose"] = replace(FIRST["rejection"], details=(HOSE,))
FIRST["crew"] = replace(FIRST["pending"], details=(CREW, CREW_TOO))


def rude_call(*lines: str) -> Rehearsal:
    call = Rehearsal(FIRST["rude"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    for line in lines:
        call.say(line)
    return call


def test_who_apologises_and_asks_civilly_is_not_put_off_once_more() -> None:
    facts = FIRST["rude"].facts
    call = rude_call(
        f"This is {facts.candidate} about the {facts.position} job. Why on earth does it take this long?",
        "I'm sorry, that was rude of me. You must have had a hard day.",
    )
    assert Move.BRUSH_OFF in call.call.memory.moves
    call.say("Could you tell me whether a decision has been made?")
    assert Move.GIVE_STATUS in call.made
    assert Move.BRUSH_OFF not in call.made


def test_an_apology_is_taken_before_the_question_how_they_are_is_answered() -> None:
    call = call_of("pending", "Why does this take so long?", "Sorry, that was rude of me. And how are you keeping?")
    assert call.made.index(Move.ACCEPT_APOLOGY) == 0


def test_talk_of_the_work_after_a_no_is_no_argument_against_it() -> None:
    told = "At my last firm I brought the empty trips down from forty to twenty percent."
    _, made = answers("hose", f"{told} What did they say to the second hose?")
    assert Move.WEIGH_ANSWER not in made
    assert Move.TELL_MORE in made


def test_what_others_do_is_not_asked_to_hear_how_one_did() -> None:
    assert asks_why_of_others("Why do they lose them every spring?")
    assert asks_why_of_others("And why is the hose still new?")
    assert not asks_why_of_others("Why wasn't it me?")
    assert not asks_why_of_others("Why did you pick somebody else?")


@pytest.mark.parametrize("sums", ["three six", "three thousand six hundred", "3,600", "36k"])
def test_a_sum_of_money_is_known_for_one(sums: str) -> None:
    assert names_a_sum(f"Fair enough meaning yes, {sums}?")


@pytest.mark.parametrize("words", ["Is it five o'clock?", "In two or three weeks?", "On the third?", "Six minutes?"])
def test_an_hour_or_a_day_is_no_sum(words: str) -> None:
    assert not names_a_sum(words)


def test_who_says_back_a_sum_that_was_not_offered_is_not_told_that_it_is_right() -> None:
    call = call_of("offer", "And what does it pay?")
    assert Move.GIVE_PAY in call.call.memory.moves
    call.say("So that's three six a month, is that right?")
    assert Move.CONFIRM_THAT not in call.made


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("So, when do I start?", True),
        ("When's my first day?", True),
        ("When would the work begin?", False),
        ("When do I start hearing from you?", False),
    ],
)
def test_who_asks_for_the_first_day_before_the_news_takes_it_for_granted(text: str, *, granted: bool) -> None:
    assert bool(takes_for_granted(text)) is granted


def test_a_remark_that_ends_as_a_question_wants_a_nod_and_no_story() -> None:
    assert wants_a_nod("That has to go on the wall, doesn't it?")
    assert wants_a_nod("You start at six there, right?")
    assert not wants_a_nod("Is it far, isn't it?")
    assert not wants_a_nod("Does it hang on the wall?")


def test_nobody_claims_not_to_know_their_own_place() -> None:
    assert asks_of_their_own("Is there even an office?")
    assert asks_of_their_own("Do you run the place alone?")
    assert not asks_of_their_own("When was the first tug built?")


def test_a_number_of_things_is_none_to_ring() -> None:
    assert asks_for_figure("Is it four or is it another number?")
    assert not asks_for_figure("Is there another number I could ring?")


def test_whether_an_answer_was_enough_is_asked_of_others_too() -> None:
    assert asks_if_settled("Does this answer the two people, or what would they still ask?")


def test_nothing_is_told_twice_in_one_breath() -> None:
    text, _ = answers("crew", "What happens to the crew? And what becomes of the men?")
    assert sum(line in text for one in (CREW, CREW_TOO) for line in one.lines) == 1, text


def test_in_the_last_breath_they_still_say_what_is_quickly_said() -> None:
    call = call_of("rejection")
    memory = call.call.memory
    call.call.memory = replace(memory, moves=Counter(memory.moves) + Counter([Move.GOODBYE]))
    call.say("One last thing, how could I have done better in the interview?")
    assert Move.GIVE_FEEDBACK in call.made
    assert call.over


def test_a_past_goes_with_the_scenarios_own_facts() -> None:
    scenario = replace(FIRST["pending"], background="You have sewn for film so far.")
    assert scenario.about({"interviewed": "on Monday"}).background
    assert not scenario.about({"company": "Acme"}).background

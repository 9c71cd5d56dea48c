"""What is answered about how it goes on, and what is left to the rest of the answer."""

from dataclasses import replace

import pytest
from test_desk import at_the_desk, says

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.answering import plan
from simulator.core.call import Call
from simulator.core.detail import Detail
from simulator.core.entities import Mentions
from simulator.core.matter import NO_MATTER, Matter, MatterAsked
from simulator.core.moves import AT_A_LOSS, Move
from simulator.core.reply import Reply
from simulator.core.situation import Situation
from simulator.core.temper import Temper
from simulator.core.text import Span
from simulator.core.utterance import Utterance

FIRST = {one.kind: replace(one, details=()) for one in reversed(load_catalog().scenarios) if not one.front_desk}


def told(kind: str, *details: Detail) -> Call:
    call = Call(replace(FIRST[kind], details=details), understanding().knowing(details))
    call.answer()
    says(call, "Mia Roth, any news?", A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Mia Roth")
    return call


@pytest.mark.parametrize("kind", ["pending", "rejection", "on_hold"])
@pytest.mark.parametrize(
    ("text", "act", "move"),
    [
        ("Do I still stand a chance?", A.ASK_STATUS, Move.SAY_CHANCES),
        ("Would there be a further round?", A.ASK_TIMELINE, Move.SAY_NEXT_ROUND),
        ("Who's going to tell me?", A.ASK_TIMELINE, Move.SAY_WHO_RINGS),
        ("How long have you known?", A.QUESTION_DELAY, Move.SAY_SINCE_WHEN),
        ("Have you got other vacancies?", A.REQUEST_FUTURE_CONSIDERATION, Move.SAY_OTHER_POSTS),
        ("Do you know of anyone else who needs a driver?", A.OTHER, Move.SAY_OTHER_FIRMS),
        ("And do I still owe you any papers?", A.ASK_TIMELINE, Move.NOTHING_NEEDED),
        ("Can you recommend me to them?", A.OTHER, Move.PUT_IN_A_WORD),
        ("What is your email address?", A.CLARIFY, Move.SAY_ADDRESS),
        ("Might I volunteer until then?", A.OFFER_INFORMATION, Move.THANK_FOR_HELP),
    ],
)
def test_each_question_gets_its_own_answer_and_no_stock_one(kind: str, text: str, act: A, move: Move) -> None:
    if act.hurts:
        act = A.OTHER
    moves = says(told(kind), text, act)
    assert move in moves
    assert {Move.REPEAT_STATUS, Move.REPEAT_TIMELINE, Move.CANNOT_SAY}.isdisjoint(moves)


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("At what hour do I stand at the door?", Move.HOUR_LATER),
        ("What time should I ring you?", Move.GIVE_AVAILABILITY),
        ("Have you got my new address, or the old one?", Move.NEW_DETAILS),
        ("Have you got my number?", Move.HAVE_NUMBER),
        ("Have you got my email with the different dates?", Move.HAVE_NUMBER),
    ],
)
def test_the_hour_to_come_is_not_the_hour_to_ring_and_a_new_address_is_not_in_the_papers(text: str, move: Move) -> None:
    assert move in says(told("pending"), text, A.OTHER)


def test_a_new_address_is_written_down() -> None:
    call = told("pending")
    assert Move.NEW_DETAILS in says(call, "I've moved, you have my old address.", A.OTHER)
    assert Move.TAKE_DETAILS in says(call, "It's Clive Road, forty-one.", A.OTHER)


def test_what_comes_after_a_word_of_a_new_address_may_be_something_else() -> None:
    call = told("pending")
    says(call, "I've moved, you have my old address.", A.OTHER)
    assert Move.TAKE_DETAILS not in says(call, "My mother died last week, that's why I moved.", A.OTHER)


def test_several_questions_are_answered_in_the_order_asked() -> None:
    call = told("pending")
    text = "Do tell me who will ring me, whether I still have a chance, and if there is a second interview?"
    answers = [move for move in says(call, text, A.ASK_TIMELINE) if move.startswith("say_")]
    assert answers == [Move.SAY_WHO_RINGS, Move.SAY_CHANCES, Move.SAY_NEXT_ROUND]


def test_a_word_in_common_makes_no_answer_of_a_detail() -> None:
    panel = Detail(("panel",), ("Three of us, on Friday.",), ("Who sits on the panel?", "When is the panel?"))
    moves = says(told("pending", panel), "Will somebody call me after the panel?", A.ASK_TIMELINE)
    assert Move.SAY_WHO_RINGS in moves
    assert Move.TELL_MORE not in moves


def test_what_somebody_knows_of_other_posts_goes_before_what_anybody_would_say() -> None:
    posts = Detail(("other posts",), ("Two, both at night.",), ("Have you got any other posts?",))
    assert Move.TELL_MORE in says(told("pending", posts), "Are there other posts?", A.OTHER)


def test_before_the_news_every_question_asks_for_the_news() -> None:
    call = Call(FIRST["pending"])
    call.answer()
    text = "Mia Roth. Am I still in the running?"
    moves = says(call, text, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Mia Roth")
    assert Move.GIVE_STATUS in moves
    assert Move.SAY_CHANCES not in moves


def test_asked_twice_they_still_do_not_know() -> None:
    call = told("pending")
    assert Move.CANNOT_SAY in says(call, "What make is the piano in the hall?", A.OTHER)
    assert Move.STILL_CANNOT_SAY in says(call, "But the piano, what make is it?", A.OTHER)
    assert Move.SLIPS_MIND in says(call, "Who painted the gate?", A.OTHER)


def test_news_for_a_caller_who_is_hanging_up_comes_as_an_afterthought() -> None:
    call = Call(FIRST["rude"])
    call.answer()
    says(call, "Mia Roth, any news?", A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, name="Mia Roth")
    says(call, "Any news?", A.ASK_STATUS)
    call.memory = replace(call.memory, temper=Temper(0.2, 0.8)).replied(Reply("", moves=(Move.BRUSH_OFF,)))
    moves = says(call, "All right, goodbye.", A.CLOSE)
    assert moves[moves.index(Move.GIVE_STATUS) - 1] is Move.AFTERTHOUGHT


def test_a_day_said_back_is_told_no_other_way_and_one_yes_is_enough() -> None:
    call = told("pending")
    says(call, "And when will you know?", A.ASK_TIMELINE)
    call.memory = replace(call.memory, told=call.memory.told | {"friday"})
    moves = says(call, "Then I'll hear by Friday. May I ring you otherwise?", A.ASK_TIMELINE)
    assert set(moves) == {Move.TAKE_ALTERNATIVE}


@pytest.mark.parametrize(
    "matter", sorted(set(Matter) - NO_MATTER - {Matter.MEANT, Matter.PARTICULAR, Matter.EITHER_OR})
)
def test_every_matter_has_an_answer_in_some_kind_of_call(matter: Matter) -> None:
    text = "So what of the glooming wisp, for me or my own?"
    turn = Utterance(
        text,
        (ActMatch(A.OTHER, 1.0, 0, len(text)),),
        Mentions(),
        matters=(MatterAsked(matter, Span(0, len(text)), 1.0),),
    )
    for call in (told("pending"), told("rejection"), told("offer"), at_the_desk()):
        before = call.memory
        moves = plan(Situation.of(call, call.hear(turn), before)).moves
        if AT_A_LOSS.isdisjoint(moves) and Move.PUZZLED not in moves:
            return
    pytest.fail("nobody knows what to say to it")


def test_what_was_meant_by_the_news_is_said_in_plainer_words() -> None:
    call = told("pending")
    call.memory = replace(call.memory, last_substance="It is with the committee.")
    assert says(call, "Sorry, what do you mean by the committee?", A.CLARIFY) == (Move.CONFIRM_STATUS,)


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("At what time of day may I ring you?", True),
        ("What time would I be done, if I came in at nine?", False),
        ("At which hour would my working day begin?", False),
    ],
)
def test_an_hour_of_the_working_day_is_no_hour_to_ring(text: str, rings: bool) -> None:  # noqa: FBT001 - a table
    assert (Move.GIVE_AVAILABILITY in says(told("pending"), text, A.OTHER)) is rings


def test_who_wants_their_surname_hears_it() -> None:
    assert Move.SAY_NAME in says(told("pending"), "And what is your family name, for my papers?", A.OTHER)


def test_another_way_of_working_is_no_other_way_to_get_in_touch() -> None:
    assert Move.TAKE_ALTERNATIVE in says(told("pending"), "Or shall I send you an email?", A.OFFER_ALTERNATIVE)
    text = "Is there any way I could start at nine and stay on later instead?"
    assert Move.TAKE_ALTERNATIVE not in says(told("pending"), text, A.OFFER_ALTERNATIVE)


def test_a_question_that_nothing_answers_does_not_go_unheard_before_the_news() -> None:
    call = Call(FIRST["pending"])
    call.answer()
    says(call, "Mia Roth here, about the interview.", A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, name="Mia Roth")
    assert says(call, "What sort of rubber was it, and who bought it?", A.OTHER)[0] is Move.SLIPS_MIND


@pytest.mark.parametrize(
    ("kind", "text", "move"),
    [
        ("rejection", "do you know another school that looks for a music teacher", Move.SAY_OTHER_FIRMS),
        ("pending", "So there is no further round for me, do I read that right?", Move.SAY_NEXT_ROUND),
        ("pending", "I asked how you will reach me.", Move.SAY_BY_WHAT),
        ("pending", "Could you please write that down?", Move.TAKE_DETAILS),
        ("on_hold", "May I say that you sent me?", Move.TAKE_ALTERNATIVE),
        ("on_hold", "I only asked if I may mention your name to Mrs. Zanella.", Move.TAKE_ALTERNATIVE),
        ("offer", "And by which day must that answer lie on your desk?", Move.GIVE_TIME),
        ("offer", "You said offer. Is it an offer, yes or no?", Move.CONFIRM_STATUS),
    ],
)
def test_what_is_plain_by_its_words_has_its_answer(kind: str, text: str, move: Move) -> None:
    assert move in says(told(kind), text, A.OTHER)


def test_a_pay_that_was_told_is_argued_about_in_few_words() -> None:
    call = told("offer")
    says(call, "What would I be paid?", A.ASK_OFFER_DETAILS)
    assert Move.STAND_FIRM in says(call, "thx but is 90 final or not", A.OTHER)


def test_a_desk_writes_down_what_it_is_told_to_and_says_what_it_wrote() -> None:
    call = at_the_desk()
    says(call, "Mia Roth, is she in?", A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_FOR_PERSON, name="Mia Roth")
    assert Move.TAKE_DETAILS in says(call, "I can only come on a Friday, could you write that down?", A.OTHER)
    assert Move.READ_MESSAGE in says(call, "Now what did you write?", A.CLARIFY)


def test_a_desk_says_who_it_is_and_how_that_is_spelt_in_one_breath() -> None:
    moves = says(at_the_desk(), "With whom do I have the honour, and how does one spell it?", A.OTHER)
    assert [move for move in moves if move in (Move.SAY_NAME, Move.SPELL_NAME)] == [Move.SAY_NAME, Move.SPELL_NAME]

"""Practical questions, and such as offer two things, get an answer that a person would give, and never a bare yes."""

from dataclasses import replace

import pytest

from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.choice import Choosing, choice_in, differs, wants_no_yes
from simulator.core.detail import Detail
from simulator.core.moves import Move
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal

UNDERSTANDING = load_understanding()
FIRST = {str(one.kind): replace(one, details=()) for one in reversed(load_catalog().scenarios) if not one.front_desk}
BARE = {Move.TAKE_ALTERNATIVE, Move.CONFIRM_THAT, Move.CANNOT_SAY, Move.REPEAT_STATUS, Move.REPEAT_TIMELINE}


def call_of(kind: str, *lines: str) -> Rehearsal:
    """A call in which the news is out, or at a desk, the person asked for is away."""
    facts = FIRST[kind].facts
    call = Rehearsal(FIRST[kind], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    greeting = f"Good morning, this is {facts.candidate}. Could I speak to {facts.contact}?"
    for line in (
        f"{greeting} I interviewed for the {facts.position} job.",
        "I was wondering whether there is any news yet.",
        *lines,
    ):
        call.say(line)
    return call


def answers(kind: str, *lines: str) -> tuple[str, set[Move]]:
    call = call_of(kind, *lines)
    return call.transcript.turns[-1].text, set(call.made)


@pytest.mark.parametrize(
    ("question", "about", "first", "second"),
    [
        ("Do you mean this week or next week?", Choosing.DAY, "this week", "next week"),
        ("Shall I come early or late?", Choosing.HOUR, "early", "late"),
        ("Will that be by letter or by email?", Choosing.WAY, "by letter", "by email"),
        ("Is it cancelled or just postponed?", Choosing.NEWS, "cancelled", "postponed"),
    ],
)
def test_what_a_question_offers_stands_alone(question: str, about: Choosing, first: str, second: str) -> None:
    choice = choice_in(question)
    assert choice is not None
    assert (choice.about, choice.first, choice.second) == (about, first, second)


@pytest.mark.parametrize(
    "question", ["Is it decided or not?", "Is there a coffee or something?", "Do you have a day or two?"]
)
def test_not_every_or_is_a_choice(question: str) -> None:
    assert not wants_no_yes(question)


@pytest.mark.parametrize(
    ("told", "question", "settled"),
    [
        ("After four, when it's quieter.", "Morning or afternoon?", "afternoon"),
        ("Just after nine is best.", "In the morning or in the evening?", "In the morning"),
        ("You'll have it on Thursday.", "Is that Wednesday or Thursday?", "Thursday"),
        ("I'll send it by email.", "By email or by post?", "By email"),
        ("After four.", "Today or tomorrow?", ""),
        ("Today or tomorrow.", "Today or tomorrow?", ""),
    ],
)
def test_what_was_told_settles_a_choice(told: str, question: str, settled: str) -> None:
    choice = choice_in(question)
    assert choice is not None
    assert choice.settled_by(told) == settled


@pytest.mark.parametrize("kind", ["pending", "rude", "receptionist", "on_hold", "offer"])
@pytest.mark.parametrize(
    "question",
    [
        "Should I ring on Wednesday or on Thursday, then?",
        "would it be better to come today or tomorrow",
        "Shall I bring it in person or by post?",
        "May I try again this week or next week?",
        "Do you want me to ring again, or will you let me know?",
    ],
)
def test_a_choice_gets_no_bare_yes(kind: str, question: str) -> None:
    text, made = answers(kind, question)
    assert not made & BARE, text


@pytest.mark.parametrize("kind", ["pending", "on_hold"])
@pytest.mark.parametrize(
    "question", ["Is it cancelled for good, or only postponed?", "So is it decided, or still open?"]
)
def test_what_the_news_means_is_said_in_a_few_words(kind: str, question: str) -> None:
    _, made = answers(kind, question)
    assert made == {Move.CONFIRM_STATUS}


@pytest.mark.parametrize("kind", ["pending", "rejection", "rude", "on_hold", "offer"])
@pytest.mark.parametrize("question", ["Have you still got my number?", "Should I leave my mobile number with you?"])
def test_an_employer_has_the_number_in_the_papers(kind: str, question: str) -> None:
    text, made = answers(kind, question)
    assert made == {Move.HAVE_NUMBER}, text


def test_a_desk_asks_for_the_number_that_it_has_not_got() -> None:
    assert answers("receptionist", "Has she got my number?")[1] == {Move.HAVE_NUMBER, Move.ASK_NUMBER}
    assert answers("receptionist", "Shall I leave you my number?")[1] == {Move.ASK_DETAILS}


@pytest.mark.parametrize("kind", ["pending", "rude", "receptionist"])
@pytest.mark.parametrize(
    "question",
    ["Did you catch the number all right?", "Have you got that down?", "Would you read my number back to me, please?"],
)
def test_a_number_that_was_left_is_read_back(kind: str, question: str) -> None:
    text, made = answers(kind, "You can reach me on 0117 496 0123.", question)
    assert made == {Move.READ_BACK}
    assert "0117 496 0123" in text


@pytest.mark.parametrize("kind", ["pending", "on_hold", "offer", "receptionist"])
@pytest.mark.parametrize("question", ["Would it be in the same building?", "And where would I have to come?"])
def test_somebody_who_is_to_come_is_told_where(kind: str, question: str) -> None:
    text, made = answers(kind, question)
    assert made == {Move.SAY_PLACE}, text


@pytest.mark.parametrize("kind", ["pending", "on_hold", "offer", "rejection"])
def test_the_best_time_to_ring_is_told_once_and_holds(kind: str) -> None:
    assert answers(kind, "Which time suits you best?")[1] == {Move.GIVE_AVAILABILITY}
    text, made = answers(kind, "Which time suits you best?", "So should I ring in the morning or in the evening?")
    assert made == {Move.SAY_CHOICE}
    assert "morning" in text.lower()


@pytest.mark.parametrize(
    ("told", "asked", "other"),
    [
        ("Tomorrow at one.", "Is it better if I call afterwards, or a bit after?", True),
        ("Tomorrow at one.", "May I ring earlier?", True),
        ("Tomorrow at one.", "Could I ring on Friday instead?", True),
        ("Tomorrow at one.", "So may I call tomorrow?", False),
        ("After four.", "Could I ring in the morning?", True),
        ("After four.", "May I ring tomorrow afternoon?", False),
        ("After four.", "May I ring on Friday?", False),
    ],
)
def test_another_time_is_told_from_the_one_that_was_named(told: str, asked: str, *, other: bool) -> None:
    assert differs(asked, told) is other


def test_who_would_rather_ring_at_another_time_hears_again_when() -> None:
    call = call_of("rude", "When would be a good time to ring you?")
    call.say("Would it be okay if I rang earlier, in the morning?")
    assert Move.TAKE_ALTERNATIVE not in call.made
    call.say("Could I ring in the morning?")
    assert Move.TAKE_ALTERNATIVE not in call.made


@pytest.mark.parametrize("kind", ["pending", "on_hold"])
@pytest.mark.parametrize(
    "question",
    [
        "Will you phone me then, or is it better if I phone you?",
        "Shall I ring on Monday or will you?",
        "So you ring me, or I ring you?",
    ],
)
def test_who_is_to_ring_whom_is_said(kind: str, question: str) -> None:
    text, made = answers(kind, "Thank you, I see.", question)
    assert Move.SAY_WHO_RINGS in made, text
    assert not made & BARE, text


@pytest.mark.parametrize("kind", ["pending", "rude", "receptionist"])
def test_a_choice_in_few_words_leans_on_what_was_just_spoken_of(kind: str) -> None:
    _, made = answers(kind, "Should I ring next time, or had I better write?", "In the morning or in the evening?")
    assert made <= {Move.GIVE_AVAILABILITY, Move.SAY_CHOICE, Move.REPEAT_AVAILABILITY}


def test_a_day_of_their_own_is_not_for_the_caller_to_choose() -> None:
    _, made = answers("offer", "Could I have a few days to think?", "So which one is it, Monday or Tuesday?")
    assert not made & {Move.EITHER_WAY, Move.ANY_DAY}


def test_a_day_that_was_told_with_the_time_holds() -> None:
    clocks = next(one for one in load_catalog().scenarios if one.id == "unlabelled-estate-clocks")
    FIRST["clocks"] = replace(clocks, details=())
    text, made = answers("clocks", "When would be a good time to ring?", "Is that on Wednesday or on Thursday?")
    assert made == {Move.SAY_CHOICE}
    assert "thursday" in text.lower()
    _, made = answers("clocks", "When would be a good time to ring?", "Would Monday or Tuesday suit as well?")
    assert made == {Move.REPEAT_AVAILABILITY}


@pytest.mark.parametrize("kind", ["pending", "on_hold"])
@pytest.mark.parametrize(
    "words",
    [
        "And will you ring me, or should I call you again?",
        "may i call once more at the end of the week, or do you ring me",
        "Then do I have to write to you, or will you write to me?",
    ],
)
def test_who_is_to_get_in_touch_is_told_plainly(kind: str, words: str) -> None:
    assert Move.SAY_WHO_RINGS in answers(kind, words)[1]


@pytest.mark.parametrize(
    ("words", "move"),
    [
        ("Pay?", Move.GIVE_PAY),
        ("Start?", Move.GIVE_START),
        ("In writing?", Move.GIVE_WRITING),
        ("Hours?", Move.GIVE_EXTRAS),
    ],
)
def test_a_term_of_an_offer_may_be_asked_for_in_a_word(words: str, move: Move) -> None:
    assert move in answers("offer", words)[1]


def test_no_yes_to_what_was_said_back_is_heard_as_one_to_the_last_question() -> None:
    drawers = Detail(
        ("drawers", "how many drawers"),
        ("The first day's all names and drawers, two hundred drawers.",),
        ("How many drawers are there?",),
    )
    call = Rehearsal(replace(FIRST["pending"], details=(drawers,)), load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    facts = FIRST["pending"].facts
    call.say(f"Good morning, this is {facts.candidate}, I interviewed for the {facts.position} job.")
    call.say("How many drawers are there?")
    assert Move.TELL_MORE in call.made
    call.say("Two hundred drawers, right? And the job, is it mine?")
    assert Move.CONFIRM_THAT not in call.made


def test_how_long_it_is_on_hold_asks_when_it_goes_on() -> None:
    moves = answers("on_hold", "do you know like how long its gonna be frozen for")[1]
    assert not moves.isdisjoint({Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE})


def test_a_wish_outside_an_offer_is_none() -> None:
    assert Move.TERMS_LATER not in answers("pending", "I'd say yes to her, if the weekly total comes out the same.")[1]
    assert Move.NOTE_START not in answers("pending", "I shall await the fifteenth with patience.")[1]


def test_who_asks_to_hear_it_again_hears_it_again_and_nothing_new() -> None:
    assert (
        Move.REPEAT_THAT
        in answers("pending", "Sorry, can you say it once again, please? The line went, I lost what you said.")[1]
    )


def test_nobody_hangs_up_on_who_has_not_surely_said_goodbye() -> None:
    call = call_of("offer", "Good. Need a night.")
    assert not call.over


def test_a_yes_or_no_about_something_else_is_not_answered_with_the_news() -> None:
    _, made = answers("rejection", "Have you ordered new benches, yes or no?")
    assert Move.CONFIRM_STATUS not in made
    _, made = answers("rejection", "So was it decided, yes or no?")
    assert Move.CONFIRM_STATUS in made or Move.REPEAT_STATUS in made

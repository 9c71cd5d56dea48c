"""What is said beside the matter: to who puts a question right, to sympathy, to a story taken up; and no more than one
courtesy an answer."""

from dataclasses import replace

import pytest
from test_practical import FIRST, UNDERSTANDING, answers, call_of

from simulator.catalog import load_checklist, load_shared_lines
from simulator.core.aptness import apt
from simulator.core.correction import corrects_own_words
from simulator.core.detail import Detail
from simulator.core.moves import COURTESIES, Move
from simulator.core.putting_right import puts_right
from simulator.core.scoring import Outcome, score
from simulator.core.sympathy import fears_to_disturb, only_sorry, pities_others, sympathises
from simulator.core.upset import is_nervous
from simulator.rehearsal import Rehearsal

CAT = Detail(("the cat",), ("She sleeps in the tuba, mostly.", "She has got a tuba to sleep in."))
FIRST["cat"] = replace(FIRST["pending"], details=(CAT,))
FIRST["cat at the desk"] = replace(FIRST["receptionist"], details=(CAT,))
KINDS = ("pending", "rejection", "rude", "receptionist", "offer", "on_hold")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("No, what I asked was whether there's a canteen.", True),
        ("Sorry, I meant the other one.", True),
        ("That's not quite what I wanted to know.", True),
        ("You haven't really answered my question.", True),
        ("When you speak of a panel, who is in it?", True),
        ("Does that mean nobody decides?", True),
        ("It was well meant.", False),
        ("Is it still open, I mean the job?", False),
        ("Could you say that again, please?", False),
    ],
)
def test_putting_right_is_told_from_asking_again(text: str, *, right: bool) -> None:
    assert puts_right(text) is right


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("asked", "then", "last"),
    [
        (
            "Do your people mostly cycle?",
            "No, sorry, what I meant was whether your people cycle to work.",
            "That's still not what I asked: is there a stand for bicycles?",
        ),
        (
            "Is there a piano anywhere?",
            "I was asking about a piano, is there one anywhere in the house?",
            "You didn't answer that: is there a piano?",
        ),
    ],
)
def test_who_puts_a_question_right_never_gets_the_same_answer(kind: str, asked: str, then: str, last: str) -> None:
    call = call_of(kind, asked)
    said = [call.transcript.turns[-1].text]
    for words in (then, last):
        call.say(words)
        assert not call.over
        assert Move.REPEAT_THAT not in call.made
        assert Move.CANNOT_SAY not in call.made
        said.append(call.transcript.turns[-1].text)
    assert len(set(said)) == len(said)


def test_somebody_who_understands_no_better_says_so_once() -> None:
    call = call_of("pending", "Is there a parrot anywhere?", "I meant a parrot, is there one in the house?")
    assert Move.LOST_YOU in call.made
    call.say("No, I asked whether there is a parrot.")
    assert Move.LOST_YOU not in call.made
    assert Move.STILL_CANNOT_SAY in call.made


def test_who_only_did_not_hear_it_hears_it_again() -> None:
    assert answers("on_hold", "Sorry, could you say that again?")[1] == {Move.REPEAT_THAT}


@pytest.mark.parametrize(
    ("text", "feels"),
    [
        ("That must be really tough on all of you.", True),
        ("It sounds quite hectic over there.", True),
        ("Goodness, you must have your hands full.", True),
        ("You sound rushed off your feet, to be honest.", True),
        ("I do feel for you.", True),
        ("I hope the week gets a bit easier.", True),
        ("It must be hard for me to hear.", False),
        ("It's been a busy week for me.", False),
        ("Are you busy?", False),
        ("It was hard for her.", False),
    ],
)
def test_sympathy_is_told_from_other_talk_of_hard_times(text: str, *, feels: bool) -> None:
    assert (sympathises(text) is not None) is feels


@pytest.mark.parametrize("kind", ["pending", "rude", "receptionist", "on_hold"])
@pytest.mark.parametrize(
    "words",
    [
        "It must be a lot for all of you just now.",
        "You must have your hands full, I imagine.",
        "It sounds exhausting over there.",
    ],
)
def test_sympathy_gets_a_word_back_and_is_credited(kind: str, words: str) -> None:
    call = call_of(kind, words)
    fitting = {Move.ACCEPT_EMPATHY, Move.SOFTEN, *((Move.SNAP,) if kind == "rude" else ())}
    assert fitting & set(call.made)
    verdicts = {one.item.id: one for one in score(call.transcript, load_checklist(), UNDERSTANDING).verdicts}
    assert verdicts["show_empathy"].outcome is Outcome.MET
    assert verdicts["show_empathy"].item.title == "Acknowledge their stress"


def test_nobody_forgives_who_is_felt_with() -> None:
    memory = call_of("on_hold", "That must be really tough on all of you.").call.memory
    assert not apt(Move.ACCEPT_EMPATHY, "Don't worry about it.", (), memory)
    assert apt(Move.ACCEPT_EMPATHY, "It hasn't been easy, no.", (), memory)
    memory = call_of("on_hold", "I hope I'm not holding you up.").call.memory
    assert apt(Move.ACCEPT_EMPATHY, "Don't worry about it.", (), memory)
    assert not apt(Move.ACCEPT_EMPATHY, "It hasn't been easy, no.", (), memory)


def test_a_sorry_in_passing_and_pity_for_others_are_no_sympathy() -> None:
    assert only_sorry("oh um sorry hi")
    assert not only_sorry("sorry to catch you now")
    assert pities_others("Oh, the poor woman.")
    assert not pities_others("Poor you.")


@pytest.mark.parametrize(
    ("text", "fears"),
    [
        ("um hi, sorry to bother you", True),
        ("I do hope that I am not disturbing you at an inconvenient moment.", True),
        ("Sorry, that was nosy of me.", True),
        ("I'm sorry, it must be a lot just now.", False),
        ("I hope it gets quieter.", False),
        ("I'm sorry, I'm having trouble hearing you.", False),
        ("I'm sorry, I gave you the wrong time, I meant Friday.", False),
        ("I'm afraid I can't call on Friday.", False),
    ],
)
def test_fear_to_disturb_is_told_from_sympathy(text: str, *, fears: bool) -> None:
    assert fears_to_disturb(text) is fears


def test_who_fears_to_disturb_hears_that_they_do_not_and_is_not_thanked() -> None:
    facts = FIRST["pending"].facts
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(f"Good morning, sorry to bother you, this is {facts.candidate}, about the {facts.position} job.")
    assert Move.HAVE_TIME in call.made
    assert Move.ACCEPT_EMPATHY not in call.made


def test_a_goodbye_takes_only_bad_news_well() -> None:
    goodbye = "That's fine, I'll wait. Thank you for telling me. Goodbye."
    assert Move.ACCEPT_GRACE not in answers("pending", goodbye)[1]
    assert Move.ACCEPT_GRACE in answers("rejection", goodbye)[1]


@pytest.mark.parametrize("kind", ["pending", "rejection", "offer", "on_hold"])
def test_the_news_is_said_in_plain_words_to_who_did_not_understand_it(kind: str) -> None:
    _, made = answers(kind, "Sorry, can you repeat that a little more slowly? My English is not so good.")
    assert made == {Move.CONFIRM_STATUS}
    _, made = answers(kind, "Sorry, can you repeat please? A little more slow. What was it, you say?")
    assert made == {Move.CONFIRM_STATUS}
    _, made = answers(kind, "Sorry, can you repeat that?")
    assert made == {Move.REPEAT_THAT}


@pytest.mark.parametrize("kind", ["cat", "cat at the desk"])
@pytest.mark.parametrize(
    ("words", "taken_up"),
    [
        ("In the tuba! How lovely.", True),
        ("She sleeps in a tuba? My word.", True),
        ("Aw, the poor thing.", True),
        ("haha a tuba sounds like the best bed tbh", True),
        ("Haha, I played the tuba for years.", False),
        ("I see.", False),
        ("I could sleep in a tuba, too!", False),
        ("At six in the evening?", False),
        ("May I ring again on Monday?", False),
    ],
)
def test_a_story_that_is_taken_up_gets_a_word_back(kind: str, words: str, *, taken_up: bool) -> None:
    _, made = answers(kind, "And how is the cat?", words)
    assert (Move.TAKE_UP in made) is taken_up


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words",
    [
        "Thank you, I understand. I'm still very interested. May I ring you next week?",
        "That's fine. You must be very busy. Shall I send you an email instead? I'd love to come.",
        "So on Friday, then, right? Good, thanks. I'm sorry to hold you up. Can I call back some time?",
        "I appreciate it, thank you for telling me. Goodbye then, and all the best.",
    ],
)
def test_an_answer_has_one_courtesy_at_most(kind: str, words: str) -> None:
    _, made = answers(kind, words)
    assert len(made & set(COURTESIES)) <= 1


@pytest.mark.parametrize(
    ("text", "corrects"),
    [
        ("One correction to the interview: it was twenty minutes, not an hour.", True),
        ("I have to correct one thing from Tuesday, it must be 24 point.", True),
        ("I told you ten pallets an hour, and I've checked, it was twelve.", True),
        ("Is that correct?", False),
        ("I said I'd ring today, so here I am.", False),
    ],
)
def test_who_puts_their_own_words_right_is_told_from_who_asks(text: str, *, corrects: bool) -> None:
    assert corrects_own_words(text) is corrects


def test_a_correction_of_the_interview_is_taken_down() -> None:
    assert (
        Move.NOTE_CORRECTION
        in answers("pending", "One correction to the interview: it was twenty, not two hundred.")[1]
    )


@pytest.mark.parametrize("kind", ["pending", "rejection", "on_hold"])
def test_who_will_not_keep_them_any_longer_has_taken_leave(kind: str) -> None:
    assert call_of(kind, "Then I shall not keep you a moment longer, and I wish you every success.").over


@pytest.mark.parametrize(
    ("then", "name"),
    [
        ("Okay. This is clear, thank you for the direct answer.", "Alexandra Morgan"),
        ("Alexandra, as I said.", "Alexandra Morgan"),
        ("No, it's Alexandra Morgan Reyes, if you write it down.", "Alexandra Morgan Reyes"),
        ("I'm sorry, my name is Petra Kowalska.", "Petra Kowalska"),
        ("you just told me that, love", "Alexandra Morgan"),
        ("sorry, this is petra kowalska speaking", "Petra Kowalska"),
    ],
)
def test_a_known_caller_is_not_called_by_another_word(then: str, name: str) -> None:
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(f"Good morning, this is Alexandra Morgan, about the {FIRST['pending'].facts.position} job.")
    call.say("Is there any news yet?")
    call.say(then)
    assert call.call.memory.caller == name


def test_a_word_said_back_before_the_turn_goes_on_asks_nothing() -> None:
    call = call_of("pending", "And when will that be?")
    word = max((one for one in call.call.memory.told if one.isalpha()), key=len)
    call.say(f"{word.capitalize()}? No, that's quite all right. Thank you.")
    assert not {Move.CANNOT_SAY, Move.LEAVE_OPEN, Move.LONG_STORY} & set(call.made)


def test_nobody_says_twice_that_they_do_not_follow() -> None:
    call = call_of("pending", "Grumbling marmalade horizon.")
    assert call.made == (Move.PUZZLED,)
    call.say("Marmalade under the seventh stair.")
    assert Move.PUZZLED not in call.made


@pytest.mark.parametrize("kind", ["rejection", "on_hold"])
def test_who_tells_of_their_grief_is_consoled_and_not_asked_what_they_mean(kind: str) -> None:
    grief = "I freeze when there are three people looking at me, and this year hasn't exactly helped."
    call = call_of(kind, "I see. That's how it goes, I suppose.", grief)
    assert Move.PUZZLED not in call.made
    assert {Move.CONSOLE, Move.REACT_DESPERATION, Move.ACCEPT_EMPATHY} & set(call.made)


def test_who_complains_at_once_is_recognised_before_the_apology_and_not_asked_what_it_is_about() -> None:
    facts = FIRST["pending"].facts
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(
        f"Good afternoon, {facts.candidate} here. I interviewed for the {facts.position} position, and I must say "
        "I'm a little surprised that I've heard nothing since. Not a line."
    )
    assert call.made[:2] == (Move.RECOGNISE, Move.REACT_COMPLAINT)
    assert not {Move.ASK_PURPOSE, Move.GUESS_PURPOSE} & set(call.made)


def test_somebody_having_a_bad_day_still_remembers_what_was_talked_about() -> None:
    call = call_of(
        "rude", f"It must be hectic over there. I did like what you said about {FIRST['rude'].facts.discussion_topic}."
    )
    assert call.made == (Move.RECALL_TOPIC, Move.SNAP)


def test_a_question_before_the_news_is_heard_though_something_else_was_confirmed() -> None:
    facts = FIRST["pending"].facts
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(f"Good morning, this is {facts.candidate} about the {facts.position} job.")
    call.say("Yes, that is correct. Which temperature has the oil?")
    assert Move.CANNOT_SAY in call.made
    assert Move.GUESS_PURPOSE not in call.made


def test_who_has_no_more_hears_a_goodbye_and_no_excuse() -> None:
    call = call_of("pending", "Thank you very much for telling me.")
    call.call.memory = replace(
        call.call.memory, temper=replace(call.call.memory.temper, patience=0.0), expects=Move.ANYTHING_ELSE
    )
    call.say("No. That's all. Thanks.")
    assert call.made[-1] is Move.GOODBYE
    assert Move.WIND_DOWN not in call.made


@pytest.mark.parametrize(
    ("text", "nervous"),
    [
        ("omg sorry its ximena im so nervous sorry", True),
        ("Sorry, I'm really bad at phones.", True),
        ("Forgive my nerves, it's my first call.", True),
        ("I'm not nervous about the lambs.", False),
        ("The horses were nervous that day.", False),
    ],
)
def test_who_says_that_they_are_nervous_is_heard(text: str, *, nervous: bool) -> None:
    assert is_nervous(text) is nervous


@pytest.mark.parametrize("kind", ["pending", "receptionist", "offer"])
def test_who_is_nervous_hears_a_good_word_once(kind: str) -> None:
    call = call_of(kind)
    call.say("Sorry, I'm so nervous, I'm bad at phones.")
    assert Move.REASSURE in call.made
    call.say("I'm still really nervous.")
    assert Move.REASSURE not in call.made


def test_thanks_are_taken_before_they_guess_what_it_is_about() -> None:
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(f"Good morning, this is Alex Morgan, I interviewed for the {FIRST['pending'].facts.position} job.")
    call.say("I just wanted to say thank you for seeing me, it was really nice.")
    assert call.made == (Move.ACCEPT_THANKS, Move.GUESS_PURPOSE)


def test_tears_are_consoled_however_long_the_news_is_known() -> None:
    call = call_of("rejection", "I see.", "Which days would it have been?", "And who would have trained me?")
    call.say("I'm sorry, I'm near enough crying in my own kitchen here.")
    assert Move.CONSOLE in call.made
    assert Move.ACCEPT_APOLOGY not in call.made


def test_who_tells_the_news_at_once_greets_and_does_not_say_that_they_have_time() -> None:
    facts = FIRST["pending"].facts
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(
        f"Good morning, this is Alex Morgan, I interviewed for the {facts.position} job and often think of "
        f"{facts.discussion_topic}. Where are you with the decision, and when will you decide? Is now a good moment?"
    )
    assert {Move.RECOGNISE, Move.RECALL_TOPIC, Move.GIVE_STATUS, Move.GIVE_TIMELINE} <= set(call.made)
    assert Move.HAVE_TIME not in call.made
    assert "Alex" in call.transcript.turns[-1].text


def test_a_remark_that_asks_nothing_is_heard_without_asking_for_more() -> None:
    call = call_of("pending", "My father was in the post office too, and he stamped every letter twice.")
    assert Move.NOD in call.made
    assert Move.ANYTHING_ELSE not in call.made


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the floor stone or wood?", "Wood"),
        ("Is it with a real actor, or with a dummy?", "With a real actor"),
        ("Half past eight, in the morning or in the evening?", "In the morning"),
        ("Monday or Tuesday?", None),
        ("Am I hired or not?", None),
    ],
)
def test_of_two_things_that_nobody_knows_one_is_as_good_as_the_other(question: str, answer: str | None) -> None:
    call = call_of("pending", question)
    assert (Move.CHOOSE in call.made) is (answer is not None)
    assert answer is None or call.transcript.turns[-1].text.startswith(answer)

"""What the words of a turn say so plainly that no model is asked, and what that changes in the verdicts."""

import pytest
from test_practical import FIRST, answers, call_of

from simulator.catalog import load_checklist, load_shared_lines
from simulator.core.acts import DialogueAct as A
from simulator.core.contact_question import (
    asks_if_fine,
    asks_if_heard,
    asks_where_to_send,
    asks_which_way,
    sends_regards,
)
from simulator.core.echo import asks_if_it_stands
from simulator.core.following import only_hears
from simulator.core.hearing import hear
from simulator.core.moves import Move
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, score
from simulator.core.short_wait import asks_length, marvels_at_speed
from simulator.core.status_question import asks_status
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.core.when_and_why import asks_when_of_another_thing
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal

UNDERSTANDING = load_understanding()
FACTS = Facts(
    contact="Ms. Brandt",
    company="Hafenbad",
    position="Lifeguard",
    candidate="Nora Vogel",
    interviewed="last Monday",
    discussion_topic="the early swimmers",
)
HELLO = "Good morning, Ms. Brandt, this is Nora Vogel, I interviewed for the Lifeguard position."
NEWS = "Is there any news yet?"


def verdicts(kind: str, *turns: str) -> dict[str, Outcome]:
    """Of a call, in turns of both ends, the candidate's first."""
    said = [
        Turn(Speaker.CANDIDATE if number % 2 == 0 else Speaker.INTERVIEWER, one) for number, one in enumerate(turns)
    ]
    card = score(Transcript(ScenarioKind(kind), FACTS, tuple(said)), load_checklist(), UNDERSTANDING)
    return {one.item.id: one.outcome for one in card.verdicts}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Where's the selection at the moment?", True),
        ("Huh. Am I in?", True),
        ("yes i am actually. did i get it?", True),
        ("the greenhouse job did i get it", True),
        ("i was there thursday so is it yes or no", True),
        ("Did I get it right that you close at four?", False),
        ("Did I get the job title right, is it dresser?", False),
        ("On the form, is it yes or no for a licence?", False),
        ("Am I in the right place?", False),
        ("Sorry, the job is for me, yes or no?", True),
        ("Does that mean I am invited to the second round, or is it still open?", True),
        ("So I've got the job, you say?", True),
        ("The job is mine to lose, I know.", False),
        ("Who am I invited by?", False),
        ("When would I start if I get the job?", False),
        ("Must the new men agree before I'm hired?", False),
        ("Which team am I in?", False),
        ("What's happening with the lifeguard job?", True),
        ("And where do I stand with my application?", True),
        ("How far along are you with the hiring?", True),
        ("What's the situation with that vacancy, please?", True),
        ("What happened to my application?", True),
        ("What about the post?", True),
        ("What happens with the position once he's gone?", False),
        ("Where is the process described?", False),
        ("What happens with the old pool?", False),
        ("Where is the job?", False),
        ("What about the job did you like most?", False),
    ],
)
def test_a_plain_question_for_the_status_is_known_by_its_words(text: str, *, asks: bool) -> None:
    assert (asks_status(text) is not None) is asks
    heard = hear(text, "What can I do for you?", "opening", FACTS, UNDERSTANDING)
    assert not asks or A.ASK_STATUS in heard.acts


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("It hasn't even been ten days.", True),
        ("It hasn't even been a week.", True),
        ("What, that fast?", True),
        ("It's only been two weeks.", True),
        ("It's been two weeks, and I haven't heard a thing.", False),
        ("I've only waited two weeks.", False),
        ("Three weeks, and not even one email.", False),
    ],
)
def test_who_marvels_how_fast_it_went_does_not_complain(text: str, *, short: bool) -> None:
    assert marvels_at_speed(text) is short


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("How long does it take, the whole day?", True),
        ("And how long is the trial shift?", True),
        ("How long does it take to decide?", False),
        ("How long will it still take?", False),
        ("How long does it take to read one letter?", False),
        ("Why does it take this long?", False),
    ],
)
def test_who_asks_how_long_something_lasts_does_not_question_the_delay(text: str, *, length: bool) -> None:
    assert asks_length(text) is length


def test_surprise_at_a_quick_answer_costs_nothing() -> None:
    told = "I'm sorry, we've taken somebody else."
    found = verdicts(
        "rejection", f"{HELLO} {NEWS}", told, "Already? It hasn't even been a week. I see. Thank you, goodbye."
    )
    assert found["no_complaint"] is Outcome.MET
    found = verdicts(
        "rejection", f"{HELLO} {NEWS}", told, "And for that I've been waiting two weeks and heard nothing!"
    )
    assert found["no_complaint"] is Outcome.VIOLATED


def test_doubting_ones_luck_is_no_talk_of_rivals() -> None:
    told = "It's good news: the job is yours."
    found = verdicts(
        "offer", f"{HELLO} {NEWS}", told, "Are you quite sure you don't mean somebody else? I'm overjoyed, thank you!"
    )
    assert found["no_rivals"] is Outcome.MET


WANDERING = (
    "Oh, that's how it is, well. My cousin swims, too, each morning at six, and always forgets her towel on the bench.",
    "Right. My neighbour had a boat once, a red one, and it lay in the garden for eleven years under a blue cover.",
    "Ah well. The bus was full of school children today, all with wet hair, and one of them had lost a single shoe.",
    "Mind you, the town band plays on the green on Sundays, and the tall trumpeter has a dog that howls along.",
    "Anyway. We've had that rain for a week now, and the cellar smells of old potatoes, and they say it will go on.",
)  # fmt: skip


def test_who_wanders_off_in_turn_after_turn_rambles_however_short_the_turns_are() -> None:
    answers = ("It's still open, we decide on Friday.", "I see.", "Mm-hm.", "Right.", "Well.")
    turns = [f"{HELLO} {NEWS}"]
    for line, answer in zip(WANDERING, answers, strict=False):
        turns += [answer, line]
    assert verdicts("pending", *turns, "Right.", "Thank you, goodbye.")["no_rambling"] is Outcome.VIOLATED
    assert verdicts("pending", *turns[:5], "Right.", "Thank you, goodbye.")["no_rambling"] is Outcome.MET


def test_what_happens_with_the_job_counts_as_asking_politely() -> None:
    told = "Everything is on hold until spring."
    found = verdicts("on_hold", f"{HELLO} What's happening with that job?", told, "I understand, thank you. Goodbye.")
    assert found["ask_status"] is Outcome.MET


@pytest.mark.parametrize(
    ("text", "presses"),
    [
        ("Have you planned a second round, yes or no?", False),
        ("I want an answer today, yes or no?", True),
        ("Stop dodging and tell me, yes or no?", True),
    ],
)
def test_yes_or_no_is_plain_speech_unless_something_urges(text: str, *, presses: bool) -> None:
    heard = hear(text, "It is still open.", "pending", FACTS, UNDERSTANDING)
    assert (A.PRESSURE_FOR_ANSWER in heard.acts) is presses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Piet.", "Piet"),
        ("Nora here.", "Nora"),
        ("Morning.", None),
        ("What?", None),
        ("Hallo.", None),
        ("Lifeguard.", None),
    ],
)
def test_a_call_may_open_with_nothing_but_a_name(text: str, name: str | None) -> None:
    heard = hear(text, "Hafenbad, Brandt.", "opening", FACTS, UNDERSTANDING)
    assert (heard.mentions.own_name.text if heard.mentions.own_name else None) == name
    assert (A.INTRODUCE_SELF in heard.acts) is (name is not None)


def test_who_owns_up_in_their_own_words_has_admitted_it() -> None:
    said = verdicts(
        "pending",
        "Good morning, here is Nora Vogel. I was at you for the Lifeguard interview.",
        "Nora, yes.",
        "First I must be honest. I have not noted your name, this is my mistake. With whom do I speak, please?",
        "Brandt, and don't worry.",
    )
    assert said["apologize_forgotten_name"] is Outcome.MET


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("Does anything about me worry you?", True),
        ("No worries, do you know when I will hear?", False),
        ("Am I too early with my call?", False),
        ("I'm worried about the bus, when do you open?", False),
    ],
)
def test_who_asks_for_doubts_offers_to_answer_them(text: str, *, offers: bool) -> None:
    assert (A.OFFER_INFORMATION in hear(text, "It is still open.", "pending", FACTS, UNDERSTANDING).acts) is offers


@pytest.mark.parametrize(
    ("text", "pesters"),
    [
        ("When I have until Friday next week no message from you, I call on the Monday after.", False),
        ("If I don't hear anything by then, I'll ring you again on Monday.", False),
        ("If I don't hear anything, I'll call every morning until they sign. I've called four times already.", True),
    ],
)
def test_who_says_when_they_would_call_pesters_nobody(text: str, *, pesters: bool) -> None:
    assert (A.OVER_CONTACT in hear(text, "By Friday.", "pending", FACTS, UNDERSTANDING).acts) is pesters


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I'll ring on Monday afternoon. Is that all right for you?", True),
        ("ok then ill ring tomorrow at one i guess is that ok", True),
        ("If I hear nothing I call the Monday after, would that be possible?", True),
        ("Is it all right if we talk now?", False),
        ("Hello, this is Mia, I call about the clerk job. Is it possible to hear how it stands?", False),
        ("I come from Poland, is that okay?", False),
        ("I cannot come on Monday, is that okay?", False),
        ("I phone because of the shop. Are you all right?", False),
        ("I'll send my certificate. Would you be good enough to confirm?", False),
        ("I'll ring on Monday. Is the post still open?", False),
    ],
)
def test_who_says_how_they_will_get_in_touch_asks_whether_that_will_do(text: str, *, asks: bool) -> None:
    assert (asks_if_fine(text) is not None) is asks


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("Okay. Wednesday then.", True),
        ("Fair enough.", True),
        ("Right. Thank you for telling me.", False),
        ("Yes, gladly!", False),
    ],
)
def test_an_okay_takes_nothing_well(text: str, *, hears: bool) -> None:
    assert only_hears(text) is hears


def test_what_is_said_back_and_asked_about_is_told_by_what_was_told() -> None:
    told = {"casual", "list", "name", "saturdays"}
    assert asks_if_it_stands("Is that still true?", "You said put your name on the list. Is that still true?", told)
    assert not asks_if_it_stands("Is that still true?", "You said the roof leaks. Is that still true?", told)
    assert not asks_if_it_stands("Is that far?", "You said put your name on the list. Is that far?", told)
    assert not asks_if_it_stands(
        "Is that right?", "You said Sunday, the casual list. Is that right?", told | {"friday"}
    )
    assert not asks_if_it_stands("Is that right?", "You said the list is closed. Is that right?", told | {"closed"})
    assert not asks_if_it_stands("Is it on Zoom?", "You mentioned a list. Is it on Zoom?", told)


def test_who_asks_again_since_they_did_not_understand_does_not_press() -> None:
    call = call_of("offer")
    for words in ("Sorry, I did not understand. Is the job mine?", "My English is not perfect. The job is for me?"):
        call.say(words)
        assert call.made == (Move.CONFIRM_STATUS,)
    outcomes = {one.item.id: one.outcome for one in score(call.transcript, load_checklist(), UNDERSTANDING).verdicts}
    assert outcomes["no_repeated_asking"] is not Outcome.VIOLATED


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hello can you hear me now", True),
        ("Are you still there?", True),
        ("Is this line okay?", True),
        ("When did you hear about me?", False),
        ("Is the line longer on Saturdays?", False),
        ("Am I too quiet for the sales floor?", False),
        ("Are you still there at six o'clock?", False),
        ("so why are you still there after the winter", False),
    ],
)
def test_whether_one_is_heard_is_told_from_other_questions(text: str, *, asks: bool) -> None:
    assert asks_if_heard(text) is asks


def test_who_asks_whether_they_are_heard_is_told_so_at_any_time() -> None:
    call = call_of("pending")
    call.say("Are you still there?")
    assert call.made == (Move.HEARS_YOU,)


@pytest.mark.parametrize("hello", ["Hello, can you hear me?", "hi um can you hear me now"])
def test_even_before_one_says_who_calls(hello: str) -> None:
    call = Rehearsal(FIRST["pending"], load_shared_lines(), UNDERSTANDING, 5, lambda: 0)
    call.pick_up()
    call.say(hello)
    assert call.made == (Move.HEARS_YOU, Move.ASK_NAME)


def test_who_says_how_they_will_get_in_touch_hears_that_it_will_do() -> None:
    call = call_of("pending")
    call.say("If I have heard nothing by then, I'll ring on the Monday after. Is that all right for you?")
    assert Move.TAKE_ALTERNATIVE in call.made


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Allow me, as an old hand, to ask whether anything gives you pause.", True),
        ("I'd like to know when you decide.", True),
        ("I was wondering if there is any news.", True),
        ("Feel free to ask if you have any questions.", False),
        ("All right, just tell me when you know more.", False),
        ("They wondered why the crane leaked, and I found the seal.", False),
        ("I used to ask what the guests want.", False),
    ],
)
def test_a_question_in_the_form_of_a_statement_is_told_from_a_story(text: str, *, asks: bool) -> None:
    assert bool(questions(text)) is asks


def test_who_presses_is_not_excused_by_what_they_did_not_hear() -> None:
    opening, answer = (HELLO, "Hello. What can I do for you?"), "We haven't decided yet."
    presses = "I don't understand why it takes so long. Have you decided now?"
    turns = (*opening, NEWS, answer, "Is there a decision now?", answer, presses, answer, "Well, is it decided?")
    assert verdicts("pending", *turns)["no_repeated_asking"] is Outcome.VIOLATED


def test_praise_in_strong_words_burns_no_bridges() -> None:
    turns = (HELLO, "Hello. What can I do for you?", NEWS, "I'm sorry, we chose somebody else.")
    thanks = "Thank you for telling me. You've been kinder than anyone this year. Goodbye."
    assert verdicts("rejection", *turns, thanks)["no_hostility"] is not Outcome.VIOLATED


@pytest.mark.parametrize(
    "words", ["I've been checking my phone every hour.", "This is the first time I've called you!"]
)
def test_waiting_by_the_phone_and_a_first_call_are_no_pestering(words: str) -> None:
    answers = ("Hello. What can I do for you?", "We haven't decided yet.")
    assert verdicts("pending", HELLO, answers[0], NEWS, answers[1], words)["no_over_contact"] is not Outcome.VIOLATED


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Shall I ring or write?", True),
        ("How will I hear, will somebody ring me or is it going to be a letter?", False),
        ("Does the bank phone me or write to me?", False),
        ("Would that be by phone or by email?", False),
        ("Should I call or write if nobody tells me anything?", True),
        ("By telephone or by mail, and from which number, so I know it is you?", False),
        ("I ask how you tell me the result, phone or mail.", False),
        ("How does the manager send his news, by letter or by telephone?", False),
        ("Shall I get in touch by phone or by email?", True),
        ("Would you prefer me to write to you about it, or might I telephone again?", True),
    ],
)
def test_how_one_will_hear_is_told_from_how_one_should_get_in_touch(question: str, *, asks: bool) -> None:
    assert asks_which_way(question) is asks


def test_three_points_said_back_are_confirmed_if_they_are_what_was_told() -> None:
    told = {"contract", "tomorrow", "morning", "e-mail", "mail", "start", "first", "month", "friday"}
    recap = "So I repeat: tomorrow morning the contract by mail, start on the first. "
    assert asks_if_it_stands("Is this all correct?", f"{recap}Is this all correct?", told)
    assert asks_if_it_stands("Are these two points right?", f"{recap}Are these two points right?", told)
    assert not asks_if_it_stands("Is this all correct?", f"{recap}Is this all correct?", told - {"first"})


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("To which e-mail address shall I send the page?", True),
        ("Where do I send it, to you or to the office?", True),
        ("Which email can I send it to?", True),
        ("Where do you want me to send it?", True),
        ("where'll I send it?", True),
        ("so I send it tonight um to which address", True),
        ("To which address will you send the contract?", False),
        ("So what address do I come to?", False),
        ("Who is the letter addressed to?", False),
        ("Who's the doctor sent to bed?", False),
        ("Do I send it to you?", False),
        ("Where would you like me to send it?", True),
        ("Do you have my address?", False),
        ("Can I send it to you?", False),
        ("Where should I write it down?", False),
        ("Where do I come to?", False),
    ],
)
def test_a_question_where_something_goes_is_told_by_its_words(question: str, *, asks: bool) -> None:
    assert asks_where_to_send(question) is asks


def test_who_asks_where_to_send_something_hears_an_address() -> None:
    assert Move.SAY_ADDRESS in answers("pending", "To which address shall I send the drawings?")[1]


@pytest.mark.parametrize(
    ("sentence", "sends"),
    [
        ("Please convey my compliments to your colleagues.", True),
        ("And give Frida my love!", True),
        ("My regards to the crew.", True),
        ("and tell Tevita I was askin' for him", True),
        ("Say hello to your mother!", True),
        ("Tell me what I was asking for.", False),
        ("Could you tell her I was asking for an update?", False),
        ("I just wanted to say hello to Ms Lee, is she in?", False),
        ("I'll send you my certificates.", False),
        ("Thank you for giving me my papers back.", False),
    ],
)
def test_regards_are_told_by_their_words(sentence: str, *, sends: bool) -> None:
    assert sends_regards(sentence) is sends


def test_regards_are_passed_on() -> None:
    assert Move.PASS_ON in answers("pending", "Permit me to ask that you convey my compliments to your colleagues.")[1]


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("Which day do your readers come?", True),
        ("When does the bakery open?", True),
        ("When will the decision be made?", False),
        ("When does the committee sit?", False),
        ("By when will I know?", False),
        ("When do the owners open it again?", False),
    ],
)
def test_the_day_of_another_thing_is_not_that_of_the_decision(question: str, *, beside: bool) -> None:
    assert asks_when_of_another_thing(question, {"owners"}) is beside


def test_a_desk_hears_that_the_number_is_there() -> None:
    call = call_of("receptionist", "Could you tell her that I rang?")
    assert Move.ASK_NUMBER in call.made
    call.say("She's got it.")
    assert call.made == (Move.TAKE_DETAILS,)


def test_an_okay_wants_no_word_before_the_question_what_else() -> None:
    assert Move.ACKNOWLEDGE not in answers("pending", "Okay.")[1]

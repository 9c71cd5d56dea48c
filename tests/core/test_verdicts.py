"""Verdicts that a coach would sign: what counts, on which words, and what does not."""

import pytest

from simulator.catalog import load_checklist
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.entities import Mentions, mentions
from simulator.core.hearing import Heard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Outcome, Verdict, judge
from simulator.core.transcript import Facts, Speaker, Transcript, Turn
from simulator.core.utterance import Utterance
from simulator.reports.words import outcome_word, own_words

A, K = DialogueAct, ScenarioKind
FACTS = Facts("Ms. Ingrid Sorley", "Beacon & Lane", "Exhibition Designer", "Alex Morgan", "the lighthouse museum")
Said = tuple[str, dict[DialogueAct, str]]
"""A turn of the candidate: its text, and the words that do each act."""


def call(kind: ScenarioKind, *turns: str | Said, certainty: float = 1.0) -> tuple[Transcript, dict[str, Verdict]]:
    """The verdicts on a call; texts alone are the other end's."""
    spoken: list[Turn] = []
    heard: list[Heard] = []
    role = Transcript(kind, FACTS).first_role
    for index, turn in enumerate(turns):
        if isinstance(turn, str):
            spoken.append(Turn(Speaker.INTERVIEWER, turn))
            continue
        text, acts = turn
        matches = tuple(
            ActMatch(act, certainty, text.index(words), text.index(words) + len(words)) for act, words in acts.items()
        )
        spoken.append(Turn(Speaker.CANDIDATE, text))
        heard.append(
            Heard(
                index, Utterance(text, matches or (ActMatch(A.OTHER, 1.0, 0, len(text)),), mentions(text, FACTS)), role
            )
        )
    transcript = Transcript(kind, FACTS, tuple(spoken))
    card = judge(transcript, load_checklist(), heard)
    return transcript, {verdict.item.id: verdict for verdict in card.verdicts}


def outcome(kind: ScenarioKind, item: str, *turns: str | Said) -> Outcome:
    return call(kind, *turns)[1][item].outcome


def quoted(transcript: Transcript, verdict: Verdict) -> list[str]:
    return [transcript.turns[one.turn].text[one.start : one.end] for one in verdict.evidence]


OPENING: Said = (
    "Good evening, Robin Ashe here, I was in for the designer job on Monday.",
    {A.GREET: "Good evening,", A.INTRODUCE_SELF: "Robin Ashe here,", A.IDENTIFY_INTERVIEW: "I was in for"},
)
WHEN: Said = ("When do you think it will be settled?", {A.ASK_TIMELINE: "When do you think it will be settled?"})
ROUGHLY: Said = ("Roughly which week would that be?", {A.ASK_TIMELINE: "Roughly which week would that be?"})
BYE: Said = ("Thank you, goodbye.", {A.THANK: "Thank you,", A.CLOSE: "goodbye."})
AGAIN = "no_repeated_asking"


# Asking again


def test_the_same_question_for_the_third_time_after_two_answers_is_asking_again_and_again() -> None:
    turns = (
        "Yes?",
        OPENING,
        "Go on.",
        WHEN,
        "On Friday, I'd say we decide.",
        ROUGHLY,
        "As I said, Friday.",
        WHEN,
        "Friday.",
    )
    assert outcome(K.PENDING, AGAIN, *turns, BYE) is Outcome.VIOLATED


def test_a_question_that_was_never_answered_may_be_asked_again() -> None:
    turns = ("Yes?", OPENING, "Go on.", WHEN, "What a week we've had.", ROUGHLY, "The lamps came from Oslo.", WHEN)
    assert outcome(K.PENDING, AGAIN, *turns, "By Friday.", BYE) is Outcome.MET


@pytest.mark.parametrize(
    "other",
    [
        "And once that's settled, who rings me?",
        "Should I write to you next week?",
        "Is there anything they need from me by then?",
        "On what does the date depend?",
    ],
)
def test_a_new_question_is_no_repetition_though_it_is_about_the_time_too(other: str) -> None:
    turns = ("Yes?", OPENING, "Go on.", WHEN, "We decide on Friday.", ROUGHLY, "Friday, like I said.")
    assert outcome(K.PENDING, AGAIN, *turns, (other, {A.ASK_TIMELINE: other}), "Hm.", BYE) is Outcome.MET


@pytest.mark.parametrize(
    "mended",
    [
        "No, I meant the week after the meeting.",
        "What I meant was, when do you start over?",
        "Sorry, you didn't answer when it will be decided.",
    ],
)
def test_putting_right_a_misunderstanding_is_no_repetition(mended: str) -> None:
    turns = ("Yes?", OPENING, "Go on.", WHEN, "We decide on Friday.", ROUGHLY, "Friday, like I said.")
    assert outcome(K.PENDING, AGAIN, *turns, (mended, {A.ASK_TIMELINE: mended}), "Hm.", BYE) is Outcome.MET


def test_whoever_is_fobbed_off_twice_and_asks_on_pesters() -> None:
    ask: Said = ("So, any decision?", {A.ASK_STATUS: "any decision?"})
    turns = ("What?", OPENING, "And?", ask, "I've a boat to paint.", ask, "Do I look as if I knew?", ask, "Go away.")
    assert outcome(K.RUDE, AGAIN, *turns, BYE) is Outcome.VIOLATED


# Rambling


def words(count: int, word: str = "word") -> str:
    return " ".join([word] * count) + "."


def test_a_courteous_turn_of_seventy_words_costs_nothing() -> None:
    long: Said = (f"Thank you for telling me. {words(62)}", {A.THANK: "Thank you for telling me."})
    assert outcome(K.PENDING, "no_rambling", "Yes?", OPENING, "Not yet.", long, "Fine.", BYE) is Outcome.MET


def test_what_is_asked_for_may_take_longer() -> None:
    fact: Said = (f"I did. {words(88)}", {A.CITE_QUALIFICATION: words(88)})
    answered = outcome(K.PENDING, "no_rambling", "Yes?", OPENING, "How would you light it?", fact, "Good.", BYE)
    assert answered is Outcome.MET
    assert outcome(K.PENDING, "no_rambling", "Yes?", OPENING, "Not yet.", fact, "Good.", BYE) is Outcome.VIOLATED


def test_rambling_costs_the_more_the_more_there_is_of_it_and_quotes_what_nobody_asked_for() -> None:
    costs = []
    for count in (75, 85, 140):
        long: Said = (f"I see, thank you. {words(count)}", {A.THANK: "I see, thank you."})
        transcript, verdicts = call(K.PENDING, "Yes?", OPENING, "Not yet.", long, "Fine.", BYE)
        assert quoted(transcript, verdicts["no_rambling"]) == [words(count)]
        costs.append(-verdicts["no_rambling"].points)
    assert 0 < costs[0] < costs[1] < costs[2]
    assert costs[0] < 0.6 * costs[2]


# The words that show it


def test_a_message_without_a_number_leaves_no_way_to_reach_the_caller() -> None:
    ask: Said = (
        "Could you tell her that Robin Ashe rang?",
        {A.LEAVE_DETAILS: "Could you tell her that Robin Ashe rang?"},
    )
    assert outcome(K.RECEPTIONIST, "leave_details", "Desk.", ask, "Yes.", BYE) is Outcome.NOT_APPLICABLE
    assert outcome(K.VOICEMAIL, "leave_details", "Beep.", ask) is Outcome.MISSED


@pytest.mark.parametrize(
    "way",
    [
        "It's 020 555 0142.",
        "oh two oh five five five",
        "You have my number.",
        "Write to robin@example.org.",
        "My email is on my application.",
    ],
)
def test_the_clause_with_the_number_is_what_counts(way: str) -> None:
    text = f"Please ask her to ring me. {way}"
    transcript, verdicts = call(K.VOICEMAIL, "Beep.", (text, {A.LEAVE_DETAILS: "Please ask her to ring me."}))
    assert verdicts["leave_details"].outcome is Outcome.MET
    assert quoted(transcript, verdicts["leave_details"]) == [way]


def test_asking_a_name_that_was_never_given_is_no_forgetting() -> None:
    def asked(text: str) -> Outcome:
        return outcome(K.RECEPTIONIST, "apologize_forgotten_name", "Desk.", (text, {A.APOLOGIZE_FORGOTTEN_NAME: text}))

    assert asked("And may I ask what your name is?") is Outcome.NOT_APPLICABLE
    assert asked("The lady I met, I'm afraid her name has escaped me.") is Outcome.MET


@pytest.mark.parametrize(
    "own", ["Sorry.", "Oh, sorry again.", "I'm sorry for being so short with you.", "I've had an awful month myself."]
)
def test_the_callers_own_stress_or_a_bare_sorry_acknowledges_nothing(own: str) -> None:
    turns = ("Yes?", OPENING, "I'm run off my feet, be quick.", (own, {A.SHOW_EMPATHY: own}), "And?", BYE)
    assert outcome(K.RUDE, "show_empathy", *turns) is Outcome.MISSED


def test_stress_is_acknowledged_only_where_it_was_shown_and_else_it_is_called_consideration() -> None:
    kind: Said = ("I hope this is no bad moment.", {A.SHOW_EMPATHY: "I hope this is no bad moment."})
    calm = call(K.PENDING, "Sorley.", kind, "Not at all.", BYE)[1]["show_empathy"]
    harried = call(K.PENDING, "Sorley, it's hectic here.", kind, "It is.", BYE)[1]["show_empathy"]
    assert calm.outcome is harried.outcome is Outcome.MET
    assert calm.item.title != harried.item.title
    assert "stress" in harried.item.title
    assert "stress" not in calm.item.title


def test_empathy_belonged_after_the_stress_was_shown_and_not_before() -> None:
    verdict = call(K.RUDE, "Yes?", OPENING, "I've no time for this.", ("Okay.", {}), "And?", BYE)[1]["show_empathy"]
    assert verdict.outcome is Outcome.MISSED
    assert verdict.near
    assert verdict.near.turn == 3


def test_an_answer_to_a_concern_belonged_after_the_concern() -> None:
    ask: Said = ("Is there any news?", {A.ASK_STATUS: "Is there any news?"})
    turns: tuple[str | Said, ...] = (
        "Yes?",
        OPENING,
        "Hello.",
        ask,
        "Not yet.",
        WHEN,
        "One worry: you've never led a team.",
        ("Oh.", {}),
        "So?",
    )
    verdict = call(K.PENDING, *turns, BYE)[1]["answer_concern"]
    assert verdict.near
    assert verdict.near.turn == 7


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("Safety pins, a dark thread, and a face like nothing's happened.", Outcome.MET),
        ("I'd call the others together first, and then we'd see who can stay. Is that all right?", Outcome.MET),
        ("I don't know, I've never thought about it.", Outcome.MISSED),
        ("Why would you ask me that now, I wonder?", Outcome.MISSED),
        ("Oh, okay.", Outcome.MISSED),
    ],
)
def test_a_concern_is_answered_in_whatever_words(answer: str, outcome: Outcome) -> None:
    turns = ("Yes?", OPENING, "Not yet. One worry: what would you do if the zip broke?", (answer, {}), "I see.", BYE)
    assert call(K.PENDING, *turns)[1]["answer_concern"].outcome is outcome


@pytest.mark.parametrize("greeting", ["Grüß Gott", "Buenos días", "Namaste", "G'day", "Hiya", "Bonjour", "Hola"])
def test_greetings_of_other_languages_and_places_are_greetings(greeting: str) -> None:
    said: Said = (f"{greeting}, Robin Ashe speaking.", {A.INTRODUCE_SELF: "Robin Ashe speaking."})
    assert outcome(K.PENDING, "greet", "Yes?", said, "Yes.") is Outcome.MET


def test_a_greeting_after_the_name_is_one() -> None:
    said: Said = ("Ms Sorley, Robin Ashe. Good evening.", {A.INTRODUCE_SELF: "Robin Ashe."})
    assert outcome(K.PENDING, "greet", "Yes?", said, "Yes.") is Outcome.MET


def test_a_complaint_is_shown_where_it_is_made() -> None:
    text = "We met three weeks ago, and nobody has told me a thing."
    transcript, verdicts = call(
        K.PENDING, "Yes?", (text, {A.COMPLAIN_ABOUT_WAIT: "We met three weeks ago,"}), "Hm.", BYE
    )
    assert quoted(transcript, verdicts["no_complaint"]) == ["and nobody has told me a thing."]


def test_longing_is_no_complaint() -> None:
    text = "I've been waiting so much for this moment."
    assert outcome(K.PENDING, "no_complaint", "Yes?", (text, {A.COMPLAIN_ABOUT_WAIT: text}), "Hm.", BYE) is Outcome.MET


def test_a_fault_is_quoted_as_a_whole_sentence_rather_than_by_a_single_word() -> None:
    text = "I see. Please, I have nobody else to turn to. Goodbye."
    transcript, verdicts = call(K.PENDING, "Yes?", (text, {A.SHOW_DESPERATION: "Please,"}), "Hm.", BYE)
    assert quoted(transcript, verdicts["no_desperation"]) == ["Please, I have nobody else to turn to."]


def test_what_belongs_to_the_matter_is_not_missed_in_the_first_words_of_a_call_that_never_came_to_it() -> None:
    other: Said = ("One margherita, please.", {})
    verdict = call(K.PENDING, "Yes?", other, "Who is this?", OPENING, "And?", BYE)[1]["ask_status"]
    assert verdict.near
    assert verdict.near.turn == 3


def test_the_day_of_the_interview_alone_is_no_complaint() -> None:
    text = "We have spoken three weeks ago for the designer."
    assert outcome(K.PENDING, "no_complaint", "Yes?", (text, {A.COMPLAIN_ABOUT_WAIT: text}), "Hm.", BYE) is Outcome.MET


# What was never the caller's to do


def test_a_boss_who_hangs_up_leaves_no_chance_for_a_goodbye() -> None:
    calm: Said = ("When will you know?", {A.ASK_TIMELINE: "When will you know?"})
    hung_up = "I'm going back to my boat. Don't ring again."
    assert outcome(K.RUDE, "close", "Yes?", OPENING, "What?", calm, hung_up) is Outcome.NOT_APPLICABLE
    assert outcome(K.RUDE, "close", "Yes?", OPENING, "What?", calm, "On Friday.") is Outcome.MISSED


def test_whoever_insults_them_until_they_hang_up_has_missed_the_goodbye() -> None:
    insult: Said = ("You're a clown.", {A.BE_HOSTILE: "You're a clown."})
    assert outcome(K.PENDING, "close", "Yes?", OPENING, "Hello.", insult, "I'm hanging up now.") is Outcome.MISSED


def test_where_they_name_the_question_themselves_a_yes_is_enough() -> None:
    yes: Said = ("Yes.", {A.CONFIRM: "Yes."})
    spared = outcome(K.PENDING, "ask_status", "Yes?", OPENING, "You want to know where we are?", yes, "Mm.", BYE)
    assert spared is Outcome.NOT_APPLICABLE
    assert outcome(K.PENDING, "ask_status", "Yes?", OPENING, "What else?", yes, "Mm.", BYE) is Outcome.MISSED


@pytest.mark.parametrize(
    "asked",
    ["May I ask where you are in the process?", "I'd be glad to hear how matters stand.", "Has a decision been made?"],
)
def test_a_plain_question_for_the_state_of_things_is_listed_though_no_act_was_heard(asked: str) -> None:
    transcript, verdicts = call(K.PENDING, "Yes?", OPENING, "Hello.", (asked, {}), "We have not decided.", BYE)
    assert verdicts["ask_status"].outcome is Outcome.MET
    assert quoted(transcript, verdicts["ask_status"]) == [asked]


def test_a_demand_is_no_polite_question_though_it_sounds_like_one() -> None:
    text = "I want to hear whether I got it or not"
    both = {A.ASK_STATUS: text, A.PRESSURE_FOR_ANSWER: text}
    heard = call(K.PENDING, "Yes?", OPENING, "Hello.", (text, both), "Not yet.", BYE, certainty=0.8)[1]
    assert heard["ask_status"].outcome is Outcome.MISSED


def test_saying_yes_to_feedback_that_is_offered_is_being_open_to_it() -> None:
    no_luck = "I'm afraid we've chosen someone else."
    offer = "Do you want to hear how you came across?"
    take: Said = ("Oh, please, I'd be grateful.", {A.ACCEPT_OUTCOME: "Oh, please,"})
    yes: Said = ("Yes, tell me frankly.", {A.CONFIRM: "Yes,"})
    turns = ("Yes?", OPENING, no_luck, take, offer)
    assert outcome(K.REJECTION, "ask_feedback", *turns, yes, "You were clear.", BYE) is Outcome.MET
    no: Said = ("No, that's all right.", {A.CONFIRM: "No,"})
    assert outcome(K.REJECTION, "ask_feedback", *turns, no, "Fine.", BYE) is Outcome.NOT_APPLICABLE


def test_asking_when_somebody_is_in_is_not_asking_to_speak_with_them() -> None:
    asked: Said = ("How long will she be?", {A.ASK_AVAILABILITY: "How long will she be?"})
    assert (
        outcome(K.RECEPTIONIST, "ask_for_person", "Desk.", OPENING, "She's out.", asked, "Till two.", BYE)
        is Outcome.MISSED
    )


def test_words_that_decide_are_quoted_once() -> None:
    twice: Said = ("Good evening, Robin Ashe.", {A.GREET: "Good evening,", A.SMALL_TALK: "Good evening,"})
    transcript, verdicts = call(K.PENDING, "Yes?", twice, "Hello.", BYE)
    assert quoted(transcript, verdicts["greet"]) == ["Good evening,"]


# What the other end had to ask for

NAMELESS: Said = (
    "Good evening, I was in for the designer job on Monday.",
    {A.GREET: "Good evening,", A.IDENTIFY_INTERVIEW: "I was in for"},
)
NAME: Said = ("Robin Ashe.", {A.INTRODUCE_SELF: "Robin Ashe."})


def test_a_name_that_had_to_be_asked_for_is_half_a_name() -> None:
    _, offered = call(K.PENDING, "Yes?", OPENING, "Go on.", WHEN)
    _, asked = call(K.PENDING, "Yes?", NAMELESS, "And who's calling, please?", NAME, "Go on.", WHEN)
    whole, half = offered["introduce"], asked["introduce"]
    assert (whole.outcome, whole.share, whole.gain, whole.better) == (Outcome.MET, 1.0, 0.0, "")
    assert (half.outcome, half.share) == (Outcome.MET, 0.5)
    assert 0 < half.points < whole.points
    assert half.gain > 0
    assert "Alex Morgan" in half.better or "Robin Ashe" in half.better


def test_who_is_asked_for_the_name_as_the_phone_is_picked_up_has_kept_nobody_waiting() -> None:
    _, verdicts = call(K.PENDING, "Beacon and Lane, who's calling?", OPENING, "Go on.", WHEN)
    assert verdicts["introduce"].share == 1.0


def test_a_name_that_is_asked_for_again_was_offered_all_the_same() -> None:
    _, verdicts = call(K.PENDING, "Yes?", OPENING, "Sorry, what's your name?", NAME, "Go on.", WHEN)
    assert verdicts["introduce"].share == 1.0


def test_words_that_only_seemed_to_give_a_name_gave_none_if_it_had_to_be_asked_for() -> None:
    text, acts = NAMELESS
    seems = (text, {**acts, A.INTRODUCE_SELF: "I was in for"})
    _, verdicts = call(K.PENDING, "Yes?", seems, "And who's calling, please?", NAME, "Go on.", WHEN)
    assert verdicts["introduce"].share == 0.5


def test_an_interview_that_had_to_be_asked_for_counts_half() -> None:
    hello: Said = ("Good evening, Robin Ashe here.", {A.GREET: "Good evening,", A.INTRODUCE_SELF: "Robin Ashe here."})
    which: Said = ("I was in for the designer job.", {A.IDENTIFY_INTERVIEW: "I was in for the designer job."})
    _, verdicts = call(K.PENDING, "Yes?", hello, "And which position was it about?", which, "Go on.", WHEN)
    assert verdicts["identify_interview"].share == 0.5
    assert verdicts["introduce"].share == 1.0


def test_a_half_met_do_is_called_so() -> None:
    _, verdicts = call(K.PENDING, "Yes?", NAMELESS, "And who's calling, please?", NAME, "Go on.", WHEN)
    assert outcome_word(verdicts["introduce"]) == "partly met"
    assert outcome_word(verdicts["greet"]) == "met"


# What is quoted


def test_what_opens_a_call_is_quoted_where_it_was_said_first() -> None:
    again: Said = ("And who would train me on the press?", {A.IDENTIFY_INTERVIEW: "who would train me on the press?"})
    transcript, verdicts = call(K.PENDING, "Yes?", OPENING, "Go on.", again, "Liv.", BYE)
    assert quoted(transcript, verdicts["identify_interview"]) == ["I was in for"]


def test_doubtful_words_are_not_quoted_where_sure_ones_are() -> None:
    thanks = Turn(Speaker.CANDIDATE, "Thank you. What a day.")
    matches = ActMatch(A.THANK, 0.95, 0, 10), ActMatch(A.THANK, 0.55, 11, 22)
    transcript = Transcript(K.PENDING, FACTS, (Turn(Speaker.INTERVIEWER, "Yes?"), thanks))
    card = judge(transcript, load_checklist(), [Heard(1, Utterance(thanks.text, matches, Mentions()))])
    verdict = next(one for one in card.verdicts if one.item.id == "thank")
    assert quoted(transcript, verdict) == ["Thank you."]


def test_each_fault_is_quoted_however_doubtful() -> None:
    rude: Said = ("You're slow. And you're late.", {A.BE_HOSTILE: "You're slow."})
    ruder: Said = ("You're a fool, all of you.", {A.BE_HOSTILE: "You're a fool, all of you."})
    transcript, verdicts = call(K.PENDING, "Yes?", OPENING, "Go on.", rude, "Hm.", ruder, "Hm.", certainty=0.6)
    assert len(quoted(transcript, verdicts["no_hostility"])) == 2


def test_what_was_left_out_is_quoted_with_no_words() -> None:
    hello: Said = ("Good evening, Robin Ashe here.", {A.GREET: "Good evening,", A.INTRODUCE_SELF: "Robin Ashe here."})
    transcript, verdicts = call(K.PENDING, "Yes?", hello, "Go on.", ("Well, hm.", {}), "Yes?", ("Ah.", {}))
    assert verdicts["ask_status"].outcome is Outcome.MISSED
    assert own_words(verdicts["ask_status"], transcript) == ()


def test_a_desk_that_asks_what_it_is_about_has_had_to_ask_for_nothing() -> None:
    who: Said = (
        "Good evening, Robin Ashe here. Could I speak to Ms Sorley?",
        {
            A.GREET: "Good evening,",
            A.INTRODUCE_SELF: "Robin Ashe here.",
            A.ASK_FOR_PERSON: "Could I speak to Ms Sorley?",
        },
    )
    what: Said = ("My interview for the designer job.", {A.IDENTIFY_INTERVIEW: "My interview for the designer job."})
    _, verdicts = call(K.RECEPTIONIST, "Beacon.", who, "And what is this about?", what, "She's out.", BYE)
    assert verdicts["identify_interview"].share == 1.0


def test_a_long_talk_in_which_both_ask_and_tell_is_no_rambling() -> None:
    ask: Said = (f"And how is that with you, {words(30)}?", {A.ASK_TIMELINE: "And how is that with you,"})
    turns = [line for _ in range(12) for line in (ask, "Well, that depends.")]
    assert outcome(K.PENDING, "no_rambling", "Yes?", OPENING, "Not yet.", *turns, BYE) is Outcome.MET
    wordy: Said = (f"And how is that with you, {words(75)}?", {A.ASK_TIMELINE: "And how is that with you,"})
    turns = [line for _ in range(12) for line in (wordy, "Well, that depends.")]
    assert outcome(K.PENDING, "no_rambling", "Yes?", OPENING, "Not yet.", *turns, BYE) is Outcome.VIOLATED


def test_who_asks_only_how_many_there_are_loses_little() -> None:
    costs = []
    for words in ("And how many of us are you seeing?", "And am I better than the other two?"):
        ask: Said = (words, {A.MENTION_OTHER_CANDIDATES: words})
        _, verdicts = call(K.PENDING, "Yes?", OPENING, "Not yet.", ask, "Three.", BYE)
        costs.append(-verdicts["no_rivals"].points)
    assert 0 < costs[0] < 0.5 * costs[1]


def test_thanks_for_their_candour_take_the_news_well() -> None:
    thanks: Said = ("Thanks for saying it plain.", {A.THANK: "Thanks for saying it plain."})
    assert (
        outcome(K.REJECTION, "accept_outcome", "Yes?", OPENING, "We took another.", thanks, "Well.", BYE) is Outcome.MET
    )
    plain: Said = ("Thanks.", {A.THANK: "Thanks."})
    missed = outcome(K.REJECTION, "accept_outcome", "Yes?", OPENING, "We took another.", plain, "Well.", BYE)
    assert missed is Outcome.MISSED

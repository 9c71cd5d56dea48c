"""Who is told how a question was meant says first that they had understood something else, and not too often."""

import pytest
from test_doubt import after_the_news
from test_practical import call_of

from simulator.core.moves import Move
from simulator.core.putting_right import corrects

PENDING = "leaking-crane-seals"


@pytest.mark.parametrize(
    "text",
    [
        "Oh, I wasn't asking about pay, only joking.",
        "No, I meant the second round, not the decision.",
        "Sorry, I asked how you decide, not when.",
        "that's not what i meant, i wanted to know who decides",
        "i didnt mean the money",
        "Sorry, I didn't tell you any day yet.",
        "I never said yes to that.",
        "I haven't given you my notice yet.",
        "I didn't say Monday.",
        "Na, ma'am, crossed wires there. Monday's for my answer.",
        "You've misunderstood me, I'm afraid.",
        "I asked nothing. I said sorry.",
    ],
)
def test_a_correction_is_told_by_its_words(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize(
    "text",
    [
        "I meant to ring you last week.",
        "I asked your colleague last week, and she sent me to you.",
        "I didn't mean to disturb you.",
        "I mean, it's a lovely place to work.",
        "Why not? I'd like that.",
        "I didn't tell you about my time in Leeds.",
        "I never told them I was ill.",
        "I didn't give a good example.",
        "I never say no to a challenge.",
        "I didn't say that in the interview.",
        "I haven't told a soul.",
    ],
)
def test_what_corrects_nothing_is_not_taken_for_it(text: str) -> None:
    assert not corrects(text)


def test_they_own_up_before_they_answer() -> None:
    call = after_the_news(PENDING)
    call.say("Oh, I wasn't asking about the others. I meant the next step, what comes after this?")
    assert call.made[0] is Move.MISHEARD
    assert len(call.made) > 1


def test_a_no_to_their_own_question_corrects_nothing() -> None:
    call = after_the_news(PENDING)
    call.say("Is there anything about me that worries you?")
    assert call.made[-1] is Move.RAISE_CONCERN
    call.say("No, the drawings were all my own work, eleven years of them.")
    assert Move.MISHEARD not in call.made


def test_they_do_so_twice_at_most() -> None:
    call = after_the_news(PENDING)
    for words in ("when you decide", "who rings whom", "who decides", "whether there is another round"):
        call.say(f"No, I meant something else, I was asking {words}.")
    assert call.call.memory.moves[Move.MISHEARD] == 2


def test_what_was_asked_is_answered_beside_the_goodbye() -> None:
    call = after_the_news(PENDING)
    call.say("Who rings whom, then?")
    call.say("All right. No, I asked when you decide. But never mind, thank you, goodbye.")
    assert Move.MISHEARD in call.made
    assert {Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE, Move.TELL_MORE} & set(call.made)


def test_who_has_no_answer_to_what_was_meant_does_not_claim_to_have_understood() -> None:
    call = call_of("rejection", "No, I meant the porridge on the other side of the moon, thank you.")
    assert Move.MISHEARD not in call.made
    assert Move.ANYTHING_ELSE not in call.made

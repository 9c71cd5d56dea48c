"""A question about something that the other end knows is taken for that, whatever else it sounds like."""

from dataclasses import replace

import pytest

from simulator.bootstrap import understanding
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail
from simulator.core.details_asked import details_asked, taken, without
from simulator.core.entities import Mentions
from simulator.core.matter import Matter, MatterAsked
from simulator.core.memory import Memory
from simulator.core.moves import Move
from simulator.core.retrieval import Found, Retrieval
from simulator.core.single_questions import single_questions
from simulator.core.temper import Temper
from simulator.core.text import Span
from simulator.core.utterance import Utterance

PARTNER = Detail(
    ("your partner", "partner"),
    ("Ray. He's at sea.",),
    ("Who is your partner?", "And your partner?"),
)
SHEEP = Detail(("sheep", "how many sheep"), ("Four thousand.",), ("How many sheep have you got?",))
WEEKEND = Detail(("weekends",), ("One in four.",), ("Would I have to work at weekends?",))
KNOWN = understanding().knowing((PARTNER, SHEEP, WEEKEND))
MEMORY = Memory(Temper(0.0, 1.0))


def heard(text: str, *acts: A) -> Utterance:
    return Utterance(text, tuple(ActMatch(act, 0.8, 0, len(text)) for act in acts), Mentions())


def test_a_plain_question_is_for_what_they_know_whatever_it_was_taken_for() -> None:
    turn = heard("Who is your partner?", A.ASK_STATUS)
    asked = details_asked(turn, KNOWN, MEMORY)
    assert [one.detail for one in asked] == [PARTNER]
    assert taken(turn, asked).acts == frozenset()
    assert without(turn, asked).text.strip() == ""


def test_an_insult_that_names_something_known_stays_one() -> None:
    turn = heard("Is your partner as stupid and lazy as you?", A.BE_HOSTILE)
    assert taken(turn, details_asked(turn, KNOWN, MEMORY)).acts == {A.BE_HOSTILE}


def test_what_else_the_turn_does_is_kept() -> None:
    text = "Thank you. Who is your partner?"
    turn = Utterance(text, (ActMatch(A.THANK, 0.9, 0, 10), ActMatch(A.CLARIFY, 0.7, 11, len(text))), Mentions())
    asked = details_asked(turn, KNOWN, MEMORY)
    assert taken(turn, asked).acts == {A.THANK}
    assert without(turn, asked).text.strip() == "Thank you."


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Has your partner made a decision?", A.ASK_STATUS),
        ("Could I leave a message for your partner?", A.LEAVE_DETAILS),
        ("How was your weekend?", A.SMALL_TALK),
    ],
)
def test_the_matter_of_the_call_and_courtesies_go_first(text: str, act: A) -> None:
    turn = heard(text, act)
    assert taken(turn, details_asked(turn, KNOWN, MEMORY)).acts == {act}


def test_two_questions_in_one_sentence_ask_about_two_things() -> None:
    turn = heard("who is your partner and how many sheep have you got", A.OTHER)
    assert [one.detail for one in details_asked(turn, KNOWN, MEMORY)] == [PARTNER, SHEEP]


def test_what_was_told_is_still_what_is_asked_about() -> None:
    memory = replace(MEMORY, said=frozenset(PARTNER.lines))  # what was told before is not meant
    (asked,) = details_asked(heard("And your partner?", A.OTHER), KNOWN, memory)
    assert asked.detail is PARTNER
    assert not asked.untold(memory.said)


def test_what_is_said_back_before_a_question_belongs_to_it() -> None:
    fate = Detail(("happened sheep", "sheep happened"), ("Sold.",), ("What became of the sheep?",))
    known = understanding().knowing((SHEEP, fate))
    (asked,) = details_asked(heard("Sheep? Oh dear, what has happened to them?", A.OTHER), known, MEMORY)
    assert asked.detail is fate


def test_a_pronoun_leans_on_the_same_turn_before_the_last_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.core.details_asked.LIKELY", 0.15)
    monkeypatch.setattr("simulator.core.details_asked._EARLY", 0.15)
    memory = replace(MEMORY, last_reply="We've four thousand sheep.")
    (asked,) = details_asked(heard("Your partner has a lot to do! Who is he?", A.OTHER), KNOWN, memory)
    assert asked.detail is PARTNER


def test_an_act_over_two_questions_about_what_is_known_is_neither() -> None:
    turn = heard("Who is your partner? And how many sheep are there?", A.ASK_TIMELINE)
    asked = details_asked(turn, KNOWN, MEMORY)
    assert [one.detail for one in asked] == [PARTNER, SHEEP]
    assert taken(turn, asked).acts == frozenset()


def test_who_puts_right_how_they_were_taken_hears_another_answer() -> None:
    memory = replace(
        MEMORY, last_reply="Ray. He's at sea.", said=frozenset(PARTNER.lines)
    )  # what was told before is not meant
    (asked,) = details_asked(heard("No, I meant your sheep, how many are there?", A.CLARIFY), KNOWN, memory)
    assert asked.detail is SHEEP
    assert not details_asked(heard("I don't mean him. I mean, who is your partner?", A.CLARIFY), KNOWN, memory)


def test_what_was_told_is_told_again_only_if_it_is_surely_meant() -> None:
    class Finds(Retrieval):
        def __init__(self, chance: float) -> None:
            self.best = lambda *_: Found(WEEKEND, chance)  # type: ignore[assignment] # always the same
            self.details, self.explained = (WEEKEND,), ()

    told = replace(MEMORY, said=frozenset(WEEKEND.lines))
    turn = heard("And what would I do on a Sunday there?")
    assert details_asked(turn, Finds(0.55), MEMORY)
    assert not details_asked(turn, Finds(0.55), told)
    assert details_asked(turn, Finds(0.65), told)


def test_another_question_about_the_same_is_answered_by_the_detail() -> None:
    text = "Can we talk about the weekends? Would I have to work at weekends?"
    hours = tuple(MatterAsked(Matter.HOURS, span, 0.9) for span in single_questions(text))
    turn = replace(heard(text, A.OTHER), matters=hours)
    asked = [one for one in details_asked(turn, KNOWN, MEMORY) if one.question.start]
    assert without(turn, asked).matters == ()


def test_what_was_meant_is_heard_without_a_question_mark() -> None:
    memory = replace(MEMORY, last_reply="Ray. He's at sea.", said=frozenset(PARTNER.lines))
    (asked,) = details_asked(heard("I meant how many sheep you have got.", A.CLARIFY), KNOWN, memory)
    assert asked.detail is SHEEP
    assert not details_asked(heard("Tell her I was asking for her sheep."), KNOWN, memory)


def after_the_news(matter: Matter, text: str) -> tuple[Utterance, Memory]:
    """A turn that is surely about a matter, taken for an offer of information, once the news is out."""
    turn = replace(heard(text, A.OFFER_INFORMATION), matters=(MatterAsked(matter, Span(0, len(text)), 0.99),))
    return turn, replace(MEMORY, moves={Move.GIVE_STATUS: 1})


def test_what_is_surely_about_something_else_offers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KNOWN, "best", lambda *_: Found(SHEEP, 0.9))
    asks, memory = after_the_news(Matter.BRING, "Should I bring my own sheep?")
    assert details_asked(asks, KNOWN, memory)[0].outright
    offers, memory = after_the_news(Matter.MAY_SEND, "Should I send you my own sheep?")
    assert not any(one.outright for one in details_asked(offers, KNOWN, memory))


def test_what_is_not_understood_is_explained_by_what_they_know_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KNOWN, "best", lambda *_: Found(SHEEP, 0.9))
    for text, explained in (
        ("A wether, what is that, please?", True),
        ("Sorry, could you say that again, please?", False),
    ):
        turn = replace(heard(text, A.CLARIFY), matters=(MatterAsked(Matter.AGAIN, Span(0, len(text)), 0.98),))
        assert bool(details_asked(turn, KNOWN, MEMORY)) is explained

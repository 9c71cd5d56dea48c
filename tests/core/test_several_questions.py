"""A turn with several questions gets an answer to each, in a sensible order."""

from dataclasses import dataclass

import numpy as np
import pytest
from test_desk import at_the_desk
from test_matter_answers import told

from simulator.bootstrap import understanding
from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.answering import plan
from simulator.core.call import Call
from simulator.core.detail import Detail
from simulator.core.drowned_questions import heard_apart
from simulator.core.entities import Mentions
from simulator.core.linear import ACTS
from simulator.core.matters_asked import with_matters
from simulator.core.moves import Move
from simulator.core.open_questions import deferred
from simulator.core.reading import Reading
from simulator.core.reply import Reply
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.understanding import Understanding
from simulator.core.utterance import Utterance

CAT = Detail(("the cat",), ("He's called Biscuit.",), ("Is the cat about?", "What is your cat called?"))
ROUND = Detail(("third round",), ("An hour, with a model.",), ("What is the third round like?",))
WHO_COMES = Detail(("third round who",), ("Three of us.",), ("Who will be in the third round?",))
CAT_THERE, BY_WHEN = ("Is the cat there?", None), ("By when will you know?", A.ASK_TIMELINE)
SKETCH = Detail(
    ("prepare",),
    ("Nothing at all, come as you are.",),
    ("Should I prepare anything?", "Must I prepare a concept for it?", "Do I get something ready, a sketch or so?"),
)


@dataclass(frozen=True)
class Hears:
    """A recogniser that finds one act, wherever these words stand without any others beside them."""

    words: str
    act: A

    def read(self, text: str, parts: object, context: str) -> Reading:  # noqa: ARG002 - as all recognisers
        chances = np.zeros(len(ACTS), dtype=np.float32)
        chances[ACTS.index(self.act)] = text.strip() == self.words
        return Reading(chances, np.stack([chances] * len(list(parts))))  # type: ignore[call-overload]


def says(call: Call, *said: tuple[str, A | None], apart: bool = False) -> tuple[Move, ...]:
    """What is answered to sentences, each with its act; `apart`: the acts are only found when each is read alone."""
    text = " ".join(sentence for sentence, _ in said)
    matches = tuple(
        ActMatch(act, 0.9, text.index(sentence), text.index(sentence) + len(sentence)) for sentence, act in said if act
    )
    found = matches or (ActMatch(A.OTHER, 0.9, 0, len(text)),)
    turn = Utterance(text, found[:1], Mentions(), found[1:]) if apart else Utterance(text, found, Mentions())
    before = call.memory
    path = call.hear(with_matters(turn, before.last_reply, understanding()))
    moves = plan(Situation.of(call, path, before)).moves
    call.memory = call.memory.replied(Reply("Yes.", moves=moves))
    return moves


def test_two_questions_in_one_sentence_are_two() -> None:
    text = "Who comes and when does it begin? And why?"
    assert [text[one.start : one.end].strip() for one in single_questions(text)] == [
        "Who comes", "when does it begin?", "And why?",
    ]  # fmt: skip


def test_a_question_that_drowns_in_the_turn_is_heard_by_itself() -> None:
    hears = Understanding(Hears("Would you keep me on file?", A.REQUEST_FUTURE_CONSIDERATION), 0.5)
    text = "May I ring again in spring? Would you keep me on file?"
    whole = Utterance(text, (ActMatch(A.OFFER_ALTERNATIVE, 0.9, 0, 27),), Mentions())
    apart = heard_apart(whole, "", "pending", hears).apart
    assert [(one.act, text[one.start : one.end].strip()) for one in apart] == [
        (A.REQUEST_FUTURE_CONSIDERATION, "Would you keep me on file?")
    ]


def test_the_only_question_of_a_turn_says_with_it_what_it_says() -> None:
    hears = Understanding(Hears("Would you keep me on file?", A.REQUEST_FUTURE_CONSIDERATION), 0.5)
    whole = Utterance("I'm sad. Would you keep me on file?", (), Mentions())
    assert heard_apart(whole, "", "pending", hears).apart == ()


def test_nobody_is_heard_to_insult_in_parts_who_does_not_as_a_whole() -> None:
    hears = Understanding(Hears("Can you really not read?", A.BE_HOSTILE), 0.5)
    whole = Utterance("Where is it from? Can you really not read?", (), Mentions())
    assert heard_apart(whole, "", "pending", hears).apart == ()


def test_what_is_heard_by_itself_is_answered_beside_the_rest() -> None:
    keeps, rings = "Would you keep me on file?", "May I ring again in spring?"
    said = (keeps, A.REQUEST_FUTURE_CONSIDERATION), (rings, A.OFFER_ALTERNATIVE)
    assert says(told("on_hold"), *said, apart=True) == (Move.KEEP_IN_MIND, Move.TAKE_ALTERNATIVE)


def test_what_somebody_knows_goes_before_what_a_question_alone_seems_to_ask() -> None:
    said = ("How would you rate me?", A.ASK_FEEDBACK), ("Does the cat sit there?", A.ASK_STATUS)
    moves = says(told("pending", CAT), *said, apart=True)
    assert Move.TELL_MORE in moves
    assert Move.REPEAT_STATUS not in moves


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((CAT_THERE, BY_WHEN), (Move.TELL_MORE, Move.GIVE_TIMELINE)),
        ((BY_WHEN, CAT_THERE), (Move.GIVE_TIMELINE, Move.TELL_MORE)),
        (
            (BY_WHEN, ("And who will tell me?", A.ASK_TIMELINE)),
            (Move.GIVE_TIMELINE, Move.SAY_WHO_RINGS),
        ),
        (
            (("Who else is in the running?", A.MENTION_OTHER_CANDIDATES), ("And is the cat there?", None)),
            (Move.REACT_RIVALS, Move.TELL_MORE),
        ),
    ],
)
def test_both_questions_are_answered_in_the_order_asked(
    said: tuple[tuple[str, A | None], ...], expected: tuple[Move, ...]
) -> None:
    assert says(told("pending", CAT), *said) == expected


def test_an_insult_leaves_no_question_answered_beside_it() -> None:
    said = ("You people are a disgrace.", A.BE_HOSTILE), ("Is the cat there?", None)
    assert Move.TELL_MORE not in says(told("pending", CAT), *said)


def test_a_question_that_leans_on_the_one_before_is_about_the_same() -> None:
    call = told("pending", ROUND, WHO_COMES)
    assert says(call, ("How is the third round?", None), ("And who will be in there?", None)) == (Move.TELL_MORE,)
    assert [one.detail for one in call.memory.curious] == [ROUND, WHO_COMES]


def test_what_is_added_to_a_question_does_not_hide_what_it_is_about() -> None:
    call = told("pending", SKETCH)
    says(call, ("Should I prepare something, a short concept?", None))
    assert [one.detail for one in call.memory.curious] == [SKETCH]


def test_words_of_another_question_make_no_detail_of_this_one() -> None:
    call = told("pending", CAT)
    says(call, ("Is the cat there?", None), ("And is he at home in spring?", A.ASK_AVAILABILITY))
    assert [one.question.end for one in call.memory.curious] == [17]


def test_the_question_that_nobody_can_answer_is_left_open_in_words() -> None:
    said = ("Is the cat there?", None), ("And how many windows does the canteen have?", None)
    assert says(told("pending", CAT), *said) == (Move.TELL_MORE, Move.LEAVE_OPEN)


@pytest.mark.parametrize("rest", ["Really?", "A big one?", "Is it not?"])
def test_a_word_after_a_question_is_no_question_of_its_own(rest: str) -> None:
    assert Move.LEAVE_OPEN not in says(told("pending", CAT), ("Is the cat there?", None), (rest, None))


def test_the_other_question_is_left_open_only_where_there_is_another() -> None:
    call = told("pending")
    text = "Did you get the flowers?"
    before = call.memory
    path = call.hear(Utterance(text, (ActMatch(A.OTHER, 0.9, 0, len(text)),), Mentions()))
    situation = Situation.of(call, path, before)
    moves = [Move.REPEAT_STATUS, Move.CANNOT_SAY]
    assert deferred(moves, situation, alone=True) == [Move.REPEAT_STATUS]
    assert deferred(moves, situation, alone=False) == [Move.REPEAT_STATUS, Move.LEAVE_OPEN]


def test_who_asks_for_doubts_and_would_send_something_hears_of_both() -> None:
    said = ("Is anything about me still unclear?", None), ("I could send you my drawings.", A.OFFER_INFORMATION)
    assert says(told("pending"), *said) == (Move.TAKE_ALTERNATIVE, Move.RAISE_CONCERN)


def test_after_a_no_nobody_ends_it_and_keeps_it_open_in_one_breath() -> None:
    said = ("By when will that be?", A.ASK_TIMELINE), ("Would you think of me then?", A.REQUEST_FUTURE_CONSIDERATION)
    assert says(told("rejection"), *said) == (Move.KEEP_IN_MIND,)


def test_who_cannot_answer_either_question_says_so_once() -> None:
    said = ("Which colour is your kitchen?", None), ("And how many windows does the canteen have?", None)
    assert says(told("pending"), *said) == (Move.CANNOT_SAY,)


def test_a_desk_answers_for_the_news_and_for_the_time_to_ring() -> None:
    said = ("Has she decided?", A.ASK_STATUS), ("And when can I reach her?", A.ASK_AVAILABILITY)
    assert says(at_the_desk(), *said) == (Move.REPEAT_STATUS, Move.GIVE_AVAILABILITY)
    assert says(at_the_desk(), *reversed(said)) == (Move.GIVE_AVAILABILITY, Move.REPEAT_STATUS)


def test_what_does_the_same_harm_as_the_turn_is_no_question_about_a_detail() -> None:
    said = ("Am I better?", A.MENTION_OTHER_CANDIDATES), ("Who is in the third round?", A.MENTION_OTHER_CANDIDATES)
    assert says(told("pending", ROUND), *said, apart=True) == (Move.REACT_RIVALS,)


def test_a_question_about_the_others_that_only_stands_out_by_itself_is_answered_and_not_held_against_anybody() -> None:
    call = told("pending", CAT)
    mood = call.memory.temper.mood
    said = ("By when will you know?", A.ASK_TIMELINE), ("Are there many applicants?", A.MENTION_OTHER_CANDIDATES)
    assert says(call, *said, apart=True) == (Move.GIVE_TIMELINE, Move.REACT_RIVALS)
    assert call.memory.temper.mood >= mood


def test_a_request_to_repeat_is_not_left_open() -> None:
    said = ("Could you repeat that, please?", None), ("Is the cat there?", None)
    assert Move.LEAVE_OPEN not in says(told("pending", CAT), *said)

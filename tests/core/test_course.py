"""What came up in a call, told from the other end's words."""

import itertools
from collections.abc import Iterator

import pytest

from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.course import Course, Occasion, course_of
from simulator.core.entities import Mentions
from simulator.core.hearing import Heard
from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Facts, Role, Speaker, Transcript, Turn
from simulator.core.utterance import Utterance

A, K, OC = DialogueAct, ScenarioKind, Occasion
CUES = load_checklist().cues


def course(kind: ScenarioKind, *turns: str | tuple[DialogueAct, ...] | Turn) -> Course:
    """Texts are the other end's lines, acts the candidate's turns."""
    spoken: list[Turn] = []
    heard: list[Heard] = []
    role = Transcript(kind, Facts()).first_role
    for index, turn in enumerate(turns):
        if isinstance(turn, tuple):
            matches = tuple(ActMatch(act, 1.0, 0, 5) for act in turn)
            heard.append(Heard(index, Utterance("words", matches, Mentions()), role))
            spoken.append(Turn(Speaker.CANDIDATE, "words"))
        else:
            spoken.append(turn if isinstance(turn, Turn) else Turn(Speaker.INTERVIEWER, turn))
            role = spoken[-1].role or role
    return course_of(Transcript(kind, Facts(), tuple(spoken)), heard, CUES)


def lines(kind: ScenarioKind, *moves: Move) -> Iterator[str]:
    """What the other end can say in these situations, in all calls of a kind."""
    for scenario in load_catalog().scenarios:
        for move in moves if scenario.kind is kind else ():
            for book in (scenario.lines, scenario.story):
                yield from itertools.chain(*book.get(move, {}).values())


def share_told(kind: ScenarioKind, *moves: Move) -> float:
    said = sorted(set(lines(kind, *moves)))
    told = [line for line in said if course(kind, "Hello?", (A.GREET,), line, (A.OTHER,)).came(OC.NEWS)]
    return len(told) / len(said)


@pytest.mark.parametrize("kind", [K.PENDING, K.REJECTION, K.OFFER, K.ON_HOLD])
def test_nine_in_ten_of_the_ways_to_tell_the_news_are_known_without_a_question_before_them(kind: ScenarioKind) -> None:
    assert share_told(kind, Move.GIVE_STATUS) >= 0.9


def cut_off(line: str) -> bool:
    return course(K.VOICEMAIL, "Please leave a message.", (A.GREET,), line).came(OC.CUT_OFF)


def test_every_machine_that_cuts_a_message_off_is_known_by_its_words_and_none_that_keeps_it() -> None:
    cuts, keeps = (list(lines(K.VOICEMAIL, move)) for move in (Move.CUT_OFF, Move.SAVED))
    assert cuts
    assert [line for line in cuts if not cut_off(line)] == []
    assert keeps
    assert [line for line in keeps if cut_off(line)] == []


@pytest.mark.parametrize("kind", [K.PENDING, K.REJECTION, K.OFFER, K.ON_HOLD])
def test_small_talk_before_the_news_is_not_taken_for_it(kind: ScenarioKind) -> None:
    before = (Move.ANSWER, Move.ASK_NAME, Move.ASK_PURPOSE, Move.RECOGNISE, Move.ASIDE, Move.RECALL_TOPIC)
    assert share_told(kind, *before) <= 0.03


def test_an_answer_to_the_question_is_the_news_whatever_its_words() -> None:
    asked = course(K.PENDING, "Hello?", (A.ASK_STATUS,), "Ask me again when the swallows are back.", (A.CLOSE,))
    assert asked.first(OC.NEWS) == 2
    assert not asked.came(OC.UNASKED)


@pytest.mark.parametrize(
    "line", ["Sorry, who's calling?", "Is it about the decision?", "Well, I was about to...", "Hm."]
)
def test_a_question_or_half_a_word_is_no_news(line: str) -> None:
    assert not course(K.PENDING, "Hello?", (A.ASK_STATUS,), line, (A.CONFIRM,)).came(OC.NEWS)


def test_news_that_nobody_asked_for_is_known_as_such() -> None:
    told = course(K.REJECTION, "Hello?", (A.GREET,), "I'm afraid we've chosen someone else.", (A.ACCEPT_OUTCOME,))
    assert told.came(OC.UNASKED)


def test_what_was_said_when_the_candidate_had_no_turn_left_did_not_come_up() -> None:
    assert not course(K.PENDING, "Hello?", (A.ASK_STATUS, A.CLOSE), "It isn't decided yet. Bye.").came(OC.NEWS)


def test_a_date_is_known_when_it_is_named_and_not_when_it_is_refused() -> None:
    assert course(K.PENDING, "Hello?", (A.ASK_STATUS,), "Not yet. The board decides on Friday.", (A.CLOSE,)).came(
        OC.DATE
    )
    assert not course(K.PENDING, "Hello?", (A.ASK_STATUS,), "Not yet, and I can't name a day.", (A.CLOSE,)).came(
        OC.DATE
    )


def test_a_question_in_answer_to_an_offer_of_information_is_a_concern() -> None:
    raised = course(K.PENDING, "Hello?", (A.OFFER_INFORMATION,), "Would our size suit you?", (A.CITE_QUALIFICATION,))
    assert raised.came(OC.CONCERN)
    assert not course(K.PENDING, "Hello?", (A.OFFER_INFORMATION,), "No. Anything else?", (A.CLOSE,)).came(OC.CONCERN)


def test_every_concern_that_is_written_is_known_for_one() -> None:
    lines = {
        (scenario.kind, line)
        for scenario in load_catalog().scenarios
        for source in scenario.sources(Move.RAISE_CONCERN, Role.INTERVIEWER, load_shared_lines())
        for tone in source.get(Move.RAISE_CONCERN, {}).values()
        for line in tone
    }
    # A question is known by the offer before it, anything else by its own words.
    acts = {line: (A.OFFER_INFORMATION,) if "?" in line else (A.THANK,) for _, line in lines}
    raised = {line: course(kind, "Hello?", acts[line], line, (A.CLOSE,)) for kind, line in lines}
    assert [line for line, held in raised.items() if not held.came(OC.CONCERN)] == []
    aside = course(K.PENDING, "Hello?", (A.SMALL_TALK,), "My knee's better, too, since you ask.", (A.CLOSE,))
    assert not aside.came(OC.CONCERN)


def test_a_desk_is_told_from_the_person_it_puts_through_to() -> None:
    desk = Turn(Speaker.INTERVIEWER, "Front desk.", role=Role.RECEPTIONIST)
    boss = Turn(Speaker.INTERVIEWER, "Okafor.", role=Role.INTERVIEWER)
    chain = course(K.PENDING, desk, (A.ASK_FOR_PERSON,), boss, (A.GREET,))
    assert chain.came(OC.DESK)
    assert chain.first(OC.PUT_THROUGH) == 2
    assert not course(K.PENDING, boss, (A.GREET,)).came(OC.DESK)


def test_where_only_the_candidate_was_written_down_the_question_counts_as_answered() -> None:
    assert course(K.REJECTION, (A.ASK_STATUS,), (A.ACCEPT_OUTCOME,)).first(OC.NEWS) == 0


def hung_up_on(kind: ScenarioKind, line: str, *acts: DialogueAct) -> bool:
    return course(kind, "Hello?", (A.GREET,), "And?", acts, line).came(OC.HUNG_UP)


def test_nine_in_ten_of_the_ways_to_hang_up_are_known() -> None:
    said = {(kind, line) for kind in ScenarioKind for line in lines(kind, Move.HANG_UP)}
    assert sum(hung_up_on(kind, line, A.CONFIRM) for kind, line in said) / len(said) >= 0.9


@pytest.mark.parametrize("kind", [K.PENDING, K.REJECTION, K.OFFER, K.ON_HOLD])
def test_a_goodbye_after_all_was_said_is_no_hanging_up(kind: ScenarioKind) -> None:
    said = set(lines(kind, Move.GOODBYE, Move.GIVE_STATUS, Move.GIVE_TIMELINE))
    assert sum(hung_up_on(kind, line, A.CONFIRM) for line in said) / len(said) <= 0.03


def test_hanging_up_on_an_insult_is_the_callers_doing() -> None:
    assert hung_up_on(K.PENDING, "I'm hanging up now.", A.CONFIRM)
    assert not hung_up_on(K.PENDING, "I'm hanging up now.", A.BE_HOSTILE)


def test_offers_of_feedback_are_known() -> None:
    said = set(lines(K.REJECTION, Move.OFFER_FEEDBACK))
    told = [line for line in said if course(K.REJECTION, "Hello?", (A.GREET,), line, (A.CONFIRM,)).came(OC.FEEDBACK)]
    assert len(told) == len(said) > 0


def test_a_refusal_is_an_answer_and_a_word_about_the_weather_is_none() -> None:
    def answered(line: str) -> bool:
        return course(K.PENDING, "Hello?", (A.ASK_TIMELINE,), line, (A.CLOSE,)).came(OC.ANSWER)

    assert answered("I really can't say, I'm afraid.")
    assert answered("The board meets next week.")
    assert not answered("It has been raining since the morning.")


@pytest.mark.parametrize("line", ["We meet first; the day after, we decide.", "Not yet. On Friday we'll know."])
def test_a_date_is_known_when_the_day_stands_first(line: str) -> None:
    assert course(K.PENDING, "Hello?", (A.ASK_STATUS,), line, (A.CLOSE,)).came(OC.DATE)

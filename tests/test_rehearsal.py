"""The loop of a call: same seed, same call; take back; silence; odd input."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog import load_catalog, load_shared_lines
from simulator.core.call import CallState
from simulator.core.transcript import Speaker, Transcript
from simulator.model_store import load_understanding
from simulator.rehearsal import Rehearsal, replay

CATALOG = load_catalog()
OPENING = "Good morning, this is Maria Lopez, I interviewed for the Exhibition Designer position on Tuesday."


def rehearsal(scenario: str = "lighthouse-captions", seed: int = 1) -> Rehearsal:
    ticks = count(0, 1000)
    return Rehearsal(CATALOG.find(scenario), load_shared_lines(), load_understanding(), seed, lambda: next(ticks))


def played(lines: list[str], scenario: str = "lighthouse-captions", seed: int = 1) -> Transcript:
    call = rehearsal(scenario, seed)
    call.pick_up()
    for line in lines:
        if not call.over:
            call.say(line)
    call.hang_up()
    return call.transcript


def test_the_same_seed_and_words_give_the_same_call() -> None:
    lines = [OPENING, "Is there any news?", "When will you know?", "Thank you, goodbye."]
    assert played(lines, seed=7) == played(lines, seed=7)


def test_another_seed_gives_another_call() -> None:
    lines = [OPENING, "Is there any news?", "When will you know?", "Thank you, goodbye."]
    texts = {tuple(turn.text for turn in played(lines, seed=seed).turns) for seed in range(8)}
    assert len(texts) > 1


def test_taking_back_a_turn_restores_state_mood_and_transcript() -> None:
    call = rehearsal()
    call.pick_up()
    call.say(OPENING)
    moment, transcript = call.call.moment, call.transcript
    call.say("Your loss, you idiots. Why is this taking so long?")
    assert call.call.moment != moment
    assert call.take_back()
    assert call.call.moment == moment
    assert call.transcript == transcript


def test_a_turn_that_ended_the_call_can_be_taken_back() -> None:
    call = rehearsal()
    call.pick_up()
    call.say(OPENING)
    call.say("Thank you, goodbye.")
    assert call.over
    assert call.take_back()
    assert not call.over
    assert not call.transcript.finished


def test_there_is_nothing_to_take_back_at_first() -> None:
    call = rehearsal()
    call.pick_up()
    assert not call.take_back()


def test_silence_is_met_with_hello_and_wears_patience_out() -> None:
    call = rehearsal()
    call.pick_up()
    patience = call.call.memory.temper.patience
    turns = call.say("   ")
    assert "hello?" in turns[-1].text.lower() or "lost you" in turns[-1].text.lower()
    assert call.call.memory.temper.patience < patience
    for _ in range(10):
        if not call.over:
            call.say("")
    assert call.over


def test_nothing_is_asked_for_that_was_said_already() -> None:
    call = rehearsal()
    call.pick_up()
    call.say(f"{OPENING} Is there any news?")
    answer = call.transcript.turns[-1].text.lower()
    assert call.call.state is CallState.DECISION_PENDING
    assert "who" not in answer
    assert "which" not in answer


def test_a_replayed_call_goes_on_where_it_was_cut_off() -> None:
    first = rehearsal(seed=5)
    first.pick_up()
    first.say(OPENING)
    first.say("Is there any news?")
    second = rehearsal(seed=5)
    replay(second, first.transcript)
    assert second.call.moment == first.call.moment
    assert second.transcript == first.transcript
    first.say("When do you expect to decide?")
    second.say("When do you expect to decide?")
    assert [turn.text for turn in second.transcript.turns] == [turn.text for turn in first.transcript.turns]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "word " * 20_000,
        "\x00\x07\x1b[2J\x1b]0;title\x07 hello",
        "🙂🙃 👩‍👩‍👧‍👦",
        "Здравствуйте, есть новости?",
        "こんにちは、結果はいかがでしょうか。",
        "\ud800 lone surrogate",
        "{caller} {said} {0} %s %(name)s",
        "[bold]markup[/bold] [/]",
        "\u202e reversed",
        "e" + "́" * 5000,
    ],
)
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    call = rehearsal()
    call.pick_up()
    turns = call.say(text)
    assert turns[-1].speaker is Speaker.INTERVIEWER
    assert turns[-1].text
    assert len(turns[0].text) <= 2000
    turns[0].text.encode("utf-8")
    assert "\x1b" not in turns[0].text


@settings(max_examples=60, deadline=None)
@given(
    scenario=st.sampled_from([scenario.id for scenario in CATALOG.scenarios]),
    lines=st.lists(
        st.one_of(
            st.text(max_size=80),
            st.sampled_from(
                [
                    OPENING,
                    "",
                    "any news?",
                    "ok",
                    "why so long?",
                    "sorry, what?",
                    "bye",
                    "you idiot",
                    "thanks",
                    "hm " * 90,
                ]
            ),
        ),
        max_size=45,
    ),
    seed=st.integers(0, 2**31),
)
def test_any_words_in_any_order_end_without_an_error(scenario: str, lines: list[str], seed: int) -> None:
    transcript = played(lines, scenario, seed)
    assert transcript.finished
    spoken = [turn.text for turn in transcript.turns if turn.speaker is Speaker.INTERVIEWER]
    assert all(spoken)
    assert len(transcript.turns) <= 80


def test_a_request_to_repeat_gets_the_news_without_the_greetings_around_it() -> None:
    call = rehearsal()
    call.pick_up()
    call.say(f"{OPENING} I loved talking about the captions for the lighthouse museum. Is there any news?")
    told = call.call.memory.last_substance
    assert told
    assert told != call.transcript.turns[-1].text
    answer = call.say("Sorry, could you say that again, please?")[-1].text
    assert told in answer
    assert "Maria" not in answer

"""Mood and patience: bounded, moved by what is said, worn by repetition."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.entities import Mentions
from simulator.core.temper import EFFECTS, Temper, Tone
from simulator.core.utterance import Utterance

A = DialogueAct
CALM = Temper(0.0, 0.8)


def said(*acts: DialogueAct, text: str = "a few words") -> Utterance:
    return Utterance(text, tuple(ActMatch(act, 1.0, 0, 1) for act in acts), Mentions())


@given(
    mood=st.floats(-1, 1),
    patience=st.floats(0, 1),
    acts=st.lists(st.sampled_from(DialogueAct), max_size=6),
    heard=st.dictionaries(st.sampled_from(DialogueAct), st.integers(0, 9)),
    text=st.text(max_size=500),
)
def test_mood_and_patience_stay_within_their_ranges(
    mood: float, patience: float, acts: list[A], heard: dict[A, int], text: str
) -> None:
    after = Temper(mood, patience).after(said(*acts, text=text), heard)
    assert -1 <= after.mood <= 1
    assert 0 <= after.patience <= 1


def test_hurting_acts_sour_the_mood_and_helping_ones_never_do() -> None:
    for act, (mood, _) in EFFECTS.items():
        assert mood < 0 if act.hurts else mood >= 0, act


def test_every_hurting_act_has_an_effect() -> None:
    assert {act for act in DialogueAct if act.hurts} <= set(EFFECTS)


def test_a_repeated_fault_weighs_more() -> None:
    first = CALM.after(said(A.COMPLAIN_ABOUT_WAIT), {})
    again = CALM.after(said(A.COMPLAIN_ABOUT_WAIT), {A.COMPLAIN_ABOUT_WAIT: 1})
    assert again.mood < first.mood < CALM.mood
    assert again.patience < first.patience


def test_what_hurts_hurts_as_far_as_it_is_sure() -> None:
    def after(chance: float) -> Temper:
        return CALM.after(Utterance("a few words", (ActMatch(A.BE_HOSTILE, chance, 0, 1),), Mentions()), {})

    assert after(0.95).mood < after(0.6).mood < CALM.mood
    assert after(0.95).patience < after(0.6).patience


def test_courtesy_wears_off() -> None:
    gains = [CALM.after(said(A.SHOW_EMPATHY), {A.SHOW_EMPATHY: times}).mood for times in range(3)]
    assert gains[0] > gains[1] > gains[2] == CALM.mood


def test_silence_and_rambling_cost_patience() -> None:
    plain = CALM.after(said(A.ASK_STATUS), {}).patience
    assert CALM.after(said(text="  "), {}).patience < plain
    assert CALM.after(said(A.ASK_STATUS, text="word " * 120), {}).patience < plain


def test_tone_follows_mood() -> None:
    assert [Temper(mood, 1).tone for mood in (-0.6, 0.0, 0.6)] == [Tone.COLD, Tone.NEUTRAL, Tone.WARM]

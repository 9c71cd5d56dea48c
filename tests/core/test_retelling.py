"""A line told anew: the facts change, and nothing of the old call stays."""

from dataclasses import replace

import pytest
from attempts import FACTS
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.retelling import retold
from simulator.core.transcript import Facts

ACME = Facts("Mr. Jo Smith", "Acme", "Welder", "Sam Reed", "the cutting table", "last Friday")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Good morning, Ms. Novotná.", "Good morning, Mr. Smith."),
        ("this is Tomás Vidal", "This is Sam Reed."),
        ("Is Irena Novotná there?", "Is Jo Smith there?"),
        ("and I'm still very interested.", "I'm still very interested."),
        (
            "I interviewed for the shop manager position last tuesday",
            "I interviewed for the Welder position last Friday.",
        ),
        ("I enjoyed our talk about the window displays,", "I enjoyed our talk about the cutting table."),
        ("I'd love to work at Harbour Light Books!", "I'd love to work at Acme!"),
        ("I interviewed on Monday.", None),
        ("I liked the displays in your window.", None),
        ("Could you tell her that I called?", None),
        ("My number is 555 0199.", "My number is 555 0199."),
        ("  ", None),
    ],
)
def test_a_line_fits_the_new_call_or_is_left_out(said: str, told: str | None) -> None:
    assert retold(said, FACTS, ACME) == told


def test_with_the_same_facts_a_line_only_becomes_a_sentence() -> None:
    assert retold("so I interviewed on Monday", FACTS, FACTS) == "I interviewed on Monday."


def test_a_line_about_what_is_unknown_now_is_left_out() -> None:
    assert retold("Good morning, Ms. Novotná.", FACTS, replace(ACME, contact="")) is None


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_no_words_are_too_odd(said: str, old: str, new: str) -> None:
    told = retold(said, replace(FACTS, company=old), replace(FACTS, company=new))
    assert told is None or told

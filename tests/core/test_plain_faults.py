"""Faults that are plain by their words are heard, and nothing that only shares a word with them."""

import pytest

from simulator.core.acts import DialogueAct as A
from simulator.core.plain_faults import plain_faults


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("You're a man short and it's snowing, I hold the cards here!", A.SHOW_ENTITLEMENT),
        ("So it's me, isn't it?", A.SHOW_ENTITLEMENT),
        ("We both know I was the best one you had in that room.", A.SHOW_ENTITLEMENT),
        ("You'd be mad not to take me.", A.SHOW_ENTITLEMENT),
        ("I've been out of work forever.", A.SHOW_DESPERATION),
        ("Don't leave me dangling, Florian.", A.PRESSURE_FOR_ANSWER),
        ("So why the other fella and not me?", A.MENTION_OTHER_CANDIDATES),
        ("What do they have what I don't have?", A.MENTION_OTHER_CANDIDATES),
        ("Now, between us, what's the money?", A.CASUAL_LANGUAGE),
        ("I'm not waiting for an answer, love.", A.CASUAL_LANGUAGE),
        ("Nobody needs to know, just you and me.", A.CASUAL_LANGUAGE),
    ],
)
def test_such_words_do_it_whatever_stands_beside_them(text: str, act: A) -> None:
    assert [found for found, _ in plain_faults(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "It's me again, Maria Lopez.",
        "The air between us and the roof was freezing.",
        "I'd love to hear more.",
        "I would love that, and I love the work.",
        "My friend told me about the post.",
        "What do you have that other shops don't have?",
        "I hold the forklift card.",
        "I've been out of work since May, and I used the time to learn.",
        "Don't leave it too late, I suppose?",
        "What's your favourite part of the job?",
        "You'd be best to ring me in the morning.",
        "It was one of the best interviews I've had.",
    ],
)
def test_what_only_shares_a_word_with_them_does_nothing(text: str) -> None:
    assert list(plain_faults(text)) == []

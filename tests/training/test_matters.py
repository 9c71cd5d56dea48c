"""The examples of what questions are about, and the model that was learnt from them."""

from collections import Counter, defaultdict

from simulator.core.matter import ASKED_BY_ACTS, Matter
from simulator.model_store import matter_digest
from simulator.training.matters import digest, read_matters

EXAMPLES = tuple(read_matters())


def plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter == " ").strip()


def test_the_stored_model_was_learnt_from_these_examples() -> None:
    assert matter_digest() == digest(), "run: python -m simulator.training --matters"


def test_every_matter_has_a_hundred_examples_by_three_hands_or_more() -> None:
    counts = Counter(example.matter for example in EXAMPLES)
    hands = defaultdict(set)
    for example in EXAMPLES:
        hands[example.matter].add(example.hand)
    written = set(Matter) - ASKED_BY_ACTS
    assert {matter: counts[matter] for matter in written if counts[matter] < 100} == {}
    assert {matter for matter in written if len(hands[matter]) < 3} == set()


def test_no_text_is_an_example_of_two_matters() -> None:
    labels = defaultdict(set)
    for example in EXAMPLES:
        labels[plain(example.text), plain(example.before)].add(example.matter)
    assert [text for text, matters in labels.items() if len(matters) > 1] == []

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


YOUNG = {
    Matter.APPLY,
    Matter.CONDITION,
    Matter.LENGTH,
    Matter.MAY_SEND,
    Matter.MORE_PAY,
    Matter.MY_START,
    Matter.REGARDS,
}
"""What came last, and is written by fewer."""


def test_every_matter_has_a_hundred_and_fifty_examples_by_eight_hands_or_more_and_a_young_one_a_hundred_by_three() -> (
    None
):
    counts = Counter(example.matter for example in EXAMPLES)
    hands = defaultdict(set)
    for example in EXAMPLES:
        hands[example.matter].add(example.hand)
    written = set(Matter) - ASKED_BY_ACTS
    assert {matter: counts[matter] for matter in written if counts[matter] < (100 if matter in YOUNG else 150)} == {}
    assert {matter for matter in written if len(hands[matter]) < (3 if matter in YOUNG else 8)} == set()


def test_no_text_is_an_example_of_two_matters() -> None:
    labels = defaultdict(set)
    for example in EXAMPLES:
        labels[plain(example.text), plain(example.before)].add(example.matter)
    assert [text for text, matters in labels.items() if len(matters) > 1] == []

"""What the other end knows, found by the words of a question."""

import pytest

from simulator.core.detail import Detail, asked_about, asked_outright, shared_phrases

TRIALS = Detail(("sea trials", "trials"), ("Ten days.", "Ten, if the weather holds."))
DOG = Detail(("dog",), ("Frida.",))


def test_any_form_of_the_words_asks_about_it() -> None:
    assert asked_about("how long does the trial last", [DOG, TRIALS]) is TRIALS
    assert asked_about("Whose dogs are they?", [DOG, TRIALS]) is DOG
    assert asked_about("And the weather?", [DOG, TRIALS]) is None


def test_all_words_of_a_phrase_must_be_there() -> None:
    well = Detail(("she all right",), ("She's grand.",))
    assert asked_about("and is she alright?", [well]) is well
    assert asked_about("all right, is it open?", [well]) is None


def test_no_other_word_with_the_same_letters_asks_about_it() -> None:
    for question, about in (
        ("Will there be another interview?", "internet"),
        ("Could you repeat that?", "cold"),
        ("Can I ring you next week?", "weekend"),
        ("Who is on the committee?", "commute"),
    ):
        assert asked_about(question, [Detail((about,), ("Yes.",))]) is None, question


def test_a_phrase_of_little_words_asks_only_where_little_else_is_said() -> None:
    fine = Detail(("is he", "before me"), ("He's fine.",))
    assert asked_about("How is he?", [fine]) is fine
    assert asked_about("Do you need anything from me before then?", [fine]) is None


def test_the_longest_phrase_that_is_asked_about_wins() -> None:
    drawing = Detail(("drawing", "my drawing"), ("On the wall.",))
    back = Detail(("get my drawing",), ("You get it back.",))
    assert asked_about("Can I get my drawing back?", [drawing, back]) is back


@pytest.mark.parametrize(
    ("question", "outright"),
    [
        ("Who will brush the dog?", False),
        ("Whose dog is it?", True),
        ("Will the dog hear of the decision?", False),
    ],
)
def test_only_a_question_about_nothing_else_is_asked_outright(question: str, *, outright: bool) -> None:
    assert asked_outright(question, DOG, strictly=True) is outright


def test_of_what_may_hurt_more_must_be_explained() -> None:
    assert asked_outright("Will the dog bark?", DOG)
    assert not asked_outright("Will the dog bark?", DOG, strictly=True)


def test_of_two_forms_of_a_word_the_one_that_is_said_leads_to_its_own() -> None:
    train, training = Detail(("train",), ("At six.",)), Detail(("training",), ("Two weeks.",))
    for known in ([train, training], [training, train]):
        assert asked_about("Is there a train?", known) is train
        assert asked_about("Is there any training?", known) is training


def test_a_phrase_of_two_details_is_found_in_whatever_order_its_words_stand() -> None:
    first, second = Detail(("spring round", "spring"), ("May.",)), Detail(("round spring", "autumn"), ("June.",))
    assert list(shared_phrases([first, second])) == [("round spring", first, second)]
    assert list(shared_phrases([DOG, TRIALS])) == []

"""What the other end knows, as it is written."""

from simulator.core.detail import Detail, shared_phrases

TRIALS = Detail(("sea trials", "trials"), ("Ten days.", "Ten, if the weather holds."))
DOG = Detail(("dog",), ("Frida.",), ("What is the dog called?",))


def test_a_phrase_of_two_details_is_found_in_whatever_order_its_words_stand() -> None:
    first, second = Detail(("spring round", "spring"), ("May.",)), Detail(("round spring", "autumn"), ("June.",))
    assert list(shared_phrases([first, second])) == [("round spring", first, second)]
    assert list(shared_phrases([DOG, TRIALS])) == []


def test_a_question_that_two_details_claim_is_found() -> None:
    other = Detail(("cat",), ("Biscuit.",), ("What is the dog called?",))
    assert [phrase for phrase, *_ in shared_phrases([DOG, other])] == ["What is the dog called?"]


def test_where_no_questions_are_written_the_words_stand_for_them() -> None:
    assert TRIALS.examples == TRIALS.about
    assert DOG.examples == DOG.asked

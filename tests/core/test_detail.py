"""What the other end knows, found by the words of a question."""

from simulator.core.detail import Detail, asked_about

TRIALS = Detail(("sea trials", "trials"), ("Ten days.", "Ten, if the weather holds."))
DOG = Detail(("dog",), ("Frida.",))


def test_any_form_of_the_words_asks_about_it() -> None:
    assert asked_about("how long does the trial last", [DOG, TRIALS], ()) is TRIALS
    assert asked_about("Whose dogs are they?", [DOG, TRIALS], ()) is DOG
    assert asked_about("And the weather?", [DOG, TRIALS], ()) is None


def test_all_words_of_a_phrase_must_be_there() -> None:
    well = Detail(("she all right",), ("She's grand.",))
    assert asked_about("and is she alright?", [well], ()) is well
    assert asked_about("all right, is it open?", [well], ()) is None


def test_nothing_else_is_told_in_place_of_what_was_told_already() -> None:
    question = "Does the dog come to the trials?"
    assert asked_about(question, [DOG, TRIALS], TRIALS.lines) is None
    assert asked_about(question, [DOG, TRIALS], TRIALS.lines[:1]) is TRIALS
    assert asked_about("Anything?", [], ()) is None

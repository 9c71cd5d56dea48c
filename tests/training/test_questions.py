"""The labelled questions, on which the search for answers is weighed and measured."""

from collections import Counter

from questions import UNMET

from simulator.catalog import load_catalog
from simulator.training.questions import read_questions

ALL = (*read_questions(), *read_questions(UNMET))
DETAILS = {scenario.id: scenario.details for scenario in load_catalog().scenarios}


def plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter == " ").strip()


def test_every_label_names_a_line_that_somebody_can_say() -> None:
    for question in ALL:
        lines = {line for detail in DETAILS[question.scenario] for line in detail.lines}
        assert set(question.answers) <= lines, question


def test_a_question_has_an_answer_or_says_what_it_asks() -> None:
    for question in ALL:
        assert bool(question.answers) != bool(question.asks), question


def test_no_labelled_question_is_an_example() -> None:
    for question in ALL:
        examples = {plain(example) for detail in DETAILS[question.scenario] for example in detail.asked}
        assert plain(question.text) not in examples, question


def test_writers_ask_every_scenario_with_many_details_alike() -> None:
    counts = Counter(question.scenario for question in read_questions() if question.hand == "writer")
    rich = {name for name, details in DETAILS.items() if details}
    assert set(counts) == rich
    assert len(set(counts.values())) == 1

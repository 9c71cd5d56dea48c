"""Who cannot answer says what it is that they don't know."""

import pytest

from simulator.core.subject import subject_of


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("And who feeds the spaniel?", "the spaniel"),
        ("is the boiler still broken, and what became of those pipes?", "those pipes"),
        ("Will I be working with the accountant much?", "the accountant"),
        ("oh ok so do i still bring those sorry", ""),
        ("How did the wedding go?", ""),
        ("What about the other one?", ""),
        ("Is that is what you mean?", ""),
        ("Does that help?", ""),
        ("When will that happen?", ""),
        ("Is this normal?", ""),
        ("Who decides?", ""),
        ("What is the old boiler like?", ""),
    ],
)
def test_the_last_thing_named_is_what_a_question_is_about(question: str, subject: str) -> None:
    assert subject_of(question) == subject

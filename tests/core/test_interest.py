"""Who plainly wants the job has said so."""

import pytest

from simulator.core.interest import wants_the_job


@pytest.mark.parametrize("text", ["And I want the job, this you should know.", "I'd still love that post."])
def test_plain_words_say_so(text: str) -> None:
    assert wants_the_job(text)


@pytest.mark.parametrize("text", ["I want the job description.", "Do you think I want the job?", "I like this town."])
def test_other_words_do_not(text: str) -> None:
    assert not wants_the_job(text)

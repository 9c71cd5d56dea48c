"""What stops the other end, and what does not."""

import pytest

from audio.interruption import interrupts, is_backchannel


@pytest.mark.parametrize("text", ["", "mm hm", "mhm", "yeah", "yes i see", "okay right", "uh huh", "of course"])
def test_a_sign_of_listening_is_no_interruption(text: str) -> None:
    assert is_backchannel(text)
    assert not interrupts(400, text)


@pytest.mark.parametrize("text", ["sorry can i", "excuse me", "yes but i", "actually"])
def test_words_interrupt_within_a_third_of_a_second(text: str) -> None:
    assert interrupts(330, text)


def test_a_long_voice_interrupts_whatever_the_words() -> None:
    assert interrupts(750, "")

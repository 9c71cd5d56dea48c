"""What the phone learns of the place while it rings."""

from audio.phone import place_from as place

QUIET, RING = [40.0] * 60, [2_000.0] * 60


def test_a_headset_lets_the_microphone_hear_nothing_of_the_ring() -> None:
    found = place(QUIET, QUIET)
    assert not found.echo
    assert found.noise == 40.0


def test_a_speaker_that_the_microphone_hears_is_noticed() -> None:
    assert place(RING, QUIET).echo


def test_a_noisy_place_is_no_echo() -> None:
    found = place([500.0] * 60, [480.0] * 60)
    assert not found.echo
    assert found.noise == 480.0


def test_a_microphone_that_gives_nothing_at_all_is_dead() -> None:
    assert place([0.0] * 60, [0.0] * 60).dead
    assert not place(QUIET, QUIET).dead
    assert not place([], [3.0]).dead

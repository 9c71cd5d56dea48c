"""The level meter."""

import pytest

from simulator.terminal.status_line import meter


@pytest.mark.parametrize(("level", "full"), [(0, 0), (32_767, 10), (3_277, 6), (327, 2), (1e9, 10)])
def test_the_louder_the_fuller(level: float, full: int) -> None:
    assert meter(level).count("#") == full
    assert len(meter(level)) == 10

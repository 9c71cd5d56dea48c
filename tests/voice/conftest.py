"""A virtual sound card for the tests of calls aloud."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sound_card import SoundCard, missing


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a short name: the address of a socket has a hundred characters at most."""
    return tmp_path_factory.mktemp("pa")


@pytest.fixture
def card(folder: Path) -> Iterator[SoundCard]:
    need_sound()
    with SoundCard(folder / "p") as card:
        yield card


def need_sound() -> None:
    """Skips where there is no virtual sound card, except in CI, which installs one."""
    lacking = missing()
    if lacking and not os.environ.get("RINGBACK_TESTS_NEED_SOUND"):
        pytest.skip(f"needs {', '.join(lacking)}; .ci/run installs them")
    assert not lacking

"""A virtual sound card for the tests of calls aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sound_card import SoundCard, need_sound


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a short name: the address of a socket has a hundred characters at most."""
    return tmp_path_factory.mktemp("pa")


@pytest.fixture
def card(folder: Path) -> Iterator[SoundCard]:
    need_sound()
    with SoundCard(folder / "p") as card:
        yield card

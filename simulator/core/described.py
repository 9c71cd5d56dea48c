"""Names of things that come with their meaning in words."""

from enum import StrEnum
from typing import Self


class Described(StrEnum):
    """A member is written `NAME = "name", "its meaning"`, and equals its name."""

    meaning: str

    def __new__(cls, name: str, meaning: str = "") -> Self:
        member = str.__new__(cls, name)
        member._value_ = name
        member.meaning = meaning
        return member

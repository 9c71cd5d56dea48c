"""Names as one writes and says them."""

import re
from itertools import pairwise


def first_name(name: str) -> str:
    """The given name in "Ms. Ingrid Sorley"; the whole where there is none."""
    words = [word for word in name.split() if not is_title(word)]
    return words[0] if words else name


def is_part_of(given: str, name: str) -> bool:
    """Whether somebody of that name may call themself so: "Botha" of "Hennie Botha", or the other way round."""
    words, known = ({word.lower() for word in one.split() if not is_title(word)} for one in (given, name))
    return words <= known or known <= words


def adds_to(given: str, known: str) -> bool:
    """Whether it is the same name, and more of it: "Iona Sinclair" to "Iona"."""
    return bool(known) and len(given) > len(known) and is_part_of(given, known)


def asks_surname(question: str) -> bool:
    """Whether it asks for somebody's family name."""
    return bool(_SURNAME.search(question))


_SURNAME = re.compile(r"\b(?:the|your|her|his)\s+(?:family\s+|last\s+|second\s+|sur)name\b", re.IGNORECASE)


def capitals(name: str) -> str:
    """The name as one writes it, however it was typed or stammered: "maria maria lopez" as "Maria Lopez"."""
    words = name.split()
    once = [word for word, after in pairwise([*words, ""]) if word.lower() != after.lower()]
    return " ".join(word[:1].upper() + word[1:] for word in once)


def courteous_name(name: str) -> str:
    """Title and surname: "Ms. Sorley" from "Ms. Ingrid Sorley"; the whole where there is no title."""
    words = name.split()
    return f"{words[0]} {words[-1]}" if len(words) > 1 and is_title(words[0]) else name


def untitled(name: str) -> str:
    """The name as people give their own: "Ingrid Sorley" from "Ms. Ingrid Sorley"; "Mr. Greer" as it is."""
    words = name.split()
    return " ".join(words[1:]) if len(words) > 2 and is_title(words[0]) else name  # noqa: PLR2004 - title, two names


def is_title(word: str) -> bool:
    """Whether the word stands before a name: "Ms.", "doctor"."""
    return word.endswith(".") or word.lower() in TITLES


TITLES = frozenset(
    """mr mrs ms miss mister dr doctor prof professor sir madam rabbi father sister reverend captain""".split()
)
"""In lower case and without a full stop."""

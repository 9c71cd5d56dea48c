"""What a call brings to the listener: who says what in which place, and how it may sound."""

import pytest

from audio.listeners.call_words import CallWords, Place
from audio.pronunciation import join, pronunciations

PHONES = frozenset(
    "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split()
)


def test_each_place_has_the_whole_and_what_people_shorten_it_to() -> None:
    words = CallWords(
        "Alex Morgan", "Ms. Ingrid Sorley", "The Saltmarsh Hotel", "Exhibition Designer", "the captions for the museum"
    )
    assert words.by_place() == {
        Place.OWN_FIRST: ("Alex",),
        Place.OWN_LAST: ("Morgan",),
        Place.OTHER_FIRST: ("Ingrid",),
        Place.OTHER_LAST: ("Sorley",),
        Place.COMPANY: ("The Saltmarsh Hotel", "Saltmarsh Hotel", "Saltmarsh"),
        Place.POSITION: ("Exhibition Designer", "Designer"),
        Place.TOPIC: ("the captions for the museum", "captions for the museum", "captions"),
        Place.TOPIC_WORD: ("captions", "museum"),
    }


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (CallWords(), {}),
        (CallWords(other="Mr. Greer"), {Place.OTHER_LAST: ("Greer",)}),
        (CallWords(company="Rift & Lakes"), {Place.COMPANY: ("Rift and Lakes", "Rift")}),
        (CallWords(speaker="  "), {}),
        (CallWords(speaker="O’Neil-Smith"), {Place.OWN_FIRST: ("O'Neil",), Place.OWN_LAST: ("Smith",)}),
        (CallWords(company="“!”"), {}),
    ],
)
def test_what_is_unknown_has_no_place(words: CallWords, places: dict[Place, tuple[str, ...]]) -> None:
    assert words.by_place() == places


@pytest.mark.parametrize("word", ["Sorley", "Wydma", "Niamh", "café", "Łódź", "Ximena", "d'you", "-v", "--help"])
def test_any_word_with_latin_letters_can_be_said(word: str) -> None:
    found = pronunciations(word)
    assert found
    assert all(phone in PHONES for phones in found for phone in phones.split())


def test_without_espeak_the_rules_of_spelling_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    pronunciations.cache_clear()
    monkeypatch.setenv("PATH", "")
    assert pronunciations("Brandt") == ("B R AA N D T",)
    assert pronunciations("Schmidt") == ("SH M IH D T",)
    assert pronunciations("ありがとう") == ()
    pronunciations.cache_clear()


def test_several_words_sound_as_their_parts_and_differ_in_one_at_a_time() -> None:
    assert join([("A", "B"), ("C",), ("D", "E")], 3) == ("A C D", "B C D", "A C E")
    assert join([("A",), ()], 3) == ()

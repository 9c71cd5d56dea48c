"""Text that enters a transcript, and the clauses of a turn."""

import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.text import MAX_CHARS, clauses, tidy


def divided(text: str) -> list[str]:
    return [text[part.start : part.end] for part in clauses(text)]


def test_sentences_are_clauses() -> None:
    assert divided("Good morning. Is there any news? Thank you!") == [
        "Good morning.",
        "Is there any news?",
        "Thank you!",
    ]


def test_a_title_ends_no_sentence() -> None:
    assert divided("Good morning, Ms. Chen.") == ["Good morning, Ms. Chen."]


def test_a_comma_divides_only_where_a_clause_opens() -> None:
    assert divided("I led budgets, audits, reports, and I was wondering if you have news") == [
        "I led budgets, audits, reports,",
        "and I was wondering if you have news",
    ]


def test_openers_divide_a_turn_without_punctuation() -> None:
    assert divided(
        "hi this is maria lopez i interviewed for the analyst job and i was wondering if there is news thank you a lot"
    ) == [
        "hi this is maria lopez",
        "i interviewed for the analyst job",
        "and i was wondering if there is news",
        "thank you a lot",
    ]


def test_a_clause_that_hangs_on_a_word_goes_on() -> None:
    assert divided("i wanted to ask if i am still in the running") == ["i wanted to ask if i am still in the running"]


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_a_blank_text_has_no_clauses(blank: str) -> None:
    assert clauses(blank) == ()


@given(st.text(alphabet=st.sampled_from("aI .,!?\n\t—-你😀") | st.characters(), max_size=300))
def test_clauses_hold_every_character_but_blanks_once_and_in_order(text: str) -> None:
    parts = clauses(text)
    assert "".join("".join(divided(text)).split()) == "".join(text.split())
    assert all(part.start < part.end for part in parts)
    assert all(first.end <= second.start for first, second in itertools.pairwise(parts))
    assert all(words == words.strip() for words in divided(text))


def test_tidying_joins_blanks_and_lines() -> None:
    assert tidy("  Good\tmorning,\r\n\n Ms.\u00a0Chen ") == "Good morning, Ms. Chen"


def test_tidying_drops_what_steers_a_terminal() -> None:
    assert tidy("a\x00b\x1b[31mc\x1b[0m\x07 \x1b]0;title\x07d \ud800e\u202ef\x9b") == "abc d ef"


def test_tidying_composes_accents() -> None:
    assert tidy("Jose\u0301") == "Jos\u00e9"


@pytest.mark.parametrize("text", ["はい、そうです。", "مرحبا", "नमस्ते", "great 👍🏽 👩‍👩‍👧"])
def test_tidying_keeps_other_scripts_and_emoji(text: str) -> None:
    assert tidy(text) == text


def test_a_long_text_is_cut_at_a_word() -> None:
    cut = tidy("patience " * 1_000)
    assert len(cut) <= MAX_CHARS
    assert set(cut.split()) == {"patience"}


def test_a_long_text_without_a_word_end_is_cut_all_the_same() -> None:
    assert len(tidy("a" * 100_000)) == MAX_CHARS


@given(st.text(max_size=300) | st.text(alphabet=st.characters(categories=["Cc", "Cs", "Cf", "Mn", "Zs", "L"])))
def test_a_tidy_text_is_composed_of_one_line_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.isascii() or once.encode("utf-8")
    assert once == once.strip()
    assert not set(once) & set("\n\r\t\x00\x1b\u2028\u2029")


@pytest.mark.parametrize("hostile", ["a" + "\u0301\u0323" * 50_000, "\x00" * 100_000, ". " * 50_000, "i was " * 20_000])
def test_a_text_made_to_be_slow_is_not(hostile: str) -> None:
    began = time.process_time()
    clauses(tidy(hostile))
    assert time.process_time() - began < 0.5  # a tenth of it as a rule; a square of 100,000 would take minutes

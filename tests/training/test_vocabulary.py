"""The encoder knows the words that a call can hold, and no others."""

import json

from simulator.core.encoder import BEGIN, END
from simulator.model_store import FOLDER
from simulator.training.vocabulary import kept_tokens, trimmed, vocabulary_of

_BASE = {"[PAD]": 0, "[unused0]": 1, "[CLS]": 2, "hello": 3, "привет": 4, "##ing": 5, "—": 6, "é": 7, "你": 8}


def test_words_of_other_scripts_and_places_kept_free_are_left_out() -> None:
    assert kept_tokens(_BASE) == ["[PAD]", "[CLS]", "hello", "##ing", "—", "é"]


def test_what_is_kept_is_numbered_anew_in_its_order() -> None:
    base = {
        "model": {"type": "WordPiece", "vocab": _BASE},
        "added_tokens": [{"id": 2, "content": "[CLS]", "special": True}],
        "post_processor": {"type": "TemplateProcessing"},
    }
    kept = json.loads(trimmed(json.dumps(base)))
    assert kept["model"]["vocab"] == {"[PAD]": 0, "[CLS]": 1, "hello": 2, "##ing": 3, "—": 4, "é": 5}
    assert kept["added_tokens"] == [{"id": 1, "content": "[CLS]", "special": True}]
    assert kept["post_processor"] is None


def test_the_stored_vocabulary_is_trimmed_and_has_the_marks_of_the_encoder() -> None:
    ids = vocabulary_of((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))
    assert (ids["[CLS]"], ids["[SEP]"]) == (BEGIN, END)
    assert len(kept_tokens(ids)) == len(ids)

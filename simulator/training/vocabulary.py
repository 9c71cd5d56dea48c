"""The base's vocabulary without what no English call can hold: a tenth of its words, and a megabyte of the encoder."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

_LAST_LATIN = "\u024f"
"""Of the letters of Latin script; marks and currencies of any script are kept."""


def kept_tokens(vocabulary: Mapping[str, int]) -> Sequence[str]:
    """The tokens to keep, in the order of their ids: those that stand for something, in Latin script."""
    return [token for token in sorted(vocabulary, key=vocabulary.__getitem__) if _is_of_use(token)]


def vocabulary_of(tokenizer: str) -> Mapping[str, int]:
    """The id of each token in a file `tokenizer.json`."""
    ids: Mapping[str, int] = json.loads(tokenizer)["model"]["vocab"]
    return ids


def trimmed(tokenizer: str) -> str:
    """A file `tokenizer.json` with the kept tokens alone, numbered from 0 in their order. It marks no beginning and no
    end, which the encoder does (`simulator.core.encoder`)."""
    parts = json.loads(tokenizer)
    ids = {token: number for number, token in enumerate(kept_tokens(vocabulary_of(tokenizer)))}
    parts["model"]["vocab"] = ids
    parts["added_tokens"] = [{**token, "id": ids[token["content"]]} for token in parts["added_tokens"]]
    parts["post_processor"] = None
    return json.dumps(parts, ensure_ascii=False)


def _is_of_use(token: str) -> bool:
    return not token.startswith("[unused") and all(
        letter <= _LAST_LATIN or unicodedata.category(letter)[0] in "PS" for letter in token
    )

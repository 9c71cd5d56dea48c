"""The side of a speaking process that speaks: a wish in JSON on each line of standard input, an answer on standard
output."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

Wish = dict[str, Any]
"""`text`, `path` of the WAV file to be written, `gender`, `words_a_minute`, `pitch`."""


def serve(start: Callable[[], Callable[[Wish], None]]) -> None:
    """Answers wishes until there are no more. `start` makes an engine ready, and returns what fulfils a wish."""
    # Engines print what they do and miss: none of it may get between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    fulfil: Callable[[Wish], None] | None = None
    for line in sys.stdin:
        wish = json.loads(line)
        try:
            fulfil = fulfil or start()
            fulfil(wish)
            answer = {"done": wish["path"]}
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises is told, not thrown
            answer = {"problem": f"{type(error).__name__}: {error}".replace("\n", " ")}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

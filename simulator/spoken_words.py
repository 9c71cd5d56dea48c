"""The words of a spoken turn: from what a listener heard, and as JSON in transcripts and in the history."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from simulator.core.text import printable
from simulator.core.transcript import SpokenWord
from simulator.document import Table

if TYPE_CHECKING:
    from audio.listeners import HeardSpeech
    from audio.sound import Samples

_LONGEST_CALL_MS = 24 * 3600 * 1000
_SILENCE_DB = -120.0


def spoken_words(speech: "HeardSpeech", began_ms: int, samples: "Samples | None" = None) -> tuple[SpokenWord, ...]:
    """The words of a turn whose sound began at `began_ms`, in milliseconds since the call was answered; with its
    samples, also how loud each was."""
    from audio.loudness import between, loudness_db  # noqa: PLC0415 - only voice mode needs it

    return tuple(
        SpokenWord(
            word.word,
            began_ms + word.started_ms,
            began_ms + word.ended_ms,
            round(word.confidence, 3),
            None if samples is None else round(loudness_db(between(samples, word.started_ms, word.ended_ms)), 1),
        )
        for word in speech.words
    )


def words_json(words: Iterable[SpokenWord]) -> list[dict[str, Any]]:
    return [
        {
            "word": word.word,
            "started_ms": word.started_ms,
            "ended_ms": word.ended_ms,
            "confidence": word.confidence,
            **({} if word.loudness_db is None else {"loudness_db": word.loudness_db}),
        }
        for word in words
    ]


def parse_words(words: object) -> tuple[SpokenWord, ...]:
    """The words of a turn; none if they are not in this form. They are an addition that a transcript need not have,
    and other programs may mean something else by the key, so that nothing is refused for its sake."""
    errors: list[str] = []
    found = tuple(_words(words, errors)) if isinstance(words, list) else ()
    return () if errors else found


def _words(words: list[Any], errors: list[str]) -> Iterator[SpokenWord]:
    for one in words:
        word = Table(one if isinstance(one, dict) else {}, "", errors)
        started, ended = (round(word.number(key, 0, _LONGEST_CALL_MS)) for key in ("started_ms", "ended_ms"))
        if ended < started:
            word.wrong("ended_ms", "must not be before started_ms")
        confidence = word.number("confidence", 0, 1, default=1.0)
        loudness = word.number("loudness_db", _SILENCE_DB, 0) if "loudness_db" in word else None
        yield SpokenWord(printable(word.text("word")), started, ended, confidence, loudness)

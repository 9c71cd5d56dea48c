"""How a call was spoken: pace, fillers, pauses, who talked how much. It is measured, and never scored."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import pstdev

from simulator.core.entities import mentions
from simulator.core.transcript import Speaker, SpokenWord, Transcript, Turn

PAUSE_MS = 250
"""A silence within a turn from which on it is a pause rather than part of a sound; those below 200 ms are a kind of
their own (Campione and Véronis 2002, "A large-scale multilingual study of silent pause duration")."""
LONG_PAUSE_MS = 1_000
"""From which on a pause is long; people who read aloud make none (the same)."""
LEAST_WORDS = 20
"""Fewer words tell nothing of how somebody speaks."""
_FILLER_SOUNDS: Mapping[str, str] = {
    **dict.fromkeys(("um", "uhm", "erm"), "um"),
    **dict.fromkeys(("uh", "er", "ah"), "uh"),
    **dict.fromkeys(("hmm", "mm"), "hmm"),
}
_FILLER_PAIRS = {("you", "know"): "you know", ("i", "mean"): "I mean"}
_BETWEEN_WORDS = re.compile(r"[^\w']+")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Of the candidate's turns that were spoken aloud."""

    words: int
    """Without fillers."""
    words_per_minute: float
    """Pauses within turns included."""
    fillers: Mapping[str, int]
    """By kind, the most frequent first. "Like" and "so" are none here: no machine tells when they mean nothing."""
    pauses: int
    """Silences within turns, of `PAUSE_MS` and more."""
    long_pauses: int
    """Of `LONG_PAUSE_MS` and more."""
    longest_pause_ms: int
    talk_share: float | None
    """The candidate's part of all speech, 0 to 1; None if the other end's times are unknown."""
    longest_monologue_ms: int
    """The longest time for which the candidate spoke and the other end did not."""
    introduced_after_ms: int | None
    """From the candidate's first word to the last of their name; None if they never gave it."""
    loudness_variation_db: float | None
    """Standard deviation of the words' loudness; None where unknown."""

    @property
    def fillers_per_100_words(self) -> float:
        return 100 * sum(self.fillers.values()) / self.words


def delivery(transcript: Transcript) -> Delivery | None:
    """None for a call that was typed, or with too few words."""
    spoken = [turn for turn in transcript.turns if turn.speaker is Speaker.CANDIDATE and turn.words]
    fillers: Counter[str] = Counter()
    for turn in spoken:
        fillers.update(_fillers(turn.words))
    said = sum(_is_word(word) for turn in spoken for word in turn.words)
    speaking_ms = sum(turn.words[-1].ended_ms - turn.words[0].started_ms for turn in spoken)
    if said < LEAST_WORDS or speaking_ms <= 0:
        return None
    gaps = [after.started_ms - before.ended_ms for turn in spoken for before, after in pairwise(turn.words)]
    loud = [word.loudness_db for turn in spoken for word in turn.words if word.loudness_db is not None]
    return Delivery(
        words=said,
        words_per_minute=60_000 * said / speaking_ms,
        fillers=dict(fillers.most_common()),
        pauses=sum(gap >= PAUSE_MS for gap in gaps),
        long_pauses=sum(gap >= LONG_PAUSE_MS for gap in gaps),
        longest_pause_ms=max((gap for gap in gaps if gap >= PAUSE_MS), default=0),
        talk_share=_talk_share(transcript, speaking_ms),
        longest_monologue_ms=max(_monologues_ms(transcript)),
        introduced_after_ms=_introduced_after_ms(transcript, spoken),
        loudness_variation_db=pstdev(loud) if len(loud) >= LEAST_WORDS else None,
    )


def _is_word(word: SpokenWord) -> bool:
    return _plain(word) not in _FILLER_SOUNDS


def _plain(word: SpokenWord) -> str:
    return word.word.lower().rstrip(".,?!")


def _fillers(words: tuple[SpokenWord, ...]) -> Iterator[str]:
    plain = [_plain(word) for word in words]
    yield from (_FILLER_SOUNDS[word] for word in plain if word in _FILLER_SOUNDS)
    yield from (_FILLER_PAIRS[pair] for pair in pairwise(plain) if pair in _FILLER_PAIRS)


def _talk_share(transcript: Transcript, speaking_ms: int) -> float | None:
    others = [turn for turn in transcript.turns if turn.speaker is Speaker.INTERVIEWER]
    theirs = sum((turn.ended_ms or 0) - (turn.started_ms or 0) for turn in others)
    return speaking_ms / (speaking_ms + theirs) if theirs > 0 else None


def _monologues_ms(transcript: Transcript) -> Iterator[int]:
    """How long the candidate spoke in a row, each time."""
    for speaker, turns in groupby(transcript.turns, lambda turn: turn.speaker):
        words = [word for turn in turns for word in turn.words]
        if speaker is Speaker.CANDIDATE and words:
            yield words[-1].ended_ms - words[0].started_ms


def _introduced_after_ms(transcript: Transcript, spoken: list[Turn]) -> int | None:
    began = spoken[0].words[0].started_ms
    for turn in spoken:
        name = mentions(turn.text, transcript.facts, introduces=True).own_name
        if name:
            before = len([word for word in _BETWEEN_WORDS.split(turn.text[: name.end]) if word])
            return turn.words[min(max(before, 1), len(turn.words)) - 1].ended_ms - began
    return None

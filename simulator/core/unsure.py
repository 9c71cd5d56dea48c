"""A word that the recogniser was unsure of costs no points: a hurting act counts only if it is there without such
words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.hearing import Heard, hear_all
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.transcript import Speaker, SpokenWord, Transcript, Turn
from simulator.core.understanding import Understanding

UNSURE_BELOW = 0.5
"""A confidence, 0 to 1. Chosen by judgement: how many of the words below it are wrong has not been measured."""


def hear_surely(transcript: Transcript, understanding: Understanding, known: Retrieval = NOTHING) -> Iterator[Heard]:
    """As `hear_all`, less the hurting acts of spoken turns that rest on unsure words."""
    heard = hear_all(transcript, understanding, known)
    if not any(_unsure(word) for turn in transcript.turns for word in turn.words):
        yield from heard
        return
    sure = replace(transcript, turns=tuple(map(without_unsure, transcript.turns)))
    for one, other in zip(heard, hear_all(sure, understanding, known), strict=True):
        kept = tuple(
            match for match in one.utterance.matches if not match.act.hurts or match.act in other.utterance.acts
        )
        if kept == one.utterance.matches:
            yield one
        else:
            nothing = (ActMatch(A.OTHER, 1.0, 0, len(one.utterance.text)),)
            yield replace(one, utterance=replace(one.utterance, matches=kept or nothing))


def without_unsure(turn: Turn) -> Turn:
    """A turn of the candidate as if they had not said the words that may have been misheard. A word that was
    corrected stands no longer in the text, and what stands in its place stays."""
    if turn.speaker is not Speaker.CANDIDATE:
        return turn
    text, at = turn.text, 0
    for word in turn.words:
        found = re.compile(rf"(?<!\w){re.escape(word.word.rstrip('.,?!'))}(?!\w)", re.IGNORECASE).search(text, at)
        if not found:
            continue
        at = found.end()
        if _unsure(word):
            before = text[: found.start()].rstrip()
            text, at = f"{before} {text[at:].lstrip()}", len(before)
    return replace(turn, text=text.strip())


def _unsure(word: SpokenWord) -> bool:
    return word.confidence < UNSURE_BELOW

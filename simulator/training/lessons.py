"""What the encoder is shown in one epoch: turns, questions, and questions that ask for the same details."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tokenizers import Tokenizer

from simulator.core.acts import DialogueAct
from simulator.core.encoder import BEGIN, END, MAX_CONTEXT_TOKENS, MAX_TOKENS
from simulator.core.leaning import leans
from simulator.core.matter import MATTERS
from simulator.core.reading import context_of
from simulator.training.confusion import confusions
from simulator.training.corpus import Example
from simulator.training.matters import MatterExample

BATCH = 32
JOINED = 0.4
"""Examples made by joining two, as a share of the corpus: people do three things in one breath."""
JOINED_WORDS = 60
BARE, BARE_JOINED = 0.1, 0.2
"""Share of turns that lose capitals and punctuation, as hasty typing does."""
CONFUSED = 0.25
"""Share of turns with the errors of a recogniser (`simulator.training.confusion`)."""
HEARD = 0.5
"""Share of turns, among those that a recogniser has heard (`simulator.training.hearing`), that are shown as heard."""
NO_CONTEXT = 0.4
"""Share of turns shown without their context, so that the model can do without."""
ALIKE_DETAILS = 24
"""Details of one scenario in such a batch, with two examples each."""
AFTER_ANOTHER = 0.5
"""Share of questions that could lean on what was said before, and are shown after what was said before another."""
_BUCKET = 40
"""Batches that are sorted by length together, so that little is padded."""

Encoded = tuple[list[int], list[int]]
"""Token ids and segments: 0 for the turn, 1 for its context."""
Turn = tuple[Encoded, frozenset[DialogueAct]]
"""A turn as the network sees it, and what it does."""
Question = tuple[Encoded, int]
"""A question, and the place of its matter in `MATTERS`."""
Shown = TypeVar("Shown", Turn, Question)
Askable = Sequence[Sequence[str]]
"""Of each detail of a scenario, the ways to ask for it: two or more."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that is learnt from."""

    corpus: Sequence[Example]
    asked: Sequence[MatterExample]
    """Questions; what they are about is learnt beside the acts, in all but the last epoch."""
    heard: Mapping[str, str]
    """What a recogniser made of some texts of the corpus."""
    askable: Sequence[Askable] = ()
    """What scenarios can be asked, learnt as the questions are."""


def encode(tokenizer: Tokenizer, text: str, context: str) -> Encoded:
    turn = [BEGIN, *tokenizer.encode(text, add_special_tokens=False).ids[:MAX_TOKENS], END]
    before = tokenizer.encode(context, add_special_tokens=False).ids[:MAX_CONTEXT_TOKENS] if context else []
    tail = [*before, END] if before else []
    return turn + tail, [0] * len(turn) + [1] * len(tail)


def examples(
    corpus: Sequence[Example], heard: Mapping[str, str], tokenizer: Tokenizer, chance: random.Random
) -> list[Turn]:
    """One epoch's turns: the corpus, some of it bare or with a recogniser's errors, and turns joined from two."""

    def shown(one: Example) -> str:
        return heard[one.text] if one.text in heard and chance.random() < HEARD else one.text

    errors = confusions(heard)

    def worn(text: str, bare: float) -> str:
        fate = chance.random()
        if fate < CONFUSED:
            return errors.confused(text, chance)
        return _bare(text) if fate < CONFUSED + bare else text

    made: list[Turn] = []
    for one in corpus:
        text = shown(one)
        text = worn(text, BARE) if text == one.text else text
        made.append((encode(tokenizer, text, _context(one, chance)), one.acts))
    for _ in range(int(len(corpus) * JOINED)):
        first, second = chance.choice(corpus), chance.choice(corpus)
        text = f"{shown(first)} {shown(second)}"
        if len(text.split()) <= JOINED_WORDS:
            text = worn(text, BARE_JOINED)
            made.append((encode(tokenizer, text, _context(first, chance)), first.acts | second.acts))
    chance.shuffle(made)
    return made


def questions(asked: Sequence[MatterExample], tokenizer: Tokenizer, chance: random.Random) -> list[Question]:
    """One epoch's questions, each after what was said before it, if it leans on that."""
    said = [one.before for one in asked if one.before]
    made = []
    for one in asked:
        before = one.before
        if leans(one.text) and not before and chance.random() < AFTER_ANOTHER:
            before = chance.choice(said)
        made.append((encode(tokenizer, one.text, before), MATTERS.index(one.matter)))
    chance.shuffle(made)
    return made


def pairs(
    askable: Sequence[Askable], tokenizer: Tokenizer, chance: random.Random
) -> list[tuple[list[Encoded], list[Encoded]]]:
    """One epoch's batches of questions for details: of each of some details of one scenario two ways to ask.
    Each example comes about every other time."""
    made = []
    for details in askable:
        for _ in range(round(sum(map(len, details)) / (4 * ALIKE_DETAILS))):
            some = chance.sample(details, min(ALIKE_DETAILS, len(details)))
            two = [[encode(tokenizer, text, "") for text in chance.sample(ways, 2)] for ways in some]
            made.append(([one for one, _ in two], [other for _, other in two]))
    chance.shuffle(made)
    return made


def batches(made: list[Shown], chance: random.Random) -> list[list[Shown]]:
    """Batches of turns or questions of like length, in random order."""
    packed: list[list[Shown]] = []
    for start in range(0, len(made), BATCH * _BUCKET):
        bucket = sorted(made[start : start + BATCH * _BUCKET], key=lambda one: len(one[0][0]))
        packed += [bucket[at : at + BATCH] for at in range(0, len(bucket), BATCH)]
    chance.shuffle(packed)
    return packed


def _context(example: Example, chance: random.Random) -> str:
    """The example's context, or only a part of it, or none."""
    fate = chance.random()
    if fate < NO_CONTEXT:
        return ""
    stage = example.stage if fate < 0.9 else None  # noqa: PLR2004 - one in ten without the stage
    before = example.before if fate >= NO_CONTEXT + 0.15 else None  # and some without the line before
    return context_of(stage, before)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s']", " ", text).lower().split())

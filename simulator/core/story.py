"""A caller who takes up what the other end told them by the way."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.call import CallState
from simulator.core.choice import names_time
from simulator.core.echo import OFTEN, PIN, telling_words
from simulator.core.moves import Move
from simulator.core.question import LEAD_IN, SENTENCE, WH, asks_by_form, questions
from simulator.core.situation import Situation
from simulator.core.sympathy import pities_others
from simulator.core.temper import Tone

_GRAVE = frozenset(
    {Move.GIVE_STATUS, Move.CONFIRM_STATUS, Move.REPEAT_STATUS, Move.CONSOLE, Move.GIVE_FEEDBACK, Move.BRUSH_OFF}
)
"""After these, nobody chats."""
_LAUGHS = re.compile(r"\W*(?:(?:ha){2,}h?|he(?:he)+|lol)\b|\W*ha[,!]", re.IGNORECASE)
_STRUCK = re.compile(r"\W*(?:(?:oh|ah|aw+|ooh?|wow|gosh|goodness|lovely|dear|how|what\s+an?)\b|poor\b)", re.IGNORECASE)
_ASKS = re.compile(
    rf"\b{WH}\b|{LEAD_IN}(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|am)(?:n['’]t)?\b"
    r"|\bor\b|\b(?:my|mine|job)\b",
    re.IGNORECASE,
)
_OF_SELF = re.compile(
    r"\W*(?:(?:and|but|so|then|well|ok(?:ay)?|yes|no|right)\W+)*(?:i|my|we|our|thanks?|sorry)\b", re.IGNORECASE
)
_ECHO = 6
"""Words up to which a question may only say back what was heard: "A wedding?"."""
_LONGEST = 14
"""Words of a sentence that only marvels."""
_MOST = 2
"""How often in a call one says something to that."""


def takes_up(situation: Situation, moves: list[Move]) -> bool:
    """Whether the turn takes up what was told just before, other than the matter, and nothing is said to it in the
    answer."""
    before = situation.before
    text = situation.utterance.text
    asked = list(_asked(text))
    if any(asks_by_form(one) or _ASKS.search(one) or len(one.split()) > _ECHO for one in asked) or (
        asked and Move.TELL_MORE in moves
    ):
        return False  # a question wants an answer, and no "You could say that"
    grave = not situation.at_desk and not _GRAVE.isdisjoint((*before.last_moves, *moves))
    chats = before.known and before.moves.get(Move.TAKE_UP, 0) < _MOST and not grave
    tells = A.CITE_QUALIFICATION in situation.acts
    bad = tells or situation.hurts or situation.now.temper.tone is Tone.COLD or situation.state is CallState.REJECTION
    if not chats or bad or A.CLOSE in situation.acts:
        return False
    told = {word for word in telling_words(before.last_reply) - OFTEN if not PIN.fullmatch(word)}
    return any(
        not told.isdisjoint(telling_words(one)) or pities_others(one) for one in _struck(situation.utterance.text)
    )


def _asked(text: str) -> Iterator[str]:
    """The questions, each without the word or two that it begins with: "But will he stay?"."""
    for span in questions(text):
        yield _BEGINS.sub("", text[span.start : span.end].strip())


_BEGINS = re.compile(r"^(?:(?:and|so|but|ha|oh|no|well|ok(?:ay)?)\W+)+", re.IGNORECASE)


def _struck(text: str) -> Iterator[str]:
    """The sentences that only marvel, or say back with a question mark what was heard, and the beginnings of those that
    laugh."""
    for found in SENTENCE.finditer(text):
        sentence = found.group().strip()
        says_back = sentence.endswith("?") and not _ASKS.search(sentence) and not names_time(sentence)
        says_back = says_back and len(sentence.split()) > 1  # "Bonus?" asks for more
        marvels = sentence.endswith("!") or (_STRUCK.match(sentence) is not None and not sentence.endswith("?"))
        laughs = _LAUGHS.match(sentence)
        rest = sentence[laughs.end() :] if laughs else ""
        if rest and not rest.endswith("?") and not _OF_SELF.match(rest):
            yield " ".join(rest.split()[:_LONGEST])
        elif (marvels or says_back) and not _OF_SELF.match(sentence) and len(sentence.split()) <= _LONGEST:
            yield sentence

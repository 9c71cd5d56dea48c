"""Saying more than a call needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from simulator.core.acts import DialogueAct
from simulator.core.conditions import Evidence
from simulator.core.course import Course, Occasion
from simulator.core.hearing import Heard
from simulator.core.question import questions
from simulator.core.text import Span, clauses, overlap


@dataclass(frozen=True, slots=True)
class Rambles:
    """A turn has more words than `turn_words` and than what it does needs, and words that nobody asked for among them;
    or all turns that answer no doubt have together, less what they ask, more than `call_words` and than so many turns
    may have, or there are more than `call_turns`; or nobody asked for more than `idle_words` that are spread over the
    call, and they are much of what was said.

    The evidence is the words that are not asked for. It weighs the more, the more there are of them."""

    concerns_whole_turns: ClassVar[bool] = False

    turn_words: int
    call_words: int
    call_turns: int
    idle_words: int

    def find(self, course: Course) -> tuple[Evidence, ...]:
        if not course.heard:
            return ()
        found = [one for turn in course.heard for one in self._in_turn(course, turn)]
        words = sum(turn.utterance.words for turn in course.heard)
        answers = course.occasions.get(Occasion.CONCERN, ())
        free = [turn for turn in course.heard if turn.turn - 1 not in answers]  # a doubt wants an answer of its own
        most = max(self.call_words, _WORDS_A_TURN * len(free))
        if not found and (said := sum(map(_told_words, free))) > most:
            longest = max(free, key=lambda turn: turn.utterance.words)
            found = list(_marked(longest, _weight((said - most) / most), self.turn_words))
        if not found:
            found = list(self._wandering(course, words))
        if not found:
            beyond = course.heard[self.call_turns : self.call_turns + 1]
            found = [Evidence(turn.turn, 0, len(turn.utterance.text)) for turn in beyond]
        return tuple(found)

    def _wandering(self, course: Course, said: int) -> Iterator[Evidence]:
        """A little here and a little there, of so many words in all."""
        answers = course.occasions.get(Occasion.QUESTION, ())
        idle = [
            (_words(turn, span), turn, span)
            for turn in course.heard
            if turn.turn - 1 not in answers
            for span in _unasked(turn)
        ]
        words = sum(number for number, _, _ in idle)
        most = max(self.idle_words, _IDLE_SHARE * said)
        if words > most and len({turn.turn for _, turn, _ in idle}) >= _ASIDES:
            _, turn, span = max(idle, key=lambda one: one[0])
            yield Evidence(turn.turn, span.start, span.end, _weight(words / most - 1))

    def _in_turn(self, course: Course, turn: Heard) -> Iterator[Evidence]:
        most = max(self.turn_words, _WORDS_TO_BEGIN + _WORDS_AN_ACT * len(turn.utterance.acts))
        if turn.turn - 1 in course.occasions.get(Occasion.CONCERN, ()):
            most += _WORDS_TO_CONVINCE
        elif turn.turn - 1 in course.occasions.get(Occasion.QUESTION, ()):
            most += _WORDS_TO_ANSWER
        beyond = min(turn.utterance.words - most, sum(_words(turn, span) for span in _unasked(turn)))
        if beyond > 0:
            yield from _marked(turn, _weight(beyond / most), most)


_WORDS_TO_BEGIN, _WORDS_AN_ACT = 15, 10
"""What a turn may need: the example script of S1 does six things in 48 words."""
_WORDS_TO_ANSWER = 40
"""What an answer may need beyond that: sixteen seconds of speech."""
_WORDS_TO_CONVINCE = 60
"""What an answer to a doubt may need: a story of one's own."""
_WORDS_TO_ASK = 25
"""What the questions of a turn may need: ten seconds of speech."""
_WORDS_A_TURN = 40
"""What turns may have on average: sixteen seconds of speech. Where both ask and tell, a call may last."""
_IDLE_SHARE = 0.4
"""Share of all words that nobody asked for, up to which they are what people say between the things that matter."""
_ASIDE, _ASIDES = 5, 3
"""Words from which on something is said that nobody asked for, and turns from which on that is a habit."""
_LEAST, _STEEPNESS = 0.25, 1.2
"""What a few words too many weigh, 0 to 1, and how fast it grows: six in ten too many weigh all."""
_IDLE = frozenset({DialogueAct.OTHER, DialogueAct.CITE_QUALIFICATION})
"""Acts that a call does not need unless somebody asks: telling things, and reciting what one can do."""


def _weight(excess: float) -> float:
    """How much a ramble weighs, 0 to 1, by how many times too long it is."""
    return min(1.0, _LEAST + _STEEPNESS * excess)


def _unasked(turn: Heard) -> tuple[Span, ...]:
    """The stretches of a turn, of five words or more, that do nothing a call needs, and ask nothing."""
    useful = [match for match in turn.utterance.matches if match.act not in _IDLE]
    asked = questions(turn.utterance.text)
    idle: list[Span] = []
    for clause in clauses(turn.utterance.text):
        if any(overlap(one, clause) for one in useful) or any(overlap(one, clause) for one in asked):
            continue
        if idle and not turn.utterance.text[idle[-1].end : clause.start].strip():
            idle[-1] = Span(idle[-1].start, clause.end)
        else:
            idle.append(clause)
    return tuple(span for span in idle if _words(turn, span) >= _ASIDE)


def _told_words(turn: Heard) -> int:
    """The words of a turn less those of its questions, unless they are long themselves: who asks much does not
    ramble."""
    asked = sum(_words(turn, span) for span in questions(turn.utterance.text))
    return turn.utterance.words - min(asked, _WORDS_TO_ASK)


def _words(turn: Heard, span: Span) -> int:
    """Its words; a stray full stop is none."""
    return sum(any(map(str.isalnum, word)) for word in turn.utterance.text[span.start : span.end].split())


def _marked(turn: Heard, weight: float, most: int) -> Iterator[Evidence]:
    """The stretches to quote: the longest that was not asked for, else what comes after the words that are enough."""
    if idle := _unasked(turn):
        longest = max(idle, key=lambda span: _words(turn, span))
        yield Evidence(turn.turn, longest.start, longest.end, weight)
    else:
        # The words after those that are enough, or all, where hardly any stand there.
        kept = " ".join(turn.utterance.text.split(" ")[:most])
        rest = Span(len(kept) + 1, len(turn.utterance.text))
        start = rest.start if _words(turn, rest) >= _ASIDE else 0
        yield Evidence(turn.turn, start, len(turn.utterance.text), weight)

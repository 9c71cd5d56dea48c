"""What a turn asks beside all that its acts account for."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.asked_back import (
    Question,
    asked_back,
    asks_again,
    asks_for_all_again,
    asks_plainer,
    asks_what_was_meant,
)
from simulator.core.at_a_loss import at_a_loss
from simulator.core.call import CallState
from simulator.core.contact_question import asks_leave, asks_which_way
from simulator.core.echo import echoes, telling_words
from simulator.core.matter import Matter
from simulator.core.moves import AT_A_LOSS, COURTESIES, MATTER, QUESTIONS, TERMS, Move
from simulator.core.question import SENTENCE, left_open, questions, wants_a_nod
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.terms_named import named
from simulator.core.text import Span, overlap
from simulator.core.transcript import Role
from simulator.core.when_and_why import asks_when

_WORDS_OF_A_QUESTION = 3
"""Words from which on a question back is more than a "What?"."""
_STOCK = frozenset(
    {Move.REPEAT_STATUS, Move.REPEAT_TIMELINE, Move.NO_CONCERN, Move.PUZZLED, Move.GIVE_TERMS, Move.TERMS_LATER}
)
"""Answers that are better than none, and worse than a real one."""
_MAY_BE_LEAVE = frozenset({A.OFFER_INFORMATION, A.ASK_TIMELINE, A.ASK_AVAILABILITY})
_REAL = frozenset({Move.TELL_MORE, Move.TAKE_ALTERNATIVE, Move.CONFIRM_THAT, Move.SAY_WHICH_WAY})
_ASKED_FOR = frozenset({Move.ASK_DETAILS, Move.ASK_NUMBER})
"""What is not asked for in the breath in which one is told something of it."""
_EITHER_WAY = frozenset({Move.TAKE_ALTERNATIVE, Move.SAY_WHO_RINGS, Move.CANNOT_SAY})
"""Answers to one half of the question whether to ring or to write."""


def with_the_rest(moves: list[Move], situation: Situation, *, alone: bool) -> list[Move]:
    """The answer, with what the turn asks beside all that its acts account for; `alone`: nothing of it was answered
    apart."""
    if not situation.now.known:
        return [Move.SAY_COMPANY, *moves] if situation.asks(Matter.COMPANY) else moves
    more = list(dict.fromkeys(move for move in _rest(situation) if move not in moves))
    told = MATTER | {Move.TELL_MORE}
    if not QUESTIONS.isdisjoint(moves) or not told.isdisjoint((*moves, *more)):
        more = deferred(more, situation, alone=alone)
    if Move.TELL_MORE in more:
        moves = [move for move in moves if move not in _ASKED_FOR or _apart_from_details(move, situation)]
    if Move.SAY_WHICH_WAY in more:
        moves, more = ([move for move in some if move not in _EITHER_WAY] for some in (moves, more))
    if Move.CONFIRM_THAT in more:
        moves = [move for move in moves if move not in TERMS | {Move.STAND_FIRM}]
    if not _REAL.isdisjoint(more):
        moves = [move for move in moves if move not in _STOCK or _apart_from_details(move, situation)]
    at = next((place for place, move in enumerate(moves) if move in _NEWS), len(moves))
    return moves[:at] + more + moves[at:]


def deferred(moves: list[Move], situation: Situation, *, alone: bool) -> list[Move]:
    """The moves of an answer that has something to say. Beside it, one says which question is left open only where it
    is one of several, once in a call, and never that one knows nothing."""
    untold = (one for one in _untold(situation) if len(one.split()) >= _OF_ITS_OWN and not asks_again(one))
    is_own = AT_A_LOSS.intersection(moves) and any(map(telling_words, untold))
    kept = [move for move in moves if move not in AT_A_LOSS]
    said = Move.LEAVE_OPEN in kept or Move.LEAVE_OPEN in situation.before.moves
    several = not alone or situation.now.curious or len(list(single_questions(situation.utterance.text))) > 1
    named = bool(situation.now.subject)  # "And the other thing I don't know" leaves open which
    return [*kept, Move.LEAVE_OPEN] if is_own and several and named and not said else kept


def _apart_from_details(move: Move, situation: Situation) -> bool:
    """Whether a move answers a question of its own, rather than one that is answered better by what they know."""
    details = [asked.question for asked in situation.now.curious]
    spans = single_questions(situation.utterance.text)
    own = [span for span in spans if not any(overlap(span, one) for one in details)]
    matches = [match for match in situation.utterance.matches if match.act is _ACT_OF.get(move)]
    alone = (match for match in matches if not any(overlap(match, one) for one in details))
    return any(overlap(match, span) for match in alone for span in own)


_ACT_OF = {
    Move.REPEAT_STATUS: A.ASK_STATUS,
    Move.REPEAT_TIMELINE: A.ASK_TIMELINE,
    Move.NO_CONCERN: A.OFFER_INFORMATION,
    Move.GIVE_TERMS: A.ASK_OFFER_DETAILS,
    Move.TERMS_LATER: A.ASK_OFFER_DETAILS,
    Move.ASK_DETAILS: A.LEAVE_DETAILS,
}
"""What is asked for by a question that these answer."""
_OF_ITS_OWN = 4
"""Words from which on a question asks for more than the one beside it."""
_NEWS = frozenset({Move.HEDGE, Move.COME_TO_IT, Move.GIVE_STATUS, Move.CONFIRM_STATUS})
"""What comes last of all that is told."""


def _rest(situation: Situation) -> Iterator[Move]:
    yield from _details(situation)
    told = Move.GIVE_STATUS in situation.before.moves or Move.UNAVAILABLE in situation.before.moves
    # "May I send you a summary?" wants a yes, even where it offers information.
    text = situation.utterance.text
    asked = [text[span.start : span.end] for span in questions(text)]
    if any(map(asks_which_way, asked)):
        yield Move.SAY_WHICH_WAY
    if any(echoes(one, situation.before.told) for one in asked) and not situation.hurts:
        yield Move.CONFIRM_THAT
    if situation.acts & _MAY_BE_LEAVE and any(asks_leave(one) and not asks_when(one) for one in asked):
        yield Move.TAKE_ALTERNATIVE
    for question in _untold(situation):
        if not echoes(question, situation.before.told):
            yield from _to_one(question, situation, told=told)


def _to_one(question: str, situation: Situation, *, told: bool) -> Iterator[Move]:
    if asks_leave(question):
        yield Move.TAKE_ALTERNATIVE
    elif asks_when(question) and situation.reachable_later:
        yield Move.GIVE_AVAILABILITY
    elif told and A.CLOSE not in situation.acts:
        yield explained(situation, question) or at_a_loss(question, situation)


def _untold(situation: Situation) -> Iterator[str]:
    """The questions that neither an act accounts for nor what they know."""
    curious = situation.now.curious
    for span in left_open(situation.utterance):
        question = situation.utterance.text[span.start : span.end].strip()
        words = Span(span.end - len(situation.utterance.text[span.start : span.end].lstrip()), span.end)
        asked = any(overlap(one.question, words) for one in curious)
        asked = asked or any(overlap(match, words) for match in situation.utterance.apart)
        nods = wants_a_nod(question) or only_marvels(question, situation)
        if not (asked or nods or (curious and _told_of(question, situation))):
            yield question


def only_marvels(question: str, situation: Situation) -> bool:
    """Whether a word or two only say back what was just said, before the turn goes on: "Tonight? No, I said ..."."""
    short = len(question.split()) < _WORDS_OF_A_QUESTION and len(question) < len(situation.utterance.text.strip())
    words = telling_words(question)
    return short and bool(words) and words <= situation.before.told


def _told_of(question: str, situation: Situation) -> bool:
    """Whether one of the things that they know answers it."""
    return situation.known.answers(question, situation.before.last_reply)


def _details(situation: Situation) -> Iterator[Move]:
    """What they can tell of what the turn asks about; what they have told already, they only point to."""
    untold = [asked.untold(situation.before.said) for asked in situation.now.curious]
    if any(untold):
        yield Move.TELL_MORE
    elif untold:
        yield Move.TOLD_THAT


def closes_with_again(text: str) -> bool:
    """Whether it ends with a few words that ask to hear it again: "Sunny? No, here it's raining. Say again?"."""
    *_, last = [found.group() for found in SENTENCE.finditer(text)] or [""]
    return asks_again(last) and len(last.split()) <= _IN_BRIEF


_IN_BRIEF = 4
"""Words of such an end."""


def only_again(situation: Situation) -> bool:
    return asks_again(situation.utterance.text) and not situation.hurts and A.ASK_STATUS not in situation.acts


def wants_it_again(situation: Situation) -> bool:
    """Whether the turn, in more words, asks to hear it again rather than to have it explained."""
    text = situation.utterance.text
    again = [one for one in situation.utterance.matters if one.matter is Matter.AGAIN and one.chance >= _SURELY_AGAIN]
    told = any(overlap(one.sentence, asked.question) for one in again for asked in situation.now.curious)
    explains = asks_what_was_meant(text) or told or _DOES_AGAIN.search(text) is not None
    return bool(again) and A.CLARIFY in situation.acts and not situation.hurts and not explains


_DOES_AGAIN = re.compile(
    r"\b(?:talk|speak|ask|look|try|check)\b(?!\s+up\b)(?![^.?!]*\b(?:say|said|repeat|tell\s+me)\b)[^.?!]*"
    r"\b(?:again|once\s+more|one\s+more\s+time)\b",
    re.IGNORECASE,
)
"""Wants something done again: "Couldn't you talk to them one more time for me?"."""
_SURELY_AGAIN = 0.9
_FRESH = 1
"""Answers after the news, besides it, in which it is what somebody did not understand."""


def once_more(situation: Situation) -> Move:
    """What is said to who did not catch it: the same, or the news in plainer words."""
    fresh = Move.GIVE_STATUS in situation.before.moves and situation.before.turns_since_news <= _FRESH
    plainer = fresh and situation.now.role is Role.INTERVIEWER and asks_plainer(situation.utterance.text)
    return Move.CONFIRM_STATUS if plainer else Move.REPEAT_THAT


def all_again(situation: Situation) -> Iterator[Move]:
    """What is said to who wants to hear all of it once more: the news, when it goes on, when to ring, and the terms."""
    before = situation.before
    told = Move.GIVE_STATUS in before.moves and situation.now.role is Role.INTERVIEWER
    if not told or situation.hurts or not asks_for_all_again(situation.utterance.text):
        return
    yield Move.REPEAT_STATUS if situation.state is CallState.OFFER else Move.CONFIRM_STATUS
    if Move.GIVE_TIMELINE in before.moves:
        yield Move.REPEAT_TIMELINE
    if before.ring_when:
        yield Move.REPEAT_AVAILABILITY
    yield from (move for move in _TERMS_IN_ORDER if move in before.moves)


_TERMS_IN_ORDER = (
    Move.GIVE_PAY,
    Move.GIVE_START,
    Move.GIVE_EXTRAS,
    Move.GIVE_LENGTH,
    Move.GIVE_WRITING,
    Move.GIVE_TIME,
)


def told_again(situation: Situation) -> Iterator[Move]:
    """To a turn that asks back: what exactly it asks, or else all that was said."""
    only = only_again(situation) or wants_it_again(situation)
    if (only and situation.before.last_substance) or once_more(situation) is Move.CONFIRM_STATUS:
        yield once_more(situation)
    elif asks_which_way(situation.utterance.text):
        yield Move.SAY_WHICH_WAY
    elif details := list(_details(situation)):
        yield from details
    elif situation.now.guess and at_a_loss(situation.utterance.text, situation) is Move.CHOOSE:
        yield Move.CHOOSE
    elif (terms := TERMS & set(situation.before.moves)) and (
        again := [m for m in named(situation.utterance.text) if m in terms]
    ):
        yield again[0]
    elif echoes(situation.utterance.text, situation.before.told):
        yield Move.CONFIRM_THAT
    elif answer := explained(situation):
        yield answer
    elif (meant := what_was_meant(situation)) in _EXPLAINS_AWAY:
        yield meant
    elif situation.before.last_substance:
        yield from _once_more_or_beyond(situation)


def _once_more_or_beyond(situation: Situation) -> Iterator[Move]:
    """What was said, again; to who asks for more than that, that it is not known, or nothing, where all that was said
    is that it is not."""
    text = situation.utterance.text
    new = telling_words(text) - situation.before.told
    more = situation.utterance.words >= _WORDS_OF_A_QUESTION or bool(new)  # "Dear?" asks for more than "What?"
    if not more or asked_back(text) is not None:
        yield Move.REPEAT_THAT
    elif Move.GIVE_STATUS in situation.before.moves:
        yield at_a_loss(text, situation)
    elif not _told_nothing(situation):
        yield Move.REPEAT_THAT


def _told_nothing(situation: Situation) -> bool:
    """Whether all that the other end said last is that it does not know, so that there is nothing to say again."""
    last = set(situation.before.last_moves)
    return bool(AT_A_LOSS & last) and last <= AT_A_LOSS.union(COURTESIES)


def what_was_meant(situation: Situation) -> Move | None:
    """To who asks that: of what was said by the way, that it means little; else, the same once more."""
    before, text = situation.before, situation.utterance.text
    if Move.GIVE_STATUS in before.last_moves and asks_what_was_meant(text):
        return Move.CONFIRM_STATUS
    told = Move.GIVE_STATUS in before.moves and _BY_THE_WAY.issuperset(before.last_moves)
    if _A_SAYING.search(text) and Move.MANNER_OF_SPEAKING not in before.moves:
        return Move.MANNER_OF_SPEAKING
    meant = asks_what_was_meant(text) or situation.asks(Matter.MEANT) or situation.utterance.words <= ONLY_BACK
    by_the_way = asked_back(text) is None and bool(telling_words(text) & telling_words(before.last_reply))
    if told and meant and by_the_way and Move.MANNER_OF_SPEAKING not in before.moves:
        return Move.MANNER_OF_SPEAKING
    picks_out = asks_what_was_meant(text) and len(before.last_reply.split()) >= _MUCH
    if picks_out and by_the_way and Move.NEVER_MIND not in before.moves:
        return Move.NEVER_MIND  # to hear all of it again would explain nothing
    return Move.REPEAT_THAT if before.last_substance else None


ONLY_BACK = 4
"""Words up to which a question only asks back."""
_EXPLAINS_AWAY = (Move.MANNER_OF_SPEAKING, Move.NEVER_MIND)
_MUCH = 25
"""Words of an answer of which one part is asked about."""
_A_SAYING = re.compile(
    r"\b(?:that|it|this)\b[\s,]*(?:is\s+|was\s+)?(?:just\s+)?(?:an?|some)\s+(?:saying|expression|idiom|proverb|figure\s+of\s+speech|joke)\b",
    re.IGNORECASE,
)
"""Asks whether words were meant as they stood: "Is that a saying with you?"."""
_BY_THE_WAY = frozenset(COURTESIES) | {
    Move.SHARE_JOY,
    Move.PARRY,
    Move.CHOOSE,
    Move.RETURN_SMALL_TALK,
    Move.BEAR_UP,
    Move.ASIDE,
    Move.HEDGE,
    Move.ANYTHING_ELSE,
    Move.WIND_DOWN,
}
"""With these, nothing is told that would have to be explained."""


def explained(situation: Situation, question: str = "") -> Move | None:
    """The answer to a question back; by default, to the whole turn."""
    before = situation.before
    asked = asked_back(question or situation.utterance.text)
    if situation.now.role is not Role.INTERVIEWER:
        return None
    told = Move.GIVE_STATUS in before.moves
    open_still = told and situation.state in (CallState.DECISION_PENDING, CallState.ON_HOLD)
    match asked:
        case Question.DAY if open_still:
            return Move.REPEAT_TIMELINE if Move.GIVE_TIMELINE in before.moves else Move.GIVE_TIMELINE
        case Question.DAY if told and situation.state is CallState.OFFER and Move.GIVE_TIME not in before.moves:
            return Move.GIVE_TIME
        case Question.DAY if told and situation.state is CallState.OFFER:
            return Move.STAND_FIRM
        case Question.NEWS if told:
            return Move.CONFIRM_STATUS
    return None

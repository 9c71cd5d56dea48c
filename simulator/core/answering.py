"""What the other end does in answer to a turn, and in which order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.core.acts import DialogueAct as A
from simulator.core.answer_order import absence_first, anchors, in_order_asked
from simulator.core.at_a_loss import at_a_loss
from simulator.core.call import CallState
from simulator.core.choice_answers import no_bare_yes, no_yes_to_another
from simulator.core.details_asked import without
from simulator.core.doubt import with_the_doubt
from simulator.core.ending import ENDINGS, ending, hears_theirs, warns
from simulator.core.figure import is_news
from simulator.core.following import follows, only_hears, tells
from simulator.core.front_desk import receptionist
from simulator.core.interviewer import MOST_NODS, annoyed, interviewer
from simulator.core.last_word import last_word
from simulator.core.matter_answers import matters_answered
from simulator.core.misheard import own_up
from simulator.core.moves import AT_A_LOSS, COURTESIES, OPTIONAL, QUESTIONS, UNKNOWN, Move
from simulator.core.not_again import not_again
from simulator.core.of_self import speaks_of_self
from simulator.core.open_questions import (
    all_again,
    closes_with_again,
    deferred,
    explained,
    only_again,
    only_marvels,
    told_again,
    wants_it_again,
    with_the_rest,
)
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.story import takes_up
from simulator.core.transcript import Role
from simulator.core.upset import in_tears, is_nervous, is_upset, mourns
from simulator.core.voicemail import machine

REACTIONS: tuple[tuple[A, Move], ...] = (
    (A.BE_HOSTILE, Move.REACT_HOSTILITY),
    (A.DISPUTE_DECISION, Move.REACT_DISPUTE),
    (A.SHOW_ENTITLEMENT, Move.REACT_ENTITLEMENT),
    (A.MENTION_OTHER_CANDIDATES, Move.REACT_RIVALS),
    (A.OVER_CONTACT, Move.REACT_OVER_CONTACT),
    (A.COMPLAIN_ABOUT_WAIT, Move.REACT_COMPLAINT),
    (A.QUESTION_DELAY, Move.REACT_DELAY),
    (A.PRESSURE_FOR_ANSWER, Move.REACT_PRESSURE),
    (A.SHOW_DESPERATION, Move.REACT_DESPERATION),
    (A.CASUAL_LANGUAGE, Move.REACT_CASUAL),
)
"""What hurts most comes first; a person reacts to one thing at a time."""

_REACTION_TO = dict(REACTIONS)
SILENT = frozenset({Move.RECORD})
"""Moves that need no words."""
_MATTERS = frozenset(act for act in A if act.hurts) | {
    A.INTRODUCE_SELF,
    A.IDENTIFY_INTERVIEW,
    A.ASK_STATUS,
    A.ASK_TIMELINE,
    A.ASK_FEEDBACK,
    A.ASK_FOR_PERSON,
    A.ASK_AVAILABILITY,
    A.ASK_OFFER_DETAILS,
    A.OFFER_INFORMATION,
    A.OFFER_ALTERNATIVE,
    A.LEAVE_DETAILS,
    A.CLOSE,
}
"""Acts that want an answer of their own, even beside a "Sorry?"."""
_MEANT = frozenset(act for act in A if act.hurts) - {A.SHOW_ENTITLEMENT, A.COMPLAIN_ABOUT_WAIT, A.DISPUTE_DECISION}
"""What hurts even from somebody who has just been hit; a proud or bitter word is then only pain."""
_ANSWERED_BESIDE = frozenset(
    {Move.REACT_RIVALS, Move.REACT_DELAY, Move.REACT_DESPERATION, Move.REACT_CASUAL, Move.CONSOLE}
)
"""Reactions over which nobody forgets what else was asked: to what hardly hurts, or to who is hurt."""
_KNOWS_BETTER = frozenset({Move.REACT_COMPLAINT, Move.REACT_DELAY})
"""Reactions that come better from somebody who knows by then with whom they speak."""
_NOT_TO_A_STORY = AT_A_LOSS | {Move.LEAVE_OPEN, Move.ANYTHING_ELSE, Move.PUZZLED}
_NOT_TO_TEARS = frozenset({Move.ACCEPT_GRACE, Move.ACCEPT_APOLOGY, Move.ACCEPT_EMPATHY})
"""What nobody says to somebody whom the news has hit: neither that they take it well, nor thanks for their "sorry"."""
_NOT_BESIDE = frozenset({Move.SNAP, Move.PUZZLED, Move.ACKNOWLEDGE, Move.ANYTHING_ELSE, Move.GIVE_TERMS})
"""Nobody snaps, or asks what one wants, in the breath in which they say what was asked."""
_NOT_BESIDE_A_DETAIL = frozenset({Move.SNAP, Move.REPEAT_THAT, Move.SHOW_YOU})
"""Who can explain a thing neither snaps nor says the same words again, nor puts it off."""
_DATED_ANEW = frozenset({Move.REPEAT_TIMELINE, Move.STRETCH_TIME})
"""What is said again of a day, where only the week is asked for."""
_OF_THE_FUTURE = frozenset({Move.KEEP_IN_MIND, Move.TAKE_ALTERNATIVE, Move.SAY_OTHER_POSTS})
_NO_NEXT_STEP = frozenset({Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE})
"""After a no, nobody says that nothing more comes, and in the same breath what may come."""
_RAMBLING_WORDS = 90
_BAD_NEWS = frozenset({ScenarioKind.REJECTION, ScenarioKind.ON_HOLD})
"""Calls whose news one can take well, up to the goodbye."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The moves of one answer, in order."""

    moves: tuple[Move, ...]
    waits: bool = False
    """After a goodbye, for the caller's; after a message that was cut off, for a 1."""

    @property
    def ends_call(self) -> bool:
        return bool(ENDINGS & set(self.moves)) and not self.waits


def plan(situation: Situation) -> Plan:
    """The other end's answer."""
    if situation.now.role is Role.VOICEMAIL:
        done = machine(situation)
        return Plan(done, waits=Move.OFFER_RERECORD in done)
    last = ending(situation)
    if last is Move.RING_OFF:
        return Plan((*last_word(situation), last))
    moves = _lasting(situation)
    if last is Move.WIND_DOWN and Move.GIVE_STATUS in moves:
        last = None  # nobody runs off in the breath in which they tell the news
    if last is Move.HANG_UP:
        moves = [move for move in moves if move.startswith("react_")]
    if last:
        beside = QUESTIONS | {Move.CUT_SHORT, Move.TRANSFER, Move.HAVE_TIME}
        moves = [move for move in moves if move not in beside] + [last]
    elif warns(situation):
        reactions = [move for move in moves if move.startswith("react_")]
        moves = [*(reactions or [move for move in moves if move not in QUESTIONS]), Move.WARN]
    return Plan(tuple(dict.fromkeys(moves)), waits=last is Move.GOODBYE and hears_theirs(situation))


def _lasting(situation: Situation) -> list[Move]:
    """The answer, were the call to go on for ever."""
    if situation.utterance.silent:
        return [Move.NUDGE]
    return list(all_again(situation)) or _answered(situation)


def _answered(situation: Situation) -> list[Move]:
    """The answer to all that the turn does."""
    if wants_it_again(situation) or (only_again(situation) and closes_with_again(situation.utterance.text)):
        situation = replace(situation, now=replace(situation.now, curious=()))  # who does hears nothing new
    told = situation.now.curious if situation.now.known else ()  # who has not said who they are is told nothing
    apart = matters_answered(replace(situation, utterance=without(situation.utterance, told)))
    outright = any(asked.outright for asked in told)
    moves = _to_the_rest(apart.rest, alone=not apart.moves and not outright)
    if apart.moves:
        beside = [move for move in deferred(moves, apart.rest, alone=False) if move not in _NOT_BESIDE]
        moves = [*beside, *(move for move in apart.moves if move not in moves)]
    if apart.moves or Move.GIVE_STATUS in situation.before.moves:
        moves = in_order_asked(moves, {**dict(anchors(situation)), **apart.moves})
    moves = not_again(no_yes_to_another(no_bare_yes(moves, situation), situation), situation)
    if situation.scenario.kind is ScenarioKind.REJECTION and not _OF_THE_FUTURE.isdisjoint(moves):
        moves = [move for move in moves if move not in _NO_NEXT_STEP]
    if takes_up(situation, moves):
        drowned = _NOT_TO_A_STORY | ({Move.ACCEPT_GRACE} if situation.at_desk else set())
        moves = [Move.TAKE_UP, *(move for move in moves if move not in drowned)]
    if Move.RECALL_TOPIC in moves and _asks_of_the_topic(situation):
        moves = [move for move in moves if move not in AT_A_LOSS]
    moves = absence_first(one_courtesy(_without_needless(moves)))
    if Move.WEIGH_ANSWER in moves and _names_figure(situation):
        moves.insert(moves.index(Move.WEIGH_ANSWER), Move.NOTE_FIGURE)
    if Move.GIVE_STATUS in moves and Move.PASS_ON in moves:
        moves.sort(key=lambda move: move is not Move.PASS_ON)  # nobody takes up greetings after the news
    moves.sort(key=Move.LEAVE_OPEN.__eq__)
    moves.sort(key=QUESTIONS.__contains__)  # what they ask themselves comes last
    if situation.now.which_day:
        instead = () if Move.SAY_CHOICE in moves else (Move.SAY_WHICH_DAY,)
        moves = [one for move in moves for one in (instead if move in _DATED_ANEW else (move,))]
    moves = [_still(move, situation) for move in with_the_doubt(moves, situation)]
    return own_up(moves, situation)


def _asks_of_the_topic(situation: Situation) -> bool:
    """Whether all that is asked is asked in the breath in which the topic was named, so that what they remember of it
    is an answer."""
    text = situation.utterance.text
    named = [match.end for match in situation.utterance.matches if match.act is A.REFERENCE_DISCUSSION]
    asked = questions(text)
    return bool(named and asked) and all(
        one.end > named[0] and len(_SENTENCE_END.findall(text, named[0], one.end - 1)) <= 1 for one in asked
    )


_SENTENCE_END = re.compile(r"[.!?]")


def _names_figure(situation: Situation) -> bool:
    """Whether what is weighed holds a figure to take up."""
    now, before = situation.now, situation.before
    is_open = situation.state is CallState.DECISION_PENDING
    return is_open and is_news(now.figure, before.told) and before.moves.get(Move.NOTE_FIGURE, 0) < _MOST


def _without_needless(moves: list[Move]) -> list[Move]:
    """The answer without what nobody says beside the rest of it."""
    needless: set[Move] = {Move.GUESS_PURPOSE} if set(moves) - {Move.GUESS_PURPOSE, Move.ACCEPT_THANKS} else set()
    if Move.TELL_MORE in moves:
        needless |= _NOT_BESIDE_A_DETAIL
    if Move.CONFIRM_STATUS in moves:
        needless.add(Move.REPEAT_THAT)
    if not {Move.TAKE_DETAILS, Move.CUT_SHORT}.isdisjoint(moves):
        needless |= AT_A_LOSS
    if Move.BEAR_UP in moves:
        needless.add(Move.ACCEPT_EMPATHY)
    if Move.HAVE_TIME in moves:
        needless.add(Move.ASIDE)  # it often says so by itself
    if Move.GIVE_TIME in moves:
        needless.add(Move.STAND_FIRM)
    if not {Move.GIVE_TIME, Move.STRETCH_TIME, Move.NOTE_START}.isdisjoint(moves):
        needless.add(Move.TAKE_CONDITION)  # that is the condition
    if Move.GIVE_STATUS in moves:
        needless.add(Move.HAVE_TIME)  # who tells the news has time
    needless.update([move for move in moves if move in AT_A_LOSS][1:])  # one is enough of those
    return [move for move in moves if move not in needless]


def one_courtesy(moves: list[Move]) -> list[Move]:
    """The answer with the courtesy that weighs most, and no other: nobody says "Right. That works. Sure.". But a doubt
    that was answered is weighed before what was offered beside it is taken."""
    best = next((move for move in COURTESIES if move in moves), None)
    kept = {best, Move.WEIGH_ANSWER} if best is Move.TAKE_ALTERNATIVE else {best}
    left = [move for move in moves if move not in COURTESIES or move in kept]
    return sorted(left, key=Move.TAKE_ALTERNATIVE.__eq__) if Move.WEIGH_ANSWER in left else left


def _to_the_rest(situation: Situation, *, alone: bool) -> list[Move]:
    """The answer to a turn without what is answered apart; `alone`: nothing is, so that something must be said."""
    text = situation.utterance.text
    moved = is_upset(text) or in_tears(text)  # their "sorry" asks for nothing
    asks_back = A.CLARIFY in situation.acts and (wants_it_again(situation) or not situation.acts & _MATTERS)
    if alone and not moved and (asks_back or only_again(situation)) and (told := list(told_again(situation))):
        return told
    # Nobody defends a decision of theirs that they have not told yet.
    untold = situation.now.role is Role.INTERVIEWER and Move.GIVE_STATUS not in situation.before.moves
    heard = situation.acts - {A.DISPUTE_DECISION} if untold else situation.acts
    reactions = [_reaction(move, situation) for act, move in REACTIONS if act in heard][:1]
    upset = is_upset(situation.utterance.text) and not situation.apologises
    hit = (_just_hurt(situation) and upset and not heard & _MEANT) or _weeps(situation)
    if hit:
        reactions = [Move.CONSOLE]
    if situation.now.role is Role.RECEPTIONIST:
        answers = list(receptionist(situation))
    elif situation.state is CallState.RUDENESS:
        answers = list(annoyed(situation))
    else:
        answers = list(interviewer(situation))
    cut = [Move.CUT_SHORT] if situation.utterance.words > _RAMBLING_WORDS else []
    answers = [move for move in answers if not (hit and move in _NOT_TO_TEARS)]
    written = (move for move in answers if move not in OPTIONAL or situation.scenario.has_words_for(move))
    asides = [
        _REACTION_TO[match.act] for match in situation.utterance.apart if not reactions and match.act in _REACTION_TO
    ]
    moves = [*cut, *reactions, *asides, *written]
    comfort = [Move.CONDOLE] if _condoles(situation) else [Move.REASSURE] if _reassures(situation) else []
    at = moves.index(Move.RECOGNISE) + 1 if Move.RECOGNISE in moves else 0
    moves[at:at] = comfort
    if Move.RECOGNISE in moves and not _KNOWS_BETTER.isdisjoint(reactions):
        moves = [Move.RECOGNISE, *(move for move in moves if move is not Move.RECOGNISE)]
    if not reactions or reactions[0] in _ANSWERED_BESIDE:
        moves = with_the_rest(moves, situation, alone=alone)
    if reactions:
        moves = [move for move in moves if move not in AT_A_LOSS | {Move.LEAVE_OPEN}]
    return moves or (list(_floor(situation)) if alone else [])


def _reaction(move: Move, situation: Situation) -> Move:
    """Who has had their answer, and presses all the same, wants another one."""
    lost = situation.state is CallState.REJECTION and Move.GIVE_STATUS in situation.before.moves
    return Move.REACT_DISPUTE if lost and move is Move.REACT_PRESSURE else move


def _reassures(situation: Situation) -> bool:
    """Who says that they are nervous hears a good word, once; not from somebody who snaps, or at the goodbye."""
    fits = situation.state is not CallState.RUDENESS and A.CLOSE not in situation.acts and not situation.hurts
    return fits and Move.REASSURE not in situation.before.moves and is_nervous(situation.utterance.text)


def _condoles(situation: Situation) -> bool:
    """Whoever tells of a death hears a word about it, once, before anything else, and from anybody."""
    return Move.CONDOLE not in situation.before.moves and mourns(situation.utterance.text)


def _still(move: Move, situation: Situation) -> Move:
    """Who is asked again for what they could not tell says that they still cannot."""
    asking = situation.now.asking
    again = move in UNKNOWN and 2 * len(situation.before.unknown & asking) >= len(asking) > 0
    return Move.STILL_CANNOT_SAY if again else move


def _just_hurt(situation: Situation) -> bool:
    """The bad news is only just out, so that whatever is said now is said in its shadow."""
    return _is_bad(situation) and Move.CONSOLE not in situation.before.moves and situation.before.turns_since_news <= 1


def _weeps(situation: Situation) -> bool:
    """Whether the bad news brings somebody to tears, however long they have known it."""
    consoled = situation.before.moves.get(Move.CONSOLE, 0) >= _MOST
    return _is_bad(situation) and not situation.hurts and not consoled and in_tears(situation.utterance.text)


def _is_bad(situation: Situation) -> bool:
    """Whether the news is out, and bad."""
    told = Move.GIVE_STATUS in situation.before.moves
    return told and situation.state in (CallState.REJECTION, CallState.ON_HOLD)


_FRESH = 2
"""Answers after bad news in which an "Oh no" is about it."""
_STRUCK_DUMB = 8
"""Words up to which what nobody can make out, right after bad news, is taken for a sign that it has struck; more do so
only if they are of the caller."""
_PLAINLY_TAKEN = 0.6
"""The chance, 0 to 1, from which on somebody is seen to take the news well."""
_MOST = 2
"""How often one consoles who goes on about their grief, takes up a figure, and asks what else there is."""


def _only_tells(situation: Situation) -> bool:
    """Whether a remark or a story wants no more than to be heard, and leaves the caller free to go on."""
    text, before = situation.utterance.text, situation.before
    asks = bool(questions(text)) or A.CLOSE in situation.acts
    told = tells(text) and len(text.split()) >= _REMARK and not only_hears(text)
    return told and not asks and before.moves.get(Move.NOD, 0) < MOST_NODS and Move.NOD not in before.last_moves


_REMARK = 8
"""Words of one that is more than an answer."""


def _floor(situation: Situation) -> Iterator[Move]:
    """Nothing was asked and nothing hurt: what keeps the talk going."""
    acts, before = situation.acts, situation.before
    told = not {Move.GIVE_STATUS, Move.UNAVAILABLE, Move.TAKE_DETAILS}.isdisjoint(before.moves)
    text = situation.utterance.text
    asked = [text[span.start : span.end].strip() for span in questions(text)]
    if told and A.CLOSE not in acts and not all(only_marvels(one, situation) for one in asked):
        yield explained(situation) or at_a_loss(situation.utterance.text, situation)
        return
    if acts <= {A.OTHER, A.ASK_FOR_PERSON}:
        struck = len(text.split()) <= _STRUCK_DUMB or (speaks_of_self(text) and not asked)
        fresh = before.turns_since_news <= _FRESH or in_tears(text)
        if _is_bad(situation) and fresh and (is_upset(text) or (_just_hurt(situation) and struck)):
            yield Move.CONSOLE
            return
        if not (follows(situation) or tells(text)):
            yield Move.PUZZLED
            return
    # Nothing is taken well in a goodbye, or by an "Okay", that follows no bad news.
    graceful = situation.utterance.chance(A.ACCEPT_OUTCOME) >= _PLAINLY_TAKEN and not (
        (A.CLOSE in acts or only_hears(text)) and situation.scenario.kind not in _BAD_NEWS
    )
    asked_enough = before.moves.get(Move.ANYTHING_ELSE, 0) >= _MOST or Move.ANYTHING_ELSE in before.last_moves
    asks_more = A.CLOSE not in acts and not asked_enough
    if graceful and Move.ACCEPT_GRACE not in before.moves:
        yield Move.ACCEPT_GRACE
    elif A.THANK in acts:
        yield Move.ACCEPT_THANKS
    elif _only_tells(situation):
        yield Move.NOD
        return
    elif A.CLOSE not in acts and not (asks_more and only_hears(text)):  # an "Okay" wants no "I see"
        yield Move.ACKNOWLEDGE
    if asks_more:
        yield Move.ANYTHING_ELSE

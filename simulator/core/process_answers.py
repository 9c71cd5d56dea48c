"""What the other end answers about how it goes on with the candidate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.blanks import blanked
from simulator.core.call import BRANCHES
from simulator.core.moves import Move
from simulator.core.process_question import MAY_BE_DETAILS, Matter, ProcessQuestion, process_questions
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.terms_named import places_named
from simulator.core.text import overlap
from simulator.core.transcript import Role
from simulator.core.when_and_why import asks_when

_ANSWERS = {
    Matter.CHANCES: Move.SAY_CHANCES,
    Matter.ROUND: Move.SAY_NEXT_ROUND,
    Matter.STEP: Move.SAY_NEXT_ROUND,
    Matter.TELLER: Move.SAY_WHO_RINGS,
    Matter.SINCE: Move.SAY_SINCE_WHEN,
    Matter.POSTS: Move.SAY_OTHER_POSTS,
    Matter.FIRMS: Move.SAY_OTHER_FIRMS,
    Matter.NEEDED: Move.NOTHING_NEEDED,
    Matter.FEEDBACK: Move.GIVE_FEEDBACK,
    Matter.WORD: Move.PUT_IN_A_WORD,
    Matter.ADDRESS: Move.SAY_ADDRESS,
    Matter.HELP: Move.THANK_FOR_HELP,
}
_EXPLAINED = frozenset(
    {A.ASK_STATUS, A.ASK_TIMELINE, A.ASK_AVAILABILITY, A.CLARIFY, A.CONFIRM, A.OTHER, A.SMALL_TALK, A.ASK_FEEDBACK}
    | {A.REQUEST_FUTURE_CONSIDERATION, A.QUESTION_DELAY, A.OFFER_INFORMATION}
)
"""As what such a question may be taken while it is really none of these."""
_PLEA = frozenset({A.SHOW_DESPERATION})
"""Hurts nobody so much that they would not answer."""
_WITH_THE_NEWS = frozenset({Matter.ROUND, Matter.TELLER, Matter.POSTS, Matter.FIRMS})
"""What is a question of its own even before the news is out."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, each with the place of its question in the turn, and the turn without those questions."""

    moves: dict[Move, int]
    rest: Situation


def answered_apart(situation: Situation) -> Answered:
    """Before the news, all questions are one: where it stands."""
    told = Move.GIVE_STATUS in situation.before.moves
    if situation.now.role is not Role.INTERVIEWER or not (told or BRANCHES & {situation.state, *situation.path}):
        return Answered({}, situation)
    asked = [one for one in process_questions(situation.utterance.text) if _own(one, situation, told=told)]
    moves = {_ANSWERS[one.matter]: one.at for one in reversed(asked)}
    return Answered(moves, _without(asked, situation) if told else situation)


def _own(one: ProcessQuestion, situation: Situation, *, told: bool) -> bool:
    """Whether the question gets an answer of this kind, and no better one."""
    acts, before = situation.acts, situation.before
    if one.matter in MAY_BE_DETAILS:
        question = situation.utterance.text[one.sentence.start : one.sentence.end]
        if situation.known.answers(question, before.last_reply):
            return False
    match one.matter:
        case Matter.STEP:
            return told and Move.GIVE_TIMELINE in before.moves
        case Matter.NEEDED:
            return told and not acts & {A.OFFER_INFORMATION, A.ASK_OFFER_DETAILS}
        case Matter.FEEDBACK:
            return told and A.ASK_FEEDBACK not in acts
        case Matter.HELP if situation.scenario.kind is ScenarioKind.OFFER:
            return False
        case Matter.POSTS | Matter.FIRMS if situation.scenario.kind is ScenarioKind.OFFER:
            return False
    said = (*situation.utterance.matches, *situation.utterance.apart)
    harsh = [match for match in said if match.act.hurts and match.act not in _PLEA]
    hurts = any(match.start <= one.at < match.end for match in harsh)
    return not hurts and (told or one.matter in _WITH_THE_NEWS)


def _without(asked: list[ProcessQuestion], situation: Situation) -> Situation:
    utterance = situation.utterance
    text = utterance.text
    alone = [one for one in asked if one.matter is Matter.SINCE or not asks_when(_words(text, one))]
    if not alone:
        return situation
    others = [span for span in questions(text) if not any(overlap(span, one.sentence) for one in alone)]
    kept = tuple(
        match
        for match in utterance.matches
        if any(overlap(match, span) for span in others) or not any(_explains(one, match) for one in alone)
    )
    text = blanked(text, (one.sentence for one in alone))
    return replace(situation, utterance=replace(utterance, text=text, matches=kept))


def _explains(one: ProcessQuestion, match: ActMatch) -> bool:
    """Whether the act is what the question was taken for."""
    taken = _EXPLAINED | {A.ASK_OFFER_DETAILS} if one.matter is Matter.HELP else _EXPLAINED
    return match.act in taken and overlap(match, one.sentence)


def _words(text: str, one: ProcessQuestion) -> str:
    return text[one.sentence.start : one.sentence.end]


def anchors(situation: Situation) -> Iterator[tuple[Move, int]]:
    """Where in the turn stands what each answer answers; of several places, the first."""
    utterance = situation.utterance
    for match in reversed((*utterance.matches, *utterance.apart)):
        for move in _TO_ACTS.get(match.act, ()):
            yield move, match.start
    if situation.now.curious:
        yield Move.TELL_MORE, min(asked.question.start for asked in situation.now.curious)
    if situation.scenario.kind is ScenarioKind.OFFER:
        yield from places_named(utterance.text).items()


_TO_ACTS: dict[A, tuple[Move, ...]] = {
    A.ASK_TIMELINE: (Move.GIVE_TIMELINE, Move.REPEAT_TIMELINE),
    A.ASK_FEEDBACK: (Move.GIVE_FEEDBACK,),
    A.REQUEST_FUTURE_CONSIDERATION: (Move.KEEP_IN_MIND,),
    A.OFFER_INFORMATION: (Move.NO_CONCERN,),
    A.OFFER_ALTERNATIVE: (Move.TAKE_ALTERNATIVE,),
    A.ASK_STATUS: (Move.REPEAT_STATUS,),
    A.MENTION_OTHER_CANDIDATES: (Move.REACT_RIVALS,),
}


def in_order_asked(moves: list[Move], places: dict[Move, int]) -> list[Move]:
    """The answers among the moves in the order of their questions; all else stays where it is."""
    ordered = iter(sorted((move for move in moves if move in places), key=places.__getitem__))
    return [next(ordered) if move in places else move for move in moves]

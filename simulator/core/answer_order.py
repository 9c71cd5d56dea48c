"""In which order a turn's questions are answered: in that in which they were asked."""

from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.terms_named import places_named


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


def absence_first(moves: list[Move]) -> list[Move]:
    """The answer in which somebody is first said to be away, and then when they can be reached."""
    reached = next((place for place, move in enumerate(moves) if move in _WHEN_REACHED), len(moves))
    if Move.UNAVAILABLE not in moves or moves.index(Move.UNAVAILABLE) < reached:
        return moves
    rest = [move for move in moves if move is not Move.UNAVAILABLE]
    return [*rest[:reached], Move.UNAVAILABLE, *rest[reached:]]


_WHEN_REACHED = frozenset({Move.GIVE_AVAILABILITY, Move.REPEAT_AVAILABILITY, Move.TELL_MORE})

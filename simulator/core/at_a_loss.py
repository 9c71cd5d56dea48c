"""What one says to a question that nobody wrote an answer to."""

import re

from simulator.core.acts import DialogueAct as A
from simulator.core.alternatives import likelier
from simulator.core.call import CallState
from simulator.core.echo import PIN, brought_up, is_about_outcome, telling_words
from simulator.core.moves import Move
from simulator.core.of_self import speaks_of_self
from simulator.core.question import LEAD_IN
from simulator.core.question_kind import kinds_asked
from simulator.core.situation import Situation
from simulator.core.text import Span, overlap
from simulator.core.transcript import Role

_OF_YOU = re.compile(r"\b(?:you|u|ya|ye|yourself)\b", re.IGNORECASE)
"""What somebody is asked of themselves, they have not forgotten, and know by more than hearsay."""
_OF_THE_TALK = re.compile(
    r"\b(?:say|said|saying|told|tell|mean|meant|call\w*|ring|letter|e?-?mail|answer|offer|pay|paid|wages?|salary|money|bonus|contract"
    r"|papers?|number|names?|interview\w*|candidates?|applicants?|application|approv\w+|budget|freeze|frozen|concerns?|doubts?"
    r"|feedback|round|start|begin|notice|wheelchair\w*|accessib\w+|child\w*care|visas?|insurance|pension|allowed|included)\b",
    re.IGNORECASE,
)
"""Of what the call is about, and of what somebody counts on, nobody says more than they know."""
_TOUCHY = re.compile(
    r"\b(?:boss|owners?|director|manager|company|firm|plant|lie|lying|joke|fair|unfair|true|promise|racist|trouble|ill|sick|dead|fired"
    r"|sacked|danger\w*|safe\w*|legal|clos\w+|sell\w*|sold|convinced|wrong|difference|charge)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What a yes or no at random would hurt by."""
_WHETHER = re.compile(
    rf"{LEAD_IN}(?:is|are|was|were|does|do|did|has|have|had)\s+(?:(?P<there>there\b|any\w*\b|some(?:body|one|thing)\b)|(?:the|your)\s+\w)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:any\w*|ever)\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:still|usually|always|often|normally|mostly|also)\b", re.IGNORECASE)
"""Asks of what is so as a rule, and expects a yes."""
_FORGOTTEN = re.compile(
    rf"{LEAD_IN}(?:who|whose|which|where)\b(?!.*\b(?:in\s+charge|else)\b).*\b(?:was|were|did|had|made|built|wrote|took|sold|bought|came|went|won"
    r"|\w+ed)\b|\bcalled\W*$",
    re.IGNORECASE,
)
"""Asks for a name, a place or a thing of the past."""
_TAKES_LONG = re.compile(
    r"\bhow\s+often\b|\bhow\s+long\s+(?:do|does)\b.*\b(?:take|takes|last|lasts|need|needs)\b", re.IGNORECASE
)
_ASKS_A_FACT = re.compile(r"\b(?:who|whose|what|which|when|where|how|yes\s+or\s+no)\b|\d", re.IGNORECASE)
"""To which a joke is no answer."""
_HOW_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_FEWEST = 3
"""Words of a question of which one can tell what kind it is of."""
_MOST = {
    Move.LONG_STORY: 1,
    Move.PARRY: 2,
    Move.CHOOSE: 2,
    Move.NOT_AWARE: 2,
    Move.BY_HEARSAY: 2,
    Move.NEVER_COUNTED: 1,
    Move.IT_VARIES: 1,
    Move.SLIPS_MIND: 2,
}
"""How often one puts it off in the same way."""


_OWN = re.compile(r"\b(?:you|your|yours|yourself|ye|ya|u)\b|\b(?:is|are)\s+there\b", re.IGNORECASE)


def asks_of_their_own(question: str) -> bool:
    """Whether it asks somebody of themselves or their place, so that they cannot well say that they don't know: "Is
    there even an office?"."""
    return bool(_OWN.search(question))


def at_a_loss(question: str, situation: Situation) -> Move:
    """What is said to it. Who works somewhere has a rough idea of most things, and says that they know nothing only of
    the rest; who brought a matter up themselves cannot well say so at all, and nobody looks up what they are asked in
    fun."""
    fitting = _chosen(question, situation) or _roughly(question, situation) or _put_off(question, situation)
    return fitting or Move.CANNOT_SAY


def _chosen(question: str, situation: Situation) -> Move | None:
    now = situation.now
    fits = bool(now.guess) and likelier(question, situation.before.told) == now.guess and not _was_just_told(situation)
    harmless = not (is_about_outcome(question) or speaks_of_self(question) or _OF_THE_TALK.search(question))
    return _if_may(Move.CHOOSE, situation) if fits and harmless else None


def _roughly(question: str, situation: Situation) -> Move | None:
    """Such an answer as anybody has to a question of that kind, where nothing hangs on it."""
    if situation.now.role is not Role.INTERVIEWER or situation.state is CallState.RUDENESS or _was_just_told(situation):
        return None
    if is_about_outcome(question) or speaks_of_self(question):
        return None
    if any(one.search(question) for one in (_OF_YOU, _OF_THE_TALK, _TOUCHY)):
        return None
    if any(match.act is A.ASK_OFFER_DETAILS for match in situation.utterance.matches):
        return None
    if len(question.split()) < _FEWEST:
        return None
    if _HOW_MANY.search(question):
        return _if_may(Move.NEVER_COUNTED, situation)
    if _TAKES_LONG.search(question):
        return _if_may(Move.IT_VARIES, situation)
    own = brought_up(question, situation.before.told)
    whether = _WHETHER.match(question)
    if whether and not any(PIN.fullmatch(word) for word in telling_words(question)):
        if _STILL.search(question):
            return _if_may(Move.BY_HEARSAY, situation)
        any_at_all = (whether["there"] or _ANY.search(question)) and not own
        return _if_may(Move.NOT_AWARE, situation) if any_at_all else None
    return _if_may(Move.SLIPS_MIND, situation) if _FORGOTTEN.search(question) and not own else None


def _put_off(question: str, situation: Situation) -> Move | None:
    asks_them = situation.now.role is Role.INTERVIEWER and not speaks_of_self(question) and not _is_grave(situation)
    in_fun = _in_fun(question, situation)
    if not asks_them or not (brought_up(question, situation.before.told) or in_fun):
        return None
    reason = _if_may(Move.LONG_STORY, situation) if "reason" in kinds_asked(question) else None
    return reason or (_if_may(Move.PARRY, situation) if in_fun and not _ASKS_A_FACT.search(question) else None)


def _if_may(move: Move, situation: Situation) -> Move | None:
    return move if situation.before.moves.get(move, 0) < _MOST[move] else None


def _in_fun(question: str, situation: Situation) -> bool:
    text, at = situation.utterance.text, situation.utterance.text.find(question)
    asked = Span(at, at + len(question)) if at >= 0 else Span(0, len(text))
    return any(match.act is A.SMALL_TALK and overlap(match, asked) for match in situation.utterance.matches)


def _is_grave(situation: Situation) -> bool:
    """Whether nothing is to be made light of: there was a no, or other bad news a moment ago."""
    if situation.state is CallState.REJECTION:
        return Move.GIVE_STATUS in situation.before.moves
    return _was_just_told(situation)


def _was_just_told(situation: Situation) -> bool:
    """Whether bad news was told a moment ago."""
    is_bad = situation.state in (CallState.REJECTION, CallState.ON_HOLD)
    return is_bad and not _GRAVE.isdisjoint(situation.before.last_moves)


_GRAVE = frozenset({Move.GIVE_STATUS, Move.CONFIRM_STATUS, Move.REPEAT_STATUS, Move.CONSOLE})

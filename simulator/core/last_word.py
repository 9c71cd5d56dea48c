"""What a caller still hears who has more to say when the other end has said goodbye."""

from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.contact_question import asks_leave, sends_regards
from simulator.core.echo import holds
from simulator.core.moves import Move
from simulator.core.question import SENTENCE, questions
from simulator.core.situation import Situation

_IN_PASSING = {
    A.ASK_FEEDBACK: Move.GIVE_FEEDBACK,
    A.REQUEST_FUTURE_CONSIDERATION: Move.KEEP_IN_MIND,
    A.OFFER_INFORMATION: Move.NO_CONCERN,
}
"""What is told even in the last breath, if it was not before."""


def last_word(situation: Situation) -> Iterator[Move]:
    """At most one move, before the other end rings off; none to who hurts."""
    if situation.hurts:
        return
    text = situation.utterance.text
    if any(asked.untold(situation.before.said) for asked in situation.now.curious):
        yield Move.TELL_MORE
    elif due := next(_due_in_passing(situation), None):
        yield due
    elif asked := questions(text):
        leave = any(asks_leave(text[span.start : span.end]) for span in asked)
        yield Move.TAKE_ALTERNATIVE if leave else Move.WIND_DOWN
    elif any(sends_regards(one.group()) for one in SENTENCE.finditer(text)):
        yield Move.PASS_ON
    elif holds(text, situation.before.told):
        yield Move.CONFIRM_ALL
    elif situation.apologises:
        yield Move.ACCEPT_APOLOGY
    elif situation.first(A.EXPRESS_INTEREST):
        yield Move.NOTE_INTEREST


def _due_in_passing(situation: Situation) -> Iterator[Move]:
    done = situation.before.moves
    yield from (move for act, move in _IN_PASSING.items() if situation.first(act) and move not in done)

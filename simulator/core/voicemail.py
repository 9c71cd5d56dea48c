"""What a machine does with a turn."""

from simulator.core.acts import DialogueAct as A
from simulator.core.moves import Move
from simulator.core.situation import MAX_TURNS, Situation

WORDS_A_SECOND = 2.5
"""Of unhurried speech: 150 words a minute."""
_MOST_SILENCES = 3
"""Empty turns after which a machine takes it that nobody speaks any more."""
_PRESSES_ONE = frozenset({"1", "one", "press 1", "press one", "(presses 1)", "#1"})


def most_words(seconds: int) -> int:
    """How many words of unhurried speech a recording of that length holds."""
    return int(seconds * WORDS_A_SECOND)


def machine(situation: Situation) -> tuple[Move, ...]:
    now = situation.now
    offered = not {Move.OFFER_RERECORD, Move.RERECORD}.isdisjoint(situation.before.moves)
    records_anew = situation.scenario.has_words_for(Move.OFFER_RERECORD)
    pressed = situation.utterance.text.strip(" .!").lower() in _PRESSES_ONE
    if records_anew and pressed and situation.before.words and Move.RERECORD not in situation.before.moves:
        return (Move.RERECORD,)
    if situation.before.expects is Move.OFFER_RERECORD:
        return (Move.SAVED,)
    too_long = now.words > most_words(situation.scenario.record_seconds)
    if too_long and records_anew and not offered:
        return (Move.CUT_OFF, Move.OFFER_RERECORD)
    if too_long or now.silences >= _MOST_SILENCES or now.turns >= MAX_TURNS:
        return (Move.CUT_OFF,)
    if A.CLOSE not in situation.acts:
        return (Move.RECORD,)
    return (Move.OFFER_RERECORD,) if records_anew and not offered else (Move.SAVED,)

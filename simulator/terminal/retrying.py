"""`ringback retry`: a call of the history again, from just before one of its turns."""

from dataclasses import replace

import click

from simulator import bootstrap
from simulator.core.lapses import own_turns, worst_turn
from simulator.core.transcript import Transcript
from simulator.errors import RingbackError
from simulator.terminal import wording
from simulator.terminal.calling import Start, as_it_was, make_call

_SHOWN_CHARS = 40


def retry(call_id: int, turn: int | None, *, as_json: bool) -> None:
    """Makes a new call that begins as that one did, up to a turn of the candidate: its index among all turns, or the
    worst turn. Raises RingbackError if there is no such call or turn."""
    transcript = bootstrap.open_history().transcript(call_id)
    then = bootstrap.scorecard(transcript)
    if turn is None:
        turn = worst_turn(transcript, then)
        if turn is None:
            raise RingbackError(wording.NOTHING_WRONG.format(call=call_id), remedy=_turns(transcript))
    # At a turn of the other end, it is what the candidate says to it that can be said anew.
    turns = [own for own in own_turns(transcript) if own >= turn]
    if not turns:
        raise RingbackError(wording.NO_SUCH_TURN.format(call=call_id, turn=turn), remedy=_turns(transcript))
    before = replace(transcript, turns=transcript.turns[: turns[0]], finished=False)
    now = make_call(as_it_was(before), as_json=as_json, start=Start(before))
    if now and not as_json:
        click.echo(wording.SCORE_THEN_AND_NOW.format(then=then.score, now=now.score))


def _turns(transcript: Transcript) -> str:
    """The candidate's turns, with their numbers."""
    lines = [f"{turn:>4}  {_shortened(transcript.turns[turn].text)}" for turn in own_turns(transcript)]
    return "\n".join([wording.TURNS_ARE, *lines])


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1].rstrip()}…"

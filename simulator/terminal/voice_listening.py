"""The user's next turn: what is heard, what a silence means, what is put right before it is answered."""

from collections.abc import Callable

from simulator.core.transcript import SpokenWord
from simulator.terminal import wording
from simulator.terminal.correcting import ask_at_terminal
from simulator.terminal.screen import Command, Spoken
from simulator.terminal.voice_parts import OpenLine
from simulator.terminal.voice_watch import VoiceWatch

_NUDGE_MS = 9_000
"""Of silence after which the other end asks whether you are there."""
_MACHINE_MS = 7_000
"""Of silence after which a machine hangs up."""
_MACHINE_PATIENCE_MS = 1_200
"""Of silence that separates two pieces of a message."""
_NOISE_MS = 10_000
"""Of a sound without a word in it that is no speech."""
_LONGEST_MS = 90_000
"""Of one turn."""
_EMPTY_TURNS = 3
"""Turns without a word in a row after which typing is better."""


class VoiceListening:
    """Hears turn after turn."""

    def __init__(self, watch: VoiceWatch, foresee: Callable[[str], None], *, confirm: bool) -> None:
        """`foresee` is told what was said so far, when it may be all; `confirm`: the user puts right what was heard."""
        self._watch = watch
        self._foresee = foresee
        self._confirm = confirm
        self._empty_turns = 0

    def hear(self, line: OpenLine) -> Spoken | str | Command:
        """The next turn, or a key; the empty text for a silence, TYPE where typing is better. Raises AudioError if a
        device or the engine fails."""
        foreseen = ""
        phone, turn = line.phone, line.phone.turn
        since_ms = max(phone.now_ms, 0)
        while True:
            phone.attend()
            self._watch.step(line, wording.HEARING_YOU if turn.begun else wording.LISTENING_TO_YOU)
            key = self._watch.take()
            if isinstance(key, str) or key not in (None, Command.DONE):
                turn.drop()
                return key or ""
            if not turn.begun:
                if (said := self._without_a_voice(line, phone.now_ms - since_ms)) is not None:
                    return said
                continue
            if turn.settled and turn.text != foreseen:
                foreseen = turn.text
                if not line.machine_listens:
                    self._foresee(foreseen)
            if turn.turn_ms > _NOISE_MS and not turn.text:
                turn.drop()
                self._watch.tell_once(wording.ONLY_NOISE)
                return self._nothing_heard()
            if _is_over(line, key):
                return self._spoken(line)

    def _spoken(self, line: OpenLine) -> Spoken | str | Command:
        heard = line.phone.finish_turn()
        if line.phone.clips:
            self._watch.tell_once(wording.TOO_LOUD)
        text = heard.speech.text
        if not text:
            self._watch.tell(wording.NOTHING_UNDERSTOOD)
            return self._nothing_heard()
        self._empty_turns = 0
        words = tuple(
            SpokenWord(
                word.word,
                word.started_ms,
                word.ended_ms,
                word.confidence,
                heard.loudness_db(word.started_ms, word.ended_ms),
            )
            for word in heard.speech.words
        )
        return Spoken(self._confirmed(text, line), heard.started_ms, heard.ended_ms, words)

    def _confirmed(self, text: str, line: OpenLine) -> str:
        if not self._confirm:
            return text
        self._watch.tell(wording.WAS_THIS_SAID)
        with self._watch.keys.released():
            said = ask_at_terminal(text) or text
        # What the microphone heard meanwhile was not meant for the phone.
        line.phone.forget()
        return said

    def _without_a_voice(self, line: OpenLine, waited_ms: int) -> str | Command | None:
        """What comes of a silence; None while it may last."""
        if line.machine_listens:
            if waited_ms < _MACHINE_MS:
                return None
            self._watch.tell(wording.MACHINE_HANGS_UP)
            return Command.HANG_UP
        if waited_ms < _NUDGE_MS:
            return None
        if not line.phone.sounded:
            self._watch.tell_once(wording.MUTED)
        return self._nothing_heard()

    def _nothing_heard(self) -> str | Command:
        self._empty_turns += 1
        return Command.TYPE if self._empty_turns >= _EMPTY_TURNS else ""


def _is_over(line: OpenLine, key: Command | str | None) -> bool:
    turn = line.phone.turn
    if key is Command.DONE or turn.turn_ms > _LONGEST_MS:
        return True
    return turn.over and (not line.machine_listens or turn.silence_ms >= _MACHINE_PATIENCE_MS)
